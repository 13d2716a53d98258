package org.matricula.law.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/// Dates and times in the one form of the contract; any other form is not read.
final class Iso {
    private static final DateTimeFormatter DAY = strict(new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4)
            .appendLiteral('-')
            .appendValue(ChronoField.MONTH_OF_YEAR, 2)
            .appendLiteral('-')
            .appendValue(ChronoField.DAY_OF_MONTH, 2));

    private static final DateTimeFormatter TIME = strict(new DateTimeFormatterBuilder()
            .appendValue(ChronoField.HOUR_OF_DAY, 2)
            .appendLiteral(':')
            .appendValue(ChronoField.MINUTE_OF_HOUR, 2)
            .optionalStart()
            .appendLiteral(':')
            .appendValue(ChronoField.SECOND_OF_MINUTE, 2)
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .optionalEnd());

    private static final DateTimeFormatter MOMENT = strict(new DateTimeFormatterBuilder()
            .append(DAY)
            .appendLiteral('T')
            .append(TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd());

    private Iso() {}

    /// Whether the text has four digits, two and two, so that only the calendar can object.
    static boolean looksLikeDay(String text) {
        if (text.length() != 10) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            char c = text.charAt(i);
            if (i == 4 || i == 7 ? c != '-' : c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    /// `2016-03-01`.
    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(DAY.parse(text, LocalDate::from));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// `09:30` or `09:30:00`.
    static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(TIME.parse(text, LocalTime::from));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// `2016-03-01T17:59:00`, with or without seconds; with an offset or `Z` it is converted to the zone.
    static Optional<LocalDateTime> moment(String text, ZoneId zone) {
        try {
            TemporalAccessor read = MOMENT.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    read instanceof OffsetDateTime instant
                            ? instant.atZoneSameInstant(zone).toLocalDateTime()
                            : LocalDateTime.from(read));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter strict(DateTimeFormatterBuilder builder) {
        return builder.toFormatter(Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }
}
