package org.matricula.registry.directory;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Mandate;
import org.springframework.stereotype.Component;

/// Where a person acts today. For pages that show what is there to do; an act is allowed by its runner alone.
@Component
public final class Posts {
    private final Institutions institutions;
    private final InstantSource clock;

    Posts(Institutions institutions, InstantSource clock) {
        this.institutions = institutions;
        this.clock = clock;
    }

    /// The institutions at which a person acts today, in the order of the mandates.
    public List<Post> of(Actor actor) {
        return actor.mandates().stream()
                .map(Mandate::institution)
                .distinct()
                .map(institution -> at(actor, institution))
                .filter(post -> !post.mandates().isEmpty())
                .toList();
    }

    /// The institution asked for, if the person acts there; the first where he or she does, when none is asked for.
    /// Another one in its place would be acted at although nobody named it.
    ///
    /// @param asked the id of an institution, as an address carries it; empty for the first
    public Optional<Post> of(Actor actor, String asked) {
        return of(actor).stream()
                .filter(post ->
                        asked.isEmpty() || post.institution().id().toString().equals(asked))
                .findFirst();
    }

    private Post at(Actor actor, UUID id) {
        Institution institution = institutions.get(id, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        LocalDate today = LocalDate.ofInstant(clock.instant(), institution.zone());
        return new Post(
                institution,
                actor.mandates().stream()
                        .filter(mandate -> mandate.institution().equals(id) && mandate.inForce(today))
                        .toList());
    }
}
