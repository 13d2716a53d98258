package org.matricula.registry.signing.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.law.testing.signing.TestSigningService;
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
import org.matricula.registry.signing.DemoKeys;
import org.matricula.registry.signing.InstitutionKeys;
import org.matricula.registry.signing.InstitutionSeals;
import org.matricula.registry.signing.KeyHolder;
import org.matricula.registry.signing.KeyRole;
import org.matricula.registry.signing.PersonKeyRefusals;
import org.matricula.registry.signing.PersonalKeys;
import org.matricula.registry.signing.RemoteKeys;
import org.matricula.registry.signing.RemoteService;
import org.matricula.registry.signing.SealCertificates;
import org.matricula.registry.signing.TrustAnchors;
import org.matricula.registry.testing.Node;
import org.matricula.registry.testing.StandingClock;
import org.matricula.verifier.record.RecordContent.Issuer;

/// A register whose keys come from a certificate authority makes none of its own beside them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealKeysTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");

    private final StandingClock clock = new StandingClock("2026-05-20T02:00:00Z");
    private final Moment now = new Moment(clock.instant(), HANOI);
    private Node node;
    private Institution school;
    private int count;

    @BeforeAll
    void a_school(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("register.secret"), new byte[32]);
        node = new Node(
                clock,
                context -> {
                    context.registerBean(InstitutionKeys.class, () -> InstitutionKeys.of(folder, Map.of()));
                    context.registerBean(RemoteKeys.class, RemoteKeys::none);
                    context.registerBean(TrustAnchors.class, () -> new TrustAnchors(List::of));
                },
                Journal.class,
                Office.class,
                Institutions.class,
                Accounts.class,
                Mandates.class,
                Posts.class,
                PersonalKeys.class,
                SealCertificates.class,
                InstitutionSeals.class,
                KeyHolders.class,
                MakeKey.class,
                DeclareCertificate.class);
        school = node.get(Institutions.class)
                .add("22001234", "Trường Hoa Sen", LocalDate.of(2000, 9, 5), "VN", HANOI, Map.of(), now);
    }

    @AfterAll
    void end() {
        node.close();
    }

    private Actor person(String login, Role role) {
        Account account = node.get(Accounts.class).open(login + ++count, "Phạm Lan", Actor.system(), now);
        node.get(Mandates.class).give(account.id(), Mandate.over(role, school.id(), now.date()), Actor.system(), now);
        return node.get(Accounts.class).actor(account, true);
    }

    @Test
    void for_a_person() {
        Actor principal = person("lan.pham", Role.PRINCIPAL);
        assertThat(node.get(MakeKey.class).run(principal, "hoa-sen".toCharArray()))
                .isEqualTo(Outcome.refused(new KeyRefusals.RealKeysOnly()));
        assertThat(node.get(PersonalKeys.class).of(principal.id())).isEmpty();
    }

    @Test
    void for_the_seal_of_the_institution() {
        Actor administrator = person("quan.tri", Role.ADMINISTRATOR);
        assertThat(node.get(DeclareCertificate.class).run(administrator, school, new DeclareCertificate.Source.Made()))
                .isEqualTo(Outcome.refused(new KeyRefusals.RealKeysOnly()));
        assertThat(node.get(SealCertificates.class).of(school.id())).isEmpty();
    }

    @Nested
    class A_key_at_a_signing_service {
        private final Actor teacher = person("mai.le", Role.PRINCIPAL);

        private Outcome<UUID> named(RemoteKeys where) {
            return new UseRemoteKey(
                            node.get(Office.class), node.get(KeyHolders.class), node.get(PersonalKeys.class), where)
                    .run(teacher, "key");
        }

        private Outcome<UUID> named(TestSigningService service) {
            RemoteService told = new RemoteService(
                    service.address(),
                    TestSigningService.CLIENT,
                    TestSigningService.SECRET,
                    Optional.empty(),
                    Duration.ofSeconds(5));
            return named(RemoteKeys.at(told));
        }

        @AfterEach
        void is_not_known_here() {
            assertThat(node.get(PersonalKeys.class).of(teacher.id())).isEmpty();
        }

        @Test
        void whose_certificate_has_run_out_is_not_taken(@TempDir Path folder) {
            Instant then = Instant.parse("2019-05-20T02:00:00Z");
            Issuer issuer = new Issuer(school.code(), school.name());
            char[] password = "file-password".toCharArray();
            byte[] file = DemoKeys.open(folder, issuer, List.of(), then)
                    .personal(new KeyHolder(KeyRole.HOMEROOM, teacher.name(), ""), issuer, password, then);
            try (TestSigningService service = TestSigningService.start().holding("key", file, password, "13572468")) {
                assertThat(named(service)).isEqualTo(Outcome.refused(new PersonKeyRefusals.KeyOutOfTime()));
            }
        }

        @Test
        void is_not_named_where_the_register_works_with_no_service() {
            assertThat(named(RemoteKeys.none())).isEqualTo(Outcome.refused(new KeyRefusals.NoSigningService()));
        }

        @Test
        void that_does_not_answer_is_to_be_named_later() {
            TestSigningService service = TestSigningService.start();
            service.close();
            assertThat(named(service)).isEqualTo(Outcome.refused(new KeyRefusals.SigningServiceSilent()));
        }
    }
}
