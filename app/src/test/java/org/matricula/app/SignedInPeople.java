package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.matricula.registry.accounts.Credentials;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;

/// People of a running node at their browsers, signed in as they do it: with a password, and with the code of an
/// authenticator where a second factor is wanted.
final class SignedInPeople {
    static final String PASSWORD = "cau Long Bien dai lam";
    /// Twenty bytes in base 32.
    private static final String SECRET = "AEBAGBAFAYDQQCIKBMGA2DQPCAIREEYU";

    private final RunningNode node;
    private final Map<UUID, Visit> strong = new ConcurrentHashMap<>();

    SignedInPeople(RunningNode node) {
        this.node = node;
    }

    /// With a password alone.
    Visit plain(Actor actor) {
        node.get(Credentials.class).setPassword(actor.id(), PASSWORD, new Moment(Instant.now(), ZoneOffset.UTC));
        Visit visit = new Visit(node.root());
        visit.get("/sign-in");
        String login = node.get(Accounts.class).find(actor.id()).orElseThrow().login();
        assertThat(visit.post("/sign-in", Map.of("login", login, "password", PASSWORD))
                        .statusCode())
                .isEqualTo(303);
        return visit;
    }

    /// With a second factor, which is set up the first time.
    Visit strong(Actor actor) {
        return strong.computeIfAbsent(actor.id(), _ -> {
            Visit visit = plain(actor);
            visit.get("/account/second-factor");
            assertThat(visit.post(
                                    "/account/second-factor",
                                    Map.of("secret", SECRET, "code", Authenticator.code(SECRET)))
                            .statusCode())
                    .isEqualTo(200);
            return visit;
        });
    }
}
