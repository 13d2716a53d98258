package org.matricula.registry.records;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// One step in the life of a document's family: a version came, or one ended. All versions of a family have one
/// functional number; each step that is not the first has its ground and its order.
///
/// @param kind what happened
/// @param at when it took effect
/// @param ground why, in words; empty where the first version came
/// @param order the number of the paper that ordered it; empty where none did
/// @param orderOn the date of that paper
public record FamilyStep(Kind kind, Instant at, String ground, String order, Optional<LocalDate> orderOn) {
    /// What can happen in a family. The acts of today bring the first three; the others are kept for the services that
    /// will bring them, so that a tree, a page and a leaf of the log have one list of words.
    public enum Kind {
        /// The first version was issued.
        ISSUED,
        /// A later version was issued in place of an earlier one.
        CORRECTED,
        /// A version was withdrawn as the authority directed (VNRB:II.6.10/2); its file stays.
        RECALLED,
        /// A duplicate of a version was issued.
        DUPLICATED,
        /// A temporary certificate was issued in place of a version.
        CERTIFIED,
        /// A version was cancelled.
        CANCELLED,
        /// A temporary certificate is over by its own date.
        EXPIRED,
        /// A version counts as never issued.
        ANNULLED;

        /// Whether a version ends with it.
        public boolean ends() {
            return switch (this) {
                case ISSUED, CORRECTED, DUPLICATED, CERTIFIED -> false;
                case RECALLED, CANCELLED, EXPIRED, ANNULLED -> true;
            };
        }
    }
}
