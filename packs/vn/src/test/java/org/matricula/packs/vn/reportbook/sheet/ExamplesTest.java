package org.matricula.packs.vn.reportbook.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.matricula.packs.vn.reportbook.PrimaryReportBook;
import org.matricula.registry.gradebook.ClassSheetReader;
import org.matricula.registry.gradebook.ClassSheetTemplate;
import org.matricula.registry.gradebook.Reading;
import org.matricula.registry.gradebook.spi.PupilRow;

/// The files in `examples/` are what this code writes; `-Dexamples.write=true` writes them again.
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("../../examples");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 5);
    private final ClassSheetTemplate template = new ClassSheetTemplate(new PrimaryClassSheet());

    @Test
    void class_4a_is_read_back_as_it_was_written() throws IOException {
        var file = committed("class-4a.xlsx", template.filled(ExampleClasses.fourA()));
        var reading = read(file);
        assertThat(reading.remarks()).extracting(p -> p.line("en")).isEmpty();
        var sheet = ((Reading.Read) reading).sheet();
        assertThat(sheet.info()).isEqualTo(ExampleClasses.fourA().info());
        assertThat(sheet.rows())
                .containsExactlyElementsOf(ExampleClasses.fourA().rows());
    }

    @Test
    void class_1b_in_the_layout_that_schools_print_is_read_like_the_template() throws Exception {
        var file = committed("class-1b.xlsx", new SchoolPrint(ExampleClasses.oneB()).write());
        var reading = read(file);
        assertThat(reading.remarks())
                .extracting(p -> p.severity() + p.line("en"))
                .allMatch(l -> l.startsWith("NOTE") && l.contains("it was not read as a pupil"))
                .hasSize(3);
        var sheet = ((Reading.Read) reading).sheet();
        assertThat(sheet.info().values())
                .containsAllEntriesOf(ExampleClasses.oneB().info().values());
        assertThat(sheet.info().teachers())
                .isEqualTo(ExampleClasses.oneB().info().teachers());
        var printed = sheet.rows().getFirst().values().keySet();
        for (int i = 0; i < 35; i++) {
            var expected =
                    new LinkedHashMap<>(ExampleClasses.oneB().rows().get(i).values());
            expected.keySet().retainAll(union(printed, "repeating", "father", "mother", "awards"));
            assertThat(sheet.rows().get(i).values()).isEqualTo(expected);
        }
    }

    private static Set<String> union(Set<String> keys, String... more) {
        var all = new HashSet<>(keys);
        all.addAll(List.of(more));
        return all;
    }

    @Test
    void class_4a_as_csv_is_the_same_class() throws IOException {
        var file = committed("class-4a.csv", template.filledCsv(ExampleClasses.fourA()));
        var reading = read(file);
        assertThat(reading.remarks()).extracting(p -> p.line("en")).isEmpty();
        assertThat(((Reading.Read) reading).sheet().rows())
                .extracting(PupilRow::values)
                .containsExactlyElementsOf(ExampleClasses.fourA().rows().stream()
                        .map(PupilRow::values)
                        .toList());
    }

    @Test
    void the_classes_have_every_year_result_and_every_kind_of_pupil() {
        var rows = ExampleClasses.fourA().rows();
        assertThat(rows).hasSize(35);
        assertThat(rows)
                .extracting(r -> r.value("yearResult").orElseThrow())
                .contains("EXCELLENT", "GOOD", "COMPLETED", "NOT_COMPLETED");
        assertThat(rows)
                .filteredOn(r -> r.value("yearResult").orElseThrow().equals("NOT_COMPLETED"))
                .hasSize(2);
        assertThat(rows)
                .extracting(r -> r.value("fullName").orElseThrow())
                .contains("Hạnh", "Nguyễn An")
                .anyMatch(n -> n.length() == 60);
        assertThat(rows).filteredOn(r -> r.value("repeating").isPresent()).hasSize(1);
        assertThat(rows).filteredOn(r -> r.value("arrivedOn").isPresent()).hasSize(1);
        assertThat(rows)
                .extracting(r -> r.value("personalNumber").orElseThrow())
                .doesNotHaveDuplicates();
    }

    @Test
    void the_rules_of_the_report_book_have_no_remark_on_either_class() {
        var books = new PrimaryReportBook();
        for (var sheet : List.of(ExampleClasses.fourA(), ExampleClasses.oneB())) {
            for (var row : sheet.rows()) {
                assertThat(books.compose(sheet.info(), row, "HB-2025-EXAMPLE1", 1, TODAY)
                                .remarks())
                        .as(row.value("fullName").orElseThrow())
                        .isEmpty();
            }
        }
    }

    private static Reading read(byte[] file) {
        return new ClassSheetReader(new PrimaryClassSheet()).read(file, TODAY);
    }

    static byte[] committed(String name, byte[] generated) throws IOException {
        var path = EXAMPLES.resolve(name);
        if (Boolean.getBoolean("examples.write")) {
            Files.createDirectories(path.getParent());
            Files.write(path, generated);
        }
        assertThat(path).hasBinaryContent(generated);
        return generated;
    }
}
