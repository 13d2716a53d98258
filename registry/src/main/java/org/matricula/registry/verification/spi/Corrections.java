package org.matricula.registry.verification.spi;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Notes that a value of a record is wrong, on their way to the school that issued it. The public page has asked before
/// whether the sender holds the record.
public interface Corrections {
    /// Nobody takes notes: for a page that is deployed alone.
    Corrections NONE = new Corrections() {
        @Override
        public Optional<String> keep(String lookupCode, Note note) {
            return Optional.empty();
        }

        @Override
        public Optional<Followed> followed(String receipt) {
            return Optional.empty();
        }

        @Override
        public Optional<OffsetDateTime> underCorrection(String lookupCode) {
            return Optional.empty();
        }
    };

    /// A note.
    ///
    /// @param once of the form, so that a note that is sent twice is kept once
    /// @param part the id of the block
    /// @param field the name of the field in it
    /// @param label how the field is headed
    /// @param value the value as signed
    /// @param says what should stand there, and why
    /// @param contact where an answer may go; may be empty
    /// @param evidence a file that shows it
    record Note(
            UUID once,
            String part,
            String field,
            String label,
            String value,
            String says,
            String contact,
            Optional<Evidence> evidence) {}

    /// A file that was sent.
    ///
    /// @param type found from its first bytes: `application/pdf`, `image/jpeg` or `image/png`
    record Evidence(String name, String type, byte[] bytes) {}

    /// A note as its sender may follow it.
    record Followed(String number, String label, String value, String says, List<Step> steps) {
        public Followed {
            steps = List.copyOf(steps);
        }
    }

    /// What happened to it.
    ///
    /// @param kind `RECEIVED`, `EXAMINED`, `ACCEPTED`, `DECLINED`, or a kind of [Family.Kind]
    /// @param reason in words; may be empty
    record Step(String kind, OffsetDateTime at, String reason) {}

    /// Keeps a note on the version with a lookup code.
    ///
    /// @return the receipt by which it can be followed; empty when no note is taken
    Optional<String> keep(String lookupCode, Note note);

    /// How far a note is; empty when none has this receipt.
    Optional<Followed> followed(String receipt);

    /// Since when the school examines a version; empty when it does not.
    Optional<OffsetDateTime> underCorrection(String lookupCode);
}
