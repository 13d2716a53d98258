package org.matricula.registry.gradebook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.matricula.registry.gradebook.spi.PupilRow;

/// Makes sheets for tests, and reads them.
final class SheetKit {
    static final LocalDate TODAY = LocalDate.of(2026, 6, 5);

    /// Lines about the class that make any table of grade 1 complete.
    static final String CLASS = """
            Trường:,Trường Tiểu học Hoa Sen
            Lớp: 1A,Năm học: 2025-2026
            GVCN:,Nguyễn Thị Hoa
            """;

    static final String HEADINGS = """
            STT,Họ và tên,Mã số,Ngày sinh,Toán,,
            ,,,,Mức,Điểm,Nhận xét
            """;

    static final String AN = "1,Nguyễn An,022316000001,31/01/2016,T,9,Tốt\n";
    static final String BINH = "2,Trần Bình,022216000002,05/02/2016,H,7,\n";

    private SheetKit() {}

    static Reading read(byte[] file) {
        return new ClassSheetReader(new SmallForm()).read(file, TODAY);
    }

    static Reading csv(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The table with one pupil, of whom one cell is replaced.
    static Reading pupilWith(String cell, String other) {
        return csv(CLASS + HEADINGS + AN.replace(cell, other));
    }

    static byte[] workbook(Consumer<XSSFWorkbook> making) {
        try (var workbook = new XSSFWorkbook()) {
            making.accept(workbook);
            var bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A workbook with one sheet from lines of CSV without quotes.
    static byte[] xlsx(String lines, Consumer<XSSFSheet> changing) {
        return workbook(w -> {
            var sheet = w.createSheet("1A");
            fill(sheet, lines);
            changing.accept(sheet);
        });
    }

    static void fill(XSSFSheet sheet, String lines) {
        int at = 0;
        for (var line : lines.lines().toList()) {
            var row = sheet.createRow(at++);
            int column = 0;
            for (var text : line.split(",", -1)) {
                if (!text.isEmpty()) {
                    row.createCell(column).setCellValue(text);
                }
                column++;
            }
        }
    }

    /// Remarks as a person reads them.
    static List<String> said(Reading reading) {
        return reading.remarks().stream()
                .map(p -> p.severity() + " " + p.line("en"))
                .toList();
    }

    static List<PupilRow> pupils(Reading reading) {
        return switch (reading) {
            case Reading.Read(var sheet, var _) -> sheet.rows();
            case Reading.Problems(var _, var good) -> good.map(ClassSheet::rows).orElse(List.of());
        };
    }
}
