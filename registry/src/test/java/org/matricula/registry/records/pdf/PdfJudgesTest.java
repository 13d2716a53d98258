package org.matricula.registry.records.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/// What tools that we did not write say about our files.
@Tag("foreign")
class PdfJudgesTest {
    private static final TestSeal SEAL = TestSeal.elliptic();
    private static byte[] sealed = {};

    @TempDir
    static Path folder;

    @BeforeAll
    static void a_batch_is_sealed() throws IOException {
        sealed = PdfBatch.of(List.of(Samples.everything("HB-1"), Samples.everything("HB-2")))
                .seal(SEAL)
                .getFirst();
        Files.write(folder.resolve("sealed.pdf"), sealed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3a", "3u", "3b", "ua1"})
    void vera_pdf_finds_the_file_compliant(String profile) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour flavour = PDFAFlavour.fromString(profile);
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(sealed), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            var result = validator.validate(parser);
            assertThat(result.getTestAssertions())
                    .as("%s", result.getTestAssertions())
                    .isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }

    @Test
    void dss_validates_the_seal_as_pades_baseline_b() {
        Reports reports = validate(sealed);
        String id = reports.getSimpleReport().getFirstSignatureId();
        assertThat(reports.getSimpleReport().getIndication(id))
                .as(reports.getXmlSimpleReport())
                .isEqualTo(Indication.TOTAL_PASSED);
        assertThat(reports.getSimpleReport().getSignatureFormat(id)).isEqualTo(SignatureLevel.PAdES_BASELINE_B);
        SignatureWrapper signature = reports.getDiagnosticData().getSignatureById(id);
        assertThat(signature.isSigningCertificateIdentified()).isTrue();
    }

    @Test
    void dss_validates_a_seal_by_an_rsa_key() {
        TestSeal rsa = TestSeal.rsa();
        byte[] file = PdfBatch.of(List.of(Samples.everything("HB-3"))).seal(rsa).getFirst();
        Reports reports = validate(file, rsa);
        assertThat(reports.getSimpleReport()
                        .getIndication(reports.getSimpleReport().getFirstSignatureId()))
                .as(reports.getXmlSimpleReport())
                .isEqualTo(Indication.TOTAL_PASSED);
    }

    private static Reports validate(byte[] file) {
        return validate(file, SEAL);
    }

    private static Reports validate(byte[] file, TestSeal seal) {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(seal.root));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        verifier.setCrlSource(new ExternalResourcesCRLSource(new ByteArrayInputStream(seal.revocations)));
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(file));
        validator.setCertificateVerifier(verifier);
        validator.setValidationTime(Date.from(Instant.parse("2026-06-03T01:00:00Z")));
        return validator.validateDocument();
    }

    @Test
    void pdfsig_finds_the_signature_valid_and_the_whole_file_signed() {
        assertThat(Tool.run(folder, "pdfsig", "-nocert", "sealed.pdf").text())
                .contains("Signature is Valid", "Total document signed", "ETSI.CAdES.detached");
    }

    @Test
    void qpdf_finds_no_fault() {
        Tool.Said said = Tool.run(folder, "qpdf", "--check", "sealed.pdf");
        assertThat(said.status()).as(said.text()).isZero();
        assertThat(said.text()).contains("No syntax or stream encoding errors").doesNotContain("WARNING");
    }

    @Test
    void zbarimg_reads_the_address_from_a_printed_page() {
        Tool.run(folder, "pdftoppm", "-r", "100", "-png", "sealed.pdf", "page");
        String pages =
                Tool.run(folder, "sh", "-c", "zbarimg -q --raw page-*.png").text();
        assertThat(pages).contains(Samples.ADDRESS.toString());
    }

    @Test
    void pdftotext_gives_composed_vietnamese_and_kazakh() {
        assertThat(Tool.run(folder, "pdftotext", "sealed.pdf", "-").text().replaceAll("\\s+", " "))
                .contains("Họ và tên: Nguyễn Thị Minh Khuê", "Әбілқайыр Ғұмарұлы Өңірбекқызы", "Ёлкин Пётр Щукарёв");
    }

    @Test
    void pdfdetach_gives_back_the_signed_xml() throws IOException {
        Tool.run(folder, "pdfdetach", "-save", "1", "-o", "out.xml", "sealed.pdf");
        assertThat(Files.readAllBytes(folder.resolve("out.xml"))).isEqualTo(Samples.XML);
    }

    @Nested
    class A_file_changed_after_the_seal {
        @Test
        void is_not_valid_to_pdfsig_when_a_byte_is_changed() throws IOException {
            byte[] changed = sealed.clone();
            int mark = new String(sealed, StandardCharsets.ISO_8859_1).indexOf("<matricula:version>1<") + 19;
            changed[mark] = '2';
            Files.write(folder.resolve("changed.pdf"), changed);
            assertThat(Tool.run(folder, "pdfsig", "-nocert", "changed.pdf").text())
                    .contains("Digest Mismatch")
                    .doesNotContain("Signature is Valid");
        }

        @Test
        void is_not_signed_as_a_whole_when_something_is_appended() throws IOException {
            byte[] appended = appended();
            Files.write(folder.resolve("appended.pdf"), appended);
            assertThat(Tool.run(folder, "pdfsig", "-nocert", "appended.pdf").text())
                    .doesNotContain("Total document signed");
            Reports reports = validate(appended);
            SignatureWrapper signature = reports.getDiagnosticData()
                    .getSignatureById(reports.getSimpleReport().getFirstSignatureId());
            assertThat(signature.getPdfUndefinedChanges()).isNotEmpty();
        }

        private byte[] appended() throws IOException {
            try (PDDocument document = Loader.loadPDF(sealed)) {
                PDPage page = document.getPage(0);
                try (PDPageContentStream content =
                        new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
                    content.addRect(100, 100, 300, 300);
                    content.fill();
                }
                page.getCOSObject().setNeedToBeUpdated(true);
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                document.saveIncremental(out);
                return out.toByteArray();
            }
        }
    }

    @Test
    void vera_pdf_is_awake() throws Exception {
        byte[] changed = new String(sealed, StandardCharsets.ISO_8859_1)
                .replace("<pdfaid:part>3</pdfaid:part>", "<pdfaid:part>7</pdfaid:part>")
                .getBytes(StandardCharsets.ISO_8859_1);
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour flavour = PDFAFlavour.PDFA_3_A;
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(changed), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            assertThat(validator.validate(parser).isCompliant()).isFalse();
        }
    }
}
