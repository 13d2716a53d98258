package org.matricula.registry.gradebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.matricula.registry.gradebook.spi.ClassInfo;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.Heading;
import org.matricula.registry.gradebook.spi.Kind;
import org.matricula.registry.gradebook.spi.PupilRow;

/// Writes a class sheet as CSV: pairs about the class, a blank line, two heading rows, the pupils.
final class CsvTemplate {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private final ClassSheetForm form;
    private final int grade;

    CsvTemplate(ClassSheetForm form, int grade) {
        this.form = form;
        this.grade = grade;
    }

    byte[] write(ClassInfo info, List<PupilRow> rows, boolean examples) {
        var text = new StringBuilder().append(BYTE_ORDER_MARK);
        try (var printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            for (var key : form.classKeys()) {
                printer.printRecord(
                        key.heading().label().local(), info.value(key.key()).orElse(""));
            }
            for (var subject : form.subjects(grade)) {
                var teacher = Optional.ofNullable(info.teachers().get(subject.code()));
                if (teacher.isPresent() || examples) {
                    printer.printRecord("Giáo viên " + subject.label().local(), teacher.orElse(""));
                }
            }
            printer.println();
            headings(printer);
            int number = 0;
            for (var row : rows) {
                var cells = new ArrayList<String>();
                cells.add(examples ? TemplateTable.EXAMPLE : String.valueOf(++number));
                columns()
                        .forEach(c -> cells.add(row.value(c.key())
                                .map(v -> Shown.text(c.kind(), v))
                                .orElse("")));
                printer.printRecord(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<Column> columns() {
        return form.columns(grade).stream()
                .filter(c -> !(c.kind() instanceof Kind.Unused))
                .toList();
    }

    private void headings(CSVPrinter printer) throws IOException {
        var groups = new ArrayList<String>();
        var headings = new ArrayList<String>();
        groups.add(form.ordinal().label().local());
        headings.add("");
        Optional<Heading> last = Optional.empty();
        for (var column : columns()) {
            boolean same = column.group().isPresent() && column.group().equals(last);
            groups.add(
                    same ? "" : column.group().orElse(column.heading()).label().local());
            headings.add(column.group().isPresent() ? column.heading().label().local() : "");
            last = column.group();
        }
        printer.printRecord(groups);
        printer.printRecord(headings);
    }
}
