package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.matricula.registry.accounts.Credentials;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.springframework.context.ApplicationContext;

/// People of a running node at their browsers, signed in as they do it: with a password, and with the code of an
/// authenticator where a second factor is wanted.
final class SignedInPeople {
    private static final String PASSWORD = "cau Long Bien dai lam";
    /// Twenty bytes in base 32.
    private static final String SECRET = "AEBAGBAFAYDQQCIKBMGA2DQPCAIREEYU";

    private final ApplicationContext node;
    private final String root;
    private final Map<UUID, Visit> strong = new ConcurrentHashMap<>();

    SignedInPeople(ApplicationContext node, String root) {
        this.node = node;
        this.root = root;
    }

    /// With a password alone.
    Visit plain(Actor actor) {
        node.getBean(Credentials.class).setPassword(actor.id(), PASSWORD, new Moment(Instant.now(), ZoneOffset.UTC));
        Visit visit = new Visit(root);
        visit.get("/sign-in");
        String login =
                node.getBean(Accounts.class).find(actor.id()).orElseThrow().login();
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
            assertThat(visit.post("/account/second-factor", Map.of("secret", SECRET, "code", code()))
                            .statusCode())
                    .isEqualTo(200);
            return visit;
        });
    }

    /// RFC 6238 with SHA-1, 30 seconds and six digits.
    private static String code() {
        byte[] secret = new byte[20];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (byte) (i + 1);
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8)
                    .putLong(Instant.now().getEpochSecond() / 30)
                    .array());
            int from = hash[19] & 15;
            int number = ByteBuffer.wrap(hash, from, 4).getInt() & 0x7fffffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
