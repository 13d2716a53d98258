package org.matricula.registry.gradebook.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.matricula.registry.gradebook.Problem;

/// Lists as they lie on the desks of real offices.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OddListsTest {
    private static final String HEAD = "Lớp,Họ và tên,Mã định danh,Ngày sinh,Giới tính";
    private static final String AN = "4A,Nguyễn An,022216000001,01/09/2016,Nam";

    private OfficeKit office;

    @BeforeAll
    void an_office() {
        office = new OfficeKit();
    }

    private static byte[] book(Consumer<XSSFWorkbook> making) {
        try (var workbook = new XSSFWorkbook()) {
            making.accept(workbook);
            var bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void row(XSSFSheet sheet, int at, String... cells) {
        var row = sheet.createRow(at);
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                row.createCell(i).setCellValue(cells[i]);
            }
        }
    }

    private List<String> read(Checked checked) {
        assertThat(OfficeKit.errors(checked)).isEmpty();
        return office.plan(checked).listed().stream()
                .map(each -> each.className() + " " + each.fullName())
                .toList();
    }

    private List<String> read(byte[] file) {
        return read(office.check(IntakeKind.PUPILS, file));
    }

    private List<String> read(String... rows) {
        return read(office.pupils(rows));
    }

    private List<String> wrong(String... rows) {
        return OfficeKit.errors(office.pupils(rows));
    }

    @Nested
    class A_list_is_read {
        @Test
        void with_english_headings_in_any_order() {
            assertThat(read("Sex,Date of birth,Class,Full name", "M,2016-09-01,4A,Nguyễn An"))
                    .containsExactly("4A Nguyễn An");
        }

        @Test
        void without_diacritics_in_the_headings() {
            assertThat(read("LOP,HO VA TEN,NGAY SINH,GIOI TINH", "4A,Nguyễn An,01/09/2016,Nam"))
                    .containsExactly("4A Nguyễn An");
        }

        @Test
        void with_semicolons_as_excel_writes_them_in_viet_nam() {
            assertThat(read(HEAD.replace(',', ';'), AN.replace(',', ';'))).containsExactly("4A Nguyễn An");
        }

        @Test
        void in_utf_16_as_excel_saves_unicode_text() {
            byte[] text = ("\uFEFF" + HEAD.replace(',', '\t') + "\n" + AN.replace(',', '\t'))
                    .getBytes(StandardCharsets.UTF_16LE);
            assertThat(read(text)).containsExactly("4A Nguyễn An");
        }

        @Test
        void under_a_letterhead_and_above_signatures() {
            assertThat(read(
                            "PHÒNG GD&ĐT,,CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                            "Trường: Tiểu học Bình Minh",
                            "DANH SÁCH HỌC SINH NĂM HỌC 2025-2026",
                            "",
                            HEAD,
                            AN,
                            "",
                            ",,,Quảng Ninh ngày 5 tháng 9 năm 2025",
                            ",Hiệu trưởng"))
                    .containsExactly("4A Nguyễn An");
        }

        @Test
        void with_class_names_in_every_fashion() {
            assertThat(read(
                            "Lớp,Họ và tên,Ngày sinh,Giới tính",
                            "Lớp 4A,Nguyễn An,01/09/2016,Nam",
                            "4 a,Trần Bình,02/09/2016,Nam",
                            "4/2,Lê Chi,03/09/2016,Nữ",
                            "4a1,Vũ Dung,04/09/2016,Nữ"))
                    .containsExactly("4A Nguyễn An", "4A Trần Bình", "4/2 Lê Chi", "4A1 Vũ Dung");
        }

        @Test
        void with_the_class_in_a_line_above_the_table() {
            assertThat(read("Lớp: 4A", "Họ và tên,Ngày sinh,Giới tính", "Nguyễn An,01/09/2016,Nam"))
                    .containsExactly("4A Nguyễn An");
        }

        @Test
        void with_a_sheet_for_each_class() {
            assertThat(read(book(workbook -> {
                        for (String name : List.of("4A", "4B")) {
                            var sheet = workbook.createSheet(name);
                            row(sheet, 0, "STT", "Họ và tên", "Ngày sinh", "Giới tính");
                            row(sheet, 1, "1", name.equals("4A") ? "Nguyễn An" : "Lê Chi", "01/09/2016", "Nam");
                        }
                    })))
                    .containsExactly("4A Nguyễn An", "4B Lê Chi");
        }

        @Test
        void with_several_classes_below_each_other_in_one_sheet() {
            assertThat(read(
                            "Lớp: 4A",
                            "Họ và tên,Ngày sinh,Giới tính",
                            "Nguyễn An,01/09/2016,Nam",
                            "",
                            "Lớp: 4B",
                            "Họ và tên,Ngày sinh,Giới tính",
                            "Lê Chi,05/06/2016,Nữ"))
                    .containsExactly("4A Nguyễn An", "4B Lê Chi");
        }

        @Test
        void with_family_name_and_given_name_in_two_columns() {
            assertThat(read("Lớp,Họ đệm,Tên,Ngày sinh,Giới tính", "4A,Nguyễn Văn,An,01/09/2016,Nam"))
                    .containsExactly("4A Nguyễn Văn An");
        }

        @Test
        void with_forty_columns_nobody_asked_for() {
            String more = ",Trạng thái,SĐT,Chiều cao,Mã HS,Ghi chú";
            Checked checked = office.pupils(HEAD + more, AN + ",Đang học,0912345678,131,HS0001,");
            assertThat(read(checked)).containsExactly("4A Nguyễn An");
            assertThat(checked.reading().headings())
                    .filteredOn(found -> found.key().isEmpty())
                    .extracting(found -> found.words())
                    .contains("Trạng thái", "SĐT", "Mã HS");
        }

        @Test
        void from_a_class_sheet_with_results_which_are_passed_over() {
            Checked checked = office.pupils(
                    "Lớp: 4A",
                    "STT,Họ và tên,Mã định danh,Ngày sinh,Giới tính,Toán,Âm nhạc",
                    ",,,,,Mức,Mức",
                    "1,Nguyễn An,022216000001,01/09/2016,Nam,T,H");
            assertThat(read(checked)).containsExactly("4A Nguyễn An");
            assertThat(office.plan(checked).listed().getFirst().values()).doesNotContainKey("MATHEMATICS.level");
        }

        @Test
        void with_dates_that_are_dates() {
            assertThat(read(book(workbook -> {
                        var sheet = workbook.createSheet("DS");
                        row(sheet, 0, "Lớp", "Họ và tên", "Ngày sinh", "Giới tính");
                        row(sheet, 1, "4A", "Nguyễn An", "", "Nam");
                        var style = workbook.createCellStyle();
                        style.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
                        var cell = sheet.getRow(1).createCell(2);
                        cell.setCellValue(java.time.LocalDate.of(2016, 9, 1));
                        cell.setCellStyle(style);
                    })))
                    .containsExactly("4A Nguyễn An");
        }

        @Test
        void without_the_example_and_the_numbering_of_the_columns() {
            assertThat(read(
                            "STT," + HEAD,
                            "(1),(2),(3),(4),(5),(6)",
                            "Ví dụ,1A,Nguyễn Văn A,022319000001,01/01/2019,Nam",
                            "1," + AN))
                    .containsExactly("4A Nguyễn An");
        }

        @Test
        void of_two_thousand_pupils() {
            String[] rows = new String[2_001];
            rows[0] = "Lớp,Họ và tên,Ngày sinh,Giới tính";
            for (int i = 1; i < rows.length; i++) {
                rows[i] = "%d%c,Nguyễn %s,%02d/%02d/2016,Nam"
                        .formatted(1 + i % 5, 'A' + i % 7, word(i), 1 + i % 28, 1 + i % 12);
            }
            assertThat(office.plan(office.pupils(rows)).listed()).hasSize(2_000);
        }

        private String word(int i) {
            return "" + (char) ('A' + i % 26) + (char) ('a' + i / 26 % 26) + (char) ('a' + i / 676);
        }
    }

    @Nested
    class What_is_wrong_is_said_at_its_cell {
        @Test
        void everything_at_once() {
            List<String> said = wrong(
                    HEAD,
                    "4A,Nguyễn An,02221600000,01/09/2016,Nam",
                    "9A,Trần Bình,022216000002,02/09/2016,Nam",
                    "4A,Lê Chi,022316000003,31/02/2016,Nữ",
                    "4A,Vũ Dung,022316000004,05/09/2016,Khác",
                    "Mầm non,Bé Em,022316000005,06/09/2016,Nữ");
            assertThat(said).hasSize(5);
            assertThat(said).anyMatch(words -> words.startsWith("C2: Nguyễn An:"));
            assertThat(said).anyMatch(words -> words.startsWith("A3: Trần Bình:"));
            assertThat(said).anyMatch(words -> words.startsWith("D4: Lê Chi:"));
            assertThat(said).anyMatch(words -> words.startsWith("E5: Vũ Dung:"));
            assertThat(said).anyMatch(words -> words.startsWith("A6: Bé Em:"));
        }

        @Test
        void a_number_in_two_rows_of_two_sheets() {
            List<String> said = OfficeKit.errors(office.check(IntakeKind.PUPILS, book(workbook -> {
                for (String name : List.of("4A", "4B")) {
                    var sheet = workbook.createSheet(name);
                    row(sheet, 0, "Họ và tên", "Mã định danh", "Ngày sinh", "Giới tính");
                    row(sheet, 1, name.equals("4A") ? "Nguyễn An" : "Lê Chi", "022216000001", "01/09/2016", "Nam");
                }
            })));
            assertThat(said).hasSize(2).anyMatch(words -> words.contains("4B!B2"));
        }

        @Test
        void a_class_that_excel_made_a_date() {
            List<String> said = OfficeKit.errors(office.check(IntakeKind.PUPILS, book(workbook -> {
                var sheet = workbook.createSheet("DS");
                row(sheet, 0, "Lớp", "Họ và tên", "Ngày sinh", "Giới tính");
                row(sheet, 1, "", "Nguyễn An", "01/09/2016", "Nam");
                var style = workbook.createCellStyle();
                style.setDataFormat((short) 16); // d-mmm, what Excel makes of 4/2
                var cell = sheet.getRow(1).createCell(0);
                cell.setCellValue(java.time.LocalDate.of(2025, 2, 4));
                cell.setCellStyle(style);
            })));
            assertThat(said).singleElement().asString().startsWith("DS!A2: Nguyễn An:");
        }

        @Test
        void a_name_in_an_old_font() {
            assertThat(wrong(HEAD, AN.replace("Nguyễn An", "NguyÔn An"))).hasSize(1);
        }

        @Test
        void a_row_hidden_by_a_filter() {
            List<String> said = OfficeKit.errors(office.check(IntakeKind.PUPILS, book(workbook -> {
                var sheet = workbook.createSheet("4A");
                row(sheet, 0, "Họ và tên", "Ngày sinh", "Giới tính");
                row(sheet, 1, "Nguyễn An", "01/09/2016", "Nam");
                row(sheet, 2, "Lê Chi", "05/06/2016", "Nữ");
                sheet.getRow(2).setZeroHeight(true);
            })));
            assertThat(said).singleElement().asString().contains("hidden");
        }

        @Test
        void merged_cells() {
            List<String> said = OfficeKit.errors(office.check(IntakeKind.PUPILS, book(workbook -> {
                var sheet = workbook.createSheet("DS");
                row(sheet, 0, "Lớp", "Họ và tên", "Ngày sinh", "Giới tính");
                row(sheet, 1, "4A", "Nguyễn An", "01/09/2016", "Nam");
                row(sheet, 2, "", "Lê Chi", "05/06/2016", "Nữ");
                sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
            })));
            assertThat(said).anyMatch(words -> words.contains("A2:A3"));
        }

        @Test
        void a_missing_column_with_the_way_to_say_which_it_is() {
            assertThat(wrong("Lớp,Họ và tên,Ngày sinh", "4A,Nguyễn An,01/09/2016"))
                    .singleElement()
                    .asString()
                    .contains("Sex");
        }

        @Test
        void a_file_that_is_something_else() {
            for (byte[] file : List.of(
                    "%PDF-1.7".getBytes(StandardCharsets.US_ASCII),
                    "<html><table></table></html>".getBytes(StandardCharsets.US_ASCII),
                    new byte[] {1, 0, 2},
                    "Nguyễn".getBytes(Charset.forName("windows-1258")),
                    " \n \n".getBytes(StandardCharsets.US_ASCII))) {
                assertThat(OfficeKit.errors(office.check(IntakeKind.PUPILS, file)))
                        .hasSize(1);
            }
        }

        @Test
        void twins_are_asked_about_and_taken_as_two() {
            Checked checked = office.pupils(
                    "Lớp,Họ và tên,Ngày sinh,Giới tính", "5A,Lý Song,01/09/2015,Nữ", "5A,Lý Song,01/09/2015,Nữ");
            assertThat(OfficeKit.warnings(checked)).hasSize(1);
            assertThat(office.plan(checked).listed()).hasSize(2);
        }
    }

    @Test
    void remarks_know_two_languages() {
        assertThat(office.pupils(HEAD, AN.replace("4A", "9A")).remarks())
                .filteredOn(Problem::blocks)
                .allSatisfy(problem -> assertThat(problem.line("vi")).isNotEqualTo(problem.line("en")));
    }
}
