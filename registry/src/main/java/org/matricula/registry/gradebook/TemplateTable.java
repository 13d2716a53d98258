package org.matricula.registry.gradebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.matricula.registry.gradebook.Look.Align;
import org.matricula.registry.gradebook.Look.Format;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.Column.Need;
import org.matricula.registry.gradebook.spi.Kind;
import org.matricula.registry.gradebook.spi.PupilRow;

/// The table: two heading rows, drop-down lists, one row per pupil.
final class TemplateTable {
    static final String NAME = "Bảng tổng hợp";

    /// Stands in the column of row numbers of an example; the reader passes over such a row.
    static final String EXAMPLE = "Ví dụ";

    private static final int GROUP_ROW = 3;
    private static final int HEADING_ROW = 4;
    private static final int FIRST_PUPIL = 5;
    private static final int EMPTY_ROWS = 45;
    private static final int CHARACTER = 256;
    private static final int SHORT_TEXT = 100;
    private static final float BODY_LINE = 15f;

    private final List<Column> columns;
    private final ClassSheetForm form;
    private final int grade;
    private final Look look;
    private final Optional<ClassSheet> filled;

    /// @param filled the class; without it the table is an empty one. A filled table leaves out the columns
    ///     that may be missing and that no pupil has filled
    TemplateTable(ClassSheetForm form, int grade, Look look, Optional<ClassSheet> filled) {
        this.form = form;
        this.grade = grade;
        this.look = look;
        this.filled = filled;
        this.columns = form.columns(grade).stream()
                .filter(c -> !(c.kind() instanceof Kind.Unused))
                .filter(c -> c.need() == Need.ALWAYS
                        || filled.isEmpty()
                        || filled.get().rows().stream()
                                .anyMatch(r -> r.value(c.key()).isPresent()))
                .toList();
    }

    void write(XSSFWorkbook workbook) {
        var sheet = workbook.createSheet(NAME);
        var title = sheet.createRow(0).createCell(0);
        title.setCellValue(form.title().local());
        title.setCellStyle(look.title());
        var subtitle = sheet.createRow(1).createCell(0);
        subtitle.setCellValue(filled.map(this::classLine).orElse(form.title().en()));
        subtitle.setCellStyle(look.subtitle());
        headings(sheet);
        if (filled.isPresent()) {
            int number = 0;
            for (var pupil : filled.get().rows()) {
                pupil(sheet, FIRST_PUPIL + number, pupil, String.valueOf(++number), false);
            }
            lists(sheet, FIRST_PUPIL + Math.max(number, 1) - 1);
        } else {
            pupil(sheet, FIRST_PUPIL, new PupilRow(FIRST_PUPIL, form.example(grade)), EXAMPLE, true);
            for (int i = 1; i <= EMPTY_ROWS; i++) {
                pupil(sheet, FIRST_PUPIL + i, new PupilRow(FIRST_PUPIL + i, Map.of()), "", false);
            }
            lists(sheet, FIRST_PUPIL + EMPTY_ROWS);
        }
        page(workbook, sheet);
    }

    private String classLine(ClassSheet sheet) {
        var info = sheet.info();
        return form.classKeys().stream()
                .filter(k -> List.of("school", ClassSheetForm.CLASS_NAME, "schoolYear")
                        .contains(k.key()))
                .flatMap(k -> info.value(k.key()).map(v -> k.heading().label().local() + ": " + v).stream())
                .reduce((a, b) -> a + "    " + b)
                .orElse("");
    }

    private void headings(XSSFSheet sheet) {
        var groups = sheet.createRow(GROUP_ROW);
        var heads = sheet.createRow(HEADING_ROW);
        groups.setHeightInPoints(34);
        heads.setHeightInPoints(64);
        var ordinal = groups.createCell(0);
        ordinal.setCellValue(look.bilingual(form.ordinal().label(), "\n"));
        ordinal.setCellStyle(look.heading(0, true));
        heads.createCell(0).setCellStyle(look.heading(0, true));
        sheet.addMergedRegion(new CellRangeAddress(GROUP_ROW, HEADING_ROW, 0, 0));
        sheet.setColumnWidth(0, 7 * CHARACTER);
        int section = 0;
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            boolean begins = i == 0 || !column.group().equals(columns.get(i - 1).group());
            section += begins ? 1 : 0;
            heading(sheet, groups, heads, i, section, begins);
            sheet.setColumnWidth(i + 1, width(column) * CHARACTER);
        }
    }

    private void heading(XSSFSheet sheet, XSSFRow groups, XSSFRow heads, int i, int section, boolean begins) {
        var column = columns.get(i);
        var style = look.heading(section, column.need() != Need.OPTIONAL);
        var top = groups.createCell(i + 1);
        var low = heads.createCell(i + 1);
        low.setCellStyle(style);
        if (column.group().isEmpty()) {
            top.setCellStyle(style);
            top.setCellValue(look.bilingual(column.heading().label(), "\n"));
            sheet.addMergedRegion(new CellRangeAddress(GROUP_ROW, HEADING_ROW, i + 1, i + 1));
            return;
        }
        top.setCellStyle(look.heading(
                section, columns.stream().anyMatch(c -> c.group().equals(column.group()) && c.need() == Need.ALWAYS)));
        low.setCellValue(look.bilingual(column.heading().label(), "\n"));
        if (begins) {
            top.setCellValue(look.bilingual(column.group().get().label(), "\n"));
            int last = i;
            while (last + 1 < columns.size() && columns.get(last + 1).group().equals(column.group())) {
                last++;
            }
            if (last > i) {
                sheet.addMergedRegion(new CellRangeAddress(GROUP_ROW, GROUP_ROW, i + 1, last + 1));
            }
        }
    }

    private void pupil(XSSFSheet sheet, int at, PupilRow pupil, String number, boolean example) {
        var row = sheet.createRow(at);
        var ordinal = row.createCell(0);
        ordinal.setCellStyle(look.body(Align.CENTRE, Format.GENERAL, example));
        if (number.chars().allMatch(Character::isDigit) && !number.isEmpty()) {
            ordinal.setCellValue(Integer.parseInt(number));
        } else if (!number.isEmpty()) {
            ordinal.setCellValue(number);
        }
        int lines = 1;
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var cell = row.createCell(i + 1);
            cell.setCellStyle(look.body(align(column.kind()), format(column.kind()), example));
            var value = pupil.value(column.key());
            value.ifPresent(v -> set(cell, column.kind(), v));
            lines = Math.max(lines, value.map(v -> lines(v, width(column))).orElse(1));
        }
        row.setHeightInPoints(BODY_LINE * lines + 4);
    }

    private static int lines(String value, int width) {
        return value.lines().mapToInt(l -> l.length() * 10 / (width * 11) + 1).sum();
    }

    private static void set(XSSFCell cell, Kind kind, String value) {
        switch (kind) {
            case Kind.Day _ -> cell.setCellValue(LocalDate.parse(value));
            case Kind.Whole _, Kind.Measure _ -> cell.setCellValue(Double.parseDouble(value));
            case Kind.Name _, Kind.Text _, Kind.Digits _, Kind.Choice _, Kind.Unused _ ->
                cell.setCellValue(Shown.text(kind, value));
        }
    }

    private static Align align(Kind kind) {
        return switch (kind) {
            case Kind.Text(var longest, var _) -> longest > SHORT_TEXT ? Align.WRAPPED : Align.LEFT;
            case Kind.Name _ -> Align.LEFT;
            case Kind.Digits _, Kind.Day _, Kind.Whole _, Kind.Measure _, Kind.Choice _, Kind.Unused _ -> Align.CENTRE;
        };
    }

    private static Format format(Kind kind) {
        return switch (kind) {
            case Kind.Digits _, Kind.Name _, Kind.Text _ -> Format.TEXT;
            case Kind.Day _ -> Format.DAY;
            case Kind.Whole _, Kind.Measure _, Kind.Choice _, Kind.Unused _ -> Format.GENERAL;
        };
    }

    private static int width(Column column) {
        return switch (column.kind()) {
            case Kind.Name _ -> 27;
            case Kind.Digits(var digits) -> digits + 5;
            case Kind.Day _ -> 13;
            case Kind.Text(var longest, var lines) -> lines ? 36 : longest > SHORT_TEXT ? 24 : 14;
            case Kind.Choice choice ->
                Math.max(
                        11,
                        choice.options().stream()
                                        .mapToInt(o -> o.shown().length())
                                        .max()
                                        .orElse(0)
                                + 3);
            case Kind.Whole _, Kind.Measure _, Kind.Unused _ -> 10;
        };
    }

    /// Drop-down lists and limits. They help while typing; the reader checks everything again.
    private void lists(XSSFSheet sheet, int last) {
        var helper = sheet.getDataValidationHelper();
        for (int i = 0; i < columns.size(); i++) {
            Optional<DataValidationConstraint> rule = switch (columns.get(i).kind()) {
                case Kind.Choice choice ->
                    Optional.of(helper.createExplicitListConstraint(
                            choice.options().stream().map(Kind.Option::shown).toArray(String[]::new)));
                case Kind.Whole(var least, var most) ->
                    Optional.of(helper.createIntegerConstraint(
                            OperatorType.BETWEEN, String.valueOf(least), String.valueOf(most)));
                case Kind.Digits(var digits) ->
                    Optional.of(helper.createTextLengthConstraint(OperatorType.EQUAL, String.valueOf(digits), ""));
                case Kind.Name _, Kind.Text _, Kind.Day _, Kind.Measure _, Kind.Unused _ -> Optional.empty();
            };
            if (columns.get(i).kind() instanceof Kind.Digits) {
                // Without this every number carries a green corner that offers to spoil it.
                sheet.addIgnoredErrors(
                        new CellRangeAddress(FIRST_PUPIL, last, i + 1, i + 1), IgnoredErrorType.NUMBER_STORED_AS_TEXT);
            }
            if (rule.isPresent()) {
                var validation =
                        helper.createValidation(rule.get(), new CellRangeAddressList(FIRST_PUPIL, last, i + 1, i + 1));
                validation.setShowErrorBox(true);
                validation.createErrorBox(
                        shortened(columns.get(i).heading().label().local()),
                        allowed(columns.get(i).kind()));
                sheet.addValidationData(validation);
            }
        }
    }

    private static String allowed(Kind kind) {
        return switch (kind) {
            case Kind.Choice choice ->
                String.join(
                        ", ", choice.options().stream().map(Kind.Option::shown).toList());
            case Kind.Whole(var least, var most) -> least + " – " + most;
            case Kind.Digits(var digits) -> digits + " chữ số · " + digits + " digits";
            case Kind.Name _, Kind.Text _, Kind.Day _, Kind.Measure _, Kind.Unused _ -> "";
        };
    }

    /// Excel refuses a file whose message titles have more than 32 characters.
    private static String shortened(String text) {
        return text.length() <= 32 ? text : text.substring(0, 31) + "…";
    }

    private void page(XSSFWorkbook workbook, XSSFSheet sheet) {
        sheet.createFreezePane(2, FIRST_PUPIL);
        sheet.setRepeatingRows(new CellRangeAddress(GROUP_ROW, HEADING_ROW, -1, -1));
        sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, 1));
        var print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A3_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) 3);
        print.setFitHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.setHorizontallyCenter(true);
        sheet.getFooter().setRight("&P / &N");
        sheet.setActiveCell(new CellAddress(FIRST_PUPIL, 1));
    }
}
