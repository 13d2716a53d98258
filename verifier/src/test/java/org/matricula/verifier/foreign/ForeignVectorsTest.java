package org.matricula.verifier.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.Level;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.policy.EtsiValidationPolicy;
import eu.europa.esig.dss.policy.EtsiValidationPolicyFactory;
import eu.europa.esig.dss.policy.jaxb.BasicSignatureConstraints;
import eu.europa.esig.dss.policy.jaxb.CertificateConstraints;
import eu.europa.esig.dss.policy.jaxb.LevelConstraint;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.matricula.verifier.State;
import org.matricula.verifier.signature.TrustList;
import org.matricula.verifier.testing.PublishedVectors;
import org.matricula.verifier.testing.PublishedVectors.Published;
import org.matricula.verifier.testing.VectorKit;

/// No disagreement in the dangerous direction: what we call genuine, EU DSS and pdfsig find valid too. In the other
/// direction there is much; the files that a standard tool passes and we refuse are listed here by name.
@Tag("foreign")
class ForeignVectorsTest {
    private static final Date AT = Date.from(Instant.parse(VectorKit.AT));

    @Test
    void whatever_we_call_genuine_eu_dss_finds_totally_passed() throws Exception {
        int seen = 0;
        for (Published vector : PublishedVectors.all()) {
            if (vector.state() == State.GENUINE) {
                SimpleReport report = judged(vector);
                int expected = vector.file().endsWith(".pdf") ? 1 : 5;
                assertThat(report.getSignatureIdList()).as(vector.file()).hasSize(expected);
                for (String id : report.getSignatureIdList()) {
                    boolean passed = report.getIndication(id) == Indication.TOTAL_PASSED;
                    assertThat(passed || wantsProofOfTime(vector, report.getSubIndication(id)))
                            .as(vector.file() + " " + report.getSubIndication(id))
                            .isTrue();
                }
                seen++;
            }
        }
        assertThat(seen).isGreaterThanOrEqualTo(8);
    }

    /// A certificate that has expired since it signed: we believe the signing system's time (level B has no other), DSS
    /// wants a timestamp, of an authority that has not expired itself, and otherwise does not decide. The one
    /// difference, and the format says so.
    private static boolean wantsProofOfTime(Published vector, SubIndication why) {
        return (vector.file().endsWith("/certificate-expired-after-signing.xml")
                        || vector.file().endsWith("/lt-chain-expired-later.xml"))
                && why == SubIndication.OUT_OF_BOUNDS_NO_POE;
    }

    @Test
    void whatever_pdf_we_call_genuine_pdfsig_finds_signed_as_a_whole() throws Exception {
        for (Published vector : PublishedVectors.all()) {
            if (vector.state() == State.GENUINE && vector.file().endsWith(".pdf")) {
                Process process = new ProcessBuilder(
                                "pdfsig",
                                "-nocert",
                                PublishedVectors.FOLDER.resolve(vector.file()).toString())
                        .redirectErrorStream(true)
                        .start();
                String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(said).as(vector.file()).contains("Signature is Valid", "Total document signed");
            }
        }
    }

    @Test
    void what_eu_dss_passes_and_we_refuse_is_known_by_name() throws Exception {
        TreeSet<String> passed = new TreeSet<>();
        for (Published vector : PublishedVectors.all()) {
            if (vector.state() != State.GENUINE && !vector.file().contains("bomb") && allPass(vector)) {
                passed.add(vector.file().substring("record/bad/".length()));
            }
        }
        assertThat(passed)
                .containsExactlyInAnyOrder(Files.readString(PublishedVectors.FOLDER.resolve("passed-by-eu-dss.txt"))
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .toArray(String[]::new));
    }

    private static boolean allPass(Published vector) throws IOException {
        try {
            SimpleReport report = judged(vector);
            List<String> ids = report.getSignatureIdList();
            return !ids.isEmpty() && ids.stream().allMatch(id -> report.getIndication(id) == Indication.TOTAL_PASSED);
        } catch (RuntimeException _) {
            // A file that the library refuses with an exception is not passed.
            return false;
        }
    }

    private static SimpleReport judged(Published vector) throws IOException {
        CommonTrustedCertificateSource roots = new CommonTrustedCertificateSource();
        roots.addCertificate(new CertificateToken(
                TrustList.read(Files.readAllBytes(PublishedVectors.FOLDER.resolve("pki/trust.json")))
                        .anchors()
                        .getFirst()));
        CommonCertificateVerifier certificates = new CommonCertificateVerifier(true);
        certificates.setTrustedCertSources(roots);
        certificates.setAIASource(null);
        certificates.setAlertOnMissingRevocationData(new SilentOnStatusAlert());
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(vector.bytes()));
        validator.setCertificateVerifier(certificates);
        validator.setValidationTime(AT);
        return validator.validateDocument(withoutRevocation()).getSimpleReport();
    }

    /// The policy of DSS but for one demand: certificates of examples name no revocation source.
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
}
