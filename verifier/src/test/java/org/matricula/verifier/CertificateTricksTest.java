package org.matricula.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.matricula.verifier.Check.Result;
import org.matricula.verifier.record.Block;
import org.matricula.verifier.record.RecordContent;
import org.matricula.verifier.signature.KnownCertificate;
import org.matricula.verifier.signature.TrustList;
import org.matricula.verifier.testing.SampleSchool;
import org.matricula.verifier.testing.TestKey;
import org.matricula.verifier.testing.TestPki;
import org.matricula.verifier.testing.TestPki.Wanted;

/// What can be tried with certificates that a trusted authority, or one that is nearly trusted, has issued.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CertificateTricksTest {
    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2045-01-01T00:00:00Z");

    private TestPki pki;
    private SampleSchool school;

    @BeforeAll
    void open() {
        pki = TestPki.create("Kit");
        school = SampleSchool.of(pki);
    }

    private static void failsAt(CheckId check, Verdict verdict) {
        assertThat(verdict.check(check).result()).isEqualTo(Result.FAILED);
        assertThat(verdict.state()).isEqualTo(check.whenFailed());
    }

    private Verdict with(String role, TestKey key) {
        return Verifier.verify(school.with(role, key).sealed(), school.trust(), NOW);
    }

    private static TestKey carrying(TestKey key, X509Certificate... more) {
        List<X509Certificate> above = new ArrayList<>(key.above());
        above.addAll(List.of(more));
        return new TestKey(key.key(), key.certificate(), above);
    }

    private TestKey seal() {
        return school.keys().get("SEAL");
    }

    @Test
    void a_seal_that_carries_the_root_has_bytes_that_nobody_signed() {
        failsAt(CheckId.CERTIFICATE_CHAINS, with("SEAL", carrying(seal(), pki.root())));
    }

    @Test
    void nothing_can_be_carried_behind_the_root() {
        X509Certificate stray = TestPki.create("Stray").root();
        failsAt(CheckId.CERTIFICATE_CHAINS, with("SEAL", carrying(seal(), pki.root(), stray)));
        failsAt(CheckId.CERTIFICATE_CHAINS, with("SEAL", carrying(seal(), stray)));
    }

    @Test
    void an_issuing_authority_can_be_the_anchor_but_nothing_stray_can_stand_behind_it() {
        TrustList issuing = new TrustList(false, seal().above(), school.trust().institutions());
        assertThat(Verifier.verify(school.sealed(), issuing, NOW).state()).isEqualTo(State.GENUINE);

        X509Certificate stray = TestPki.create("Stray").root();
        byte[] sealed = school.with("SEAL", carrying(seal(), stray)).sealed();
        failsAt(CheckId.CERTIFICATE_CHAINS, Verifier.verify(sealed, issuing, NOW));
    }

    @Test
    void a_signature_made_after_the_root_expired_is_not_valid() {
        SampleSchool old = SampleSchool.of(TestPki.create("Old", "P-256", Instant.parse("2026-05-28T00:00:00Z"), null));
        failsAt(CheckId.VALID_AT_SIGNING, Verifier.verify(old.sealed(), old.trust(), NOW));
    }

    @Test
    void a_signature_made_before_the_root_expired_stays_valid() {
        SampleSchool old = SampleSchool.of(TestPki.create("Old", "P-256", Instant.parse("2026-05-30T00:00:00Z"), null));
        assertThat(Verifier.verify(old.sealed(), old.trust(), NOW).state()).isEqualTo(State.GENUINE);
    }

    @Test
    void a_root_with_a_short_key_is_too_weak() {
        SampleSchool weak = SampleSchool.of(TestPki.create("Weak", "RSA-1024", LATE, null));
        assertThat(Verifier.verify(weak.sealed(), weak.trust(), NOW).state()).isEqualTo(State.NOT_OURS);
    }

    @Test
    void an_authority_that_is_held_to_other_names_cannot_certify_a_school() {
        GeneralSubtree other = new GeneralSubtree(new GeneralName(new X500Name("O=Another school")));
        SampleSchool held = SampleSchool.of(
                TestPki.create("Held", "P-256", LATE, new NameConstraints(new GeneralSubtree[] {other}, null)));
        failsAt(CheckId.CERTIFICATE_CHAINS, Verifier.verify(held.sealed(), held.trust(), NOW));
    }

    @Test
    void a_code_with_a_backslash_is_another_code() {
        failsAt(CheckId.INSTITUTION, with("SEAL", pki.issue(Wanted.seal(SampleSchool.NAME, SampleSchool.CODE + "\\"))));
    }

    @Test
    void a_name_with_punctuation_is_compared_as_it_is_written() {
        String odd = "O'Brien, Jr. \\ \"Anh\" <a+b=c>;";
        SampleSchool changed =
                school.with("MATHEMATICS", pki.issue(Wanted.person(odd, SampleSchool.NAME, SampleSchool.CODE)));
        RecordContent usual = school.record("HB-1", "Lê An", "9");
        List<Block> blocks = new ArrayList<>(usual.blocks());
        blocks.set(
                1,
                new Block(
                        "subject.MATHEMATICS",
                        "Toán",
                        Block.Role.SUBJECT,
                        List.of(new Block.Field("teacher", "Giáo viên", odd))));
        byte[] sealed = changed.seal(new RecordContent(usual.form(), usual.id(), 1, usual.issuer(), blocks))
                .toBytes();
        Verdict verdict = Verifier.verify(sealed, school.trust(), NOW);
        assertThat(verdict.state()).as(String.valueOf(verdict.checks())).isEqualTo(State.GENUINE);
    }

    @Test
    void a_key_that_is_made_to_be_slow_is_refused() {
        failsAt(
                CheckId.ALGORITHMS,
                with(
                        "SEAL",
                        pki.issue(Wanted.seal(SampleSchool.NAME, SampleSchool.CODE)
                                .algorithm("RSA-2048-slow"))));
    }

    /// What ASN.1 can be where another kind is wanted.
    private static final byte[] TAGS = {0x02, 0x04, 0x06, 0x24, 0x30};

    @Test
    void a_certificate_of_any_wrong_form_is_no_certificate_and_breaks_nothing() throws CertificateEncodingException {
        byte[] good = seal().certificate().getEncoded();
        for (int at = 0; at < good.length; at++) {
            for (byte tag : TAGS) {
                byte[] bad = good.clone();
                bad[at] = tag;
                byte[] text = Base64.getEncoder().encode(bad);
                assertThatCode(() -> KnownCertificate.of(text, 0, text.length))
                        .as("byte " + at + " as " + tag)
                        .doesNotThrowAnyException();
            }
        }
    }
}
