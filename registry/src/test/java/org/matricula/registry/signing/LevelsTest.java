package org.matricula.registry.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.matricula.registry.records.pdf.AttachedXml;
import org.matricula.registry.records.pdf.PdfBatch;
import org.matricula.registry.records.pdf.PdfDocument;
import org.matricula.registry.records.spi.Part;
import org.matricula.registry.records.spi.PrintedForm;
import org.matricula.registry.signing.DemoRevocations.RevokedCertificate;
import org.matricula.verifier.Check;
import org.matricula.verifier.CheckId;
import org.matricula.verifier.State;
import org.matricula.verifier.Verdict;
import org.matricula.verifier.Verifier;
import org.matricula.verifier.record.Block;
import org.matricula.verifier.record.Issue;
import org.matricula.verifier.record.RecordContent;
import org.matricula.verifier.record.RecordContent.Issuer;
import org.matricula.verifier.record.RecordSealing;
import org.matricula.verifier.record.SignerIdentity;
import org.matricula.verifier.record.SigningAct;
import org.matricula.verifier.signature.OnlineRevocation;
import org.matricula.verifier.signature.SignatureLevel;
import org.matricula.verifier.signature.Signer;
import org.matricula.verifier.signature.Stamper;
import org.matricula.verifier.signature.TrustList;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/// Records sealed at each level, to our own verifier and to tools that we did not write.
class LevelsTest {
    private static final Instant NOW =
            InstantSource.system().instant().minusSeconds(5).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    private static final Issuer SCHOOL = new Issuer("VN-79-0042", "Trường Tiểu học Hoa Sen");

    @TempDir
    Path folder;

    private final List<RevokedCertificate> revoked = new ArrayList<>();
    private DemoKeys keys;
    private DemoServices services;
    private Signer head;
    private Signer seal;

    @BeforeEach
    void a_school_with_an_authority() {
        Path demo = folder.resolve("keys");
        keys = DemoKeys.open(
                demo,
                SCHOOL,
                List.of(new KeyHolder(KeyRole.PRINCIPAL, "Lê Thị Mai", "HT-01")),
                "https://register.example",
                NOW);
        services = DemoKeys.servicesIn(demo, () -> revoked, NOW);
        head = keys.directory().signer(KeyRole.PRINCIPAL, "Lê Thị Mai", SCHOOL.code(), NOW);
        seal = keys.directory().signer(KeyRole.SCHOOL, "", SCHOOL.code(), NOW);
    }

    private Stamper at(SignatureLevel level) {
        return level == SignatureLevel.B
                ? Stamper.NONE
                : new LevelStamper(
                        level,
                        Optional.empty(),
                        Optional.of(services),
                        new OnlineRevocation(),
                        InstantSource.fixed(NOW));
    }

    private RecordSealing sealed(Stamper people, Stamper stamper) {
        RecordSealing record = RecordSealing.prepare(new RecordContent(
                "vn.report-book.primary.2020",
                "HB-1",
                1,
                SCHOOL,
                List.of(new Block("year", "Kết quả", Block.Role.HEAD, List.of(new Block.Field("r", "R", "9"))))));
        new SigningAct(SignerIdentity.of(head), NOW).head(record).signWith(head, people);
        Issue issue = new Issue("7QK4M2XN", "418203", NOW.atOffset(ZoneOffset.ofHours(7)));
        new SigningAct(SignerIdentity.of(seal), NOW).seal(record, issue).signWith(seal, stamper);
        return record;
    }

    private byte[] pdf(RecordSealing record, Stamper stamper) {
        PrintedForm form = new PrintedForm(
                "Học bạ",
                "vi",
                new PrintedForm.Colour(0, 0, 0),
                new PrintedForm.Footer("HB-1", "Trang {page}/{pages}", ""),
                List.of(new Part.Paragraph("Kết quả: 9", Part.Tone.PLAIN, Part.Align.LEFT)));
        return PdfBatch.of(List.of(new PdfDocument(
                        "HB-1",
                        1,
                        record.dataDigest(),
                        NOW.atOffset(ZoneOffset.ofHours(7)),
                        form,
                        AttachedXml.of(record.toBytes()))))
                .seal(seal, stamper)
                .getFirst();
    }

    private Verdict judged(byte[] file) {
        return Verifier.trusting(keys.trust()).verify(file, NOW.plusSeconds(60));
    }

    private static String told(Verdict verdict) {
        return String.valueOf(verdict.checks());
    }

    @Test
    void a_record_at_lt_is_genuine_without_a_network_although_its_certificates_name_a_place_to_ask() {
        RecordSealing record = sealed(Stamper.NONE, at(SignatureLevel.LT));

        Verdict xml = judged(record.toBytes());
        assertThat(xml.state()).as(told(xml)).isEqualTo(State.GENUINE);
        assertThat(xml.check(CheckId.TIME_STAMP).result()).isEqualTo(Check.Result.PASSED);
        assertThat(xml.check(CheckId.TIME_STAMP_AUTHORITY).result()).isEqualTo(Check.Result.PASSED);
        assertThat(xml.check(CheckId.REVOCATION).result()).isEqualTo(Check.Result.PASSED);
        Verdict pdf = judged(pdf(record, at(SignatureLevel.LT)));
        assertThat(pdf.state()).as(told(pdf)).isEqualTo(State.GENUINE);
    }

    @Test
    void a_record_at_lt_can_be_taken_up_again_byte_for_byte() {
        byte[] file = sealed(at(SignatureLevel.T), at(SignatureLevel.LT)).toBytes();

        assertThat(RecordSealing.resume(file).toBytes()).isEqualTo(file);
        assertThat(judged(file).state()).isEqualTo(State.GENUINE);
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureLevel.class,
            names = {"B", "T"})
    void below_lt_a_certificate_that_names_a_place_to_ask_cannot_be_checked_without_a_network(SignatureLevel level) {
        RecordSealing record = sealed(at(level), at(level));

        assertThat(judged(record.toBytes()).state()).isEqualTo(State.COULD_NOT_CHECK);
        assertThat(judged(pdf(record, at(level))).state()).isEqualTo(State.COULD_NOT_CHECK);
    }

    @Test
    void a_head_whose_key_was_revoked_before_signing_did_not_sign() {
        revoked.add(new RevokedCertificate(head.certificate(), NOW.minus(Duration.ofDays(1))));

        Verdict verdict = judged(sealed(Stamper.NONE, at(SignatureLevel.LT)).toBytes());

        assertThat(verdict.state()).as(told(verdict)).isEqualTo(State.NOT_OURS);
        assertThat(verdict.check(CheckId.VALID_AT_SIGNING).result()).isEqualTo(Check.Result.FAILED);
        assertThat(verdict.check(CheckId.REVOCATION).result()).isEqualTo(Check.Result.FAILED);
    }

    @Test
    void a_head_whose_key_was_revoked_after_signing_did_sign() {
        revoked.add(new RevokedCertificate(head.certificate(), NOW.plusSeconds(5)));

        Verdict verdict = judged(sealed(Stamper.NONE, at(SignatureLevel.LT)).toBytes());

        assertThat(verdict.state()).as(told(verdict)).isEqualTo(State.GENUINE);
    }

    @Test
    void a_seal_revoked_after_sealing_still_seals_what_it_sealed_and_one_revoked_before_did_not() {
        revoked.add(new RevokedCertificate(seal.certificate(), NOW.plusSeconds(5)));
        RecordSealing before = sealed(Stamper.NONE, at(SignatureLevel.LT));
        Verdict xml = judged(before.toBytes());
        assertThat(xml.state()).as(told(xml)).isEqualTo(State.GENUINE);
        Verdict pdf = judged(pdf(before, at(SignatureLevel.LT)));
        assertThat(pdf.state()).as(told(pdf)).isEqualTo(State.GENUINE);

        revoked.set(0, new RevokedCertificate(seal.certificate(), NOW.minusSeconds(5)));
        RecordSealing after = sealed(Stamper.NONE, at(SignatureLevel.LT));
        Verdict late = judged(after.toBytes());
        assertThat(late.state()).as(told(late)).isEqualTo(State.NOT_OURS);
        assertThat(late.check(CheckId.VALID_AT_SIGNING).result()).isEqualTo(Check.Result.FAILED);
        assertThat(judged(pdf(after, at(SignatureLevel.LT))).state()).isEqualTo(State.NOT_OURS);
    }

    @Nested
    class A_trust_list_that_demands_time_stamps {
        private final LocalDate issued = NOW.atOffset(ZoneOffset.ofHours(7)).toLocalDate();

        private State state(byte[] file, LocalDate from) {
            TrustList list = keys.trust()
                    .withOwn(
                            List.of(new TrustList.Institution(SCHOOL.code(), List.of(), List.of(), Optional.of(from))),
                            List.of());
            return Verifier.trusting(list).verify(file, NOW.plusSeconds(60)).state();
        }

        private byte[] stripped(RecordSealing record) {
            return new String(record.toBytes(), StandardCharsets.UTF_8)
                    .replaceAll("<UnsignedProperties>.*</UnsignedProperties>", "")
                    .getBytes(StandardCharsets.UTF_8);
        }

        @Test
        void takes_both_formats_with_their_time_stamps() {
            RecordSealing record = sealed(Stamper.NONE, at(SignatureLevel.LT));
            assertThat(state(record.toBytes(), issued)).isEqualTo(State.GENUINE);
            assertThat(state(pdf(record, at(SignatureLevel.LT)), issued)).isEqualTo(State.GENUINE);
        }

        @Test
        void calls_a_record_altered_whose_time_stamp_was_taken_away() {
            byte[] file = stripped(sealed(Stamper.NONE, at(SignatureLevel.LT)));
            assertThat(state(file, issued)).isEqualTo(State.ALTERED);
            assertThat(state(file, issued.plusDays(1))).isEqualTo(State.COULD_NOT_CHECK);
        }

        @Test
        void calls_a_print_altered_that_was_sealed_anew_without_one() {
            RecordSealing record = sealed(Stamper.NONE, at(SignatureLevel.LT));
            assertThat(state(pdf(record, Stamper.NONE), issued)).isEqualTo(State.ALTERED);
            // Without the demand the evidence of the record inside speaks for the print, and nothing shows.
            assertThat(state(pdf(record, Stamper.NONE), issued.plusDays(1))).isEqualTo(State.GENUINE);
        }

        @Test
        void never_calls_a_print_genuine_whose_evidence_was_cut_off() {
            byte[] whole = pdf(sealed(Stamper.NONE, at(SignatureLevel.LT)), at(SignatureLevel.LT));
            int end = new String(whole, StandardCharsets.ISO_8859_1).indexOf("%%EOF") + 6;
            byte[] cut = java.util.Arrays.copyOf(whole, end);
            // What the record inside brings speaks for both seals; the time stamps are within them.
            assertThat(state(cut, issued)).isEqualTo(judged(cut).state());
            assertThat(judged(cut).check(CheckId.TIME_STAMP).result()).isEqualTo(Check.Result.PASSED);
        }
    }

    @Test
    void a_verifier_that_trusts_somebody_else_says_not_ours_and_not_altered() {
        Path other = folder.resolve("other");
        DemoKeys stranger = DemoKeys.open(other, SCHOOL, List.of(), NOW);

        Verdict verdict = Verifier.trusting(stranger.trust())
                .verify(sealed(Stamper.NONE, at(SignatureLevel.LT)).toBytes(), NOW.plusSeconds(60));

        assertThat(verdict.state()).as(told(verdict)).isEqualTo(State.NOT_OURS);
    }

    @Test
    void when_no_time_stamp_can_be_had_nothing_is_sealed_at_a_lower_level() {
        RecordSealing record = RecordSealing.prepare(new RecordContent(
                "f",
                "HB-1",
                1,
                SCHOOL,
                List.of(new Block("year", "Kết quả", Block.Role.HEAD, List.of(new Block.Field("r", "R", "9"))))));
        SigningAct act = new SigningAct(SignerIdentity.of(head), NOW).head(record);
        Stamper nobody = new LevelStamper(
                SignatureLevel.T, Optional.empty(), Optional.empty(), new OnlineRevocation(), InstantSource.fixed(NOW));

        assertThatThrownBy(() -> act.signWith(head, nobody))
                .isInstanceOf(Stamper.StampingFailed.class)
                .hasMessageContaining("MATRICULA_TSA_URL");
        assertThat(record.signatures()).isEmpty();
    }

    /// What follows the seal of a PDF at level LT is covered by no signature.
    @Nested
    class What_follows_the_seal {
        private byte[] pdf = {};
        private int sealed;

        @BeforeEach
        void a_pdf() {
            pdf = pdf(sealed(Stamper.NONE, at(SignatureLevel.LT)), at(SignatureLevel.LT));
            sealed = new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("%%EOF") + 6;
            assertThat(judged(pdf).state()).isEqualTo(State.GENUINE);
        }

        @Test
        void may_not_differ_in_a_single_byte() {
            for (int i = sealed; i < pdf.length; i += 5) {
                byte[] changed = pdf.clone();
                changed[i] ^= 1;
                assertThat(judged(changed).state()).as("byte " + i).isEqualTo(State.ALTERED);
            }
        }

        @Test
        void may_not_come_twice() {
            byte[] twice = java.util.Arrays.copyOf(pdf, 2 * pdf.length - sealed);
            System.arraycopy(pdf, sealed, twice, pdf.length, pdf.length - sealed);
            assertThat(judged(twice).state()).isEqualTo(State.ALTERED);
        }

        @Test
        void may_be_followed_by_nothing() {
            assertThat(judged(java.util.Arrays.copyOf(pdf, pdf.length + 1)).state())
                    .isEqualTo(State.ALTERED);
        }

        @Test
        void may_not_replace_the_catalog() {
            String text = new String(pdf, sealed, pdf.length - sealed, java.nio.charset.StandardCharsets.ISO_8859_1);
            String store = text.replaceAll("(?s).*\n([0-9]+) 0 obj\n<</Type/DSS.*", "$1");
            String catalog = text.replaceAll("(?s).*/Root ([0-9]+) 0 R.*", "$1");
            String other = text.replace("\n" + store + " 0 obj\n<</Type/DSS", "\n" + catalog + " 0 obj\n<</Type/DSS");
            assertThat(other).isNotEqualTo(text);
            byte[] changed = (new String(pdf, 0, sealed, java.nio.charset.StandardCharsets.ISO_8859_1) + other)
                    .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
            assertThat(judged(changed).state()).isEqualTo(State.ALTERED);
        }

        @Test
        void cut_off_leaves_a_seal_that_cannot_be_checked_without_a_network() {
            byte[] cut = java.util.Arrays.copyOf(pdf, sealed);
            // The XML inside brings the same lists along, and they speak for the same seal.
            assertThat(judged(cut).state()).isEqualTo(State.GENUINE);
        }
    }

    @Nested
    @Tag("foreign")
    class To_others {
        @ParameterizedTest
        @EnumSource(SignatureLevel.class)
        void eu_dss_finds_the_seal_of_the_xml_passed_at_the_level(SignatureLevel level) {
            Reports reports = reports(sealed(Stamper.NONE, at(level)).toBytes(), level);
            DiagnosticData data = reports.getDiagnosticData();
            assertThat(data.getSignatures()).hasSize(2);
            assertThat(data.getSignatures().getLast().getSignatureFormat()).hasToString("XAdES-BASELINE-" + level);
            passed(reports, level);
        }

        @ParameterizedTest
        @EnumSource(SignatureLevel.class)
        void eu_dss_finds_the_seal_of_the_pdf_passed_at_the_level(SignatureLevel level) throws IOException {
            byte[] pdf = pdf(sealed(Stamper.NONE, at(level)), at(level));
            Reports reports = reports(pdf, level);
            assertThat(reports.getDiagnosticData().getSignatures().getFirst().getSignatureFormat())
                    .hasToString("PAdES-BASELINE-" + level);
            passed(reports, level);
            Files.write(folder.resolve("r.pdf"), pdf);
            assertThat(run("pdfsig -nocert r.pdf"))
                    .contains("Signature is Valid")
                    // What is known of revocation stands behind the seal.
                    .contains(level == SignatureLevel.LT ? "Not total document signed" : "Total document signed");
            assertThat(run("qpdf --check r.pdf")).contains("No syntax or stream encoding errors");
        }

        private void passed(Reports reports, SignatureLevel level) {
            for (String id : reports.getSimpleReport().getSignatureIdList()) {
                assertThat(reports.getSimpleReport().getIndication(id))
                        .as(reports.getXmlSimpleReport())
                        // Without what is known of revocation, DSS does not know.
                        .isEqualTo(level == SignatureLevel.LT ? Indication.TOTAL_PASSED : Indication.INDETERMINATE);
            }
        }

        private Reports reports(byte[] file, SignatureLevel level) {
            CommonTrustedCertificateSource roots = new CommonTrustedCertificateSource();
            X509Certificate root = keys.trust().anchors().getFirst();
            roots.addCertificate(new CertificateToken(root));
            CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
            verifier.setTrustedCertSources(roots);
            verifier.setAIASource(null);
            SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(file));
            validator.setCertificateVerifier(verifier);
            return validator.validateDocument();
        }

        @Test
        void vera_pdf_finds_a_file_at_lt_compliant() throws Exception {
            byte[] pdf = pdf(sealed(Stamper.NONE, at(SignatureLevel.LT)), at(SignatureLevel.LT));
            VeraGreenfieldFoundryProvider.initialise();
            try (var parser = Foundries.defaultInstance()
                            .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_3_A);
                    var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_3_A, false)) {
                var result = validator.validate(parser);
                assertThat(result.isCompliant())
                        .as("%s", result.getTestAssertions())
                        .isTrue();
            }
        }

        @Test
        void xmlsec1_finds_a_seal_at_lt_valid() throws Exception {
            Files.write(
                    folder.resolve("r.xml"),
                    sealed(Stamper.NONE, at(SignatureLevel.LT)).toBytes());
            Files.write(folder.resolve("root.crt"), services.certificate(DemoServices.Rank.ROOT));
            run("openssl x509 -inform DER -in root.crt -out root.pem");
            assertThat(run("xmlsec1 --verify --id-attr:Id Signature --id-attr:Id SignatureValue"
                            + " --id-attr:Id SignedProperties --id-attr:Id block --id-attr:Id data --id-attr:Id issue"
                            + " --trusted-pem root.pem --node-id sig.SEAL r.xml"))
                    .startsWith("OK");
        }

        private String run(String command) throws IOException {
            Process process = new ProcessBuilder("sh", "-c", command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
