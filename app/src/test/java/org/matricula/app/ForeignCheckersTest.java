package org.matricula.app;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.policy.EtsiValidationPolicyFactory;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/// Nobody has to trust us: programs that we did not write look at a whole class.
@Tag("foreign")
class ForeignCheckersTest {
    private static final Pattern SIGNATURE_ID = Pattern.compile("<Signature xmlns=\"[^\"]+\" Id=\"([^\"]+)\">");

    @TempDir
    static Path temporary;

    private static SealedClass sealed = new SealedClass(Path.of(""), -1, "");
    private static Path root = Path.of("");

    @BeforeAll
    static void a_class_is_sealed() throws IOException {
        sealed = SealedClass.of(
                SealedClass.example("class-4a.xlsx"), temporary.resolve("out"), temporary.resolve("data"));
        assertThat(sealed.status()).as(sealed.said()).isZero();
        root = temporary.resolve("root.pem");
        Matcher anchor =
                Pattern.compile("\"anchors\"\\s*:\\s*\\[\\s*\"([^\"]+)\"").matcher(Files.readString(sealed.trust()));
        assertThat(anchor.find()).isTrue();
        String base64 = anchor.group(1).replaceAll("-----[A-Z ]+-----|\\s|\\\\n", "");
        Files.writeString(
                root,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(Base64.getDecoder().decode(base64))
                        + "\n-----END CERTIFICATE-----\n");
    }

    @Test
    void xmlsec1_agrees_with_every_signature_of_every_book() throws IOException {
        int signatures = 0;
        for (Path book : sealed.files(".xml")) {
            Matcher id = SIGNATURE_ID.matcher(Files.readString(book));
            while (id.find()) {
                List<String> command = new ArrayList<>(List.of("xmlsec1", "--verify"));
                for (String element :
                        List.of("SignedProperties", "block", "data", "issue", "SignatureValue", "Signature")) {
                    command.addAll(List.of("--id-attr:Id", element));
                }
                command.addAll(List.of(
                        "--trusted-pem",
                        root.toString(),
                        "--node-id",
                        id.group(1),
                        book.toAbsolutePath().toString()));
                Program verified = Program.run(command, temporary);
                assertThat(verified.status())
                        .as("%s %s: %s", book, id.group(1), verified.said())
                        .isZero();
                signatures++;
            }
        }
        assertThat(signatures)
                .as("a class of 35 with 12 subjects has 15 signatures a book")
                .isEqualTo(35 * 15);
    }

    /// By the policy that DSS brings, and without a network: all it wants to know stands under the seal.
    @Test
    void eu_dss_finds_every_signature_of_every_book_totally_passed() throws IOException, CertificateException {
        CommonTrustedCertificateSource roots = new CommonTrustedCertificateSource();
        try (var pem = Files.newInputStream(root)) {
            roots.addCertificate(new CertificateToken(
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem)));
        }
        ValidationPolicy policy = new EtsiValidationPolicyFactory().loadDefaultValidationPolicy();
        for (Path book : sealed.files(".xml")) {
            CommonCertificateVerifier certificates = new CommonCertificateVerifier(true);
            certificates.setTrustedCertSources(roots);
            certificates.setAIASource(null);
            SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new FileDocument(book.toFile()));
            validator.setCertificateVerifier(certificates);
            SimpleReport report = validator.validateDocument(policy).getSimpleReport();
            assertThat(report.getSignatureIdList())
                    .hasSize(15)
                    .allSatisfy(id -> assertThat(report.getIndication(id))
                            .as("%s %s", book, id)
                            .isEqualTo(Indication.TOTAL_PASSED));
            assertThat(report.getSignatureIdList().stream().collect(groupingBy(report::getSignatureFormat, counting())))
                    .as("people at level B under a seal at level LT")
                    .isEqualTo(Map.of(SignatureLevel.XAdES_BASELINE_B, 14L, SignatureLevel.XAdES_BASELINE_LT, 1L));
        }
    }

    @Test
    void verapdf_finds_every_pdf_to_be_accessible_pdf_a_3() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour flavour = PDFAFlavour.PDFA_3_A;
        for (Path book : sealed.files(".pdf")) {
            try (var parser = Foundries.defaultInstance().createParser(book.toFile(), flavour);
                    var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                assertThat(validator.validate(parser).isCompliant())
                        .as(book.toString())
                        .isTrue();
            }
        }
    }

    /// At level LT, what is known of revocation follows the seal, so pdfsig does not call the whole file signed; that
    /// nothing else follows is for [org.matricula.verifier.Verifier] to say, and for EU DSS.
    @Test
    void pdfsig_and_qpdf_agree_with_every_pdf() {
        for (Path book : sealed.files(".pdf")) {
            Program signature = Program.run("pdfsig", "-nocert", book.toString());
            assertThat(signature.said()).as(book.toString()).contains("Signature is Valid");
            Program structure = Program.run("qpdf", "--check", book.toString());
            assertThat(structure.status()).as("%s: %s", book, structure.said()).isZero();
        }
    }

    @Test
    void zbarimg_reads_the_address_from_the_printed_page() throws IOException {
        Path book = sealed.files(".pdf").getFirst();
        Program.run(
                "pdftoppm",
                "-r",
                "150",
                "-png",
                book.toString(),
                temporary.resolve("page").toString());
        List<String> codes = new ArrayList<>();
        try (var pages = Files.list(temporary)) {
            for (Path page : pages.filter(p -> p.toString().endsWith(".png")).toList()) {
                codes.add(Program.run("zbarimg", "--quiet", "--raw", page.toString())
                        .said());
            }
        }
        String text = Program.run("pdftotext", "-layout", book.toString(), "-").said();
        assertThat(String.join("\n", codes)).contains("http://127.0.0.1:8080/v/");
        assertThat(text).isNotBlank();
    }
}
