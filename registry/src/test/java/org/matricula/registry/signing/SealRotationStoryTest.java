package org.matricula.registry.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.signing.InstitutionSeals.Seal;
import org.matricula.registry.signing.PublishedSeals.Published;
import org.matricula.registry.signing.flows.DeclareCertificate;
import org.matricula.registry.signing.flows.DeclareCertificate.Source;
import org.matricula.verifier.State;
import org.matricula.verifier.Verdict;
import org.matricula.verifier.Verifier;
import org.matricula.verifier.record.Block;
import org.matricula.verifier.record.Issue;
import org.matricula.verifier.record.RecordContent;
import org.matricula.verifier.record.RecordSealing;
import org.matricula.verifier.record.SignerIdentity;
import org.matricula.verifier.record.SigningAct;
import org.matricula.verifier.signature.SignatureLevel;
import org.matricula.verifier.signature.Signer;
import org.matricula.verifier.signature.TrustList;

/// A seal certificate grows old: the new one is declared beside it, seals from then on, and what the old one sealed
/// stays genuine for ever.
class SealRotationStoryTest {
    /// The demo certificate of 20 May 2026 ends on 19 May 2031 at 2 o'clock UTC, 9 o'clock in Hà Nội.
    private static final String LAST_MOMENT = "2031-05-19T02:00:00Z";

    @Test
    void the_old_seal_hands_over_to_the_new_one_and_its_end_spoils_nothing(@TempDir Path folder) throws Exception {
        try (SealOffice office = new SealOffice(folder)) {
            X509Certificate old = declared(office, new Source.Held(SealCertificates.sha256(office.held())));
            assertThat(old.getNotAfter().toInstant()).isEqualTo(LAST_MOMENT);
            byte[] early = sealedAt(office, "2030-06-01T02:00:00Z", old);

            // A month before the end people are warned; the new certificate is declared beside the old.
            office.clock.set("2031-04-20T02:00:00Z");
            assertThat(Ending.of(Instant.parse(LAST_MOMENT), office.now())).isEqualTo(Ending.MONTH);
            byte[] last = sealedAt(office, "2031-04-20T02:00:00Z", old);
            X509Certificate fresh = declared(office, new Source.Made());

            // D-1, D and D+1: the new one seals, and whatever was sealed is genuine.
            for (String day : List.of("2031-05-18T02:00:00Z", LAST_MOMENT, "2031-05-20T02:00:00Z")) {
                byte[] late = sealedAt(office, day, fresh);
                for (byte[] record : List.of(early, last, late)) {
                    Verdict verdict = Verifier.verify(record, trust(office), office.clock.instant());
                    assertThat(verdict.state()).as(day + " " + verdict.checks()).isEqualTo(State.GENUINE);
                }
            }
            assertThat(office.get(PublishedSeals.class).list())
                    .singleElement()
                    .satisfies(published -> assertThat(published.seals())
                            .containsExactlyInAnyOrder(SealCertificates.sha256(old), SealCertificates.sha256(fresh)));
        }
    }

    @Test
    void without_a_new_one_the_old_seals_to_its_last_moment_and_not_a_second_longer(@TempDir Path folder)
            throws Exception {
        try (SealOffice office = new SealOffice(folder)) {
            X509Certificate old = declared(office, new Source.Held(SealCertificates.sha256(office.held())));
            sealedAt(office, LAST_MOMENT, old);

            office.clock.set("2031-05-19T02:00:01Z");
            // The demo authority has made another key by then, which nobody has declared.
            assertThat(seal(office)).hasValueSatisfying(seal -> {
                assertThat(seal.declared()).isFalse();
                assertThat(seal.certificate()).isNotEqualTo(old);
            });
        }
    }

    @Test
    void what_an_undeclared_certificate_of_the_institution_sealed_is_not_ours(@TempDir Path folder) throws Exception {
        try (SealOffice office = new SealOffice(folder)) {
            declared(office, new Source.Held(SealCertificates.sha256(office.held())));
            Signer undeclared = office.keys.makeSeal(office.issuer(), office.clock.instant());
            byte[] record = sealed(office, undeclared);
            assertThat(Verifier.verify(record, trust(office), office.clock.instant())
                            .state())
                    .isEqualTo(State.NOT_OURS);
        }
    }

    @Test
    void a_register_demands_time_stamps_from_when_it_sets_them_and_stops_when_it_no_longer_does(@TempDir Path folder)
            throws Exception {
        try (SealOffice office = new SealOffice(folder)) {
            office.get(PublishedSeals.class).note();
            declared(office, new Source.Held(SealCertificates.sha256(office.held())));
            // A register that had sealed nothing: from the very first day, wherever that has begun.
            assertThat(from(office.get(PublishedSeals.class))).contains(LocalDate.of(2026, 5, 19));

            office.clock.set("2027-01-10T02:00:00Z");
            PublishedSeals plain = at(office, SignatureLevel.B);
            plain.note();
            assertThat(from(plain)).isEmpty();

            office.clock.set("2027-03-10T23:00:00Z");
            PublishedSeals again = at(office, SignatureLevel.T);
            again.note();
            again.note();
            // It is 11 March already in the east: the first day that has begun nowhere is the 12th.
            assertThat(from(again)).contains(LocalDate.of(2027, 3, 12));
        }
    }

    private static PublishedSeals at(SealOffice office, SignatureLevel level) {
        return new PublishedSeals(
                office.node.database().sql(),
                office.get(SealCertificates.class),
                office.get(org.matricula.registry.directory.Institutions.class),
                new SigningLevels(SignatureLevel.B, level, Optional.empty()),
                office.clock);
    }

    private static Optional<LocalDate> from(PublishedSeals seals) {
        return seals.list().stream().findFirst().flatMap(Published::stampedFrom);
    }

    private static X509Certificate declared(SealOffice office, Source source) {
        var outcome = office.get(DeclareCertificate.class).run(office.administrator, office.school, source);
        return ((Outcome.Done<SealCertificates.SealCertificate>) outcome)
                .value()
                .certificate();
    }

    private static Optional<Seal> seal(SealOffice office) {
        return office.get(InstitutionSeals.class)
                .of(office.school.id(), office.issuer(), office.clock.instant(), office.now());
    }

    /// A record sealed at a moment, by the certificate that must be the one to seal then.
    private static byte[] sealedAt(SealOffice office, String moment, X509Certificate by) {
        office.clock.set(moment);
        Seal seal = seal(office).orElseThrow();
        assertThat(seal.certificate()).isEqualTo(by);
        assertThat(seal.declared()).isTrue();
        return sealed(office, seal.signer().orElseThrow());
    }

    private static byte[] sealed(SealOffice office, Signer seal) {
        Instant at = office.clock.instant();
        Signer head = Pkcs12Signer.open(
                office.keys
                        .demoKeys(office.issuer(), at)
                        .personal(
                                new KeyHolder(KeyRole.PRINCIPAL, "Lê Thị Mai", ""),
                                office.issuer(),
                                "locked".toCharArray(),
                                at),
                "locked".toCharArray(),
                "the head's key");
        RecordSealing record = RecordSealing.prepare(new RecordContent(
                "vn.report-book.primary.2020",
                "HB-" + UUID.randomUUID(),
                1,
                office.issuer(),
                List.of(new Block("year", "Kết quả", Block.Role.HEAD, List.of(new Block.Field("r", "R", "9"))))));
        new SigningAct(SignerIdentity.of(head), at).head(record).signWith(head);
        Issue issue = new Issue("7QK4M2XN", "418203", at.atOffset(ZoneOffset.ofHours(7)));
        new SigningAct(SignerIdentity.of(seal), at).seal(record, issue).signWith(seal);
        return record.toBytes();
    }

    /// The list of the demo authority with what the register says of its seals.
    private static TrustList trust(SealOffice office) {
        List<TrustList.Institution> own = office.get(PublishedSeals.class).list().stream()
                .map(each -> new TrustList.Institution(each.code(), List.of(), each.seals(), each.stampedFrom()))
                .toList();
        return office.keys
                .demoKeys(office.issuer(), office.clock.instant())
                .trust()
                .withOwn(own, List.of());
    }
}
