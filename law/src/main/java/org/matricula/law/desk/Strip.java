package org.matricula.law.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matricula.law.Sentence;
import org.matricula.law.WorkingCalendar.Week;
import org.matricula.law.time.CountedTerm;
import org.matricula.law.time.DeadlineStrip;
import org.matricula.law.time.Term;

/// A counted term as data, day by day, as the contract shows it. The names of the components are those of the JSON.
///
/// @param field the field of the answer that it ends in
/// @param unit what it counts in
/// @param length how many of these; null where the law names a date
/// @param week the week whose days off are passed over; null where every day counts
/// @param start the day it runs from, which is not counted
/// @param due the last day; null while an open pause keeps it unknown
/// @param days every day after the start up to the last one, or up to the first day of an open pause
public record Strip(
        String field,
        Unit unit,
        @Nullable Integer length,
        @Nullable Week week,
        LocalDate start,
        @Nullable LocalDate due,
        List<Day> days) {
    /// What a term counts in.
    public enum Unit {
        /// Every day.
        CALENDAR_DAYS,
        /// Days that are not off.
        WORKING_DAYS,
        /// Months to the day, or to the end of a shorter month.
        MONTHS,
        /// The law names the date.
        FIXED_DATE
    }

    /// A day of the term.
    ///
    /// @param number which counted day it is, from 1; null for a day that does not count
    /// @param reason why it does not count; null for an ordinary counted day
    /// @param source the instrument or clause that says so
    public record Day(
            LocalDate date,
            DeadlineStrip.Kind kind,
            @Nullable Integer number,
            @Nullable Sentence reason,
            @Nullable String source) {}

    public Strip {
        days = List.copyOf(days);
    }

    /// The term as data.
    public static Strip of(CountedTerm counted) {
        DeadlineStrip strip = counted.strip();
        Term term = counted.term() instanceof Term.DayBefore before ? before.other() : counted.term();
        return new Strip(
                counted.field(),
                unit(term),
                length(term),
                term instanceof Term.OfWorkingDays working ? working.week() : null,
                strip.start(),
                strip.due().orElse(null),
                strip.days().stream().map(Strip::day).toList());
    }

    private static Day day(DeadlineStrip.Cell cell) {
        return new Day(
                cell.date(), cell.kind(), cell.number() == 0 ? null : cell.number(), cell.reason(), cell.source());
    }

    private static Unit unit(Term term) {
        return switch (term) {
            case Term.CalendarDays _ -> Unit.CALENDAR_DAYS;
            case Term.OfWorkingDays _ -> Unit.WORKING_DAYS;
            case Term.Months _ -> Unit.MONTHS;
            case Term.FixedDate _ -> Unit.FIXED_DATE;
            case Term.DayBefore before -> unit(before.other());
            case Term.Minutes _ -> throw new IllegalArgumentException("a term in minutes has no days");
        };
    }

    private static @Nullable Integer length(Term term) {
        return switch (term) {
            case Term.CalendarDays t -> t.days();
            case Term.OfWorkingDays t -> t.days();
            case Term.Months t -> t.months();
            case Term.DayBefore before -> length(before.other());
            case Term.FixedDate _, Term.Minutes _ -> null;
        };
    }
}
