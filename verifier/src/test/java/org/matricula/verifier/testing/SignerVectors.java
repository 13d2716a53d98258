package org.matricula.verifier.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.matricula.verifier.State;
import org.matricula.verifier.record.Block;
import org.matricula.verifier.record.CarelessOffice;
import org.matricula.verifier.record.RecordContent;
import org.matricula.verifier.record.RecordSealing;
import org.matricula.verifier.testing.TestPki.Wanted;
import org.w3c.dom.Document;

/// Records whose bytes are right but whose signers are not, and some whose signers are just right.
final class SignerVectors {
    private static final String ID = "HB-2025-7QK4M2XN";
    private static final String PUPIL = "Phạm Gia Bảo";

    private final List<Vector> vectors = new ArrayList<>();
    private final TestPki pki;
    private final SampleSchool school;

    SignerVectors(TestPki pki, SampleSchool school) {
        this.pki = pki;
        this.school = school;
    }

    List<Vector> all() throws Exception {
        good();
        keys();
        certificates();
        times();
        content();
        foreign();
        return vectors;
    }

    private void add(String file, State state, String check, String why, byte[] bytes) {
        vectors.add(new Vector(file, state, check, why, bytes));
    }

    private byte[] sealedWith(String role, TestKey key) {
        SampleSchool changed = school.with(role, key);
        return changed.seal(changed.record(ID, PUPIL, "9")).toBytes();
    }

    private TestKey person(String role, UnaryOperator<Wanted> how) {
        return pki.issue(how.apply(Wanted.person(SampleSchool.STAFF.get(role), SampleSchool.NAME, SampleSchool.CODE)));
    }

    private void good() {
        add(
                "good/signed-with-rsa.xml",
                State.GENUINE,
                "",
                "a teacher with an RSA key of 2048 bits",
                sealedWith("MATHEMATICS", person("MATHEMATICS", w -> w.algorithm("RSA-2048"))));
        add(
                "good/certificate-expired-after-signing.xml",
                State.GENUINE,
                "",
                "a certificate that was valid when it signed and has expired since",
                sealedWith(
                        "MATHEMATICS",
                        person("MATHEMATICS", w -> w.valid("2025-01-01T00:00:00Z", "2026-06-01T00:00:00Z"))));
        RecordContent usual = school.record(ID, PUPIL, "9");
        RecordContent second = new RecordContent(usual.form(), ID, 2, usual.issuer(), usual.blocks());
        add(
                "good/corrected-version-2.xml",
                State.GENUINE,
                "",
                "the second version of a record",
                school.seal(second).toBytes());
        add(
                "good/awkward-characters.xml",
                State.GENUINE,
                "",
                "quotes, ampersands, angle brackets, line feeds, tabs, a carriage return, emoji, three scripts",
                school.seal(school.record(ID, "Ánh \"Tý\" <&> O'Brien\r\n\tҚазақ Ёлка 😀 𠮷 ]]>", "9"))
                        .toBytes());
    }

    private void keys() {
        add(
                "bad/seal-by-a-teachers-key.xml",
                State.NOT_OURS,
                "CERTIFICATE_KINDS",
                "a teacher of the school sealed for the school",
                sealedWith("SEAL", school.keys().get("MATHEMATICS")));
        add(
                "bad/seal-by-another-institution.xml",
                State.NOT_OURS,
                "INSTITUTION",
                "the seal of another institution that the register knows",
                sealedWith("SEAL", pki.issue(Wanted.seal(VectorKit.OTHER_NAME, VectorKit.OTHER_CODE))));
        add(
                "bad/teacher-of-another-institution.xml",
                State.NOT_OURS,
                "INSTITUTION",
                "a teacher of another institution signed mathematics",
                sealedWith(
                        "MATHEMATICS",
                        pki.issue(Wanted.person(
                                SampleSchool.STAFF.get("MATHEMATICS"), VectorKit.OTHER_NAME, VectorKit.OTHER_CODE))));
        add(
                "bad/teacher-signs-with-the-seal.xml",
                State.NOT_OURS,
                "CERTIFICATE_KINDS",
                "the school's seal stands where the teacher must sign",
                sealedWith("MATHEMATICS", school.keys().get("SEAL")));
        add(
                "bad/certificate-without-a-kind.xml",
                State.NOT_OURS,
                "CERTIFICATE_KINDS",
                "a seal certificate that does not say that it is one",
                sealedWith(
                        "SEAL",
                        pki.issue(Wanted.seal(SampleSchool.NAME, SampleSchool.CODE)
                                .qcType(0))));
        SampleSchool forged = SampleSchool.of(TestPki.create("Forger"));
        add(
                "bad/forged-with-an-own-authority.xml",
                State.NOT_OURS,
                "CERTIFICATE_CHAINS",
                "everything is right, but the certificates come from the forger's own authority",
                forged.sealed());
        add(
                "bad/stolen-key-info.xml",
                State.ALTERED,
                "SIGNATURE_VALUES",
                "signed with the forger's key, showing the head's certificate",
                sealedWith(
                        "HEAD", stolen(forged.keys().get("HEAD"), school.keys().get("HEAD"))));
        add(
                "bad/certificate-issued-by-a-teacher.xml",
                State.NOT_OURS,
                "CERTIFICATE_CHAINS",
                "a teacher's certificate, which is no authority's, issued the seal certificate",
                sealedWith(
                        "SEAL",
                        pki.issuedBy(
                                school.keys().get("MATHEMATICS"), Wanted.seal(SampleSchool.NAME, SampleSchool.CODE))));
    }

    private static TestKey stolen(TestKey own, TestKey shown) {
        return new TestKey(own.key(), shown.certificate(), shown.above());
    }

    private void certificates() {
        add(
                "bad/certificate-expired-at-signing.xml",
                State.NOT_OURS,
                "VALID_AT_SIGNING",
                "a teacher's certificate had expired when it signed",
                sealedWith(
                        "MATHEMATICS",
                        person("MATHEMATICS", w -> w.valid("2024-01-01T00:00:00Z", "2026-05-01T00:00:00Z"))));
        add(
                "bad/certificate-not-yet-valid-at-signing.xml",
                State.NOT_OURS,
                "VALID_AT_SIGNING",
                "a teacher's certificate was not valid yet when it signed",
                sealedWith(
                        "MATHEMATICS",
                        person("MATHEMATICS", w -> w.valid("2026-06-01T00:00:00Z", "2030-01-01T00:00:00Z"))));
        add(
                "bad/names-a-revocation-source.xml",
                State.COULD_NOT_CHECK,
                "REVOCATION",
                "the seal certificate names a revocation list, which is not at hand",
                sealedWith(
                        "SEAL",
                        pki.issue(Wanted.seal(SampleSchool.NAME, SampleSchool.CODE)
                                .crl("http://crl.test/seal.crl"))));
    }

    private void times() {
        Instant first = SampleSchool.MATHS_SIGNS;
        add(
                "bad/head-signed-before-a-teacher.xml",
                State.ALTERED,
                "SIGNING_ORDER",
                "the head's time of signing is before that of the teachers",
                careless(first.minusSeconds(60), SampleSchool.SEALED));
        add(
                "bad/sealed-before-the-head-signed.xml",
                State.ALTERED,
                "SIGNING_ORDER",
                "the seal's time is before the head's",
                careless(first.plusSeconds(90_000), first.plusSeconds(89_000)));
        add(
                "bad/signed-in-the-future.xml",
                State.COULD_NOT_CHECK,
                "SIGNED_BEFORE_NOW",
                "the seal states a time that is yet to come",
                careless(first.plusSeconds(90_000), Instant.parse("2031-01-01T00:00:00Z")));
    }

    private byte[] careless(Instant head, Instant seal) {
        RecordSealing record = RecordSealing.prepare(school.record(ID, PUPIL, "9"));
        sign(record, "subject.MATHEMATICS", "MATHEMATICS", SampleSchool.MATHS_SIGNS);
        sign(record, "subject.VIETNAMESE", "VIETNAMESE", SampleSchool.MATHS_SIGNS);
        sign(record, "HOMEROOM", "HOMEROOM", SampleSchool.MATHS_SIGNS.plusSeconds(86_400));
        sign(record, "HEAD", "HEAD", head);
        CarelessOffice.sign(record, "SEAL", key("SEAL"), seal, SampleSchool.ISSUE);
        return record.toBytes();
    }

    private void sign(RecordSealing record, String slot, String role, Instant at) {
        CarelessOffice.sign(record, slot, key(role), at, null);
    }

    private TestKey key(String role) {
        TestKey key = school.keys().get(role);
        if (key == null) {
            throw new IllegalArgumentException(role);
        }
        return key;
    }

    private void content() {
        RecordContent usual = school.record(ID, PUPIL, "9");
        List<Block> blocks = new ArrayList<>(usual.blocks());
        blocks.set(
                1,
                new Block(
                        "subject.MATHEMATICS",
                        "Toán",
                        Block.Role.SUBJECT,
                        List.of(
                                new Block.Field("mark", "Điểm", "9"),
                                new Block.Field("teacher", "Giáo viên", "Nguyễn Thị Hạnh"))));
        add(
                "bad/another-teachers-name.xml",
                State.NOT_OURS,
                "SIGNER_NAMES",
                "the record names one teacher, another signed",
                school.seal(new RecordContent(usual.form(), ID, 1, usual.issuer(), blocks))
                        .toBytes());
        RecordContent renamed = new RecordContent(
                usual.form(),
                ID,
                1,
                new RecordContent.Issuer(SampleSchool.CODE, "Trường Tiểu học Hoa Mai"),
                usual.blocks());
        add(
                "bad/name-that-the-school-never-had.xml",
                State.NOT_OURS,
                "INSTITUTION",
                "the school's own keys, but a name that it never had",
                school.seal(renamed).toBytes());
        SampleSchool stranger = SampleSchool.of(pki, "VN-01-7777", "Trường Tiểu học Ban Mai");
        add(
                "bad/institution-that-the-register-does-not-know.xml",
                State.NOT_OURS,
                "INSTITUTION",
                "certificates of the trusted authority, but an institution that is not in the list",
                stranger.sealed());
    }

    private void foreign() throws Exception {
        Document document = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream("<note xmlns=\"urn:other\">x</note>".getBytes(StandardCharsets.UTF_8)));
        XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
        var reference = factory.newReference(
                "",
                factory.newDigestMethod(DigestMethod.SHA256, null),
                List.of(factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null)),
                null,
                null);
        var info = factory.newSignedInfo(
                factory.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                factory.newSignatureMethod("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", null),
                List.of(reference));
        var keys = factory.getKeyInfoFactory();
        var keyInfo =
                keys.newKeyInfo(List.of(keys.newX509Data(List.of(key("HEAD").certificate()))));
        factory.newXMLSignature(info, keyInfo)
                .sign(new DOMSignContext(key("HEAD").key(), document.getDocumentElement()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TransformerFactory.newDefaultInstance()
                .newTransformer()
                .transform(new DOMSource(document), new StreamResult(out));
        add(
                "bad/another-signed-document.xml",
                State.NOT_OURS,
                "",
                "a document of another kind with a valid XML signature by a head whom the register knows",
                out.toByteArray());
    }
}
