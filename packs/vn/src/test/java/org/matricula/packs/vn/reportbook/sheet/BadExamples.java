package org.matricula.packs.vn.reportbook.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.matricula.registry.gradebook.ClassSheetTemplate;

/// The files in `examples/bad/`, each with one fault and with what must be said about it.
final class BadExamples {
    /// @param name of the file, for its fault
    /// @param bytes the file
    /// @param said the beginnings and ends of the errors that must be said, `place: … words`, and no other error
    record Bad(String name, byte[] bytes, List<String> said) {}

    private static final ClassSheetTemplate TEMPLATE = new ClassSheetTemplate(new PrimaryClassSheet());
    private static final String NUMBER = "Số định danh cá nhân";
    private static final String BORN = "Ngày sinh";

    private final List<Bad> all = new ArrayList<>();

    private BadExamples() {}

    private static final List<Bad> ALL = made();

    static List<Bad> all() {
        return ALL;
    }

    private static List<Bad> made() {
        var examples = new BadExamples();
        try {
            examples.files();
            examples.layouts();
            examples.numbersAndDates();
            examples.marksAndLevels();
            examples.texts();
        } catch (IOException e) {
            throw new IllegalStateException("an example could not be made", e);
        }
        return examples.all;
    }

    private void sheet(String name, Consumer<BadSheet> spoiling, String... said) {
        all.add(new Bad(name + ".xlsx", BadSheet.with(spoiling), List.of(said)));
    }

    private void file(String name, byte[] bytes, String... said) {
        all.add(new Bad(name, bytes, List.of(said)));
    }

    private void files() throws IOException {
        file("empty-file.xlsx", new byte[0], "The file is empty");
        file("old-excel-renamed.xlsx", oldExcel(), "This is an old Excel file");
        file(
                "macro.xlsx",
                withPart(BadSheet.good(), "xl/vbaProject.bin", "Sub Xin_chao()"),
                "The file contains macros");
        file(
                "open-document-renamed.xlsx",
                zip("content.xml", "<office:document-content/>"),
                "This is an OpenDocument file");
        file("pdf-renamed.xlsx", "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII), "This is a PDF");
        file(
                "web-page-renamed.xls",
                "<html><table><tr><td>STT</td><td>Họ và tên</td></tr></table></html>".getBytes(StandardCharsets.UTF_8),
                "This is a web page");
        file(
                "external-entity.xlsx",
                withPart(
                        BadSheet.good(),
                        "xl/sharedStrings.xml",
                        "<!DOCTYPE sst [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><sst><si><t>&x;</t></si></sst>"),
                "The file contains a document type declaration");
        var csv = new String(TEMPLATE.filledCsv(BadSheet.three()), StandardCharsets.UTF_8).substring(1);
        file(
                "windows-1258.csv",
                csv.replaceAll("[ạ-ỹ]", "a").getBytes(Charset.forName("windows-1258")),
                "Line 1 of the text file is not UTF-8");
        file(
                "quote-not-closed.csv",
                (csv + "4,\"Lê Tuấn Anh\n").getBytes(StandardCharsets.UTF_8),
                "The text file breaks off");
    }

    private void layouts() throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            workbook.getProperties().getCoreProperties().setCreated(java.util.Optional.empty());
            workbook.createSheet("Lớp");
            workbook.createSheet("Bảng tổng hợp");
            var bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            file("empty-sheet.xlsx", withoutDate(bytes.toByteArray()), "The file has no filled cell");
        }
        sheet(
                "merged-cells",
                b -> {
                    b.cell(1, "Toán", "Mức đạt được").setBlank();
                    int column = b.column("Toán", "Mức đạt được");
                    b.table().addMergedRegion(new CellRangeAddress(BadSheet.FIRST, BadSheet.FIRST + 1, column, column));
                },
                "merged, so it is unclear");
        sheet(
                "hidden-row",
                b -> b.table().getRow(BadSheet.FIRST + 1).setZeroHeight(true),
                "Bảng tổng hợp!7:7: Đặng Hải Anh: This row is hidden");
        sheet(
                "hidden-column",
                b -> b.table().setColumnHidden(b.column("Toán", "Điểm KTĐK"), true),
                "The column 'Mathematics › Test mark' is hidden");
        sheet("two-classes-in-one-sheet", BadExamples::secondTable, "A second class table begins here");
        sheet(
                "two-classes-in-two-sheets",
                b -> b.workbook().cloneSheet(1, "4B"),
                "4B!B4: A second class table begins here");
        file("5000-rows.csv", manyRows(), "The sheet has 5000 filled rows");
        sheet(
                "subject-missing",
                b -> {
                    int column = b.column("Khoa học", "Mức đạt được");
                    b.table().getRow(3).getCell(column).setCellValue("Môn gì đó");
                },
                "'Science' is missing, which grade 4 needs");
        sheet(
                "subject-of-another-grade",
                b -> {
                    int column = b.column("", "Khen thưởng");
                    b.table().getRow(3).getCell(column).setCellValue("TN&XH");
                },
                "'Nature and Society › Level' does not belong to grade 4");
        sheet(
                "heading-twice",
                b -> b.table().getRow(3).getCell(b.column("", "Quê quán")).setCellValue("Nơi sinh"),
                "The heading 'Place of birth' stands here again");
        sheet(
                "no-principal",
                b -> b.workbook().getSheetAt(0).getRow(10).getCell(1).setBlank(),
                "'Principal' is not given");
        sheet(
                "grade-contradicts-class",
                b -> b.workbook().getSheetAt(0).getRow(7).getCell(1).setCellValue("5"),
                "The class is called '4A' but the grade is 5");
    }

    private void numbersAndDates() {
        sheet(
                "duplicate-numbers",
                b -> b.cell(2, NUMBER).setCellValue(b.cell(0, NUMBER).getStringCellValue()),
                "C6: Bùi Thị Ngọc Anh: The same personal number stands in C8",
                "C8: Hoàng Minh Anh: The same personal number stands in C6");
        sheet(
                "eleven-digits",
                b -> b.cell(0, NUMBER).setCellValue("02231601042"),
                "'02231601042' has 11 digits; 12 are needed");
        sheet(
                "leading-zero-lost",
                b -> b.cell(0, NUMBER).setCellValue(22316010427d),
                "The cell holds the number 22316010427 with 11 digits");
        sheet(
                "digits-lost-to-floating-point",
                b -> b.cell(0, NUMBER).setCellValue(1.2231601E11),
                "the last digits were lost");
        sheet(
                "formula-in-number",
                b -> {
                    b.cell(0, NUMBER).setCellFormula("\"0223\"&\"16010427\"");
                    b.workbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
                },
                "A formula must not make this number");
        sheet("date-31-02", b -> b.cell(0, BORN).setCellValue("31/02/2016"), "There is no day 31/02/2016");
        sheet(
                "date-month-first",
                b -> b.cell(0, BORN).setCellValue("05/25/2016"),
                "day and month seem to be exchanged");
        sheet("date-two-digit-year", b -> b.cell(0, BORN).setCellValue("05/03/16"), "Write four digits");
        sheet("date-in-the-future", b -> b.cell(0, BORN).setCellValue("05/03/2061"), "05/03/2061 is in the future");
        sheet(
                "date-exchanged-by-spreadsheet",
                b -> {
                    b.cell(0, BORN).setCellValue(java.time.LocalDate.of(2016, 5, 3)); // typed as 05/03/2016
                    b.cell(1, BORN).setCellValue("25/06/2016");
                    b.cell(2, BORN).setCellValue("15/11/2016");
                },
                "03/05/2016 may have day and month exchanged (05/03/2016?)");
    }

    private void marksAndLevels() {
        sheet("mark-10.5", b -> b.cell(0, "Toán", "Điểm KTĐK").setCellValue(10.5), "The cell holds 10.5");
        sheet(
                "mark-in-words",
                b -> b.cell(0, "Toán", "Điểm KTĐK").setCellValue("Mười"),
                "Write the mark in digits: 10");
        sheet("mark-11", b -> b.cell(0, "Toán", "Điểm KTĐK").setCellValue(11), "11 is outside the range from 0 to 10");
        sheet(
                "mark-minus-1",
                b -> b.cell(0, "Toán", "Điểm KTĐK").setCellValue(-1),
                "-1 is outside the range from 0 to 10");
        sheet("mark-missing", b -> b.cell(0, "Toán", "Điểm KTĐK").setBlank(), "'Mathematics › Test mark' is empty");
        sheet(
                "mark-for-music",
                b -> {
                    int column = b.column("Âm nhạc", "Nhận xét");
                    b.table().getRow(4).getCell(column).setCellValue("Điểm");
                    b.table().removeRow(b.table().getRow(BadSheet.FIRST + 2));
                    b.table().getRow(BadSheet.FIRST).getCell(column).setCellValue(9);
                    b.table().getRow(BadSheet.FIRST + 1).getCell(column).setBlank();
                },
                "Music has no periodic test in this grade");
        sheet(
                "formula-fails",
                b -> {
                    b.cell(0, "Toán", "Điểm KTĐK").setCellFormula("1/0");
                    b.workbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
                },
                "The formula in this cell fails (#DIV/0!)");
        sheet(
                "level-d-for-subject",
                b -> b.cell(0, "Toán", "Mức đạt được").setCellValue("Đ"),
                "Đ is a level of qualities");
        sheet(
                "level-h-for-quality",
                b -> b.cell(0, "Phẩm chất chủ yếu", "Yêu nước").setCellValue("H"),
                "H is a level of subjects");
        sheet(
                "level-cyrillic",
                b -> b.cell(0, "Toán", "Mức đạt được").setCellValue("Т"),
                "is a letter of another alphabet");
    }

    private void texts() {
        sheet(
                "name-right-to-left",
                b -> b.cell(0, "Họ và tên").setCellValue("Bùi \u202EhnA\u202C"),
                "reverses the reading direction");
        sheet("name-old-font", b -> b.cell(0, "Họ và tên").setCellValue("Bïi ThÞ Ngäc ¸nh"), "contains '¸'");
        sheet(
                "name-look-alike",
                b -> b.cell(0, "Họ và tên").setCellValue("Ðặng Hải Anh"),
                "comes from another alphabet");
        sheet(
                "comment-garbled",
                b -> b.cell(0, "Toán", "Nhận xét").setCellValue("TÃ­nh toÃ¡n nhanh"),
                "letters are garbled");
        sheet(
                "many-faults",
                b -> {
                    b.cell(0, NUMBER).setCellValue("2231601042");
                    b.cell(0, BORN).setCellValue("31/02/2016");
                    b.cell(1, "Toán", "Điểm KTĐK").setCellValue("Mười");
                    b.cell(1, "Khoa học", "Mức đạt được").setCellValue("Đ");
                },
                "C6: Bùi Thị Ngọc Anh: '2231601042' has 10 digits",
                "D6: Bùi Thị Ngọc Anh: There is no day 31/02/2016",
                "Đặng Hải Anh: 'Mười' is written in words",
                "Đặng Hải Anh: Đ is a level of qualities");
    }

    private static void secondTable(BadSheet b) {
        var table = b.table();
        table.copyRows(3, 5, 12, new org.apache.poi.ss.usermodel.CellCopyPolicy());
    }

    private static byte[] oldExcel() throws IOException {
        try (var old = new HSSFWorkbook()) {
            old.createSheet("4A").createRow(0).createCell(0).setCellValue("Họ và tên");
            var bytes = new ByteArrayOutputStream();
            old.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] manyRows() {
        var whole = new String(TEMPLATE.filledCsv(BadSheet.three()), StandardCharsets.UTF_8);
        var text = new StringBuilder(whole.substring(0, whole.indexOf("\n1,") + 1));
        for (int i = 1; i <= 5_000; i++) {
            text.append(i).append(",Nguyễn An,,\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(String name, String content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return SchoolPrint.timeless(bytes.toByteArray());
    }

    private static byte[] withoutDate(byte[] archive) throws IOException {
        return withPart(
                archive,
                "docProps/core.xml",
                "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"/>");
    }

    /// The archive with a part added or replaced.
    private static byte[] withPart(byte[] archive, String name, String content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(archive));
                var out = new ZipOutputStream(bytes)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().equals(name)) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(out);
                }
            }
            out.putNextEntry(new ZipEntry(name));
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return SchoolPrint.timeless(bytes.toByteArray());
    }

    /// What each file is and what is said about it, for people who open the folder.
    static String page(Map<String, List<String>> said) {
        var page = new StringBuilder("""
                # Class sheets with a fault

                Each file has one fault, named by the file. Read them with `./matricula seal FILE --out out`: nothing is
                sealed, and every fault is said at its cell with the way to mend it. Written by `BadExamples` in the tests of
                the Vietnamese pack; a test compares them.

                | file | what is said |
                |---|---|
                """);
        said.forEach((name, lines) -> page.append("| `")
                .append(name)
                .append("` | ")
                .append(String.join("<br>", lines).replace("|", "\\|"))
                .append(" |\n"));
        return page.toString();
    }
}
