package org.matricula.registry.gradebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matricula.registry.gradebook.grid.Content;
import org.matricula.registry.gradebook.spi.Kind;

class BirthDateTest {
    private static Outcome text(Kind kind, String text) {
        return CellReaderTest.text(kind, text);
    }

    private static Outcome figure(Kind kind, String value) {
        return CellReaderTest.figure(kind, value);
    }

    private static Outcome date(Kind kind, String serial) {
        return CellReaderTest.date(kind, serial);
    }

    private static Outcome read(Kind kind, Content content) {
        return CellReaderTest.read(kind, content);
    }

    private static String words(Outcome outcome) {
        return CellReaderTest.words(outcome);
    }

    @Nested
    class A_birth_date {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "05/03/2016",
                    "5/3/2016",
                    "05-03-2016",
                    "5.3.2016",
                    "05 / 03 / 2016",
                    "2016-03-05",
                    "2016/3/5",
                    "2016-03-05 00:00:00",
                    "2016-03-05T00:00:00",
                    "05/03/2016 00:00:00",
                    "5/3/2016 0:00",
                    "05/03/2016 12:00:00 SA",
                    "ngày 5 tháng 3 năm 2016",
                    "5 tháng 3 năm 2016",
                    "\u200E05/03/2016\u200E",
                    "05/03/2016 "
                })
        void is_read_day_first_in_every_shape(String text) {
            assertThat(text(new Kind.Day(), text).value()).contains("2016-03-05");
        }

        @Test
        void as_a_date_cell_is_read_in_both_date_systems() {
            assertThat(date(new Kind.Day(), "42434").value()).contains("2016-03-05");
            assertThat(read(new Kind.Day(), new Content.Moment(new BigDecimal("40972"), true))
                            .value())
                    .contains("2016-03-05");
        }

        @ParameterizedTest
        @ValueSource(strings = {"31/02/2016", "29/02/2015", "00/01/2016", "31/04/2016", "32/01/2016"})
        void that_is_no_day_of_the_calendar_is_refused(String text) {
            assertThat(words(text(new Kind.Day(), text))).contains("There is no day " + text);
        }

        @Test
        void on_a_leap_day_is_read() {
            assertThat(text(new Kind.Day(), "29/02/2016").value()).contains("2016-02-29");
        }

        @Test
        void written_month_first_is_refused() {
            assertThat(words(text(new Kind.Day(), "03/25/2016"))).contains("day and month seem to be exchanged");
        }

        @ParameterizedTest
        @ValueSource(strings = {"05/03/16", "5-3-16"})
        void with_a_year_of_two_digits_is_refused(String text) {
            assertThat(words(text(new Kind.Day(), text))).contains("Write four digits");
        }

        @ParameterizedTest
        @ValueSource(strings = {"2016", "tháng 3/2016", "không rõ", "03/2016", "2016-03-05 07:30"})
        void that_is_no_full_date_is_refused(String text) {
            assertThat(words(text(new Kind.Day(), text))).contains("is not a date");
        }

        @Test
        void in_the_future_is_refused_and_today_is_not() {
            assertThat(words(text(new Kind.Day(), "06/06/2026"))).contains("is in the future (today is 05/06/2026)");
            assertThat(text(new Kind.Day(), "05/06/2026").value()).contains("2026-06-05");
        }

        @ParameterizedTest
        @ValueSource(strings = {"05/03/1016", "05/03/0216"})
        void of_another_age_is_refused(String text) {
            assertThat(words(text(new Kind.Day(), text))).contains("too long ago");
        }

        @Test
        void with_a_time_of_day_is_refused() {
            assertThat(words(date(new Kind.Day(), "42433.7083333333"))).contains("time of day");
        }

        @Test
        void that_lost_its_format_is_refused_with_the_date_it_may_be() {
            assertThat(words(figure(new Kind.Day(), "42434"))).contains("If it stands for 05/03/2016");
            assertThat(words(figure(new Kind.Day(), "20160305"))).contains("is not a date");
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "0.5", "-3", "60", "2958466", "1E30"})
        void with_a_serial_that_is_no_birthday_is_refused(String serial) {
            assertThat(date(new Kind.Day(), serial).value()).isEmpty();
        }
    }

    @Property(tries = 200)
    void a_birth_date_means_the_same_as_text_and_as_a_cell(@ForAll @IntRange(min = 36526, max = 46178) int serial) {
        var day = LocalDate.of(1899, 12, 30).plusDays(serial);
        var typed = "%d/%d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
        assertThat(text(new Kind.Day(), typed).value())
                .contains(day.toString())
                .isEqualTo(date(new Kind.Day(), String.valueOf(serial)).value());
    }
}
