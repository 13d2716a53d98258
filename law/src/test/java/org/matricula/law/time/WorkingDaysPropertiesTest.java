package org.matricula.law.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.matricula.law.Sentence;
import org.matricula.law.WorkingCalendar;
import org.matricula.law.WorkingCalendar.Week;
import org.matricula.law.time.TableCalendar.Special;
import org.matricula.law.time.TableCalendar.WeekRule;

/// What holds for every calendar, every start and every length.
class WorkingDaysPropertiesTest {
    private static final Sentence WORD = new Sentence("a day", "день");
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final WeekRule RULE = new WeekRule(WORD, WORD, WORD, "code");

    /// Days that depart from the week: true is worked, false is off.
    record Departures(Map<LocalDate, Boolean> days) {
        WorkingCalendar calendar() {
            Map<Week, WeekRule> rules = new EnumMap<>(Map.of(Week.FIVE, RULE, Week.SIX, RULE));
            Map<LocalDate, Special> specials = new HashMap<>();
            days.forEach((day, working) -> specials.put(day, new Special(working, WORD, "order")));
            return new TableCalendar(
                    "XX", Set.of(2025, 2026, 2027), rules, Map.of(Week.FIVE, specials, Week.SIX, specials));
        }

        Departures withDayOff(LocalDate day) {
            Map<LocalDate, Boolean> more = new HashMap<>(days);
            more.put(day, false);
            return new Departures(more);
        }
    }

    @Provide
    Arbitrary<LocalDate> starts() {
        return Arbitraries.integers().between(0, 500).map(FIRST::plusDays);
    }

    @Provide
    Arbitrary<Departures> calendars() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 700).list().ofMaxSize(40),
                        Arbitraries.of(true, false).list().ofSize(40))
                .as((days, working) -> {
                    Map<LocalDate, Boolean> departures = new HashMap<>();
                    for (int i = 0; i < days.size(); i++) {
                        departures.put(FIRST.plusDays(days.get(i)), working.get(i));
                    }
                    return new Departures(Collections.unmodifiableMap(departures));
                });
    }

    @Property
    void a_term_ends_on_a_working_day_and_has_counted_exactly_so_many(
            @ForAll("calendars") Departures departures,
            @ForAll("starts") LocalDate start,
            @ForAll @IntRange(min = 1, max = 60) int days,
            @ForAll Week week) {
        WorkingCalendar calendar = departures.calendar();
        WorkingDays.Counted counted = WorkingDays.after(calendar, start, days, week);
        assertThat(calendar.on(counted.date(), week).working()).isTrue();
        List<LocalDate> worked = new ArrayList<>();
        for (LocalDate d = start.plusDays(1); !d.isAfter(counted.date()); d = d.plusDays(1)) {
            if (calendar.on(d, week).working()) {
                worked.add(d);
            }
        }
        assertThat(worked).hasSize(days);
        assertThat(start.plusDays(days + counted.skipped().size())).isEqualTo(counted.date());
    }

    @Property
    void a_later_start_never_gives_an_earlier_end(
            @ForAll("calendars") Departures departures,
            @ForAll("starts") LocalDate start,
            @ForAll @IntRange(min = 0, max = 30) int later,
            @ForAll @IntRange(max = 60) int days,
            @ForAll Week week) {
        WorkingCalendar calendar = departures.calendar();
        assertThat(WorkingDays.after(calendar, start.plusDays(later), days, week)
                        .date())
                .isAfterOrEqualTo(WorkingDays.after(calendar, start, days, week).date());
    }

    @Property
    void one_more_holiday_never_shortens_a_term(
            @ForAll("calendars") Departures departures,
            @ForAll("starts") LocalDate start,
            @ForAll @IntRange(max = 100) int holiday,
            @ForAll @IntRange(max = 60) int days,
            @ForAll Week week) {
        Departures more = departures.withDayOff(start.plusDays(holiday));
        assertThat(WorkingDays.after(more.calendar(), start, days, week).date())
                .isAfterOrEqualTo(WorkingDays.after(departures.calendar(), start, days, week)
                        .date());
    }

    @Property
    void six_days_a_week_never_take_longer_than_five_where_no_saturday_is_moved(
            @ForAll("starts") LocalDate start, @ForAll @IntRange(max = 60) int days) {
        WorkingCalendar plain = new Departures(Map.of()).calendar();
        assertThat(WorkingDays.after(plain, start, days, Week.SIX).date())
                .isBeforeOrEqualTo(
                        WorkingDays.after(plain, start, days, Week.FIVE).date());
    }

    @Provide
    Arbitrary<Term> terms() {
        Arbitrary<Integer> lengths = Arbitraries.integers().between(0, 60);
        Arbitrary<Term> counted = Arbitraries.oneOf(
                lengths.map(Term.CalendarDays::new),
                Combinators.combine(lengths, Arbitraries.of(Week.class)).as(Term.OfWorkingDays::new),
                Arbitraries.integers().between(0, 12).map(Term.Months::new),
                starts().map(Term.FixedDate::new));
        return Arbitraries.oneOf(counted, counted.map(Term.DayBefore::new));
    }

    @Property
    void the_last_day_found_quickly_is_the_last_day_of_the_strip(
            @ForAll("calendars") Departures departures, @ForAll("starts") LocalDate start, @ForAll("terms") Term term) {
        LegalClock clock = new LegalClock(departures.calendar());
        CountedTerm counted = clock.count("due", term, start);
        assertThat(counted.strip().due()).contains(counted.due());
    }

    @Property
    void the_strip_of_a_term_ends_where_the_count_ends(
            @ForAll("calendars") Departures departures,
            @ForAll("starts") LocalDate start,
            @ForAll @IntRange(max = 60) int days,
            @ForAll Week week) {
        WorkingCalendar calendar = departures.calendar();
        WorkingDays.Counted counted = WorkingDays.after(calendar, start, days, week);
        DeadlineStrip strip = new LegalClock(calendar).strip(new Term.OfWorkingDays(days, week), start, List.of());
        assertThat(strip.due()).contains(counted.date());
        assertThat(strip.skipped()).isEqualTo(counted.skipped());
    }
}
