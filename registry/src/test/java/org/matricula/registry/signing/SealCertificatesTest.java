package org.matricula.registry.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.flow.Role;
import org.matricula.registry.signing.InstitutionSeals.Seal;
import org.matricula.registry.signing.SealCertificates.How;
import org.matricula.registry.signing.SealCertificates.SealCertificate;
import org.matricula.registry.signing.flows.CertificateRefusals;
import org.matricula.registry.signing.flows.DeclareCertificate;
import org.matricula.registry.signing.flows.DeclareCertificate.Source;
import org.matricula.registry.signing.flows.KeyRefusals;
import org.matricula.registry.signing.flows.RevokeCertificate;
import org.matricula.registry.signing.flows.WithdrawCertificate;
import org.matricula.verifier.record.RecordContent.Issuer;

/// The certificates with which an institution seals: what is declared, what is refused, and what seals on which day.
class SealCertificatesTest {
    private static final Issuer ANOTHER = new Issuer("22009999", "Trường Hải An");

    private static SealOffice office;

    @BeforeAll
    static void an_office(@TempDir Path folder) {
        office = new SealOffice(folder);
    }

    @BeforeEach
    void a_school() {
        office.again();
    }

    @AfterAll
    static void end() throws IOException {
        office.close();
    }

    private Outcome<SealCertificate> declare(Source source) {
        return office.get(DeclareCertificate.class).run(office.administrator, office.school, source);
    }

    private Outcome<SealCertificate> declareHeld() {
        return declare(new Source.Held(SealCertificates.sha256(office.held())));
    }

    private static <T> T done(Outcome<T> outcome) {
        return ((Outcome.Done<T>) outcome).value();
    }

    private static Refusal refusal(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).reasons().getFirst();
    }

    private Outcome<SealCertificate> withdraw(UUID certificate, LocalDate from) {
        return office.get(WithdrawCertificate.class)
                .run(office.administrator, office.school, certificate, Optional.of(from), "a new one");
    }

    private Outcome<SealCertificate> revoke(UUID certificate) {
        return office.get(RevokeCertificate.class).run(office.administrator, office.school, certificate, "stolen");
    }

    private Optional<Seal> seal() {
        return office.get(InstitutionSeals.class)
                .of(office.school.id(), office.issuer(), office.clock.instant(), office.now());
    }

    @Nested
    class A_declaration {
        @Test
        void takes_the_certificate_of_a_key_that_the_node_holds() {
            X509Certificate held = office.held();
            assertThat(office.get(DeclareCertificate.class).offered(office.school))
                    .containsExactly(held);

            SealCertificate declared = done(declareHeld());

            assertThat(declared.certificate()).isEqualTo(held);
            assertThat(declared.how()).isEqualTo(How.HELD);
            assertThat(office.get(DeclareCertificate.class).offered(office.school))
                    .isEmpty();
        }

        @Test
        void takes_a_file_of_the_certificate_authority_whatever_order_its_certificates_have() {
            byte[] pem = office.issued(KeyRole.SCHOOL, office.issuer(), SealOffice.TODAY);
            String text = new String(pem, StandardCharsets.US_ASCII);
            List<String> parts = Arrays.stream(text.split("(?<=-----END CERTIFICATE-----\n)"))
                    .toList();
            String turned = String.join("", parts.reversed());

            assertThat(done(declare(new Source.Brought(turned.getBytes(StandardCharsets.US_ASCII))))
                            .how())
                    .isEqualTo(How.BROUGHT);
        }

        @Test
        void is_the_administrators_alone() {
            Outcome<SealCertificate> tried = office.get(DeclareCertificate.class)
                    .run(office.person(Role.PRINCIPAL), office.school, new Source.Made());
            assertThat(refusal(tried)).isEqualTo(new NotYours("declare-certificate"));
        }

        @Test
        void of_what_is_no_certificate_is_refused() {
            for (byte[] none : List.of(new byte[0], "hello".getBytes(StandardCharsets.US_ASCII), new byte[300_000])) {
                assertThat(refusal(declare(new Source.Brought(none))))
                        .isInstanceOf(CertificateRefusals.NotACertificate.class);
            }
        }

        @Test
        void of_another_institutions_certificate_is_refused() {
            assertThat(refusal(declare(new Source.Brought(office.issued(KeyRole.SCHOOL, ANOTHER, SealOffice.TODAY)))))
                    .isEqualTo(new CertificateRefusals.CertificateOfAnother(ANOTHER.code(), office.school.code()));
        }

        @Test
        void of_a_self_signed_certificate_is_refused() throws Exception {
            assertThat(refusal(declare(new Source.Brought(office.odd(2048, KeyUsage.digitalSignature, true)))))
                    .isInstanceOf(CertificateRefusals.CertificateSelfSigned.class);
        }

        @Test
        void under_an_authority_that_nobody_trusts_is_refused() {
            DemoAuthority stranger = DemoAuthority.create(office.clock.instant());
            byte[] pem = SealOffice.pem(stranger.issue(
                            new KeyHolder(KeyRole.SCHOOL, office.school.name(), ""),
                            office.issuer(),
                            "",
                            office.clock.instant())
                    .chain());
            assertThat(refusal(declare(new Source.Brought(pem))))
                    .isInstanceOf(CertificateRefusals.CertificateNotTrusted.class);
        }

        @Test
        void of_an_expired_certificate_is_refused_from_the_moment_on_that_it_ends() {
            byte[] pem = office.issued(KeyRole.SCHOOL, office.issuer(), "2021-05-21T02:00:00Z");
            office.clock.set("2026-05-20T02:00:00Z");
            assertThat(declare(new Source.Brought(pem))).isInstanceOf(Outcome.Done.class);

            byte[] other = office.issued(KeyRole.SCHOOL, office.issuer(), "2021-05-21T02:00:00Z");
            office.clock.set("2026-05-20T02:00:01Z");
            assertThat(refusal(declare(new Source.Brought(other))))
                    .isEqualTo(new CertificateRefusals.CertificateExpired(LocalDate.of(2026, 5, 20)));
        }

        @Test
        void with_a_key_that_can_be_guessed_is_refused() throws Exception {
            assertThat(refusal(declare(new Source.Brought(office.odd(1024, KeyUsage.digitalSignature, false)))))
                    .isInstanceOf(CertificateRefusals.CertificateKeyTooShort.class);
            assertThat(declare(new Source.Brought(office.odd(2048, KeyUsage.digitalSignature, false))))
                    .isInstanceOf(Outcome.Done.class);
        }

        @Test
        void of_a_certificate_for_something_else_is_refused() throws Exception {
            assertThat(refusal(declare(new Source.Brought(office.odd(2048, KeyUsage.keyEncipherment, false)))))
                    .isInstanceOf(CertificateRefusals.CertificateNotForSealing.class);
            assertThat(refusal(declare(
                            new Source.Brought(office.issued(KeyRole.PRINCIPAL, office.issuer(), SealOffice.TODAY)))))
                    .isInstanceOf(CertificateRefusals.CertificateNotForSealing.class);
        }

        @Test
        void makes_no_key_where_a_certificate_authority_gives_them(@TempDir Path real) throws IOException {
            try (SealOffice elsewhere = new SealOffice(InstitutionKeys.of(real, Map.of()))) {
                assertThat(refusal(elsewhere
                                .get(DeclareCertificate.class)
                                .run(elsewhere.administrator, elsewhere.school, new Source.Made())))
                        .isInstanceOf(KeyRefusals.RealKeysOnly.class);
            }
        }

        @Test
        void is_not_made_twice_and_not_of_a_key_that_is_not_there() {
            done(declareHeld());
            assertThat(refusal(declareHeld())).isInstanceOf(CertificateRefusals.CertificateDeclaredAlready.class);
            assertThat(refusal(declare(new Source.Held("00"))))
                    .isInstanceOf(CertificateRefusals.CertificateNotHeld.class);
        }

        @Test
        void stays_as_it_is_whatever_the_server_tries() {
            done(declareHeld());
            for (String statement : List.of(
                    "delete from signing.seal_certificate", "update signing.seal_certificate set sha256 = sha256")) {
                assertThatThrownBy(() ->
                                office.node.database().sql().sql(statement).update())
                        .rootCause()
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Nested
    class A_withdrawal {
        @Test
        void counts_from_its_day_on_and_leaves_the_certificate_in_the_list() {
            SealCertificate declared = done(declareHeld());
            done(withdraw(declared.id(), LocalDate.of(2026, 6, 1)));

            office.clock.set("2026-05-31T16:59:59Z"); // the last second of 31 May in Hà Nội
            assertThat(seal())
                    .hasValueSatisfying(seal -> assertThat(seal.declared()).isTrue());
            office.clock.set("2026-05-31T17:00:00Z");
            assertThat(seal())
                    .hasValueSatisfying(seal -> assertThat(seal.declared()).isFalse());
            assertThat(office.get(SealCertificates.class).of(office.school.id()))
                    .hasSize(1);
        }

        @Test
        void does_not_reach_back_and_wants_a_ground() {
            SealCertificate declared = done(declareHeld());
            assertThat(refusal(withdraw(declared.id(), LocalDate.of(2026, 5, 19))))
                    .isEqualTo(new CertificateRefusals.WithdrawalInThePast(LocalDate.of(2026, 5, 20)));
            assertThat(refusal(office.get(WithdrawCertificate.class)
                            .run(office.administrator, office.school, declared.id(), Optional.empty(), "x")))
                    .isInstanceOf(CertificateRefusals.WithdrawalInThePast.class);
            assertThat(refusal(office.get(WithdrawCertificate.class)
                            .run(
                                    office.administrator,
                                    office.school,
                                    declared.id(),
                                    Optional.of(LocalDate.of(2026, 5, 20)),
                                    " ")))
                    .isInstanceOf(KeyRefusals.GroundMissing.class);
            assertThat(refusal(withdraw(UUID.randomUUID(), LocalDate.of(2026, 6, 1))))
                    .isInstanceOf(CertificateRefusals.CertificateUnknown.class);
        }

        @Test
        void happens_once_and_a_withdrawn_certificate_can_be_declared_anew() {
            SealCertificate declared = done(declareHeld());
            done(withdraw(declared.id(), LocalDate.of(2026, 5, 20)));
            assertThat(refusal(withdraw(declared.id(), LocalDate.of(2026, 6, 1))))
                    .isInstanceOf(CertificateRefusals.CertificateEndedAlready.class);

            assertThat(done(declareHeld()).declared(office.now())).isTrue();
        }
    }

    @Nested
    class A_revocation {
        @Test
        void counts_from_its_moment_on_and_is_for_ever() {
            SealCertificate declared = done(declareHeld());
            office.clock.set("2026-05-20T03:00:00Z");
            done(revoke(declared.id()));

            SealCertificate after =
                    office.get(SealCertificates.class).find(declared.id()).orElseThrow();
            office.clock.set("2026-05-20T02:59:59Z");
            assertThat(after.declared(office.now())).isTrue();
            office.clock.set("2026-05-20T03:00:00Z");
            assertThat(after.declared(office.now())).isFalse();
            assertThat(refusal(revoke(declared.id()))).isInstanceOf(CertificateRefusals.CertificateEndedAlready.class);
            assertThat(refusal(declareHeld())).isInstanceOf(CertificateRefusals.CertificateDeclaredAlready.class);
        }

        @Test
        void stops_what_had_begun_to_be_sealed() {
            SealCertificate declared = done(declareHeld());
            Instant at = office.clock.instant();
            InstitutionSeals seals = office.get(InstitutionSeals.class);
            assertThat(seals.with(office.school.id(), office.issuer(), declared.certificate(), at))
                    .isPresent();
            done(revoke(declared.id()));
            assertThat(seals.with(office.school.id(), office.issuer(), declared.certificate(), at))
                    .isEmpty();
        }

        @Test
        void wants_a_ground_and_a_certificate_of_this_institution() {
            assertThat(refusal(revoke(UUID.randomUUID()))).isInstanceOf(CertificateRefusals.CertificateUnknown.class);
            SealCertificate declared = done(declareHeld());
            assertThat(refusal(office.get(RevokeCertificate.class)
                            .run(office.administrator, office.school, declared.id(), "")))
                    .isInstanceOf(KeyRefusals.GroundMissing.class);
        }
    }

    @Nested
    class A_seal {
        @Test
        void whose_certificate_nobody_declared_says_so() {
            assertThat(seal()).hasValueSatisfying(seal -> {
                assertThat(seal.declared()).isFalse();
                assertThat(seal.certificate()).isEqualTo(office.held());
            });
            done(declareHeld());
            assertThat(seal())
                    .hasValueSatisfying(seal -> assertThat(seal.declared()).isTrue());
        }

        @Test
        void is_the_newest_that_is_declared_not_the_newest_that_is_there() {
            X509Certificate old = done(declareHeld()).certificate();
            office.clock.set("2026-06-20T02:00:00Z");
            X509Certificate fresh = office.keys
                    .makeSeal(office.issuer(), office.clock.instant())
                    .certificate();
            assertThat(seal())
                    .hasValueSatisfying(seal -> assertThat(seal.certificate()).isEqualTo(old));

            done(declareHeld());

            assertThat(seal())
                    .hasValueSatisfying(seal -> assertThat(seal.certificate()).isEqualTo(fresh));
        }

        @Test
        void of_which_the_node_has_no_key_is_named_without_one() {
            byte[] pem = office.issued(KeyRole.SCHOOL, office.issuer(), "2027-05-20T02:00:00Z");
            office.clock.set("2027-06-01T02:00:00Z");
            done(declare(new Source.Brought(pem)));
            // Another key is there, but nobody declared it.
            assertThat(seal())
                    .hasValueSatisfying(seal -> assertThat(seal.declared()).isFalse());
        }
    }

    @Test
    void the_days_that_are_left_are_counted_by_the_calendar_of_the_institution() {
        Instant end = Instant.parse("2026-07-19T16:59:59Z"); // 19 July 23:59:59 in Hà Nội
        assertThat(ending("2026-05-19T17:00:00Z", end)).isEqualTo(Ending.TWO_MONTHS);
        assertThat(ending("2026-05-19T16:59:59Z", end)).isEqualTo(Ending.LATER);
        assertThat(ending("2026-06-18T17:00:00Z", end)).isEqualTo(Ending.MONTH);
        assertThat(ending("2026-07-11T17:00:00Z", end)).isEqualTo(Ending.WEEK);
        assertThat(ending("2026-07-19T16:59:59Z", end)).isEqualTo(Ending.WEEK);
        assertThat(ending("2026-07-19T17:00:00Z", end)).isEqualTo(Ending.EXPIRED);
    }

    private Ending ending(String now, Instant end) {
        office.clock.set(now);
        return Ending.of(end, office.now());
    }
}
