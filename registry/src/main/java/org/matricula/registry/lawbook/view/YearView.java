package org.matricula.registry.lawbook.view;

import java.util.List;

/// A year of a working calendar.
///
/// @param country as the reader calls it
/// @param code as in the address
/// @param week which week is shown, in words
/// @param otherWeek the address of the other week
/// @param otherWeekSaid the other week, in words
/// @param working how many days are worked
/// @param months the months
/// @param days every day that departs from the plain week
public record YearView(
        String country,
        String code,
        int year,
        String week,
        String otherWeek,
        String otherWeekSaid,
        long working,
        List<String> weekdays,
        List<Month> months,
        List<Special> days) {
    /// A month: its name, and its days in weeks from Monday.
    public record Month(String name, long working, List<List<Day>> weeks) {}

    /// A day.
    ///
    /// @param number the day of the month; empty beside the month
    /// @param look `work`, `rest`, `off`, `make-up` or `blank`
    /// @param said why, for those who do not see colours; empty for plain days
    public record Day(String number, String look, String said) {}

    /// A day that departs from the plain week.
    ///
    /// @param working whether it is worked
    /// @param what day off or working day, in words
    public record Special(
            String iso, String date, String weekday, boolean working, String what, Told reason, Told source) {}
}
