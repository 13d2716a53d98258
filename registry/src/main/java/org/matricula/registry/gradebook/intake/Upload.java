package org.matricula.registry.gradebook.intake;

import java.time.Instant;
import java.util.UUID;

/// A file that somebody brought.
///
/// @param sha256 of its bytes, in hexadecimal
/// @param size of its bytes
/// @param by the person's name as it was then
/// @param state what became of it
public record Upload(
        UUID id,
        UUID institution,
        IntakeKind kind,
        String schoolYear,
        String fileName,
        String sha256,
        int size,
        Instant at,
        String by,
        State state) {
    /// What became of a file.
    public enum State {
        /// Read and weighed; it waits for a person's word.
        WAITING,
        /// Taken in; nothing of it waits.
        APPLIED,
        /// Laid aside without a change.
        DROPPED
    }
}
