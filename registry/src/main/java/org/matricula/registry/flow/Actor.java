package org.matricula.registry.flow;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Who acts.
///
/// @param account the signed-in account; none for the system itself
/// @param name the person's name, as the journal keeps it
/// @param mandates everything this person may act as; by date, so also what is over or yet to come
/// @param strong whether a second factor was shown in this session
public record Actor(Optional<UUID> account, String name, List<Mandate> mandates, boolean strong) {
    public Actor {
        mandates = List.copyOf(mandates);
    }

    /// The account of a person who is signed in.
    ///
    /// @throws IllegalStateException for the system
    public UUID id() {
        return account.orElseThrow(() -> new IllegalStateException(name + " is not a person"));
    }

    /// The register itself, which finishes what a person began: it needs no mandate.
    public static Actor system() {
        return new Actor(Optional.empty(), "Matricula", List.of(), true);
    }

    boolean isSystem() {
        return account.isEmpty();
    }
}
