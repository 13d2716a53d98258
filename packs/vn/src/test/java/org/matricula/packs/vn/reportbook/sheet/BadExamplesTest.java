package org.matricula.packs.vn.reportbook.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.matricula.packs.vn.reportbook.sheet.BadExamples.Bad;
import org.matricula.registry.gradebook.ClassSheetReader;
import org.matricula.registry.gradebook.Problem;
import org.matricula.registry.gradebook.Reading;

class BadExamplesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 5);

    static List<Bad> all() {
        return BadExamples.all();
    }

    private static List<String> errors(byte[] file) {
        return switch (new ClassSheetReader(new PrimaryClassSheet()).read(file, TODAY)) {
            case Reading.Read _ -> List.of();
            case Reading.Problems problems ->
                problems.errors().stream().map(p -> p.line("en")).toList();
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void a_bad_sheet_is_refused_with_its_fault_and_no_other(Bad bad) throws IOException {
        ExamplesTest.committed("bad/" + bad.name(), bad.bytes());
        var errors = errors(bad.bytes());
        assertThat(errors).hasSameSizeAs(bad.said());
        for (var said : bad.said()) {
            assertThat(errors).anyMatch(e -> e.contains(said), said);
        }
    }

    @Test
    void a_sheet_with_faults_in_two_rows_keeps_the_third() {
        var many = all().getLast();
        assertThat(new ClassSheetReader(new PrimaryClassSheet()).read(many.bytes(), TODAY))
                .isInstanceOfSatisfying(
                        Reading.Problems.class,
                        p -> assertThat(p.goodRows().orElseThrow().rows())
                                .extracting(r -> r.value("fullName").orElseThrow())
                                .containsExactly("Hoàng Minh Anh"));
    }

    @Test
    void the_page_of_the_folder_tells_what_is_said() throws IOException {
        var said = new LinkedHashMap<String, List<String>>();
        all().forEach(b -> said.put(b.name(), errors(b.bytes())));
        ExamplesTest.committed("bad/README.md", BadExamples.page(said).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_sheet_with_trailing_blanks_and_blank_rows_is_no_bad_sheet() {
        var padded = BadSheet.with(b -> {
            b.cell(0, "Họ và tên").setCellValue("  Bùi Thị Ngọc Anh \u00A0");
            b.cell(0, "Toán", "Mức đạt được").setCellValue("T ");
            b.table().createRow(BadSheet.FIRST + 10).createCell(1).setCellValue("   ");
        });
        var reading = new ClassSheetReader(new PrimaryClassSheet()).read(padded, TODAY);
        assertThat(reading.remarks()).extracting(Problem::words).isEmpty();
        assertThat(((Reading.Read) reading).sheet().rows())
                .isEqualTo(BadSheet.three().rows());
    }
}
