package org.matricula.registry.flow;

import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/// Where an act takes place: what a [Mandate] has to reach.
///
/// @param zone the institution's clock, by which its days are counted
/// @param classId the class that the act is about, if it is about one
/// @param subject the subject in that class, if it is about one
public record Place(UUID institution, ZoneId zone, Optional<UUID> classId, Optional<String> subject) {
    public Place {
        if (subject.isPresent() && classId.isEmpty()) {
            throw new IllegalArgumentException("a subject is taught in a class");
        }
    }

    /// The whole of an institution.
    public static Place of(UUID institution, ZoneId zone) {
        return new Place(institution, zone, Optional.empty(), Optional.empty());
    }

    /// A class of this institution.
    public Place ofClass(UUID id) {
        return new Place(institution, zone, Optional.of(id), Optional.empty());
    }

    /// A subject in this class.
    public Place ofSubject(String code) {
        return new Place(institution, zone, classId, Optional.of(code));
    }
}
