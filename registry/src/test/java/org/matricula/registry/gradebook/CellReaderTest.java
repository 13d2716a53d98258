package org.matricula.registry.gradebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matricula.registry.gradebook.grid.Cell;
import org.matricula.registry.gradebook.grid.Content;
import org.matricula.registry.gradebook.spi.Kind;

class CellReaderTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 5);
    private static final Kind.Digits NUMBER = new Kind.Digits(12);
    private static final Kind.Whole MARK = new Kind.Whole(0, 10);
    private static final Kind.Measure HEIGHT = new Kind.Measure(BigDecimal.valueOf(50), BigDecimal.valueOf(220), 1);

    static Outcome read(Kind kind, Content content) {
        return new CellReader(TODAY).read(kind, new Cell(1, 0, content, Optional.empty()));
    }

    static Outcome text(Kind kind, String text) {
        return read(kind, new Content.Words(text));
    }

    static Outcome figure(Kind kind, String value) {
        return read(kind, new Content.Figure(value, new BigDecimal(value)));
    }

    static Outcome date(Kind kind, String serial) {
        return read(kind, new Content.Moment(new BigDecimal(serial), false));
    }

    static String words(Outcome outcome) {
        return outcome.said().getFirst().words().en();
    }

    @Nested
    class A_name {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Hạnh",
                    "Nguyễn An",
                    "Y Lan",
                    "Công Tằng Tôn Nữ Hoàng Ngọc Minh Châu Phương Thảo Diễm Quỳnh",
                    "Jean-Pierre O'Neill",
                    "H’Hen Niê",
                    "NGUYỄN VĂN AN"
                })
        void of_any_length_and_any_number_of_words_is_kept(String name) {
            assertThat(text(new Kind.Name(), name)).isEqualTo(Outcome.good(name));
        }

        @Test
        void typed_decomposed_is_composed() {
            assertThat(text(new Kind.Name(), "Nguye\u0302\u0303n").value()).contains("Nguy\u1EC5n");
        }

        @Test
        void loses_spaces_around_and_between() {
            assertThat(text(new Kind.Name(), " Nguyễn\u00A0 An\n ").value()).contains("Nguyễn An");
        }

        @Test
        void loses_invisible_marks_with_a_note() {
            var outcome = text(new Kind.Name(), "\u200FNguyễn\u200B An\u200E");
            assertThat(outcome.value()).contains("Nguyễn An");
            assertThat(words(outcome)).startsWith("Invisible characters");
        }

        @Test
        void that_reads_in_another_direction_is_refused() {
            assertThat(words(text(new Kind.Name(), "Nguyễn \u202EnA"))).contains("reverses the reading direction");
        }

        @ParameterizedTest
        @CsvSource({"Nguyễn An 2, 2", "'Nguyễn, An', ','", "NguyÔn V¨n An, ¨", "Nguyễn (An), ("})
        void with_anything_but_letters_is_refused(String name, String shown) {
            assertThat(words(text(new Kind.Name(), name))).contains("contains '" + shown + "'");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Nguyễn Аn", "Ðặng An", "Οanh Nguyễn"})
        void with_letters_of_another_alphabet_is_refused(String name) {
            assertThat(words(text(new Kind.Name(), name))).contains("another alphabet");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Nguyá»…n An", "Tráº§n BÃ¬nh", "Nguy\uFFFDn", "Nguyễn\u0007An", "Nguyễn \uE001"})
        void whose_letters_were_lost_or_garbled_is_refused(String name) {
            assertThat(text(new Kind.Name(), name).value()).isEmpty();
        }

        @Test
        void in_small_letters_is_read_with_a_warning() {
            assertThat(text(new Kind.Name(), "nguyễn an").said().getFirst().severity())
                    .isEqualTo(Problem.Severity.WARNING);
        }

        @Test
        void of_more_than_a_hundred_letters_is_refused() {
            assertThat(words(text(new Kind.Name(), "A".repeat(101)))).contains("101 characters");
        }

        @Test
        void that_is_a_number_or_a_date_is_refused() {
            assertThat(figure(new Kind.Name(), "12").value()).isEmpty();
            assertThat(words(date(new Kind.Name(), "42521"))).contains("turned what was typed into a date");
        }
    }

    @Nested
    class A_personal_number {
        @ParameterizedTest
        @ValueSource(strings = {"022316000001", " 022316000001 ", "=\"022316000001\"", "'022316000001"})
        void kept_as_text_is_read(String text) {
            assertThat(text(NUMBER, text)).isEqualTo(Outcome.good("022316000001"));
        }

        @Test
        void written_in_groups_is_read_with_a_note() {
            assertThat(text(NUMBER, "022 316 000 001").value()).contains("022316000001");
        }

        @ParameterizedTest
        @ValueSource(strings = {"22316000001", "0223160000012", "1"})
        void with_a_digit_too_few_or_too_many_is_refused(String text) {
            assertThat(words(text(NUMBER, text))).contains(text.length() + " digits");
        }

        @Test
        void that_lost_its_leading_zero_as_a_figure_is_not_repaired() {
            var outcome = figure(NUMBER, "22316000001");
            assertThat(outcome.value()).isEmpty();
            assertThat(words(outcome)).contains("drops a leading zero").contains("Format the column as Text");
        }

        @Test
        void of_twelve_digits_as_a_figure_lost_nothing_and_is_read_with_a_note() {
            var outcome = figure(NUMBER, "122316000001");
            assertThat(outcome.value()).contains("122316000001");
            assertThat(words(outcome)).contains("stored as a figure");
        }

        @ParameterizedTest
        @ValueSource(strings = {"2.2316E+11", "1.22316E11", "1223160000001234567", "1E400"})
        void that_lost_its_last_digits_is_refused(String value) {
            assertThat(words(figure(NUMBER, value))).contains("the last digits were lost");
        }

        @ParameterizedTest
        @ValueSource(strings = {"2.2316E+10", "2,23E+10", "22E10"})
        void in_scientific_notation_as_text_is_refused(String text) {
            assertThat(words(text(NUMBER, text))).contains("the last digits were lost");
        }

        @ParameterizedTest
        @ValueSource(strings = {"O22316000001", "022-316-000-001", "０２２３１６００００01", "không có"})
        void with_other_signs_is_refused(String text) {
            assertThat(words(text(NUMBER, text))).contains("is not a number of 12 digits");
        }

        @ParameterizedTest
        @ValueSource(strings = {"22316000001.5", "-122316000001", "0"})
        void that_is_no_count_is_refused(String value) {
            assertThat(figure(NUMBER, value).value()).isEmpty();
        }
    }

    @Nested
    class A_mark {
        @ParameterizedTest
        @CsvSource({"9,9", "'9,0',9", "9.0,9", "10,10", "0,0", "' 7 ',7", "09,9", "\u200B8,8"})
        void that_is_whole_is_read(String text, String mark) {
            assertThat(text(MARK, text)).isEqualTo(Outcome.good(mark));
        }

        @ParameterizedTest
        @CsvSource({"9,9", "9.0,9", "1E1,10", "0,0"})
        void that_is_a_figure_is_read(String value, String mark) {
            assertThat(figure(MARK, value).value()).contains(mark);
        }

        @ParameterizedTest
        @ValueSource(strings = {"10.5", "9,5", "7.25"})
        void with_a_half_is_refused(String text) {
            assertThat(words(text(MARK, text))).contains("is not a whole number");
        }

        @Test
        void that_only_shows_as_whole_is_refused() {
            assertThat(words(figure(MARK, "8.6"))).contains("although it may show a rounded number");
            assertThat(figure(MARK, "8.9999999999999996").value()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"11", "-1", "100", "999999999"})
        void beyond_the_scale_is_refused(String text) {
            assertThat(words(text(MARK, text))).contains("outside the range from 0 to 10");
            assertThat(words(figure(MARK, text))).contains("outside the range from 0 to 10");
        }

        @ParameterizedTest
        @CsvSource({"Mười,10", "mười,10", "muoi,10", "Chín,9", "không,0", "ten,10"})
        void in_words_is_refused_with_the_digits(String text, String digits) {
            assertThat(words(text(MARK, text))).endsWith("Write the mark in digits: " + digits + ".");
        }

        @ParameterizedTest
        @ValueSource(strings = {"9/10", "9 điểm", "A", "9+", "٩", "９", "1e1", "--"})
        void with_other_signs_is_refused(String text) {
            assertThat(words(text(MARK, text))).contains("is not a number");
        }

        @Test
        void that_became_a_date_is_refused() {
            assertThat(words(date(MARK, "46274"))).contains("turned what was typed into a date (09/09/2026)");
        }

        @Test
        void that_is_true_is_refused() {
            assertThat(words(read(MARK, new Content.Truth(true)))).contains("TRUE or FALSE");
        }
    }

    @Nested
    class A_level {
        @ParameterizedTest
        @CsvSource({
            "T,T",
            "t,T",
            "' T ',T",
            "Hoàn thành tốt,T",
            "HOÀN THÀNH TỐT,T",
            "H,H",
            "Đ,D",
            "đ,D",
            "D,D",
            "Ð,D",
            "well completed,T"
        })
        void is_read_in_every_writing(String text, String code) {
            assertThat(text(SmallForm.LEVEL, text)).isEqualTo(Outcome.good(code));
        }

        @Test
        void without_its_diacritics_is_read_with_a_note() {
            assertThat(text(SmallForm.LEVEL, "hoan thanh").value()).contains("H");
            assertThat(text(SmallForm.LEVEL, "hoan thanh").said()).hasSize(1);
        }

        @Test
        void of_another_list_is_explained() {
            assertThat(words(text(SmallForm.LEVEL, "x"))).isEqualTo("X is no level");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Т", "Н"})
        void from_a_cyrillic_keyboard_is_refused(String text) {
            assertThat(words(text(SmallForm.LEVEL, text))).contains("letter of another alphabet");
        }

        @Test
        void that_is_a_mark_is_told_to_move() {
            assertThat(words(figure(SmallForm.LEVEL, "9"))).contains("If it is a mark, move it to its own column");
            assertThat(words(text(SmallForm.LEVEL, "9"))).contains("If it is a mark, move it to its own column");
        }

        @Test
        void that_is_written_as_a_figure_is_read_where_the_list_has_figures() {
            var yesNo = new Kind.Choice(List.of(Kind.Option.of("YES", "Có", "yes", "Có", "1")), Map.of());
            assertThat(figure(yesNo, "1").value()).contains("YES");
            assertThat(figure(yesNo, "2").value()).isEmpty();
        }

        @Test
        void that_is_unknown_is_shown_the_list() {
            assertThat(words(text(SmallForm.LEVEL, "Khá"))).contains("T (well completed), H (completed)");
        }
    }

    @Nested
    class A_measure {
        @ParameterizedTest
        @CsvSource({"132,132", "'132,5',132.5", "132.50,132.5"})
        void is_read_with_a_point_or_a_comma(String text, String value) {
            assertThat(text(HEIGHT, text).value()).contains(value);
        }

        @ParameterizedTest
        @ValueSource(strings = {"1m32", "1.32", "132.55", "400", "132 cm"})
        void that_is_something_else_is_refused(String text) {
            assertThat(text(HEIGHT, text).value()).isEmpty();
        }
    }

    @Nested
    class A_comment {
        @Test
        void keeps_its_lines() {
            assertThat(text(new Kind.Text(100, true), "Đọc tốt. \r\nViết đẹp.\rCố gắng hơn.\n")
                            .value())
                    .contains("Đọc tốt.\nViết đẹp.\nCố gắng hơn.");
        }

        @Test
        void with_a_picture_is_refused_and_the_picture_is_shown() {
            assertThat(words(text(new Kind.Text(100, true), "Giỏi 👍")))
                    .contains("👍")
                    .contains("U+1F44D");
        }

        @Test
        void that_is_too_long_is_refused() {
            assertThat(words(text(new Kind.Text(10, true), "12345678901"))).contains("11 characters; at most 10");
        }

        @Test
        void in_capitals_with_unbreakable_spaces_is_kept() {
            assertThat(text(new Kind.Text(100, true), "ĐÃ\u00A0HOÀN THÀNH").value())
                    .contains("ĐÃ HOÀN THÀNH");
            assertThat(words(text(new Kind.Text(100, true), "LÃ\u00A0m bÃ\u00A0i")))
                    .contains("garbled");
        }

        @Test
        void with_french_quotes_and_signs_is_kept() {
            var comment = "Đạt «khá»; tiến bộ 50% – cần cố gắng (học kì 2), 37°";
            assertThat(text(new Kind.Text(100, true), comment).value()).contains(comment);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"'[1]Lớp 4A + 4B'!$A$1", "SUM([12]Sheet1!A1:A3)", "[2]!Bang"})
    void a_value_from_another_file_is_refused_however_it_is_written(String formula) {
        var cell = new Cell(1, 0, new Content.Figure("9", BigDecimal.valueOf(9)), Optional.of(formula));
        assertThat(words(new CellReader(TODAY).read(MARK, cell))).contains("taken from another file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUM(Bang1[2024])", "Bang1[2024]+Lop!A1"})
    void a_value_from_a_table_of_the_same_file_is_read(String formula) {
        var cell = new Cell(1, 0, new Content.Figure("9", BigDecimal.valueOf(9)), Optional.of(formula));
        assertThat(new CellReader(TODAY).read(MARK, cell).value()).contains("9");
    }

    @Test
    void a_value_from_another_file_is_refused() {
        var cell = new Cell(1, 0, new Content.Figure("9", BigDecimal.valueOf(9)), Optional.of("[1]Sheet1!$A$1"));
        assertThat(words(new CellReader(TODAY).read(MARK, cell))).contains("taken from another file");
    }

    @Property(tries = 500)
    void any_text_has_an_outcome_in_every_kind(@ForAll String text) {
        for (Kind kind : new Kind[] {
            new Kind.Name(), new Kind.Text(50, true), NUMBER, new Kind.Day(), MARK, HEIGHT, SmallForm.LEVEL
        }) {
            var outcome = text(kind, text);
            assertThat(outcome.value().isPresent()
                            || outcome.said().stream().anyMatch(s -> s.severity() == Problem.Severity.ERROR))
                    .isTrue();
        }
    }
}
