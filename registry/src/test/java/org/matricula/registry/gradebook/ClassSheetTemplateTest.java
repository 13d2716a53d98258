package org.matricula.registry.gradebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matricula.registry.gradebook.SheetKit.read;
import static org.matricula.registry.gradebook.SheetKit.said;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.matricula.registry.gradebook.spi.ClassInfo;
import org.matricula.registry.gradebook.spi.PupilRow;

class ClassSheetTemplateTest {
    private static final ClassSheetTemplate TEMPLATE = new ClassSheetTemplate(new SmallForm());

    private static final ClassInfo CLASS = new ClassInfo(
            1,
            Map.of(
                    "school", "Trường Tiểu học Hoa Sen",
                    "schoolYear", "2025-2026",
                    "grade", "1",
                    "className", "1A",
                    "homeroomTeacher", "Nguyễn Thị Hoa"),
            Map.of("MUSIC", "Lê Ngân"));

    @Test
    void an_empty_sheet_lacks_only_what_a_school_must_fill_in() {
        for (byte[] empty : List.of(TEMPLATE.empty(1), TEMPLATE.emptyCsv(1))) {
            assertThat(said(read(empty)))
                    .filteredOn(s -> s.startsWith("ERROR"))
                    .hasSize(5)
                    .anyMatch(s -> s.contains("'School' is not given"))
                    .anyMatch(s -> s.contains("There is no pupil under the headings"));
        }
    }

    @Test
    void the_example_row_is_passed_over_and_said_so() {
        assertThat(said(read(TEMPLATE.empty(2))))
                .anyMatch(s -> s.contains("The example row of the template was not read"));
    }

    @Test
    void the_same_sheet_is_written_in_the_same_bytes() {
        assertThat(TEMPLATE.empty(1)).isEqualTo(TEMPLATE.empty(1));
        assertThat(TEMPLATE.emptyCsv(1)).isEqualTo(TEMPLATE.emptyCsv(1));
    }

    @Property(tries = 60)
    void what_is_written_is_read_back(@ForAll("classes") List<Map<String, String>> pupils) {
        var rows = new ArrayList<PupilRow>();
        pupils.forEach(p -> rows.add(new PupilRow(rows.size() + 6, p)));
        var sheet = new ClassSheet(CLASS, rows);
        var reading = read(TEMPLATE.filled(sheet));
        assertThat(said(reading)).isEmpty();
        assertThat(((Reading.Read) reading).sheet().info()).isEqualTo(CLASS);
        assertThat(((Reading.Read) reading).sheet().rows()).containsExactlyElementsOf(rows);
        assertThat(SheetKit.pupils(read(TEMPLATE.filledCsv(sheet))))
                .extracting(PupilRow::values)
                .containsExactlyElementsOf(pupils);
    }

    @Provide
    Arbitrary<List<Map<String, String>>> classes() {
        var name = Arbitraries.of("Hạnh", "Nguyễn An", "Trần Thị Đoan Trang", "Y Lan", "Ngô Ưu")
                .map(String::new);
        var day = Arbitraries.integers()
                .between(0, 9_000)
                .map(d -> LocalDate.of(2001, 1, 1).plusDays(d).toString());
        var number = Arbitraries.longs().between(0, 999_999_999_999L).map("%012d"::formatted);
        var level = Arbitraries.of("T", "H", "D");
        var mark = Arbitraries.integers().between(0, 10).map(String::valueOf);
        var comment = Arbitraries.of(
                "", "Đọc tốt.\nViết đẹp.", "\"Giỏi\", rất cố gắng; cần nói to hơn", "=không", "7,5", "31/02");
        var height = Arbitraries.integers().between(100, 150).map(String::valueOf);
        return Combinators.combine(name, number, day, height, level, mark, comment)
                .as((n, d, b, h, l, m, c) -> {
                    Map<String, String> values = new LinkedHashMap<>();
                    values.put("fullName", n);
                    values.put("number", d);
                    values.put("bornOn", b);
                    values.put("heightCm", h);
                    values.put("MATHEMATICS.level", l);
                    values.put("MATHEMATICS.test", m);
                    if (!c.isEmpty()) {
                        values.put("MATHEMATICS.comment", c);
                    }
                    return values;
                })
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .filter(l -> {
                    var seen = new HashSet<String>();
                    return l.stream()
                            .allMatch(v -> seen.add(v.get("number")) && seen.add(v.get("fullName") + v.get("bornOn")));
                });
    }
}
