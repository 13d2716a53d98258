package org.matricula.registry.gradebook;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Calendar days in the shapes that spreadsheets make.
///
/// Text is read day first, as Vietnamese schools write. Two-digit years are refused: `03/04/16` has three readings.
final class Days {
    /// A program in Vietnamese writes midnight as `12:00:00 SA`.
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2}) ?[/.\\-] ?(\\d{1,2}) ?[/.\\-] ?(\\d{4})( 0?0:00(:00)?| 12:00(:00)? SA)?");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[/.\\-](\\d{1,2})[/.\\-](\\d{1,2})([T ]00:00(:00(\\.0+)?)?)?");
    private static final Pattern SPELT = Pattern.compile("(?:ngay )?(\\d{1,2}) thang (\\d{1,2}) nam (\\d{4})");
    private static final Pattern SHORT_YEAR = Pattern.compile("\\d{1,2}[/.\\-]\\d{1,2}[/.\\-]\\d{2}");

    /// Day 1 of the 1900 system is 1 January 1900, but the system counts a 29 February 1900 that never was (day
    /// 60).
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);

    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final int FALSE_LEAP_DAY = 60;
    private static final int MOST_SERIAL = 2_958_465; // 31 December 9999
    private static final int EARLIEST_YEAR = 1900;

    private Days() {}

    static Outcome words(String text, LocalDate asOf) {
        var dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return day(text, number(dayFirst, 3), number(dayFirst, 2), number(dayFirst, 1), asOf);
        }
        var yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return day(text, number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3), asOf);
        }
        var spelt = SPELT.matcher(Wording.bare(text));
        if (spelt.matches()) {
            return day(text, number(spelt, 3), number(spelt, 2), number(spelt, 1), asOf);
        }
        return Outcome.bad(SHORT_YEAR.matcher(text).matches() ? DayWords.shortYear(text) : DayWords.notDate(text));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static Outcome day(String shown, int year, int month, int day, LocalDate asOf) {
        if (month > 12 && month <= 31 && day <= 12) {
            return Outcome.bad(DayWords.monthFirst(shown, month));
        }
        try {
            return checked(LocalDate.of(year, month, day), asOf);
        } catch (DateTimeException e) {
            return Outcome.bad(DayWords.noDay(shown));
        }
    }

    private static Outcome checked(LocalDate day, LocalDate asOf) {
        if (day.isAfter(asOf)) {
            return Outcome.bad(DayWords.future(day, asOf));
        }
        return day.getYear() < EARLIEST_YEAR ? Outcome.bad(DayWords.longAgo(day)) : Outcome.good(day.toString());
    }

    /// A number in a column of dates: `42521` may be a date that lost its format, `20160531` one that was typed so.
    static Outcome figure(BigDecimal value) {
        boolean plausible = isWhole(value)
                && value.compareTo(BigDecimal.valueOf(30_000)) > 0
                && value.compareTo(BigDecimal.valueOf(60_000)) < 0;
        var shown = NumberWords.plain(value);
        return Outcome.bad(
                plausible
                        ? DayWords.number(shown, EPOCH_1900.plusDays(value.longValueExact()))
                        : DayWords.notDate(shown));
    }

    static Outcome moment(BigDecimal serial, boolean since1904, LocalDate asOf) {
        if (serial.compareTo(BigDecimal.valueOf(since1904 ? 0 : 1)) < 0
                || serial.compareTo(BigDecimal.valueOf(MOST_SERIAL)) > 0) {
            return Outcome.bad(DayWords.notDate(NumberWords.plain(serial)));
        }
        if (!isWhole(serial)) {
            return Outcome.bad(DayWords.withTime(shown(serial, since1904)));
        }
        if (!since1904 && serial.intValue() <= FALSE_LEAP_DAY) {
            return Outcome.bad(DayWords.longAgo(EPOCH_1900.plusDays(serial.intValue())));
        }
        return checked(day(serial.intValue(), since1904), asOf);
    }

    /// The day of a whole serial number.
    static LocalDate day(int serial, boolean since1904) {
        return (since1904 ? EPOCH_1904 : EPOCH_1900).plusDays(serial);
    }

    /// A date cell as a spreadsheet shows it, for messages.
    static String shown(BigDecimal serial, boolean since1904) {
        boolean shown = serial.signum() >= 0 && serial.compareTo(BigDecimal.valueOf(MOST_SERIAL)) <= 0;
        return shown ? DayWords.shown(day(serial.intValue(), since1904)) : NumberWords.plain(serial);
    }

    private static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }
}
