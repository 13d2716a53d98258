package org.matricula.verifier.testing;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.matricula.verifier.State;
import org.matricula.verifier.record.CarelessOffice;
import org.matricula.verifier.record.RecordSealing;
import org.matricula.verifier.record.SigningAct;
import org.matricula.verifier.testing.TestPki.Wanted;

/// Records whose seal carries a time stamp and word of revocation, right and wrong.
final class LevelVectors {
    private static final String ID = "HB-2025-7QK4M2XN";
    private static final Instant SEALED = SampleSchool.SEALED;
    private static final Instant STAMPED = SEALED.plusSeconds(2);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Wanted STAMPS =
            Wanted.seal("Matricula test time stamps", "TSA").qcType(0).forTimeStamps();

    private final List<Vector> vectors = new ArrayList<>();
    private final TestPki pki;
    private final SampleSchool school;
    private final TestKey authority;

    LevelVectors(TestPki pki, SampleSchool school) {
        this.pki = pki;
        this.school = school;
        this.authority = pki.issue(STAMPS);
    }

    List<Vector> all() {
        good();
        revoked();
        stamps();
        form();
        return vectors;
    }

    private void add(String file, State state, String check, String why, byte[] bytes) {
        vectors.add(new Vector(file, state, check, why, bytes));
    }

    private byte[] nobody() {
        return list(null, SEALED);
    }

    private byte[] list(@org.jspecify.annotations.Nullable X509Certificate revoked, Instant since) {
        return TestStamper.list(pki.issuing(), SEALED.minus(DAY), SEALED.plus(DAY), revoked, since);
    }

    private byte[] sealed(SampleSchool by, TestStamper stamper) {
        return sealed(by, act -> act.signWith(by.key("SEAL"), stamper));
    }

    private static byte[] sealed(SampleSchool by, Consumer<SigningAct> seal) {
        return by.sealWith(by.record(ID, "Phạm Gia Bảo", "9"), seal).toBytes();
    }

    private byte[] careless(TestStamper stamper) {
        RecordSealing record = school.headSigned(school.record(ID, "Phạm Gia Bảo", "9"));
        CarelessOffice.seal(record, school.key("SEAL"), SEALED, SampleSchool.ISSUE, stamper::evidence);
        return record.toBytes();
    }

    private SampleSchool withSeal(Wanted wanted) {
        return school.with("SEAL", pki.issue(wanted));
    }

    private static Wanted seal() {
        return Wanted.seal(SampleSchool.NAME, SampleSchool.CODE);
    }

    private void good() {
        add(
                "good/seal-at-level-t.xml",
                State.GENUINE,
                "",
                "the seal carries a time stamp",
                sealed(school, TestStamper.at(authority, STAMPED)));
        add(
                "good/seal-at-level-lt.xml",
                State.GENUINE,
                "",
                "the seal carries a time stamp and a list that names nobody",
                sealed(school, TestStamper.at(authority, STAMPED, nobody())));
        add(
                "good/lt-brings-what-the-seal-names.xml",
                State.GENUINE,
                "",
                "the seal certificate names a revocation list, and the file brings it along",
                sealed(withSeal(seal().crl("http://crl.test/seal.crl")), TestStamper.at(authority, STAMPED, nobody())));
        TestKey expiring = pki.issue(STAMPS.valid("2026-01-01T00:00:00Z", "2026-06-10T00:00:00Z"));
        add(
                "good/lt-chain-expired-later.xml",
                State.GENUINE,
                "",
                "seal and time-stamp authority have expired since",
                sealed(
                        withSeal(seal().valid("2025-01-01T00:00:00Z", "2026-06-01T00:00:00Z")),
                        TestStamper.at(expiring, STAMPED, nobody())));
    }

    private void revoked() {
        X509Certificate head = school.key("HEAD").certificate();
        Instant signed = SampleSchool.MATHS_SIGNS.plusSeconds(172_800);
        add(
                "good/lt-head-revoked-after-signing.xml",
                State.GENUINE,
                "",
                "the head's key was revoked an hour after it signed",
                sealed(school, TestStamper.at(authority, STAMPED, list(head, signed.plusSeconds(3_600)))));
        add(
                "bad/lt-head-revoked-before-signing.xml",
                State.NOT_OURS,
                "VALID_AT_SIGNING",
                "the head's key was revoked an hour before it signed",
                sealed(school, TestStamper.at(authority, STAMPED, list(head, signed.minusSeconds(3_600)))));
        add(
                "bad/lt-seal-revoked-before-sealing.xml",
                State.NOT_OURS,
                "VALID_AT_SIGNING",
                "the seal was revoked an hour before it sealed",
                sealed(
                        school,
                        TestStamper.at(
                                authority,
                                STAMPED,
                                list(school.key("SEAL").certificate(), SEALED.minusSeconds(3_600)))));
        add(
                "bad/lt-list-expired.xml",
                State.COULD_NOT_CHECK,
                "REVOCATION",
                "the list reaches to the day before the seal only",
                sealed(
                        school,
                        TestStamper.at(
                                authority,
                                STAMPED,
                                TestStamper.list(
                                        pki.issuing(),
                                        SEALED.minus(Duration.ofDays(9)),
                                        SEALED.minus(Duration.ofDays(4)),
                                        null,
                                        SEALED))));
        TestKey stranger = TestPki.create("Stranger").issuing();
        add(
                "bad/lt-list-of-a-stranger.xml",
                State.ALTERED,
                "TIME_STAMP",
                "a list of another authority stands beside the right one",
                sealed(
                        school,
                        TestStamper.at(
                                authority,
                                STAMPED,
                                nobody(),
                                TestStamper.list(stranger, SEALED.minus(DAY), SEALED.plus(DAY), null, SEALED))));
    }

    private void stamps() {
        add(
                "bad/stamp-over-other-bytes.xml",
                State.ALTERED,
                "TIME_STAMP",
                "the time stamp is over something else",
                careless(new TestStamper(authority, STAMPED, true, List.of(), List.of())));
        add(
                "bad/stamp-before-the-seal.xml",
                State.ALTERED,
                "TIME_STAMP",
                "the time stamp is a day older than the seal",
                careless(TestStamper.at(authority, SEALED.minus(DAY))));
        add(
                "bad/stamp-of-an-unknown-authority.xml",
                State.NOT_OURS,
                "TIME_STAMP_AUTHORITY",
                "the time stamp is by an authority that nobody here knows",
                careless(TestStamper.at(TestPki.create("Unknown").issue(STAMPS), STAMPED)));
        add(
                "bad/stamp-by-a-key-for-anything.xml",
                State.NOT_OURS,
                "TIME_STAMP_AUTHORITY",
                "the time stamp is by a teacher's key, which is not for time stamps",
                careless(TestStamper.at(school.key("MATHEMATICS"), STAMPED)));
        add(
                "bad/stamp-by-an-expired-authority.xml",
                State.NOT_OURS,
                "TIME_STAMP_AUTHORITY",
                "the certificate of the time-stamp authority had expired",
                careless(TestStamper.at(
                        pki.issue(STAMPS.valid("2024-01-01T00:00:00Z", "2026-05-01T00:00:00Z")), STAMPED)));
    }

    private void form() {
        byte[] good = sealed(school, TestStamper.at(authority, STAMPED, nobody()));
        String text = new String(good, StandardCharsets.UTF_8);
        add(
                "bad/evidence-with-certificate-values.xml",
                State.ALTERED,
                "STRUCTURE",
                "something stands beside the signature that the format does not have there",
                text.replace("<RevocationValues>", "<CertificateValues></CertificateValues><RevocationValues>")
                        .getBytes(StandardCharsets.UTF_8));
        add(
                "bad/evidence-with-an-id.xml",
                State.ALTERED,
                "STRUCTURE",
                "the time stamp has an id, which another part could refer to",
                text.replace("<SignatureTimeStamp>", "<SignatureTimeStamp Id=\"data\">")
                        .getBytes(StandardCharsets.UTF_8));
        int from = text.indexOf("<EncapsulatedTimeStamp>") + "<EncapsulatedTimeStamp>".length();
        char[] changed = text.toCharArray();
        changed[from + 900] = changed[from + 900] == 'A' ? 'B' : 'A';
        add(
                "bad/stamp-with-a-changed-byte.xml",
                State.ALTERED,
                "TIME_STAMP",
                "a byte of the time stamp is changed",
                new String(changed).getBytes(StandardCharsets.UTF_8));
    }
}
