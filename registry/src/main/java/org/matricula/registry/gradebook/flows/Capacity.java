package org.matricula.registry.gradebook.flows;

import java.util.Set;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Place;
import org.matricula.registry.flow.Role;

/// In what capacity a person with several roles does one thing.
final class Capacity {
    private Capacity() {}

    /// The person with no other roles than these. The register itself stays what it is.
    static Actor only(Actor actor, Role... roles) {
        Set<Role> kept = Set.of(roles);
        return new Actor(
                actor.account(),
                actor.name(),
                actor.mandates().stream()
                        .filter(mandate -> kept.contains(mandate.role()))
                        .toList(),
                actor.strong());
    }

    /// Whether a person acts in a role at a place; the register itself acts in every one.
    static boolean has(Actor actor, Role role, Place place, Moment now) {
        return actor.account().isEmpty()
                || actor.mandates().stream()
                        .anyMatch(mandate ->
                                mandate.role() == role && mandate.inForce(now.date()) && mandate.reaches(place));
    }
}
