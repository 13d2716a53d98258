package org.matricula.verifier.record;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/// What the institution adds when it issues a record: the codes to find it by, and the moment it takes effect.
///
/// @param lookupCode the code by which anyone finds the record, also in the QR code; may be empty
/// @param confirmationCode the code that proves the finder holds the paper; may be empty
/// @param effectiveAt when it takes effect, to the second, with the offset of the place
public record Issue(String lookupCode, String confirmationCode, OffsetDateTime effectiveAt) {
    /// How `effectiveAt` is written: `2026-05-31T17:00:00+07:00`.
    static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

    public Issue {
        if (effectiveAt.getNano() != 0 || effectiveAt.getOffset().getTotalSeconds() % 60 != 0) {
            throw new UnwritableRecord("effectiveAt: a record counts whole seconds, not " + effectiveAt);
        }
        if (effectiveAt.getYear() < 1900 || effectiveAt.getYear() > 9999) {
            throw new UnwritableRecord("effectiveAt: the year is out of range: " + effectiveAt);
        }
    }
}
