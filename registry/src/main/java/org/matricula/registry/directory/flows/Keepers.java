package org.matricula.registry.directory.flows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Place;
import org.matricula.registry.flow.Role;
import org.springframework.stereotype.Component;

/// Who may manage whom: the one table of roles and the roles they give.
@Component
public final class Keepers {
    /// By giving a role one does not have it: who manages accounts has no right to marks or signatures.
    static final Map<Role, Set<Role>> GIVES = Map.of(
            Role.ADMINISTRATOR,
            Set.of(Role.OFFICE, Role.ADMINISTRATOR, Role.PRINCIPAL),
            Role.OFFICE,
            Set.of(Role.SUBJECT_TEACHER, Role.HOMEROOM_TEACHER),
            Role.PRINCIPAL,
            Set.of(Role.values()));

    private final Accounts accounts;

    Keepers(Accounts accounts) {
        this.accounts = accounts;
    }

    /// The roles that a person gives and ends at an institution on a day, in their order.
    public List<Role> gives(Actor actor, Place place, Moment now) {
        return List.of(Role.values()).stream()
                .filter(role -> acting(actor, place, now).stream()
                        .anyMatch(own -> GIVES.getOrDefault(own, Set.of()).contains(role)))
                .toList();
    }

    /// The account, if this institution keeps it.
    Optional<Account> kept(UUID account, Place place) {
        return accounts.find(account)
                .filter(found -> accounts.home(account)
                        .filter(place.institution()::equals)
                        .isPresent());
    }

    boolean gives(Actor actor, Role role, Place place, Moment now) {
        return actor.account().isEmpty() || gives(actor, place, now).contains(role);
    }

    /// Whether a person would give a role to himself who must not: only a principal may, and not the principal's.
    boolean selfServing(Actor actor, UUID account, Role role, Place place, Moment now) {
        return actor.account().equals(Optional.of(account))
                && (role == Role.PRINCIPAL || !acting(actor, place, now).contains(Role.PRINCIPAL));
    }

    private static List<Role> acting(Actor actor, Place place, Moment now) {
        return actor.mandates().stream()
                .filter(mandate -> mandate.inForce(now.date()) && mandate.reaches(place))
                .map(mandate -> mandate.role())
                .distinct()
                .toList();
    }
}
