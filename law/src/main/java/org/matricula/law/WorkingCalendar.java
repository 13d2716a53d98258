package org.matricula.law;

import java.time.LocalDate;
import java.util.Set;

/// The working days of a country, each day off and each make-up day with the instrument that set it.
///
/// A year that is not loaded is refused by name ([YearNotLoaded]); nothing is guessed.
public interface WorkingCalendar {
    /// The country: `VN`, `KZ` or `RU`.
    String country();

    /// What the day is in a week of five or six working days.
    Day on(LocalDate date, Week week);

    /// The years that have entries; every other year is refused.
    default Set<Integer> loadedYears() {
        return Set.of();
    }

    /// Five working days (Monday to Friday) or six (Monday to Saturday).
    enum Week {
        FIVE,
        SIX
    }

    /// One day of the calendar.
    ///
    /// @param working whether it is a working day
    /// @param reason why: weekend, the name of the holiday, the swap
    /// @param source the instrument that says so
    record Day(LocalDate date, boolean working, Sentence reason, String source) {}

    /// The calendar has no entries for the year asked.
    final class YearNotLoaded extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String country;
        private final int year;

        public YearNotLoaded(String country, int year) {
            super("the calendar of %s has no year %d; load it with its sources first".formatted(country, year));
            this.country = country;
            this.year = year;
        }

        /// The country whose calendar it is.
        public String country() {
            return country;
        }

        /// The year that was asked for.
        public int year() {
            return year;
        }
    }
}
