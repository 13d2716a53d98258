package org.matricula.registry.gradebook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.matricula.law.Sentence;
import org.matricula.registry.gradebook.Look.Align;
import org.matricula.registry.gradebook.Look.Format;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.Column.Need;
import org.matricula.registry.gradebook.spi.Kind;

/// Writes lists that [ListReader] reads: one row of headings, a marked example, drop-down lists, instructions.
public final class ListTemplate {
    private static final int TITLE_ROW = 0;
    private static final int HEADING_ROW = 2;
    private static final int CHARACTER = 256;
    /// Excel refuses a list typed into the rule itself when it is longer.
    private static final int LONGEST_LIST = 255;

    private final ListForm form;
    private final Sentence title;
    private final List<Sentence> instructions;

    /// @param instructions one paragraph each
    public ListTemplate(ListForm form, Sentence title, List<Sentence> instructions) {
        this.form = form;
        this.title = title;
        this.instructions = List.copyOf(instructions);
    }

    /// What a template shows besides its headings.
    ///
    /// @param columns keys of the columns that it has, in this order
    /// @param example canonical values of the example row by column key; empty for none
    /// @param rows rows that are filled in already
    /// @param emptyRows how many rows are laid out after them
    /// @param lists further drop-down lists by column key, for example the school's classes
    public record Content(
            List<String> columns,
            Map<String, String> example,
            List<Map<String, String>> rows,
            int emptyRows,
            Map<String, List<String>> lists) {
        public Content {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            lists = Map.copyOf(lists);
        }
    }

    /// The list as a workbook. The same arguments give the same cells.
    public byte[] workbook(Content content) {
        try (var workbook = new XSSFWorkbook()) {
            workbook.getProperties().getCoreProperties().setTitle(title.local());
            workbook.getProperties().getCoreProperties().setCreator("Matricula");
            var look = new Look(workbook);
            var sheet = workbook.createSheet(title.local().length() > 31 ? "Danh sách" : title.local());
            table(sheet, look, content);
            instructions(workbook.createSheet("Hướng dẫn"), look);
            var bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The list as CSV: UTF-8 with a byte order mark, since Excel needs it to see Vietnamese letters.
    public byte[] csv(Content content) {
        var text = new StringBuilder().append('\uFEFF');
        try (var printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            List<Column> columns = columns(content);
            printer.print(form.ordinal().label().local());
            for (Column column : columns) {
                printer.print(column.heading().label().local());
            }
            printer.println();
            if (!content.example().isEmpty()) {
                print(printer, TemplateTable.EXAMPLE, columns, content.example());
            }
            int number = 0;
            for (Map<String, String> row : content.rows()) {
                print(printer, String.valueOf(++number), columns, row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void print(CSVPrinter printer, String ordinal, List<Column> columns, Map<String, String> row)
            throws IOException {
        printer.print(ordinal);
        for (Column column : columns) {
            String value = row.getOrDefault(column.key(), "");
            printer.print(value.isEmpty() ? "" : Shown.text(column.kind(), value));
        }
        printer.println();
    }

    private List<Column> columns(Content content) {
        return content.columns().stream().map(form::column).toList();
    }

    private void table(XSSFSheet sheet, Look look, Content content) {
        List<Column> columns = columns(content);
        var head = sheet.createRow(TITLE_ROW).createCell(0);
        head.setCellValue(look.bilingual(title, "   "));
        head.setCellStyle(look.title());
        var headings = sheet.createRow(HEADING_ROW);
        headings.setHeightInPoints(44);
        var ordinal = headings.createCell(0);
        ordinal.setCellValue(look.bilingual(form.ordinal().label(), "\n"));
        ordinal.setCellStyle(look.heading(0, true));
        sheet.setColumnWidth(0, 7 * CHARACTER);
        for (int i = 0; i < columns.size(); i++) {
            var cell = headings.createCell(i + 1);
            cell.setCellValue(look.bilingual(columns.get(i).heading().label(), "\n"));
            cell.setCellStyle(look.heading(1, columns.get(i).need() == Need.ALWAYS));
            sheet.setColumnWidth(i + 1, width(columns.get(i)) * CHARACTER);
        }
        int next = HEADING_ROW + 1;
        if (!content.example().isEmpty()) {
            row(sheet, look, next++, columns, content.example(), Optional.of(TemplateTable.EXAMPLE), true);
        }
        int first = next;
        for (int i = 0; i < content.rows().size() + content.emptyRows(); i++) {
            boolean filled = i < content.rows().size();
            row(
                    sheet,
                    look,
                    next++,
                    columns,
                    filled ? content.rows().get(i) : Map.of(),
                    filled ? Optional.of(String.valueOf(i + 1)) : Optional.empty(),
                    false);
        }
        lists(sheet, columns, content, first, Math.max(first, next - 1));
        sheet.createFreezePane(Math.min(2, columns.size()), HEADING_ROW + 1);
        sheet.setRepeatingRows(new CellRangeAddress(HEADING_ROW, HEADING_ROW, -1, -1));
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setActiveCell(new CellAddress(first, 1));
    }

    private static void row(
            XSSFSheet sheet,
            Look look,
            int at,
            List<Column> columns,
            Map<String, String> values,
            Optional<String> number,
            boolean example) {
        var row = sheet.createRow(at);
        row.setHeightInPoints(18);
        var ordinal = row.createCell(0);
        ordinal.setCellStyle(look.body(Align.CENTRE, Format.GENERAL, example));
        number.ifPresent(ordinal::setCellValue);
        for (int i = 0; i < columns.size(); i++) {
            Kind kind = columns.get(i).kind();
            var cell = row.createCell(i + 1);
            cell.setCellStyle(look.body(
                    kind instanceof Kind.Name || kind instanceof Kind.Text ? Align.LEFT : Align.CENTRE,
                    kind instanceof Kind.Day ? Format.DAY : Format.TEXT,
                    example));
            String value = values.getOrDefault(columns.get(i).key(), "");
            if (!value.isEmpty()) {
                set(cell, kind, value);
            }
        }
    }

    private static void set(XSSFCell cell, Kind kind, String value) {
        if (kind instanceof Kind.Day) {
            cell.setCellValue(LocalDate.parse(value));
        } else {
            cell.setCellValue(Shown.text(kind, value));
        }
    }

    private static int width(Column column) {
        return switch (column.kind()) {
            case Kind.Name _ -> 26;
            case Kind.Digits(var digits) -> digits + 5;
            case Kind.Day _ -> 13;
            case Kind.Text(var longest, var _) -> longest > 200 ? 30 : 14;
            case Kind.Choice choice ->
                choice.options().stream()
                        .mapToInt(option -> option.shown().length() + 3)
                        .max()
                        .orElse(10);
            case Kind.Whole _, Kind.Measure _, Kind.Unused _ -> 10;
        };
    }

    private static void lists(XSSFSheet sheet, List<Column> columns, Content content, int first, int last) {
        var helper = sheet.getDataValidationHelper();
        for (int i = 0; i < columns.size(); i++) {
            List<String> values =
                    new ArrayList<>(content.lists().getOrDefault(columns.get(i).key(), List.of()));
            if (columns.get(i).kind() instanceof Kind.Choice choice) {
                choice.options().forEach(option -> values.add(option.shown()));
            }
            if (columns.get(i).kind() instanceof Kind.Digits) {
                // Without this every number carries a green corner that offers to spoil it.
                sheet.addIgnoredErrors(
                        new CellRangeAddress(first, last, i + 1, i + 1), IgnoredErrorType.NUMBER_STORED_AS_TEXT);
            }
            if (!values.isEmpty() && String.join(",", values).length() <= LONGEST_LIST) {
                var rule = helper.createValidation(
                        helper.createExplicitListConstraint(values.toArray(String[]::new)),
                        new CellRangeAddressList(first, last, i + 1, i + 1));
                rule.setShowErrorBox(columns.get(i).kind() instanceof Kind.Choice);
                sheet.addValidationData(rule);
            }
        }
    }

    private void instructions(XSSFSheet sheet, Look look) {
        sheet.setDisplayGridlines(false);
        sheet.setColumnWidth(0, 62 * CHARACTER);
        sheet.setColumnWidth(1, 62 * CHARACTER);
        var heads = sheet.createRow(0);
        heads.createCell(0).setCellValue("Hướng dẫn");
        heads.createCell(1).setCellValue("Instructions");
        heads.forEach(cell -> cell.setCellStyle(look.title()));
        int next = 2;
        for (Sentence sentence : instructions) {
            var row = sheet.createRow(next++);
            row.createCell(0).setCellValue(sentence.local());
            row.createCell(1).setCellValue(sentence.en());
            int longest = Math.max(sentence.en().length(), sentence.local().length());
            row.setHeightInPoints(15.5f * (longest / 70 + 1) + 6);
            row.forEach(cell -> cell.setCellStyle(look.paragraph()));
        }
    }
}
