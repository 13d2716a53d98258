package org.matricula.registry.verification.spi;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// The family of a document, as its holder may see it: every version with what happened to it.
///
/// @param members the first version first
public record Family(List<Member> members) {
    /// A family that nothing is known of.
    public static final Family NONE = new Family(List.of());

    public Family {
        members = List.copyOf(members);
    }

    /// A version.
    ///
    /// @param stands whether it has not ended
    public record Member(int version, boolean stands, List<Step> steps) {
        public Member {
            steps = List.copyOf(steps);
        }
    }

    /// What happened.
    ///
    /// @param ground why, in words; may be empty
    /// @param order the number of the paper that ordered it; may be empty
    public record Step(Kind kind, OffsetDateTime at, String ground, String order, Optional<LocalDate> orderOn) {}

    /// What can happen to a version.
    public enum Kind {
        ISSUED,
        CORRECTED,
        RECALLED,
        DUPLICATED,
        CERTIFIED,
        CANCELLED,
        EXPIRED,
        ANNULLED
    }
}
