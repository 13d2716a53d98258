package org.matricula.verifier.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.Level;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.policy.EtsiValidationPolicy;
import eu.europa.esig.dss.policy.EtsiValidationPolicyFactory;
import eu.europa.esig.dss.policy.jaxb.BasicSignatureConstraints;
import eu.europa.esig.dss.policy.jaxb.CertificateConstraints;
import eu.europa.esig.dss.policy.jaxb.LevelConstraint;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matricula.verifier.record.FileSignature;
import org.matricula.verifier.record.Reading;
import org.matricula.verifier.record.RecordReader;
import org.matricula.verifier.signature.TrustList;
import org.matricula.verifier.testing.SampleSchool;
import org.matricula.verifier.testing.TestPki;
import org.matricula.verifier.testing.TestPki.Wanted;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// Tools that we did not write must say of our records what we say.
@Tag("foreign")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignJudgesTest {
    private static final Path VECTORS = Path.of("../vectors");
    private static final Path SCHEMA = Path.of("../docs/formats/record-1.xsd");

    @TempDir
    Path folder;

    private TestPki pki;
    private byte[] record;
    private List<FileSignature> signatures;

    @BeforeAll
    void seal() {
        pki = TestPki.create("Kit");
        SampleSchool school = SampleSchool.of(pki)
                .with(
                        "VIETNAMESE",
                        pki.issue(Wanted.person(
                                        SampleSchool.STAFF.get("VIETNAMESE"), SampleSchool.NAME, SampleSchool.CODE)
                                .algorithm("RSA-2048")));
        record = school.sealed();
        signatures = RecordReader.read(record) instanceof Reading.Accepted accepted
                ? accepted.file().signatures()
                : List.of();
        assertThat(signatures).hasSize(5);
    }

    @Test
    void eu_dss_finds_every_signature_to_be_totally_passed_and_xades_baseline_b() {
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(record));
        CommonTrustedCertificateSource roots = new CommonTrustedCertificateSource();
        roots.addCertificate(new CertificateToken(pki.root()));
        CommonCertificateVerifier certificates = new CommonCertificateVerifier(true);
        certificates.setTrustedCertSources(roots);
        certificates.setAIASource(null);
        validator.setCertificateVerifier(certificates);
        Reports reports = validator.validateDocument(withoutRevocation());

        List<String> ids = reports.getSimpleReport().getSignatureIdList();
        assertThat(ids).hasSize(5);
        for (String id : ids) {
            SignatureWrapper signature = reports.getDiagnosticData().getSignatureById(id);
            assertThat(signature.getSignatureFormat()).isEqualTo(SignatureLevel.XAdES_BASELINE_B);
            assertThat(reports.getSimpleReport().getIndication(id))
                    .as(signature.getDAIdentifier() + " "
                            + reports.getSimpleReport().getSubIndication(id) + " "
                            + reports.getSimpleReport().getAdESValidationErrors(id))
                    .isEqualTo(Indication.TOTAL_PASSED);
        }
    }

    /// DSS's own policy but for one demand: certificates that name no revocation source, as test and demo
    /// certificates do, need no revocation data. Everything else of the policy stays.
    private static EtsiValidationPolicy withoutRevocation() {
        EtsiValidationPolicy policy =
                (EtsiValidationPolicy) new EtsiValidationPolicyFactory().loadDefaultValidationPolicy();
        BasicSignatureConstraints basic = policy.getSignatureConstraints().getBasicSignatureConstraints();
        for (CertificateConstraints each : List.of(basic.getSigningCertificate(), basic.getCACertificate())) {
            LevelConstraint ignore = new LevelConstraint();
            ignore.setLevel(Level.IGNORE);
            each.setRevocationDataAvailable(ignore);
            each.setAcceptableRevocationDataFound(ignore);
        }
        return policy;
    }

    @Test
    void xmlsec1_finds_every_signature_valid() throws Exception {
        xmlsec1FindsValid(Files.write(folder.resolve("record.xml"), record), pki.root(), signatures);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "good/sealed-record.xml",
                "good/signed-with-rsa.xml",
                "good/corrected-version-2.xml",
                "good/awkward-characters.xml"
            })
    void xmlsec1_and_the_schema_accept_the_good_vectors(String vector) throws Exception {
        Path file = VECTORS.resolve("record").resolve(vector);
        Reading reading = RecordReader.read(Files.readAllBytes(file));
        xmlsec1FindsValid(
                file, vectorRoot(), ((Reading.Accepted) reading).file().signatures());
        schema().validate(new StreamSource(file.toFile()));
    }

    /// Our rules ask for more than the standards do: here a standard tool finds nothing wrong.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "character-reference-in-mark",
                "comment-in-mark",
                "cdata-in-mark",
                "attributes-reordered",
                "single-quotes"
            })
    void what_we_reject_for_its_form_alone_is_valid_for_xmlsec1(String vector) throws Exception {
        Path file = VECTORS.resolve("record/bad").resolve(vector + ".xml");
        Reading good = RecordReader.read(Files.readAllBytes(VECTORS.resolve("record/good/sealed-record.xml")));
        xmlsec1FindsValid(file, vectorRoot(), ((Reading.Accepted) good).file().signatures());
    }

    private static X509Certificate vectorRoot() throws IOException {
        return TrustList.read(Files.readAllBytes(VECTORS.resolve("pki/trust.json")))
                .anchors()
                .getFirst();
    }

    private void xmlsec1FindsValid(Path file, X509Certificate anchor, List<FileSignature> expected) throws Exception {
        Path root = folder.resolve("root.pem");
        Files.writeString(
                root,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(anchor.getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        assertThat(expected).hasSize(5);
        for (FileSignature signature : expected) {
            List<String> command = new ArrayList<>(List.of("xmlsec1", "--verify"));
            for (String element :
                    List.of("SignedProperties", "block", "data", "issue", "SignatureValue", "Signature")) {
                command.addAll(List.of("--id-attr:Id", element));
            }
            command.addAll(List.of("--trusted-pem", root.toString(), "--verification-time", "2026-06-15 00:00:00"));
            command.addAll(List.of("--node-id", "sig." + signature.key(), file.toString()));
            assertThat(run(command)).as(signature.key()).startsWith("OK");
        }
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? said : "exit " + process.exitValue() + ": " + said;
    }

    @Test
    void the_java_runtime_finds_every_signature_and_every_reference_valid() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(record));
        NodeList all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element element && element.hasAttribute("Id")) {
                element.setIdAttribute("Id", true);
            }
        }
        NodeList found = document.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature");
        assertThat(found.getLength()).isEqualTo(5);
        for (int i = 0; i < found.getLength(); i++) {
            DOMValidateContext context = new DOMValidateContext(
                    signatures.get(i).signer().certificate().getPublicKey(), found.item(i));
            XMLSignature signature = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
            assertThat(signature.validate(context)).isTrue();
            for (Iterator<Reference> it =
                            signature.getSignedInfo().getReferences().iterator();
                    it.hasNext(); ) {
                assertThat(it.next().validate(context)).isTrue();
            }
        }
    }

    @Test
    void the_schema_accepts_it() throws Exception {
        schema().validate(new StreamSource(new ByteArrayInputStream(record)));
        try (var packed = RecordReader.class.getResourceAsStream("/org/matricula/verifier/record-1.xsd")) {
            assertThat(packed).isNotNull();
            assertThat(packed.readAllBytes()).isEqualTo(Files.readAllBytes(SCHEMA));
        }
    }

    private static Validator schema() throws SAXException {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(SCHEMA.toFile())
                .newValidator();
    }
}
