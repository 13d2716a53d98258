package org.matricula.law.time;

import java.time.LocalDate;
import org.matricula.law.WorkingCalendar.Week;

/// A time limit as the law writes it. The day or moment it runs from is never counted and never moved.
public sealed interface Term {
    /// What happens when the last day is not a working day.
    enum LastDay {
        /// It stays where it is.
        STAYS,
        /// It moves to the next working day.
        MOVES_FORWARD
    }

    /// So many days of the calendar.
    ///
    /// @param week the week by which a last day moves
    record CalendarDays(int days, LastDay lastDay, Week week) implements Term {
        public CalendarDays {
            notNegative(days);
        }

        /// A term whose last day stays where it is.
        public CalendarDays(int days) {
            this(days, LastDay.STAYS, Week.FIVE);
        }
    }

    /// So many working days; it always ends on one.
    record OfWorkingDays(int days, Week week) implements Term {
        public OfWorkingDays {
            notNegative(days);
        }
    }

    /// So many months. It ends on the same day of the last month, or on that month's last day where there is no such
    /// day: one month from 31 January is 28 February, and 36 months from 29 February 2012 is 28 February 2015.
    ///
    /// @param week the week by which a last day moves
    record Months(int months, LastDay lastDay, Week week) implements Term {
        public Months {
            notNegative(months);
        }

        /// A term whose last day stays where it is.
        public Months(int months) {
            this(months, LastDay.STAYS, Week.FIVE);
        }
    }

    /// So many minutes; the last moment still counts.
    record Minutes(int minutes) implements Term {
        public Minutes {
            notNegative(minutes);
        }
    }

    /// A date fixed by the law itself, whatever it runs from.
    record FixedDate(LocalDate date) implements Term {}

    /// The day before another term ends.
    record DayBefore(Term other) implements Term {}

    private static void notNegative(int amount) {
        if (amount < 0) {
            throw new IllegalArgumentException("a term cannot be negative: " + amount);
        }
    }
}
