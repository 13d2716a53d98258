package org.matricula.registry.signing.flows;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Post;
import org.matricula.registry.directory.Posts;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Mandate;
import org.matricula.registry.flow.Place;
import org.matricula.registry.flow.Role;
import org.springframework.stereotype.Component;

/// Where people sign: a key is one person's for everything, but its certificate names one institution.
@Component
public final class KeyHolders {
    /// The roles that sign with a key of their own.
    static final Set<Role> SIGNERS = EnumSet.of(Role.SUBJECT_TEACHER, Role.HOMEROOM_TEACHER, Role.PRINCIPAL);

    private final Posts posts;

    KeyHolders(Posts posts) {
        this.posts = posts;
    }

    /// Where a person would sign.
    ///
    /// @param place as narrow as the mandate by which the person signs there
    /// @param signs whether the person signs there at all
    public record Holding(Institution institution, Place place, boolean signs) {}

    /// The first place at which a person signs; where nobody lets sign, the first at which he or she acts at all.
    public Optional<Holding> of(Actor actor) {
        return posts.of(actor).stream()
                .flatMap(post -> post.mandates().stream()
                        .filter(mandate -> SIGNERS.contains(mandate.role()))
                        .map(mandate -> new Holding(post.institution(), place(post, mandate), true)))
                .findFirst()
                .or(() -> posts.of(actor).stream()
                        .findFirst()
                        .map(post -> new Holding(
                                post.institution(), post.institution().place(), false)));
    }

    private static Place place(Post post, Mandate mandate) {
        Place place = post.institution().place();
        return mandate.classId()
                .map(id -> mandate.subject().map(place.ofClass(id)::ofSubject).orElse(place.ofClass(id)))
                .orElse(place);
    }
}
