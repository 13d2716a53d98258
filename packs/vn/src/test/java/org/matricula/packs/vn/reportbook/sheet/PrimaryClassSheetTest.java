package org.matricula.packs.vn.reportbook.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matricula.registry.gradebook.ClassSheet;
import org.matricula.registry.gradebook.ClassSheetReader;
import org.matricula.registry.gradebook.ClassSheetTemplate;
import org.matricula.registry.gradebook.Reading;
import org.matricula.registry.gradebook.spi.ClassInfo;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.Column.Need;
import org.matricula.registry.gradebook.spi.Heading;
import org.matricula.registry.gradebook.spi.Kind;
import org.matricula.registry.gradebook.spi.PupilRow;

class PrimaryClassSheetTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 5);
    private static final PrimaryClassSheet FORM = new PrimaryClassSheet();
    private static final ClassSheetReader READER = new ClassSheetReader(FORM);

    private static List<String> said(Reading reading) {
        return reading.remarks().stream()
                .map(p -> p.severity() + " " + p.line("en"))
                .toList();
    }

    private static ClassSheet withExample(int grade) {
        var info = new LinkedHashMap<>(ExampleClasses.fourA().info().values());
        info.put("grade", String.valueOf(grade));
        info.put("className", grade + "A");
        return new ClassSheet(new ClassInfo(grade, info, Map.of()), List.of(new PupilRow(6, FORM.example(grade))));
    }

    @Nested
    class A_personal_number {
        private static Map<String, String> born(String day, String sex, String number) {
            return Map.of("bornOn", day, "sex", sex, "personalNumber", number);
        }

        @Test
        void that_fits_the_birth_is_passed_in_silence() {
            assertThat(FORM.odd(born("2016-03-08", "FEMALE", "022316004521"))).isEmpty();
        }

        @Test
        void that_speaks_of_another_year_or_sex_is_shown_at_its_cell() {
            assertThat(FORM.odd(born("2017-03-08", "FEMALE", "022316004521")))
                    .extractingByKey("personalNumber")
                    .extracting(words -> words.en())
                    .asString()
                    .contains("digits 5 and 6 are 16");
            assertThat(FORM.odd(born("2016-03-08", "MALE", "022316004521"))).containsOnlyKeys("personalNumber");
        }

        @Test
        void is_not_judged_while_the_birth_is_not_known() {
            assertThat(FORM.odd(Map.of("personalNumber", "022316004521"))).isEmpty();
        }
    }

    @Nested
    class A_grade {
        @ParameterizedTest
        @CsvSource({"1,8,2", "2,8,2", "3,11,5", "4,12,7", "5,12,7"})
        void has_its_subjects_and_its_tests(int grade, int subjects, int tests) {
            var needed = FORM.columns(grade).stream()
                    .filter(c -> c.need() == Need.ALWAYS)
                    .map(Column::key)
                    .toList();
            assertThat(needed).filteredOn(k -> k.endsWith(".level")).hasSize(subjects);
            assertThat(needed).filteredOn(k -> k.endsWith(".test")).hasSize(tests);
        }

        @ParameterizedTest
        @CsvSource({"1,8", "2,8", "3,10", "4,10", "5,10"})
        void has_its_competences(int grade, int competences) {
            assertThat(FORM.columns(grade))
                    .filteredOn(c -> c.kind() == Levels.QUALITY)
                    .hasSize(5 + competences);
        }

        @Test
        void outside_primary_school_is_refused() {
            assertThatThrownBy(() -> FORM.columns(6)).hasMessageContaining("grades 1 to 5, not 6");
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5})
        void has_an_example_that_is_itself_a_good_row(int grade) {
            var reading = READER.read(new ClassSheetTemplate(FORM).filled(withExample(grade)), TODAY);
            assertThat(said(reading)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5})
        void has_an_empty_sheet_that_lacks_only_the_class_and_its_pupils(int grade) {
            for (var empty :
                    List.of(new ClassSheetTemplate(FORM).empty(grade), new ClassSheetTemplate(FORM).emptyCsv(grade))) {
                assertThat(said(READER.read(empty, TODAY)))
                        .filteredOn(s -> s.startsWith("ERROR"))
                        .allMatch(s -> s.contains("is not given") || s.contains("There is no pupil"));
            }
        }
    }

    @Nested
    class Every_wording {
        /// Each try takes the next wording of every heading at once, so that two headings that could be
        /// mistaken for each other meet.
        @ParameterizedTest
        @ValueSource(ints = {1, 3, 4})
        void of_a_heading_under_its_group_is_understood(int grade) {
            for (int turn = 0; turn < 20; turn++) {
                int nth = turn;
                var reading = read(
                        grade, c -> List.of(c.group().map(g -> wording(g, nth)).orElse(""), wording(c.heading(), nth)));
                assertThat(said(reading)).as("turn " + turn).isEmpty();
            }
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 3, 4})
        void of_a_heading_that_stands_alone_is_understood(int grade) {
            for (int turn = 0; turn < 20; turn++) {
                int nth = turn;
                var reading = read(grade, c -> List.of("", alone(c, nth)));
                assertThat(said(reading)).as("turn " + turn).isEmpty();
            }
        }

        private static String alone(Column column, int nth) {
            if (column.group().isEmpty()) {
                return wording(column.heading(), nth);
            }
            return column.alone().isEmpty()
                    ? column.group().get().label().local() + " - " + wording(column.heading(), nth)
                    : column.alone().get(nth % column.alone().size());
        }

        private static String wording(Heading heading, int nth) {
            var all = new ArrayList<>(heading.wordings());
            // One word for both kinds of competences cannot tell whose comment it is.
            all.removeIf(w -> w.equals("Năng lực") || w.equals("Competences") || w.endsWith("ăng lực cốt lõi"));
            return all.get(nth % all.size());
        }

        private static Reading read(int grade, java.util.function.Function<Column, List<String>> headings) {
            var columns = FORM.columns(grade);
            var text = new StringBuilder("Trường,Hoa Sen\nMã trường,1\nTỉnh,Quảng Ninh\nNăm học,2025-2026\nLớp,")
                    .append(grade)
                    .append("A\nGVCN,Nguyễn An\nHiệu trưởng,Trần Bình\n\n");
            for (int row = 0; row < 2; row++) {
                for (var column : columns) {
                    text.append('"').append(headings.apply(column).get(row)).append("\",");
                }
                text.append('\n');
            }
            var example = FORM.example(grade);
            for (var column : columns) {
                var value = example.getOrDefault(column.key(), "");
                var shown = column.kind() instanceof Kind.Choice choice
                        ? choice.option(value).map(Kind.Option::shown).orElse("")
                        : value;
                text.append('"').append(shown).append("\",");
            }
            return READER.read(text.append('\n').toString().getBytes(StandardCharsets.UTF_8), TODAY);
        }
    }

    @Test
    void a_level_of_qualities_is_explained_to_a_subject_teacher() {
        assertThat(Levels.SUBJECT.mistaken().get("Đ").local()).startsWith("Đ là mức của phẩm chất, năng lực");
    }

    @Test
    void keys_are_unique_in_every_grade() {
        for (int grade : FORM.grades()) {
            var keys = new HashSet<String>();
            assertThat(FORM.columns(grade)).allMatch(c -> keys.add(c.key()));
        }
    }

    @Test
    void the_page_about_the_format_names_every_key() throws IOException {
        var page = Files.readString(Path.of("../../docs/formats/class-sheet.md"));
        for (int grade : FORM.grades()) {
            assertThat(FORM.columns(grade))
                    .map(Column::key)
                    .map(k -> k.replaceFirst("^[A-Z_0-9]+\\.", "<SUBJECT>."))
                    .allMatch(k -> page.contains("`" + k + "`"));
            assertThat(FORM.subjects(grade)).allMatch(h -> page.contains("`" + h.code() + "`"));
        }
        assertThat(FORM.classKeys()).allMatch(k -> page.contains("`" + k.key() + "`"));
    }

    @Test
    void no_option_is_written_like_another() {
        for (var choice : List.of(
                Levels.SUBJECT,
                Levels.QUALITY,
                Levels.SEX,
                Levels.YES_NO,
                Levels.YEAR_RESULT,
                Levels.promotion(4),
                Levels.promotion(5))) {
            var owner = new HashMap<String, String>();
            for (var option : choice.options()) {
                for (var alias : option.aliases()) {
                    assertThat(owner.putIfAbsent(alias.toLowerCase(java.util.Locale.ROOT), option.code()))
                            .isNull();
                }
            }
        }
    }
}
