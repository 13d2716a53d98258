package org.matricula.registry.directory;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.matricula.registry.flow.Mandate;
import org.matricula.registry.flow.Role;

/// In what capacities a person acts at an institution today.
///
/// @param mandates those in force on the institution's day
public record Post(Institution institution, List<Mandate> mandates) {
    public Post {
        mandates = List.copyOf(mandates);
    }

    /// The roles, in the order of [Role].
    public Set<Role> roles() {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        mandates.forEach(mandate -> roles.add(mandate.role()));
        return roles;
    }

    /// Whether the person acts in one of these roles, for whatever class.
    public boolean has(Role... any) {
        return roles().stream().anyMatch(Set.of(any)::contains);
    }

    /// Whether the person acts in one of these roles over the whole institution.
    public boolean over(Role... any) {
        return mandates.stream()
                .anyMatch(mandate -> mandate.classId().isEmpty() && Set.of(any).contains(mandate.role()));
    }

    /// Whether the person acts in a role for a class, or over the whole institution.
    public boolean forClass(UUID classId, Role role) {
        return mandates.stream()
                .anyMatch(mandate -> mandate.role() == role
                        && mandate.subject().isEmpty()
                        && (mandate.classId().isEmpty() || mandate.classId().equals(Optional.of(classId))));
    }
}
