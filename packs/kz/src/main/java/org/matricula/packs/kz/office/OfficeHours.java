package org.matricula.packs.kz.office;

import java.time.LocalTime;
import java.util.Optional;

/// Opening hours of an office: open from the first minute of `opens`, closed from the first minute of `closes`.
///
/// @param opens opening time
/// @param closes closing time; at that very minute the office is closed
/// @param lunch the lunch break, if there is one
public record OfficeHours(LocalTime opens, LocalTime closes, Optional<Lunch> lunch) {
    public OfficeHours {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("an office opens before it closes: %s, %s".formatted(opens, closes));
        }
    }

    /// A lunch break.
    ///
    /// @param from its first minute, closed
    /// @param to the first minute open again
    public record Lunch(LocalTime from, LocalTime to) {}

    /// Hours with a lunch break.
    public static OfficeHours withLunch(LocalTime opens, LocalTime closes, LocalTime lunchFrom, LocalTime lunchTo) {
        return new OfficeHours(opens, closes, Optional.of(new Lunch(lunchFrom, lunchTo)));
    }

    /// Hours without a break.
    public static OfficeHours unbroken(LocalTime opens, LocalTime closes) {
        return new OfficeHours(opens, closes, Optional.empty());
    }

    /// Whether someone can be received at that time of a working day.
    public boolean receivesAt(LocalTime time) {
        return !time.isBefore(opens)
                && time.isBefore(closes)
                && lunch.filter(l -> !time.isBefore(l.from()) && time.isBefore(l.to()))
                        .isEmpty();
    }

    /// Whether working time has ended on that day. The lunch break does not end it, and neither does the early
    /// morning.
    public boolean endedBy(LocalTime time) {
        return !time.isBefore(closes);
    }

    /// The hours as people write them, for example `09:00-18:00 (13:00-14:00)`.
    @Override
    public String toString() {
        return opens + "-" + closes
                + lunch.map(l -> " (" + l.from() + "-" + l.to() + ")").orElse("");
    }
}
