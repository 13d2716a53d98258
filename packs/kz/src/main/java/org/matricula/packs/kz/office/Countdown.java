package org.matricula.packs.kz.office;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WorkingCalendar;
import org.matricula.law.WorkingCalendar.Day;
import org.matricula.law.WorkingCalendar.Week;

/// A term of working days counted from a day that itself does not count.
///
/// @param last the last day of the term
/// @param skipped the days in between that did not count
public record Countdown(LocalDate last, List<Skipped> skipped) {
    public Countdown {
        skipped = List.copyOf(skipped);
    }

    /// A day that did not count, and why.
    public record Skipped(LocalDate date, Sentence reason) {}

    /// Counts `days` working days after `from`; the first one counted is the next day or later.
    ///
    /// @throws org.matricula.law.WorkingCalendar.YearNotLoaded when the term leads into a year without a
    /// calendar
    public static Countdown after(WorkingCalendar calendar, LocalDate from, int days, Week week) {
        List<Skipped> skipped = new ArrayList<>();
        LocalDate date = from;
        for (int counted = 0; counted < days; ) {
            date = date.plusDays(1);
            Day day = calendar.on(date, week);
            if (day.working()) {
                counted++;
            } else {
                skipped.add(new Skipped(date, day.reason()));
            }
        }
        return new Countdown(date, skipped);
    }
}
