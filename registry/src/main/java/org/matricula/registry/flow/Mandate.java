package org.matricula.registry.flow;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// That a person may act in a role: at an institution, perhaps for one class, perhaps for one subject in it, by date.
///
/// @param classId the class; the whole institution when empty
/// @param subject the subject's code in that class; all of the class when empty
/// @param from the first day
/// @param to the last day; none while it lasts
public record Mandate(
        Role role,
        UUID institution,
        Optional<UUID> classId,
        Optional<String> subject,
        LocalDate from,
        Optional<LocalDate> to) {
    public Mandate {
        if (subject.isPresent() && classId.isEmpty()) {
            throw new IllegalArgumentException("a mandate for a subject is one in a class");
        }
        if (to.isPresent() && to.get().isBefore(from)) {
            throw new IllegalArgumentException("a mandate ends on %s before it begins on %s".formatted(to.get(), from));
        }
    }

    /// A mandate over a whole institution that lasts until it is ended.
    public static Mandate over(Role role, UUID institution, LocalDate from) {
        return new Mandate(role, institution, Optional.empty(), Optional.empty(), from, Optional.empty());
    }

    /// Whether it holds on a day.
    public boolean inForce(LocalDate on) {
        return !on.isBefore(from) && to.map(last -> !on.isAfter(last)).orElse(true);
    }

    /// Whether it reaches a place: the same institution, and the same class and subject where it names them. A mandate
    /// for one class does not reach an act over the whole institution.
    public boolean reaches(Place place) {
        return institution.equals(place.institution())
                && (classId.isEmpty() || classId.equals(place.classId()))
                && (subject.isEmpty() || subject.equals(place.subject()));
    }
}
