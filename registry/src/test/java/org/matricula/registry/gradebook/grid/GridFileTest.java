package org.matricula.registry.gradebook.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matricula.registry.gradebook.grid.GridFile.Opening;

class GridFileTest {

    static String refusal(byte[] file) {
        return switch (GridFile.open(file)) {
            case Opening.Refused(var words) -> words.en();
            case Opening.Opened _ -> "opened";
        };
    }

    static Grid first(byte[] file) {
        return switch (GridFile.open(file)) {
            case Opening.Opened(var opened) -> opened.grids().getFirst();
            case Opening.Refused(var words) -> throw new AssertionError(words.en());
        };
    }

    private static byte[] workbook(Consumer<XSSFWorkbook> making) throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            making.accept(workbook);
            var bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] simple() throws IOException {
        return workbook(w -> w.createSheet("Lớp").createRow(0).createCell(0).setCellValue("Họ và tên"));
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> parts(byte[] archive) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static byte[] withPart(String name, String content) throws IOException {
        var parts = parts(simple());
        parts.put(name, content.getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }

    @Nested
    class A_file_that_is_no_class_sheet {
        @Test
        void because_it_is_empty_is_told_so() {
            assertThat(refusal(new byte[0])).contains("empty (0 bytes)");
            assertThat(refusal(" \n\n".getBytes(StandardCharsets.UTF_8))).contains("empty");
        }

        @Test
        void because_it_is_an_old_excel_file_is_told_how_to_save_it() throws IOException {
            try (var old = new HSSFWorkbook()) {
                old.createSheet("4A");
                var bytes = new ByteArrayOutputStream();
                old.write(bytes);
                assertThat(refusal(bytes.toByteArray()))
                        .contains("old Excel file")
                        .contains("Save As");
            }
        }

        @Test
        void because_a_password_protects_it_is_told_to_remove_it() throws Exception {
            try (var system = new POIFSFileSystem()) {
                var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
                encryptor.confirmPassword("hoa sen");
                try (var out = encryptor.getDataStream(system)) {
                    out.write(simple());
                }
                var bytes = new ByteArrayOutputStream();
                system.writeFilesystem(bytes);
                assertThat(refusal(bytes.toByteArray())).contains("password");
            }
        }

        @Test
        void because_it_holds_a_macro_is_told_to_leave_it_out() throws IOException {
            assertThat(refusal(withPart("xl/vbaProject.bin", "macro"))).contains("macros");
        }

        @ParameterizedTest
        @CsvSource({"content.xml, OpenDocument", "xl/workbook.bin, XLSB", "word/document.xml, not a spreadsheet"})
        void because_it_is_another_office_file_is_told_which(String part, String words) throws IOException {
            assertThat(refusal(withPart(part, "<x/>"))).contains(words);
        }

        @ParameterizedTest
        @CsvSource({
            "%PDF-1.7, PDF",
            "<html><table>, web page",
            "'<?xml version=\"1.0\"?><Workbook/>', web page",
            "GIF89a, picture"
        })
        void because_it_is_something_else_is_told_what(String content, String words) {
            assertThat(refusal(content.getBytes(StandardCharsets.ISO_8859_1))).contains(words);
        }

        @Test
        void because_it_is_an_archive_is_told_to_unpack_it() throws IOException {
            assertThat(refusal(zip(Map.of("class.xlsx", simple())))).contains("archive of files");
        }

        @Test
        void because_it_is_cut_off_is_told_to_save_it_again() throws IOException {
            var whole = simple();
            assertThat(refusal(java.util.Arrays.copyOf(whole, whole.length / 2)))
                    .contains("damaged");
        }

        @Test
        void because_it_is_too_large_is_not_read() {
            assertThat(refusal(new byte[GridFile.MOST_BYTES + 1])).contains("a class sheet has at most");
        }
    }

    @Nested
    class A_hostile_workbook {
        /// 200 MB of zeros take 200 kB.
        @Test
        void that_unpacks_to_far_more_is_stopped_early() throws IOException {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(bytes)) {
                for (var part : parts(simple()).entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue());
                    if (part.getKey().endsWith("sheet1.xml")) {
                        var zeros = new byte[1 << 20];
                        for (int i = 0; i < 200; i++) {
                            zip.write(zeros);
                        }
                    }
                }
            }
            assertThat(bytes.size()).isLessThan(400_000);
            assertThat(refusal(bytes.toByteArray())).contains("unpacks to more than 32 MB");
        }

        @Test
        void with_a_document_type_is_refused_and_nothing_is_opened() throws IOException {
            var bomb = """
                    <!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
                    <!ENTITY file SYSTEM "file:///etc/hostname">]>
                    <sst><si><t>&b;&file;</t></si></sst>""";
            assertThat(refusal(withPart("xl/sharedStrings.xml", bomb))).contains("document type declaration");
        }

        @Test
        void with_two_parts_of_one_name_is_refused() throws IOException {
            var parts = parts(simple());
            parts.put("XL/workbook.xml", parts.get("xl/workbook.xml"));
            assertThat(refusal(zip(parts))).contains("damaged (two parts named");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<c r=\"A1\"><v>1E999999999</v></c>",
                    "<c r=\"A1\" t=\"s\"><v>99999</v></c>",
                    "<c r=\"A1\" t=\"s\"><v>-1</v></c>",
                    "<c r=\"A1\"><v>zwölf</v></c>",
                    "<c r=\"A2\"><v>1</v></c>",
                    "<c r=\"ZZZZ1\"><v>1</v></c>",
                    "<c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c>",
                    "<c r=\"A1\" t=\"odd\"><v>1</v></c>",
                    "<c r=\"A1\"><v>1</v>"
                })
        void with_nonsense_in_a_cell_is_called_damaged(String cell) throws IOException {
            var sheet = "<worksheet><sheetData><row r=\"1\">" + cell + "</row></sheetData></worksheet>";
            assertThat(refusal(withPart("xl/worksheets/sheet1.xml", sheet))).contains("damaged");
        }

        /// A hidden row is remembered by its number, so a number beyond every spreadsheet would cost memory.
        @Test
        void with_a_row_beyond_the_last_is_called_damaged() throws IOException {
            var sheet = "<worksheet><sheetData><row r=\"999999999\" hidden=\"1\"/></sheetData></worksheet>";
            assertThat(refusal(withPart("xl/worksheets/sheet1.xml", sheet))).contains("damaged");
        }

        @Test
        void with_a_cell_far_to_the_right_is_refused() throws IOException {
            var sheet = "<worksheet><sheetData><row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row></sheetData></worksheet>";
            assertThat(refusal(withPart("xl/worksheets/sheet1.xml", sheet))).contains("Cell XFD1 lies beyond");
        }

        @Test
        void with_a_million_rows_keeps_a_thousand_and_counts_the_rest() throws IOException {
            var rows = new StringBuilder("<worksheet><sheetData>");
            for (int i = 1; i <= 300_000; i++) {
                rows.append("<row r=\"").append(i).append("\"><c><v>1</v></c></row>");
            }
            var grid = first(withPart("xl/worksheets/sheet1.xml", rows + "</sheetData></worksheet>"));
            assertThat(grid.rows()).hasSize(Grid.MOST_ROWS);
            assertThat(grid.filledRows()).isEqualTo(300_000);
            assertThat(grid.cut()).isTrue();
        }
    }

    @Nested
    class A_workbook {
        @Test
        void gives_text_as_people_see_it() throws IOException {
            var grid = first(workbook(w -> {
                var row = w.createSheet("4A").createRow(2);
                var rich = new XSSFRichTextString("Tiếng Việt\nVietnamese");
                rich.applyFont(0, 10, w.createFont());
                row.createCell(1).setCellValue(rich);
                row.createCell(2).setCellValue("a_x0041_b");
                row.createCell(3).setCellValue("  ");
                row.createCell(4).setCellValue(true);
            }));
            assertThat(grid.cell(3, 1).orElseThrow().text()).contains("Tiếng Việt\nVietnamese");
            assertThat(grid.cell(3, 1).orElseThrow().address()).isEqualTo("B3");
            assertThat(grid.cell(3, 2).orElseThrow().text()).isPresent();
            assertThat(grid.cell(3, 3)).isEmpty();
            assertThat(grid.cell(3, 4).orElseThrow().content()).isEqualTo(new Content.Truth(true));
        }

        @Test
        void gives_numbers_exactly_and_knows_dates_by_their_format() throws IOException {
            var grid = first(workbook(w -> {
                var row = w.createSheet("4A").createRow(0);
                row.createCell(0).setCellValue(122316000001d);
                row.createCell(1).setCellValue(42434);
                var day = w.createCellStyle();
                day.setDataFormat(w.createDataFormat().getFormat("[$-42A]dd/mm/yyyy;@"));
                row.getCell(1).setCellStyle(day);
                row.createCell(2).setCellValue(9);
                var padded = w.createCellStyle();
                padded.setDataFormat(w.createDataFormat().getFormat("000000000000\" số\""));
                row.getCell(2).setCellStyle(padded);
            }));
            assertThat(grid.cell(1, 0).orElseThrow().content())
                    .isInstanceOfSatisfying(
                            Content.Figure.class, f -> assertThat(f.value()).isEqualByComparingTo("122316000001"));
            assertThat(grid.cell(1, 1).orElseThrow().content())
                    .isInstanceOfSatisfying(
                            Content.Moment.class, m -> assertThat(m.serial()).isEqualByComparingTo("42434"));
            assertThat(grid.cell(1, 2).orElseThrow().content()).isInstanceOf(Content.Figure.class);
        }

        @Test
        void says_which_date_system_it_uses() throws IOException {
            var grid = first(workbook(w -> {
                w.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
                var cell = w.createSheet("4A").createRow(0).createCell(0);
                cell.setCellValue(40972);
                var day = w.createCellStyle();
                day.setDataFormat((short) 14);
                cell.setCellStyle(day);
            }));
            assertThat(grid.cell(1, 0).orElseThrow().content())
                    .isInstanceOfSatisfying(
                            Content.Moment.class, m -> assertThat(m.since1904()).isTrue());
        }

        @Test
        void says_what_is_merged_and_hidden() throws IOException {
            var grid = first(workbook(w -> {
                var sheet = w.createSheet("4A");
                sheet.createRow(0).createCell(0).setCellValue("a");
                sheet.createRow(1).createCell(0).setCellValue("b");
                sheet.getRow(1).setZeroHeight(true);
                sheet.createRow(2).setZeroHeight(true);
                sheet.setColumnHidden(3, true);
                sheet.addMergedRegion(CellRangeAddress.valueOf("A1:C1"));
            }));
            assertThat(grid.mergedAt(1, 2)).contains(new Region(1, 0, 1, 2));
            assertThat(grid.hiddenRows().stream()).containsExactly(2);
            assertThat(grid.hiddenColumns().stream()).containsExactly(3);
        }

        @Test
        void in_the_strict_edition_with_dates_as_text_is_read() throws IOException {
            var sheet = """
                    <worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheetData><row r="1">
                    <c r="A1" t="d"><v>2016-03-05T00:00:00</v></c><c t="inlineStr"><is><t>Đạt</t></is></c>
                    </row></sheetData></worksheet>""";
            var grid = first(withPart("xl/worksheets/sheet1.xml", sheet));
            assertThat(grid.cell(1, 0).orElseThrow().text()).contains("2016-03-05");
            assertThat(grid.cell(1, 1).orElseThrow().text()).contains("Đạt");
        }
    }

    @ParameterizedTest
    @CsvSource({"0,A", "25,Z", "26,AA", "701,ZZ", "702,AAA", "16383,XFD"})
    void a_column_is_named_as_a_spreadsheet_names_it(int column, String name) {
        assertThat(A1.column(column)).isEqualTo(name);
        assertThat(A1.place(name + "7")).contains(new A1.Place(7, column));
    }

    @Property(tries = 300)
    void any_bytes_give_a_grid_or_a_refusal(@ForAll @Size(max = 300) byte[] bytes) {
        assertThat(GridFile.open(bytes)).isNotNull();
    }

    @Property(tries = 400)
    void a_workbook_with_any_byte_changed_gives_a_grid_or_a_refusal(
            @ForAll @IntRange(min = 0, max = 100_000) int at, @ForAll byte change) throws IOException {
        var file = Broken.SIMPLE.clone();
        file[at % file.length] ^= change;
        assertThat(GridFile.open(file)).isNotNull();
    }

    @Property(tries = 300)
    void a_sheet_with_any_character_changed_gives_a_grid_or_a_refusal(
            @ForAll @IntRange(min = 0, max = 100_000) int at, @ForAll @IntRange(min = 1, max = 255) int other)
            throws IOException {
        var parts = new LinkedHashMap<>(Broken.PARTS);
        var name = parts.keySet().stream().skip(at % parts.size()).findFirst().orElseThrow();
        var part = parts.get(name).clone();
        part[at / parts.size() % part.length] = (byte) other;
        parts.put(name, part);
        assertThat(GridFile.open(zip(parts))).isNotNull();
    }

    /// One workbook that the properties break in many ways.
    private static final class Broken {
        static final byte[] SIMPLE;
        static final Map<String, byte[]> PARTS;

        static {
            try {
                SIMPLE = simple();
                PARTS = parts(SIMPLE);
            } catch (IOException e) {
                throw new ExceptionInInitializerError(e);
            }
        }
    }
}
