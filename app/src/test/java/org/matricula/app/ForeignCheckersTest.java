package org.matricula.app;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.simplereport.SimpleReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    @TempDir
    static Path temporary;

    private static SealedClass sealed = new SealedClass(Path.of(""), -1, "");
    private static ForeignJudges judges = new ForeignJudges(Path.of(""));

    @BeforeAll
    static void a_class_is_sealed() throws IOException {
        sealed = SealedClass.of(
                SealedClass.example("class-4a.xlsx"), temporary.resolve("out"), temporary.resolve("data"));
        assertThat(sealed.status()).as(sealed.said()).isZero();
        judges = ForeignJudges.trusting(sealed.trust(), temporary);
    }

    @Test
    void xmlsec1_agrees_with_every_signature_of_every_book() throws IOException {
        int signatures = 0;
        for (Path book : sealed.files(".xml")) {
            signatures += judges.xmlsec1(book);
        }
        assertThat(signatures)
                .as("a class of 35 with 12 subjects has 15 signatures a book")
                .isEqualTo(35 * 15);
    }

    /// By the policy that DSS brings, and without a network: all it wants to know stands under the seal.
    @Test
    void eu_dss_finds_every_signature_of_every_book_totally_passed() throws IOException, CertificateException {
        for (Path book : sealed.files(".xml")) {
            SimpleReport report = judges.dss(book);
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
            judges.pdfsigAndQpdf(book);
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
