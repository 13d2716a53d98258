package org.matricula.law.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WorkingCalendar;
import org.matricula.law.WorkingCalendar.Day;
import org.matricula.law.WorkingCalendar.Week;

/// Counting in working days. The day from which is counted is never counted and never moved.
public final class WorkingDays {
    private WorkingDays() {}

    /// A day that was not counted.
    ///
    /// @param reason the weekend, the holiday or the swap
    /// @param source the instrument that says so
    public record Skipped(LocalDate date, Sentence reason, String source) {
        static Skipped of(Day day) {
            return new Skipped(day.date(), day.reason(), day.source());
        }
    }

    /// Where the count ended.
    ///
    /// @param date the last day counted; the start itself when nothing was to be counted
    /// @param skipped the days passed over on the way, in order
    public record Counted(LocalDate date, List<Skipped> skipped) {
        public Counted {
            skipped = List.copyOf(skipped);
        }
    }

    /// The `days`-th working day after `from`.
    ///
    /// @throws WorkingCalendar.YearNotLoaded when the count runs into a year without entries
    /// @throws IllegalArgumentException when `days` is negative
    public static Counted after(WorkingCalendar calendar, LocalDate from, int days, Week week) {
        if (days < 0) {
            throw new IllegalArgumentException("days to count cannot be negative: " + days);
        }
        List<Skipped> skipped = new ArrayList<>();
        LocalDate date = from;
        for (int counted = 0; counted < days; ) {
            date = date.plusDays(1);
            Day day = calendar.on(date, week);
            if (day.working()) {
                counted++;
            } else {
                skipped.add(Skipped.of(day));
            }
        }
        return new Counted(date, skipped);
    }

    /// The day itself when it is a working day, else the next one that is.
    public static Counted onOrAfter(WorkingCalendar calendar, LocalDate date, Week week) {
        return calendar.on(date, week).working() ? new Counted(date, List.of()) : rolled(calendar, date, week);
    }

    private static Counted rolled(WorkingCalendar calendar, LocalDate date, Week week) {
        Counted next = after(calendar, date, 1, week);
        List<Skipped> skipped = new ArrayList<>();
        skipped.add(Skipped.of(calendar.on(date, week)));
        skipped.addAll(next.skipped());
        return new Counted(next.date(), skipped);
    }
}
