package org.matricula.bench;

import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.jaxb.XmlDigestMatcher;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.policy.ValidationPolicyXmlDefiner;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.policy.ValidationPolicyLoader;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// EU DSS with its defaults as a validator that trusts the school's root.
///
/// One thing differs from its default policy: a certificate that names no place to ask for revocation is not refused
/// for that, as the demo certificates do. The policy is read once for all files, which spares DSS some time.
final class DssJudge {
    private final CommonTrustedCertificateSource roots = new CommonTrustedCertificateSource();
    private final ValidationPolicy policy = policy();
    private final Date at;

    DssJudge(School school) {
        school.trust.anchors().forEach(anchor -> roots.addCertificate(new CertificateToken(anchor)));
        at = Date.from(school.later());
    }

    private static ValidationPolicy policy() {
        try (InputStream in = ValidationPolicyXmlDefiner.class.getResourceAsStream("/policy/constraint.xml")) {
            if (in == null) {
                throw new IllegalStateException("this version of DSS keeps its default policy elsewhere");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("<RevocationDataAvailable Level=\"FAIL\"", "<RevocationDataAvailable Level=\"IGNORE\"")
                    .replace(
                            "<AcceptableRevocationDataFound Level=\"FAIL\"",
                            "<AcceptableRevocationDataFound Level=\"IGNORE\"");
            return ValidationPolicyLoader.fromValidationPolicy(
                            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                    .create();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All reports of a file, as its users make them.
    /// It throws in many ways when it cannot read the file.
    Reports reports(byte[] file) {
        CommonCertificateVerifier certificates = new CommonCertificateVerifier();
        certificates.setTrustedCertSources(roots);
        // The keys' certificates name no place to ask for anything; DSS must not look for one either.
        certificates.setAIASource(null);
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(file));
        validator.setCertificateVerifier(certificates);
        validator.setValidationTime(at);
        return validator.validateDocument(policy);
    }

    /// How many signatures of a file pass totally.
    int passed(byte[] file) {
        Reports reports = reports(file);
        return (int) reports.getSimpleReport().getSignatureIdList().stream()
                .filter(id -> reports.getSimpleReport().getIndication(id) == Indication.TOTAL_PASSED)
                .count();
    }

    /// The signatures of a file in the words in which we tell those of foreign files; `unreadable` when DSS cannot
    /// read it.
    String told(byte[] file) {
        try {
            return reports(file).getDiagnosticData().getSignatures().stream()
                    .map(each -> ForeignApart.said(
                            each.getSigningCertificate() == null
                                    ? ""
                                    : Objects.toString(
                                            each.getSigningCertificate().getCommonName(), ""),
                            each.getClaimedSigningTime() == null
                                    ? ""
                                    : each.getClaimedSigningTime().toInstant().toString(),
                            each.isSignatureIntact() && each.isSignatureValid()))
                    .collect(Collectors.joining("; "));
        } catch (RuntimeException _) {
            // DSS says so in many ways.
            return "unreadable";
        }
    }

    /// What DSS makes of a file.
    ///
    /// @param allPassed whether it finds signatures and every one of them passes totally
    /// @param coverage for each signature its id in the file and what it covers, as DSS sees them
    record Opinion(boolean allPassed, Set<String> coverage) {}

    /// Judges a file; one that DSS cannot read does not pass.
    Opinion opinion(byte[] file) {
        try {
            Reports reports = reports(file);
            DiagnosticData data = reports.getDiagnosticData();
            Set<String> coverage = new TreeSet<>();
            boolean all = !data.getSignatures().isEmpty();
            for (SignatureWrapper signature : data.getSignatures()) {
                all &= reports.getSimpleReport().getIndication(signature.getId()) == Indication.TOTAL_PASSED;
                for (XmlDigestMatcher matcher : signature.getDigestMatchers()) {
                    coverage.add(signature.getDAIdentifier() + " " + matcher.getType() + " " + matcher.getUri());
                }
            }
            return new Opinion(all, coverage);
        } catch (RuntimeException _) {
            // DSS says so in many ways that a file is not one it can read.
            return new Opinion(false, Set.of());
        }
    }
}
