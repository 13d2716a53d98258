package org.matricula.law.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matricula.law.Sentence;
import org.matricula.law.WorkingCalendar;
import org.matricula.law.WorkingCalendar.Week;
import org.matricula.law.time.DeadlineStrip.Kind;
import org.matricula.law.time.Term.LastDay;

class LegalClockTest {
    /// Friday 2 January 2026 is off and Saturday 10 January is worked instead; both weeks rest on 1 January.
    static final WorkingCalendar CALENDAR = Calendars.parse("XX.yaml", """
            country: XX
            language: ru
            sources: {code: "Code", order: "Order 1"}
            words:
              workday: {en: "a working day", ru: "рабочий день"}
              saturday: {en: "Saturday", ru: "суббота"}
              sunday: {en: "Sunday", ru: "воскресенье"}
            weeks: {FIVE: code, SIX: code}
            years:
              "2026":
                - {date: 2026-01-01, working: false, reason: {en: "New Year", ru: "Новый год"}, source: code}
                - {date: 2026-01-02, working: false, week: FIVE, reason: {en: "swapped", ru: "перенос"}, source: order}
                - {date: 2026-01-10, working: true, week: FIVE, reason: {en: "worked", ru: "рабочая"}, source: order}
            """);

    private static final LegalClock CLOCK = new LegalClock(CALENDAR);
    private static final Sentence GROUND = new Sentence("a paper was asked for", "запрошен документ");

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    @Nested
    class A_term_of_working_days {
        @ParameterizedTest
        @CsvSource({
            "2025-12-31, 1, FIVE, 2026-01-05",
            "2025-12-31, 1, SIX, 2026-01-02",
            "2026-01-05, 5, FIVE, 2026-01-10",
            "2026-01-09, 1, FIVE, 2026-01-10",
            "2026-01-10, 1, FIVE, 2026-01-12",
            "2026-01-10, 1, SIX, 2026-01-12",
            "2026-01-03, 1, FIVE, 2026-01-05",
            "2026-01-16, 1, FIVE, 2026-01-19",
            "2026-01-16, 1, SIX, 2026-01-17",
            "2026-01-05, 0, FIVE, 2026-01-05"
        })
        void does_not_count_the_first_day_and_skips_days_off(String from, int days, Week week, String due) {
            assertThat(CLOCK.due(new Term.OfWorkingDays(days, week), day(from))).isEqualTo(due);
            assertThat(WorkingDays.after(CALENDAR, day(from), days, week).date())
                    .isEqualTo(due);
        }

        @Test
        void names_each_day_off_with_its_reason_and_source() {
            assertThat(WorkingDays.after(CALENDAR, day("2025-12-31"), 1, Week.FIVE)
                            .skipped())
                    .extracting(s -> s.date() + " " + s.reason().en() + " " + s.source())
                    .containsExactly(
                            "2026-01-01 New Year Code",
                            "2026-01-02 swapped Order 1",
                            "2026-01-03 Saturday Code",
                            "2026-01-04 Sunday Code");
        }

        @Test
        void refuses_a_year_without_entries_by_name() {
            assertThatThrownBy(() -> CLOCK.due(new Term.OfWorkingDays(2, Week.FIVE), day("2026-12-30")))
                    .isInstanceOfSatisfying(WorkingCalendar.YearNotLoaded.class, e -> {
                        assertThat(e.year()).isEqualTo(2027);
                        assertThat(e.country()).isEqualTo("XX");
                    });
        }

        @Test
        void cannot_be_negative() {
            assertThatThrownBy(() -> new Term.OfWorkingDays(-1, Week.FIVE)).hasMessageContaining("-1");
        }
    }

    @Nested
    class A_term_of_months {
        @ParameterizedTest
        @CsvSource({
            "2012-02-29, 36, 2015-02-28",
            "2013-01-31, 1, 2013-02-28",
            "2016-01-31, 1, 2016-02-29",
            "2016-03-31, 3, 2016-06-30",
            "2011-01-31, 36, 2014-01-31"
        })
        void ends_on_the_same_day_or_the_last_of_the_month(String from, int months, String due) {
            assertThat(CLOCK.due(new Term.Months(months), day(from))).isEqualTo(due);
        }
    }

    @Nested
    class A_term_of_calendar_days {
        @Test
        void stays_on_a_day_off_unless_the_law_moves_it() {
            assertThat(CLOCK.due(new Term.CalendarDays(10), day("2026-01-01"))).isEqualTo("2026-01-11");
            assertThat(CLOCK.due(new Term.CalendarDays(10, LastDay.MOVES_FORWARD, Week.FIVE), day("2026-01-01")))
                    .isEqualTo("2026-01-12");
            assertThat(CLOCK.due(new Term.CalendarDays(9, LastDay.MOVES_FORWARD, Week.FIVE), day("2026-01-01")))
                    .isEqualTo("2026-01-10");
        }

        @Test
        void shows_the_days_it_moved_over() {
            DeadlineStrip strip = CLOCK.strip(
                    new Term.CalendarDays(3, LastDay.MOVES_FORWARD, Week.FIVE), day("2025-12-31"), List.of());
            assertThat(strip.days())
                    .extracting(c -> c.date().getDayOfMonth() + " " + c.kind() + " " + c.number())
                    .containsExactly("1 COUNTED 1", "2 COUNTED 2", "3 MOVED_OVER 3", "4 MOVED_OVER 0", "5 COUNTED 0");
            assertThat(strip.due()).contains(day("2026-01-05"));
        }

        @Test
        void needs_no_calendar_while_its_last_day_stays() {
            assertThat(CLOCK.due(new Term.CalendarDays(30), day("1999-12-31"))).isEqualTo("2000-01-30");
        }
    }

    @Nested
    class A_pause {
        private static final Term TEN = new Term.CalendarDays(10);

        @Test
        void lengthens_the_term_by_its_days_and_shows_its_ground() {
            Pause pause = new Pause(day("2026-02-05"), day("2026-02-07"), GROUND, "X:1");
            DeadlineStrip strip = CLOCK.strip(TEN, day("2026-02-01"), List.of(pause));
            assertThat(strip.due()).contains(day("2026-02-14"));
            assertThat(strip.days().get(3).kind()).isEqualTo(Kind.PAUSED);
            assertThat(strip.days().get(3).reason()).isEqualTo(GROUND);
        }

        @Test
        void that_is_open_leaves_the_last_day_unknown() {
            Pause pause = new Pause(day("2026-02-05"), null, GROUND, "X:1");
            assertThat(CLOCK.due(TEN, day("2026-02-01"), List.of(pause))).isEmpty();
        }

        @Test
        void that_is_open_shows_the_day_on_which_the_term_came_to_stand() {
            Pause pause = new Pause(day("2026-02-05"), null, GROUND, "X:1");
            DeadlineStrip strip = CLOCK.strip(TEN, day("2026-02-01"), List.of(pause));
            assertThat(strip.days().getLast())
                    .isEqualTo(new DeadlineStrip.Cell(day("2026-02-05"), Kind.PAUSED, 0, GROUND, "X:1"));
            assertThat(strip.counted()).isEqualTo(3);
        }

        @Test
        void after_the_last_day_changes_nothing() {
            Pause pause = new Pause(day("2026-02-12"), null, GROUND, "X:1");
            assertThat(CLOCK.due(TEN, day("2026-02-01"), List.of(pause))).contains(day("2026-02-11"));
        }

        /// The third counted day is a Saturday; the term moves to Monday, and Monday is in the pause.
        @Test
        void holds_back_a_last_day_that_moves_into_it() {
            Term moving = new Term.CalendarDays(3, LastDay.MOVES_FORWARD, Week.FIVE);
            Pause closed = new Pause(day("2026-01-05"), day("2026-01-06"), GROUND, "X:1");
            DeadlineStrip strip = CLOCK.strip(moving, day("2025-12-31"), List.of(closed));
            assertThat(strip.due()).contains(day("2026-01-07"));
            assertThat(strip.days())
                    .extracting(DeadlineStrip.Cell::kind)
                    .containsExactly(
                            Kind.COUNTED,
                            Kind.COUNTED,
                            Kind.MOVED_OVER,
                            Kind.MOVED_OVER,
                            Kind.PAUSED,
                            Kind.PAUSED,
                            Kind.COUNTED);
            Pause open = new Pause(day("2026-01-04"), null, GROUND, "X:1");
            assertThat(CLOCK.due(moving, day("2025-12-31"), List.of(open))).isEmpty();
        }

        @Test
        void cannot_end_before_it_began() {
            assertThatThrownBy(() -> new Pause(day("2026-02-05"), day("2026-02-04"), GROUND, "X:1"))
                    .hasMessageContaining("2026-02-04");
        }
    }

    @Nested
    class Other_terms {
        @Test
        void the_day_before_another_term_is_one_day_earlier_even_on_a_day_off() {
            assertThat(CLOCK.due(new Term.DayBefore(new Term.OfWorkingDays(1, Week.FIVE)), day("2026-01-09")))
                    .isEqualTo("2026-01-09");
            assertThat(CLOCK.due(new Term.DayBefore(new Term.CalendarDays(30)), day("2016-03-01")))
                    .isEqualTo("2016-03-30");
        }

        @Test
        void a_fixed_date_does_not_depend_on_the_start() {
            assertThat(CLOCK.due(new Term.FixedDate(day("2016-08-14")), day("2016-07-31")))
                    .isEqualTo("2016-08-14");
        }

        @Test
        void the_last_of_fifteen_minutes_is_still_in_time() {
            assertThat(LegalClock.lastMoment(new Term.Minutes(15), LocalDateTime.parse("2025-01-10T10:00:30")))
                    .isEqualTo("2025-01-10T10:15:30");
            assertThatThrownBy(() -> CLOCK.due(new Term.Minutes(15), day("2026-01-05")))
                    .hasMessageContaining("lastMoment");
        }

        @Test
        void a_duty_may_have_a_target_before_its_legal_end() {
            assertThat(CLOCK.dues(new Term.CalendarDays(29), new Term.CalendarDays(30), day("2016-03-01")))
                    .isEqualTo(new LegalClock.Dues(day("2016-03-30"), day("2016-03-31")));
        }
    }
}
