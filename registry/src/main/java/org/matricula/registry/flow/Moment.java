package org.matricula.registry.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/// When an act happens: one instant for the whole act, and the institution's calendar day on which it falls.
///
/// Only the runner of acts reads the clock; everybody else is handed a moment.
public record Moment(Instant at, ZoneId zone) {
    /// The day at the institution.
    public LocalDate date() {
        return LocalDate.ofInstant(at, zone);
    }

    /// The institution's time with its offset.
    public OffsetDateTime local() {
        return at.atZone(zone).toOffsetDateTime();
    }
}
