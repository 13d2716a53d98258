package org.matricula.verifier.testing;

import static org.matricula.verifier.testing.Edits.before;
import static org.matricula.verifier.testing.Edits.bytes;
import static org.matricula.verifier.testing.Edits.part;
import static org.matricula.verifier.testing.Edits.replaced;
import static org.matricula.verifier.testing.Edits.replacedAll;
import static org.matricula.verifier.testing.Edits.text;
import static org.matricula.verifier.testing.Edits.without;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.matricula.verifier.State;
import org.matricula.verifier.record.RecordContent;
import org.matricula.verifier.testing.TestPki.Wanted;

/// Records whose signatures are moved about, or say that something else was signed, or in a weaker way; where a tool
/// would believe it, the values are right for what SignedInfo says.
final class SignedInfoVectors {
    private static final String ID = "HB-2025-7QK4M2XN";
    private static final String PUPIL = "Phạm Gia Bảo";
    private static final String MATHS = "<block Id=\"subject.MATHEMATICS\"";
    private static final String DATA = "<data Id=\"data\"";
    private static final String RECORD = "xmlns=\"urn:matricula:record:1\"";
    private static final String START = "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\" Id=\"sig.";
    private static final String EXCLUSIVE =
            "<Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"></Transform>";
    private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
    private static final String NINE = "name=\"mark\">9<";
    private static final String TEN = "name=\"mark\">10<";

    private final List<Vector> vectors = new ArrayList<>();
    private final TestPki pki;
    private final SampleSchool school;
    private final byte[] good;

    SignedInfoVectors(TestPki pki, SampleSchool school) {
        this.pki = pki;
        this.school = school;
        this.good = school.sealed();
    }

    List<Vector> all() throws GeneralSecurityException {
        moved();
        transforms();
        downgrades();
        keyInfos();
        markup();
        return vectors;
    }

    private void bad(String file, String check, String why, byte[] bytes) {
        vectors.add(new Vector("bad/" + file, State.ALTERED, check, why, bytes));
    }

    private void structure(String file, String why, byte[] bytes) {
        bad(file, "STRUCTURE", why, bytes);
    }

    private void moved() {
        String data = part(good, DATA, "</data>");
        String forged = data.replace(NINE, TEN);
        byte[] front = replaced(good, data, forged);
        String block = part(good, MATHS, "</block>");
        structure(
                "wrapped-data-as-a-child.xml",
                "signature wrapping: the signed data inside the forged data",
                replaced(front, "</data>", data + "</data>"));
        structure(
                "wrapped-data-at-the-end.xml",
                "signature wrapping: the signed data moved behind the signatures, forged data in their place",
                replaced(front, "</record>", data + "</record>"));
        structure(
                "wrapped-data-at-the-start.xml",
                "signature wrapping: the signed data first, forged data where readers look by position",
                replaced(good, data, data + forged));
        structure(
                "wrapped-block-in-the-key-info.xml",
                "signature wrapping: the signed block moved into the KeyInfo of its signature",
                replaced(
                        front,
                        "</X509Data></KeyInfo>",
                        "</X509Data>" + block.replace("<block ", "<block " + RECORD + " ") + "</KeyInfo>"));
        structure(
                "wrapped-block-in-the-issue.xml",
                "signature wrapping: the signed block moved into the issue",
                replaced(front, "</issue>", block + "</issue>"));
        structure(
                "wrapped-signature-in-the-data.xml",
                "signature wrapping: the teacher's signature moved into the block that it signs",
                replaced(
                        without(good, START + "subject.MATHEMATICS\">", "</Signature>"),
                        "</block>",
                        part(good, START + "subject.MATHEMATICS\">", "</Signature>") + "</block>"));
        structure(
                "wrapped-by-xml-id.xml",
                "signature wrapping: the forged block has the id as 'xml:id', the signed one as 'Id'",
                before(good, MATHS, block.replace(NINE, TEN).replace("<block Id=", "<block xml:id=")));
        structure(
                "block-moved-behind-the-others.xml",
                "the signed block stands elsewhere among the blocks than when the head signed",
                replaced(replaced(good, block, ""), "</data>", block + "</data>"));
        structure(
                "id-of-the-data-twice.xml",
                "the issue has the id of the data",
                replaced(good, "<issue Id=\"issue\"", "<issue Id=\"data\""));
        structure(
                "attribute-twice.xml",
                "an element with two attributes of one name: parsers differ in which they take",
                replaced(good, "<block Id=\"subject.MATHEMATICS\"", "<block Id=\"x\" Id=\"subject.MATHEMATICS\""));
        RecordContent usual = school.record(ID, PUPIL, "10");
        byte[] later = school.seal(new RecordContent(usual.form(), ID, 2, usual.issuer(), usual.blocks()))
                .toBytes();
        structure(
                "swapped-block-of-another-version.xml",
                "the mathematics block and its signature from the corrected version, in the first one",
                replaced(
                        replaced(good, block, part(later, MATHS, "</block>")),
                        part(good, START + "subject.MATHEMATICS\">", "</Signature>"),
                        part(later, START + "subject.MATHEMATICS\">", "</Signature>")));
    }

    private void transforms() throws GeneralSecurityException {
        String xpath = EXCLUSIVE + "<Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xpath-19991116\">"
                + "<XPath>not(ancestor-or-self::*[local-name()='field'])</XPath></Transform>";
        byte[] blind = Forger.signedAgain(replacedAll(good, EXCLUSIVE, xpath), "SHA-256", this::ecdsa);
        structure(
                "xpath-that-drops-every-value.xml",
                "everyone signed the blocks without their fields: the signatures hold whatever the marks say",
                replaced(blind, NINE, TEN));
        transform(
                "xslt-transform.xml",
                "a style sheet makes what is digested",
                "http://www.w3.org/TR/1999/REC-xslt-19991116");
        transform(
                "xpath-filter-2-transform.xml",
                "a filter takes parts out of what is digested",
                "http://www.w3.org/2002/06/xmldsig-filter2");
        transform(
                "enveloped-signature-transform.xml",
                "the transform that cuts a signature out of what it signs",
                "http://www.w3.org/2000/09/xmldsig#enveloped-signature");
        transform(
                "base64-transform.xml",
                "what is digested is the decoded text",
                "http://www.w3.org/2000/09/xmldsig#base64");
        structure(
                "canonicalisation-with-comments.xml",
                "a canonicalisation that keeps comments",
                replacedAll(good, "xml-exc-c14n#\"", "xml-exc-c14n#WithComments\""));
        structure(
                "inclusive-namespaces.xml",
                "an exclusive canonicalisation with a list of prefixes",
                replaced(
                        good,
                        EXCLUSIVE,
                        EXCLUSIVE.replace(
                                "></Transform>",
                                "><InclusiveNamespaces xmlns=\"http://www.w3.org/2001/10/xml-exc-c14n#\""
                                        + " PrefixList=\"x\"></InclusiveNamespaces></Transform>")));
        structure(
                "reference-by-xpointer.xml",
                "the head refers to the data by an expression, rightly signed",
                Forger.signedAgain(
                        replaced(good, "URI=\"#data\"", "URI=\"#xpointer(id('data'))\""), "SHA-256", this::ecdsa));
        structure(
                "reference-to-the-whole-file.xml",
                "a reference to the whole file instead of the data",
                replaced(good, "URI=\"#data\"", "URI=\"\""));
        structure(
                "reference-left-out.xml",
                "the seal does not cover the head's signature, rightly signed",
                Forger.signedAgain(replaced(good, reference("val.HEAD"), ""), "SHA-256", this::ecdsa));
        structure(
                "reference-to-another-block.xml",
                "the mathematics teacher refers to the block of another subject, rightly signed",
                Forger.signedAgain(
                        replaced(good, "URI=\"#subject.MATHEMATICS\"", "URI=\"#subject.VIETNAMESE\""),
                        "SHA-256",
                        this::ecdsa));
    }

    private String reference(String target) {
        String uri = "URI=\"#" + target + "\"";
        String text = text(good);
        int from = text.lastIndexOf("<Reference ", text.indexOf(uri));
        return text.substring(from, text.indexOf("</Reference>", from) + "</Reference>".length());
    }

    private void transform(String file, String why, String algorithm) {
        structure(
                file,
                why,
                replaced(good, EXCLUSIVE, "<Transform Algorithm=\"" + algorithm + "\"></Transform>" + EXCLUSIVE));
    }

    private byte[] ecdsa(String role, byte[] bytes) throws GeneralSecurityException {
        return value("SHA256withECDSAinP1363Format", role, bytes);
    }

    private byte[] value(String algorithm, String role, byte[] bytes) throws GeneralSecurityException {
        Signature engine = Signature.getInstance(algorithm);
        engine.initSign(school.keys().get(role).key());
        engine.update(bytes);
        return engine.sign();
    }

    private void downgrades() throws GeneralSecurityException {
        byte[] raised = replaced(good, NINE, TEN);
        structure(
                "hmac-with-the-public-key.xml",
                "a raised mark, and every signature an HMAC whose key is the signer's public key",
                Forger.signedAgain(
                        replacedAll(raised, MORE + "ecdsa-sha256", MORE + "hmac-sha256"), "SHA-256", (role, b) -> {
                            Mac mac = Mac.getInstance("HmacSHA256");
                            byte[] shown = school.keys()
                                    .get(role)
                                    .certificate()
                                    .getPublicKey()
                                    .getEncoded();
                            mac.init(new SecretKeySpec(shown, "HmacSHA256"));
                            return mac.doFinal(b);
                        }));
        structure(
                "hmac-cut-to-nothing.xml",
                "an HMAC of which no bit is to be compared",
                replaced(
                        good,
                        "<SignatureMethod Algorithm=\"" + MORE + "ecdsa-sha256\"></SignatureMethod>",
                        "<SignatureMethod Algorithm=\"" + MORE
                                + "hmac-sha256\"><HMACOutputLength>0</HMACOutputLength></SignatureMethod>"));
        structure(
                "digests-by-md5.xml",
                "every digest by MD5, rightly signed",
                Forger.signedAgain(
                        replacedAll(good, "http://www.w3.org/2001/04/xmlenc#sha256", MORE + "md5"),
                        "MD5",
                        this::ecdsa));
        structure(
                "digests-by-sha1.xml",
                "every digest by SHA-1, rightly signed",
                Forger.signedAgain(
                        replacedAll(
                                good,
                                "http://www.w3.org/2001/04/xmlenc#sha256",
                                "http://www.w3.org/2000/09/xmldsig#sha1"),
                        "SHA-1",
                        this::ecdsa));
        structure(
                "values-by-sha1.xml",
                "every signature by ECDSA with SHA-1, rightly signed",
                Forger.signedAgain(
                        replacedAll(good, "xmldsig-more#ecdsa-sha256", "xmldsig-more#ecdsa-sha1"),
                        "SHA-256",
                        (role, b) -> value("SHA1withECDSAinP1363Format", role, b)));
        structure(
                "rsa-md5.xml",
                "a signature said to be RSA with MD5",
                replaced(good, "xmldsig-more#ecdsa-sha256", "xmldsig-more#rsa-md5"));
        structure(
                "no-algorithm.xml",
                "a signature method that says nothing",
                replaced(
                        good,
                        "SignatureMethod Algorithm=\"" + MORE + "ecdsa-sha256\"",
                        "SignatureMethod Algorithm=\"\""));
        Wanted maths = Wanted.person(SampleSchool.STAFF.get("MATHEMATICS"), SampleSchool.NAME, SampleSchool.CODE);
        structure(
                "short-rsa-key.xml",
                "a teacher's RSA key of 1024 bits, certified by the trusted authority",
                withShortKey(pki.issue(maths.algorithm("RSA-1024"))));
        vectors.add(new Vector(
                "bad/certificate-by-sha1.xml",
                State.NOT_OURS,
                "ALGORITHMS",
                "a teacher's certificate that the trusted authority signed with SHA-1",
                school.with("MATHEMATICS", pki.issue(maths.algorithm("P-256-by-SHA-1")))
                        .sealed()));
    }

    /// As a signing program would that asks nothing of keys.
    private byte[] withShortKey(TestKey key) throws GeneralSecurityException {
        TestKey own = school.keys().get("MATHEMATICS");
        byte[] edited = replaced(
                replaced(good, MORE + "ecdsa-sha256", MORE + "rsa-sha256"),
                Base64.getEncoder().encodeToString(encoded(own)),
                Base64.getEncoder().encodeToString(encoded(key)));
        return Forger.signedAgain(replaced(edited, digest(own), digest(key)), "SHA-256", (role, bytes) -> {
            if (!role.equals("MATHEMATICS")) {
                return ecdsa(role, bytes);
            }
            Signature engine = Signature.getInstance("SHA256withRSA");
            engine.initSign(key.key());
            engine.update(bytes);
            return engine.sign();
        });
    }

    private static String digest(TestKey key) throws GeneralSecurityException {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(encoded(key)));
    }

    private void keyInfos() {
        String head = Base64.getEncoder().encodeToString(encoded(school.keys().get("HEAD")));
        String other = Base64.getEncoder()
                .encodeToString(
                        encoded(SampleSchool.of(TestPki.create("Forger")).keys().get("HEAD")));
        bad(
                "swapped-key-info.xml",
                "SIGNATURE_PROPERTIES",
                "another certificate in the head's name stands for the one that signed",
                replaced(good, head, other));
        bad(
                "certificate-before-the-signers.xml",
                "SIGNATURE_PROPERTIES",
                "a stranger's certificate before the head's",
                replaced(
                        good,
                        "<X509Certificate>" + head,
                        "<X509Certificate>" + other + "</X509Certificate><X509Certificate>" + head));
        structure(
                "key-value-in-key-info.xml",
                "a bare key that a tool may take instead of the certificate's",
                replaced(good, "<KeyInfo>", "<KeyInfo><KeyValue><ECKeyValue></ECKeyValue></KeyValue>"));
        structure(
                "retrieval-method-in-key-info.xml",
                "a key to be fetched from elsewhere",
                replaced(
                        good,
                        "<KeyInfo>",
                        "<KeyInfo><RetrievalMethod URI=\"http://attacker.test/key\"></RetrievalMethod>"));
    }

    private static byte[] encoded(TestKey key) {
        try {
            return key.certificate().getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void markup() {
        structure(
                "entity-in-mark.xml",
                "the mark is an entity that the file itself declares",
                replaced(before(good, "<record", "<!DOCTYPE record [<!ENTITY m \"9\">]>"), NINE, "name=\"mark\">&m;<"));
        structure(
                "external-document-type.xml",
                "a document type to be fetched from elsewhere, which could declare other ids",
                before(good, "<record", "<!DOCTYPE record SYSTEM \"http://attacker.test/record.dtd\">"));
        structure(
                "comment-in-name.xml",
                "a comment in the pupil's name: the signature holds, some readers see only what stands before it",
                replaced(good, PUPIL, "Phạm Gia<!-- --> Bảo"));
        structure(
                "included-file.xml",
                "an element that has another file included",
                replaced(
                        good,
                        NINE,
                        "name=\"mark\"><xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"/etc/passwd\"/>9<"));
        structure(
                "quadratic-growth.xml",
                "one long entity used very often",
                replaced(
                        before(good, "<record", "<!DOCTYPE record [<!ENTITY m \"" + "9".repeat(2_000) + "\">]>"),
                        NINE,
                        "name=\"mark\">" + "&m;".repeat(2_000) + "<"));
        vectors.add(new Vector(
                "bad/another-xxe.xml",
                State.COULD_NOT_CHECK,
                "READABLE",
                "an external entity in a document that does not claim to be ours",
                bytes("<!DOCTYPE b [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><b>&a;</b>")));
    }
}
