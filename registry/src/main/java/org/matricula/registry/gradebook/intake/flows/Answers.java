package org.matricula.registry.gradebook.intake.flows;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What a person answers to the questions of a plan. What is not answered stays as it is.
///
/// @param left pupils of [org.matricula.registry.gradebook.intake.Plan.Unlisted] who have left the school
/// @param lastDay their last day; today when none is given
/// @param ended assignments of [org.matricula.registry.gradebook.intake.Plan.Unnamed] that end today
/// @param homeroomTeachesRest whether homeroom teachers teach what nobody else teaches
public record Answers(Set<UUID> left, Optional<LocalDate> lastDay, Set<UUID> ended, boolean homeroomTeachesRest) {
    /// Nobody has left, nothing ends, and nobody teaches what the file does not say.
    public static final Answers NONE = new Answers(Set.of(), Optional.empty(), Set.of(), false);

    public Answers {
        left = Set.copyOf(left);
        ended = Set.copyOf(ended);
    }
}
