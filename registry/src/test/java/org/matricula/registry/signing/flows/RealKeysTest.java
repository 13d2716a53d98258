package org.matricula.registry.signing.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Institutions;
import org.matricula.registry.directory.Mandates;
import org.matricula.registry.directory.Posts;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Journal;
import org.matricula.registry.flow.Mandate;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Role;
import org.matricula.registry.signing.InstitutionKeys;
import org.matricula.registry.signing.PersonalKeys;
import org.matricula.registry.testing.Node;
import org.matricula.registry.testing.StandingClock;

/// A register whose keys come from a certificate authority.
class RealKeysTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");

    private final StandingClock clock = new StandingClock("2026-05-20T02:00:00Z");

    @Test
    void a_demonstration_key_is_not_made_beside_real_ones(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("register.secret"), new byte[32]);
        try (Node node = new Node(
                clock,
                context -> context.registerBean(InstitutionKeys.class, () -> InstitutionKeys.of(folder, Map.of())),
                Journal.class,
                Office.class,
                Institutions.class,
                Accounts.class,
                Mandates.class,
                Posts.class,
                PersonalKeys.class,
                KeyHolders.class,
                MakeKey.class)) {
            Actor principal = principal(node);
            assertThat(node.get(MakeKey.class).run(principal, "hoa-sen".toCharArray()))
                    .isEqualTo(Outcome.refused(new KeyRefusals.RealKeysOnly()));
            assertThat(node.get(PersonalKeys.class).of(principal.id())).isEmpty();
        }
    }

    private Actor principal(Node node) {
        Moment now = new Moment(clock.instant(), HANOI);
        Institution school = node.get(Institutions.class)
                .add("22001234", "Trường Hoa Sen", LocalDate.of(2000, 9, 5), "VN", HANOI, Map.of(), now);
        Account account = node.get(Accounts.class).open("lan.pham", "Phạm Lan", Actor.system(), now);
        node.get(Mandates.class)
                .give(account.id(), Mandate.over(Role.PRINCIPAL, school.id(), now.date()), Actor.system(), now);
        return node.get(Accounts.class).actor(account, true);
    }
}
