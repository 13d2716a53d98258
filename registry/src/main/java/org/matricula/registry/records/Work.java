package org.matricula.registry.records;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A long piece of work over a class: watched while it runs, found again afterwards.
///
/// @param subject the subject, when it is one subject's teacher who signs
/// @param name who began it
/// @param total how many records it is about
/// @param done how many are finished
/// @param problem why it stopped; empty unless it did
public record Work(
        UUID id,
        UUID classId,
        Kind kind,
        Optional<String> subject,
        String name,
        int total,
        int done,
        State state,
        Optional<Stop> problem,
        Instant at,
        Optional<Instant> endedAt) {
    /// What is done.
    public enum Kind {
        SIGN_SUBJECT,
        SIGN_CONSOLIDATION,
        APPROVE,
        CLOSE
    }

    /// How it stands.
    public enum State {
        RUNNING,
        DONE,
        /// It ended before everything was done: what is done stays done, and beginning again goes on from there.
        STOPPED
    }
}
