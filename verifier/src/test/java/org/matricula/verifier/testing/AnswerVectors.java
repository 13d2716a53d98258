package org.matricula.verifier.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.jspecify.annotations.Nullable;
import org.matricula.verifier.State;
import org.matricula.verifier.record.RecordSealing;
import org.matricula.verifier.record.SignerIdentity;
import org.matricula.verifier.record.SigningAct;
import org.matricula.verifier.signature.Stamper;
import org.matricula.verifier.testing.TestPki.Wanted;

/// Records that bring answers about revocation (OCSP) instead of lists, and records in which a person signs at level
/// LT.
final class AnswerVectors {
    private static final String ID = "HB-2025-7QK4M2XN";
    private static final Instant SEALED = SampleSchool.SEALED;
    private static final Instant STAMPED = SEALED.plusSeconds(2);
    private static final Instant HEAD_SIGNS = SampleSchool.MATHS_SIGNS.plusSeconds(172_800);
    private static final Duration DAY = Duration.ofDays(1);

    private final List<Vector> vectors = new ArrayList<>();
    private final TestPki pki;
    private final SampleSchool school;
    private final TestKey authority;
    private final SampleSchool named;

    AnswerVectors(TestPki pki, SampleSchool school) {
        this.pki = pki;
        this.school = school;
        this.authority = pki.issue(
                Wanted.seal("Matricula test time stamps", "TSA").qcType(0).forTimeStamps());
        // Certificates that name a source: without an answer nobody could say that they were not revoked.
        this.named = school.with(
                        "SEAL",
                        pki.issue(Wanted.seal(SampleSchool.NAME, SampleSchool.CODE)
                                .crl("http://crl.test/seal.crl")))
                .with(
                        "HEAD",
                        pki.issue(Wanted.person(SampleSchool.STAFF.get("HEAD"), SampleSchool.NAME, SampleSchool.CODE)
                                .crl("http://crl.test/people.crl")));
    }

    List<Vector> all() {
        answers();
        people();
        return vectors;
    }

    private void add(String file, State state, String check, String why, byte[] bytes) {
        vectors.add(new Vector(file, state, check, why, bytes));
    }

    private SampleSchool sealNamed() {
        return school.with("SEAL", named.key("SEAL"));
    }

    private byte[] sealed(SampleSchool by, Stamper stamper) {
        return by.sealWith(by.record(ID, "Phạm Gia Bảo", "9"), act -> act.signWith(by.key("SEAL"), stamper))
                .toBytes();
    }

    private TestStamper answering(TestOcsp who, TestKey about, Duration reach, Instant... since) {
        return TestStamper.answering(
                authority,
                STAMPED,
                who.about(
                        about.certificate(),
                        SEALED.minus(DAY.multipliedBy(9)),
                        SEALED.plus(reach),
                        since.length == 0 ? null : since[0]));
    }

    private TestOcsp responder(KeyPurposeId purpose) {
        return TestOcsp.responder(
                pki.issuing(), purpose, SEALED.minus(DAY.multipliedBy(30)), SEALED.plus(DAY.multipliedBy(700)));
    }

    private void answers() {
        TestOcsp issuer = TestOcsp.of(pki.issuing());
        TestKey seal = named.key("SEAL");
        add(
                "good/lt-answer-of-the-issuer.xml",
                State.GENUINE,
                "",
                "the file brings the issuer's answer (OCSP) about the seal certificate",
                sealed(sealNamed(), answering(issuer, seal, DAY)));
        add(
                "good/lt-answer-of-a-responder.xml",
                State.GENUINE,
                "",
                "the answer is by a responder whom the issuer certified for just that",
                sealed(sealNamed(), answering(responder(KeyPurposeId.id_kp_OCSPSigning), seal, DAY)));
        add(
                "bad/lt-answer-of-somebody-certified.xml",
                State.ALTERED,
                "TIME_STAMP",
                "the answer is by somebody whom the issuer certified for something else",
                sealed(sealNamed(), answering(responder(KeyPurposeId.id_kp_clientAuth), seal, DAY)));
        add(
                "bad/lt-answer-of-a-stranger.xml",
                State.ALTERED,
                "TIME_STAMP",
                "the answer is by another authority",
                sealed(
                        sealNamed(),
                        answering(
                                new TestOcsp(
                                        pki.issuing(),
                                        TestPki.create("Stranger").issuing()),
                                seal,
                                DAY)));
        add(
                "bad/lt-answer-about-another.xml",
                State.ALTERED,
                "TIME_STAMP",
                "the answer is about a certificate that nobody here signed with",
                sealed(
                        sealNamed(),
                        answering(issuer, pki.issue(Wanted.seal(SampleSchool.NAME, SampleSchool.CODE)), DAY)));
        add(
                "bad/lt-answer-expired.xml",
                State.COULD_NOT_CHECK,
                "REVOCATION",
                "the answer reaches to four days before the seal only",
                sealed(sealNamed(), answering(issuer, seal, DAY.multipliedBy(-4))));
        add(
                "bad/lt-answer-seal-revoked-before-sealing.xml",
                State.NOT_OURS,
                "VALID_AT_SIGNING",
                "the answer says that the seal was revoked an hour before it sealed",
                sealed(sealNamed(), answering(issuer, seal, DAY, SEALED.minusSeconds(3_600))));
        byte[] list = TestStamper.list(pki.issuing(), SEALED.minus(DAY), SEALED.plus(DAY), null, SEALED);
        add(
                "bad/lt-list-twice.xml",
                State.ALTERED,
                "TIME_STAMP",
                "one list stands there twice: one of them is idle",
                sealed(school, TestStamper.at(authority, STAMPED, list, list)));
    }

    private void people() {
        add(
                "good/head-at-level-lt.xml",
                State.GENUINE,
                "",
                "the head signs at level LT too, with a time stamp and a list of its own",
                headAndSeal(null));
        add(
                "good/head-at-level-lt-revoked-after-its-stamp.xml",
                State.GENUINE,
                "",
                "the head's key was revoked between its own time stamp and the seal's",
                headAndSeal(HEAD_SIGNS.plusSeconds(3_600)));
        add(
                "bad/head-at-level-lt-revoked-before-its-stamp.xml",
                State.NOT_OURS,
                "VALID_AT_SIGNING",
                "the head's key was revoked between the time that it states and its time stamp",
                headAndSeal(HEAD_SIGNS.plusSeconds(1)));
    }

    /// @param revoked since when the head's key is, as the list beside the seal says; null for never
    private byte[] headAndSeal(@Nullable Instant revoked) {
        RecordSealing record = RecordSealing.prepare(named.record(ID, "Phạm Gia Bảo", "9"));
        named.act("MATHEMATICS", SampleSchool.MATHS_SIGNS, act -> act.subject(record, "subject.MATHEMATICS"));
        named.act("VIETNAMESE", SampleSchool.MATHS_SIGNS, act -> act.subject(record, "subject.VIETNAMESE"));
        named.act("HOMEROOM", SampleSchool.MATHS_SIGNS.plusSeconds(86_400), act -> act.homeroom(record));
        TestKey head = named.key("HEAD");
        byte[] then = TestStamper.list(pki.issuing(), HEAD_SIGNS.minus(DAY), HEAD_SIGNS.plus(DAY), null, SEALED);
        new SigningAct(SignerIdentity.of(head), HEAD_SIGNS)
                .head(record)
                .signWith(head, TestStamper.at(authority, HEAD_SIGNS.plusSeconds(2), then));
        byte[] now = TestStamper.list(
                pki.issuing(),
                SEALED.minus(DAY),
                SEALED.plus(DAY),
                revoked == null ? null : head.certificate(),
                revoked == null ? SEALED : revoked);
        TestKey seal = named.key("SEAL");
        new SigningAct(SignerIdentity.of(seal), SEALED)
                .seal(record, SampleSchool.ISSUE)
                .signWith(seal, TestStamper.at(authority, STAMPED, now));
        return record.toBytes();
    }
}
