package org.matricula.packs.vn.reportbook.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.matricula.registry.gradebook.ClassSheet;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.Kind;
import org.matricula.registry.gradebook.spi.PupilRow;

/// Writes a class the way schools print their summary, which is not how our template looks: lines about the
/// class above the table, three heading rows, abbreviated subjects, the name in two columns, dates as text, and
/// the place, the day and the signatures under the table.
final class SchoolPrint {
    private static final int TOP = 6;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    /// One column: its headings from the top, and where its value comes from.
    private record Printed(String top, String middle, String low, String key, int width) {}

    private final List<Printed> columns = new ArrayList<>();
    private final ClassSheet sheet;
    private final PrimaryClassSheet form = new PrimaryClassSheet();

    SchoolPrint(ClassSheet sheet) {
        this.sheet = sheet;
        alone("STT", "", 5);
        alone("Họ và tên", "family", 20);
        alone("Họ và tên", "given", 8);
        alone("Ngày tháng năm sinh", "bornOn", 12);
        alone("Giới tính", "sex", 7);
        alone("Dân tộc", "ethnicity", 9);
        alone("Mã định danh", "personalNumber", 15);
        alone("Họ tên cha", "father", 20);
        alone("Họ tên mẹ", "mother", 20);
        alone("Lưu ban", "repeating", 7);
        subject("TV", "VIETNAMESE", true);
        subject("Toán", "MATHEMATICS", true);
        subject("Đạo đức", "ETHICS", false);
        subject("TN&XH", "NATURE_AND_SOCIETY", false);
        subject("GDTC", "PHYSICAL_EDUCATION", false);
        subject("NT (Âm nhạc)", "MUSIC", false);
        subject("NT (Mĩ thuật)", "FINE_ARTS", false);
        subject("HĐTN", "EXPERIENTIAL_ACTIVITIES", false);
        var qualities = "Phẩm chất chủ yếu";
        quality(qualities, qualities, "Yêu nước", "PATRIOTISM");
        quality(qualities, qualities, "Nhân ái", "KINDNESS");
        quality(qualities, qualities, "Chăm chỉ", "DILIGENCE");
        quality(qualities, qualities, "Trung thực", "HONESTY");
        quality(qualities, qualities, "Trách nhiệm", "RESPONSIBILITY");
        columns.add(new Printed(qualities, qualities, "Nhận xét", "qualities.comment", 30));
        var core = "Năng lực cốt lõi";
        quality(core, "Năng lực chung", "TC-TH", "SELF_CONTROL_SELF_STUDY");
        quality(core, "Năng lực chung", "GT-HT", "COMMUNICATION_COOPERATION");
        quality(core, "Năng lực chung", "GQVĐ-ST", "PROBLEM_SOLVING_CREATIVITY");
        columns.add(new Printed(core, "Năng lực chung", "NX", "competences.generalComment", 30));
        quality(core, "Năng lực đặc thù", "Ngôn ngữ", "LANGUAGE");
        quality(core, "Năng lực đặc thù", "Tính toán", "CALCULATION");
        quality(core, "Năng lực đặc thù", "Khoa học", "SCIENCE");
        quality(core, "Năng lực đặc thù", "Thẩm mỹ", "AESTHETICS");
        quality(core, "Năng lực đặc thù", "Thể chất", "PHYSICAL");
        columns.add(new Printed(core, "Năng lực đặc thù", "NX", "competences.specificComment", 30));
        alone("ĐGKQGD", "yearResult", 20);
        alone("Khen thưởng", "awards", 28);
        alone("HTCT lớp học", "promotion", 14);
        alone("Ghi chú", "", 10);
    }

    private void alone(String heading, String key, int width) {
        columns.add(new Printed(heading, heading, heading, key, width));
    }

    private void subject(String heading, String code, boolean tested) {
        var top = "Môn học và hoạt động giáo dục";
        columns.add(new Printed(top, heading, "Mức đạt được", code + ".level", 7));
        if (tested) {
            columns.add(new Printed(top, heading, "Điểm KTĐK", code + ".test", 7));
        }
        columns.add(new Printed(top, heading, "Nhận xét", code + ".comment", 28));
    }

    private void quality(String top, String middle, String heading, String key) {
        columns.add(new Printed(top, middle, heading, key, 7));
    }

    byte[] write() throws IOException, InvalidFormatException {
        try (var workbook = new XSSFWorkbook()) {
            workbook.getProperties().getCoreProperties().setCreated("2026-05-28T00:00:00Z");
            var target = workbook.createSheet(
                    "Lớp " + sheet.info().value("className").orElseThrow());
            about(target);
            headings(workbook, target);
            int next = TOP + 3;
            for (var pupil : sheet.rows()) {
                pupil(workbook, target, next, pupil, next - TOP - 2);
                next++;
            }
            below(target, next);
            for (int i = 0; i < columns.size(); i++) {
                target.setColumnWidth(i, columns.get(i).width() * 256);
            }
            target.getPrintSetup().setLandscape(true);
            target.getPrintSetup().setPaperSize(PrintSetup.A3_PAPERSIZE);
            target.createFreezePane(3, TOP + 3);
            var bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return timeless(bytes.toByteArray());
        }
    }

    private void about(XSSFSheet target) {
        var info = sheet.info();
        text(target, 0, 0, "Trường: " + info.value("school").orElseThrow());
        text(target, 1, 0, "Mã trường: %s".formatted(info.value("schoolCode").orElseThrow()));
        text(
                target,
                1,
                3,
                "Xã/Phường: %s;  Tỉnh: %s"
                        .formatted(
                                info.value("commune").orElseThrow(),
                                info.value("province").orElseThrow()));
        text(
                target,
                2,
                6,
                "BẢNG TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ GIÁO DỤC CUỐI NĂM HỌC LỚP %s NĂM HỌC %s"
                        .formatted(
                                info.value("className").orElseThrow(),
                                info.value("schoolYear").orElseThrow().replace("-", " - ")));
        text(
                target,
                3,
                0,
                "Giáo viên chủ nhiệm: " + info.value("homeroomTeacher").orElseThrow());
        text(target, 3, 6, "Giáo viên GDTC");
        text(target, 3, 7, info.teachers().get("PHYSICAL_EDUCATION"));
        text(target, 4, 0, "Hiệu trưởng: " + info.value("principal").orElseThrow());
    }

    private static void text(XSSFSheet target, int row, int column, String text) {
        var line = Optional.ofNullable(target.getRow(row)).orElseGet(() -> target.createRow(row));
        line.createCell(column).setCellValue(text);
    }

    private void headings(XSSFWorkbook workbook, XSSFSheet target) {
        var style = bordered(workbook, true);
        for (int level = 0; level < 3; level++) {
            var row = target.createRow(TOP + level);
            row.setHeightInPoints(level == 2 ? 60 : 24);
            for (int i = 0; i < columns.size(); i++) {
                var cell = row.createCell(i);
                cell.setCellStyle(style);
                if (begins(level, i)) {
                    cell.setCellValue(heading(level, i));
                    merge(target, level, i);
                }
            }
        }
    }

    private String heading(int level, int i) {
        var column = columns.get(i);
        return switch (level) {
            case 0 -> column.top();
            case 1 -> column.middle();
            default -> column.low();
        };
    }

    /// Equal neighbours are one merged heading, downwards and to the right.
    private boolean begins(int level, int i) {
        boolean fromAbove = level > 0 && heading(level - 1, i).equals(heading(level, i));
        boolean fromLeft =
                i > 0 && heading(level, i - 1).equals(heading(level, i)) && !(level == 2 && i > 9 && !fromAbove);
        return !fromAbove && !fromLeft;
    }

    private void merge(XSSFSheet target, int level, int i) {
        int right = i;
        while (right + 1 < columns.size() && heading(level, right + 1).equals(heading(level, i)) && level < 2) {
            right++;
        }
        int bottom = level;
        while (bottom < 2 && heading(bottom + 1, i).equals(heading(level, i))) {
            bottom++;
        }
        if (right > i || bottom > level) {
            target.addMergedRegion(new CellRangeAddress(TOP + level, TOP + bottom, i, right));
        }
    }

    private void pupil(XSSFWorkbook workbook, XSSFSheet target, int at, PupilRow pupil, int number) {
        var style = bordered(workbook, false);
        var row = target.createRow(at);
        row.setHeightInPoints(64);
        for (int i = 0; i < columns.size(); i++) {
            var cell = row.createCell(i);
            cell.setCellStyle(style);
            var key = columns.get(i).key();
            if (i == 0) {
                cell.setCellValue(number);
            } else if (key.endsWith(".test")) {
                pupil.value(key).map(Double::valueOf).ifPresent(cell::setCellValue);
            } else {
                shown(pupil, key).ifPresent(cell::setCellValue);
            }
        }
    }

    private Optional<String> shown(PupilRow pupil, String key) {
        var name = pupil.value("fullName").orElseThrow();
        int space = name.lastIndexOf(' ');
        return switch (key) {
            case "" -> Optional.empty();
            case "family" -> Optional.of(name.substring(0, Math.max(space, 0)));
            case "given" -> Optional.of(name.substring(space + 1));
            case "bornOn" -> pupil.value(key).map(d -> DAY.format(LocalDate.parse(d)));
            case "repeating" -> pupil.value(key).map(v -> "x");
            default -> pupil.value(key).map(v -> shown(key, v));
        };
    }

    private String shown(String key, String value) {
        return form.columns(sheet.info().grade()).stream()
                .filter(c -> c.key().equals(key))
                .map(Column::kind)
                .flatMap(k -> k instanceof Kind.Choice choice
                        ? choice.option(value).stream()
                        : java.util.stream.Stream.empty())
                .map(Kind.Option::shown)
                .findFirst()
                .orElse(value);
    }

    private void below(XSSFSheet target, int next) {
        text(target, next + 1, 1, "Tổng số: %d học sinh".formatted(sheet.rows().size()));
        text(target, next + 3, 20, "Quảng Ninh, ngày 28 tháng 5 năm 2026");
        text(target, next + 4, 3, "Giáo viên chủ nhiệm");
        text(target, next + 4, 20, "Hiệu trưởng");
    }

    private XSSFCellStyle headingStyle;
    private XSSFCellStyle bodyStyle;

    private XSSFCellStyle bordered(XSSFWorkbook workbook, boolean heading) {
        if (headingStyle == null) {
            headingStyle = style(workbook, true);
            bodyStyle = style(workbook, false);
        }
        return heading ? headingStyle : bodyStyle;
    }

    private static XSSFCellStyle style(XSSFWorkbook workbook, boolean heading) {
        var style = workbook.createCellStyle();
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        var font = workbook.createFont();
        font.setFontName("Times New Roman");
        font.setBold(heading);
        style.setFont(font);
        if (heading) {
            style.setAlignment(HorizontalAlignment.CENTER);
        }
        return style;
    }

    /// The archive with the same date on every part, so that it can be compared.
    static byte[] timeless(byte[] archive) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(archive));
                var out = new ZipOutputStream(bytes)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var same = new ZipEntry(entry.getName());
                same.setTimeLocal(LocalDateTime.of(2025, 1, 1, 0, 0));
                out.putNextEntry(same);
                in.transferTo(out);
            }
        }
        return bytes.toByteArray();
    }
}
