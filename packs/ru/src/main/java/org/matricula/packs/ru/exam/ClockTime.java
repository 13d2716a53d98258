package org.matricula.packs.ru.exam;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import org.matricula.law.Facts.Problem;
import org.matricula.law.Sentence;

/// A time in a schedule, written as the schedule writes it: of the clock alone (`09:30`) or with its day
/// (`2025-01-15T09:30`, with an offset if it is not that of Moscow).
///
/// @param at the moment; on an arbitrary day when none is written
/// @param dated whether the day is written
record ClockTime(LocalDateTime at, boolean dated) {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final DateTimeFormatter CLOCK = strict("HH:mm[:ss]");
    private static final DateTimeFormatter DATED = strict("uuuu-MM-dd'T'HH:mm[:ss][XXX]");

    /// The time written; empty when it is not one.
    static Optional<ClockTime> read(String written) {
        try {
            return Optional.of(written.contains("T") ? dated(written) : onTheClock(written));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static ClockTime onTheClock(String written) {
        return new ClockTime(CLOCK.parse(written, LocalTime::from).atDate(LocalDate.EPOCH), false);
    }

    private static ClockTime dated(String written) {
        TemporalAccessor read = DATED.parseBest(written, OffsetDateTime::from, LocalDateTime::from);
        return new ClockTime(
                read instanceof OffsetDateTime moment
                        ? moment.atZoneSameInstant(MOSCOW).toLocalDateTime()
                        : LocalDateTime.from(read),
                true);
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /// What is said of a text that is no time.
    static Problem unread(String path, String written) {
        return new Problem(
                path,
                Sentence.of(
                        "'%s' is not a time; write it like 09:30 or 2025-01-15T09:30:00",
                        "«%s» не время; запишите его, например, так: 09:30 или 2025-01-15T09:30:00", written));
    }

    /// What is said of two times of which only one has its day.
    static Problem halfDated(String path, String other) {
        return new Problem(
                path,
                Sentence.of(
                        "write this time with its day if and only if %s has one",
                        "указывайте день у этого времени тогда и только тогда, когда он указан у %s", other));
    }

    boolean isBefore(ClockTime other) {
        return at.isBefore(other.at);
    }

    /// The time of day, for a sentence.
    String told() {
        return at.toLocalTime().toString();
    }
}
