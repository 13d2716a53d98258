package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Level;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Programs that we did not write look at one sealed book.
///
/// @param root the root that they trust, as PEM
record ForeignJudges(Path root) {
    private static final Pattern SIGNATURE_ID = Pattern.compile("<Signature xmlns=\"[^\"]+\" Id=\"([^\"]+)\">");
    private static final Pattern ANCHOR = Pattern.compile("\"anchors\"\\s*:\\s*\\[\\s*\"([^\"]+)\"");

    /// Judges who trust the first anchor of a trust list.
    ///
    /// @param folder where the root may be written
    static ForeignJudges trusting(Path trust, Path folder) throws IOException {
        Path root = folder.resolve("root.pem");
        Matcher anchor = ANCHOR.matcher(Files.readString(trust));
        assertThat(anchor.find()).isTrue();
        String base64 = anchor.group(1).replaceAll("-----[A-Z ]+-----|\\s|\\\\n", "");
        Files.writeString(
                root,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(Base64.getDecoder().decode(base64))
                        + "\n-----END CERTIFICATE-----\n");
        return new ForeignJudges(root);
    }

    /// xmlsec1 verifies every signature of a book.
    ///
    /// @return how many there are
    int xmlsec1(Path book) throws IOException {
        int signatures = 0;
        Matcher id = SIGNATURE_ID.matcher(Files.readString(book));
        while (id.find()) {
            List<String> command = new ArrayList<>(List.of("xmlsec1", "--verify"));
            for (String element :
                    List.of("SignedProperties", "block", "data", "issue", "SignatureValue", "Signature")) {
                command.addAll(List.of("--id-attr:Id", element));
            }
            command.addAll(List.of("--trusted-pem", root.toString(), "--node-id", id.group(1)));
            command.add(book.toAbsolutePath().toString());
            Program verified = Program.run(command, root.toAbsolutePath().getParent());
            assertThat(verified.status())
                    .as("%s %s: %s", book, id.group(1), verified.said())
                    .isZero();
            signatures++;
        }
        return signatures;
    }

    /// What EU DSS reports of a book, by the policy that it brings and without a network.
    SimpleReport dss(Path book) throws IOException, CertificateException {
        return dss(book, new EtsiValidationPolicyFactory().loadDefaultValidationPolicy());
    }

    /// The same of a book at level B, which brings no word of revocation along.
    SimpleReport dssWithoutRevocation(Path book) throws IOException, CertificateException {
        EtsiValidationPolicy policy =
                (EtsiValidationPolicy) new EtsiValidationPolicyFactory().loadDefaultValidationPolicy();
        BasicSignatureConstraints basic = policy.getSignatureConstraints().getBasicSignatureConstraints();
        LevelConstraint ignore = new LevelConstraint();
        ignore.setLevel(Level.IGNORE);
        for (CertificateConstraints each : List.of(basic.getSigningCertificate(), basic.getCACertificate())) {
            each.setRevocationDataAvailable(ignore);
            each.setAcceptableRevocationDataFound(ignore);
        }
        return dss(book, policy);
    }

    private SimpleReport dss(Path book, ValidationPolicy policy) throws IOException, CertificateException {
        CommonTrustedCertificateSource roots = new CommonTrustedCertificateSource();
        try (var pem = Files.newInputStream(root)) {
            roots.addCertificate(new CertificateToken(
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem)));
        }
        CommonCertificateVerifier certificates = new CommonCertificateVerifier(true);
        certificates.setTrustedCertSources(roots);
        certificates.setAIASource(null);
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new FileDocument(book.toFile()));
        validator.setCertificateVerifier(certificates);
        return validator.validateDocument(policy).getSimpleReport();
    }

    /// pdfsig finds the seal of a PDF valid, and qpdf its structure sound.
    void pdfsigAndQpdf(Path book) {
        Program signature = Program.run("pdfsig", "-nocert", book.toString());
        assertThat(signature.said()).as(book.toString()).contains("Signature is Valid");
        Program structure = Program.run("qpdf", "--check", book.toString());
        assertThat(structure.status()).as("%s: %s", book, structure.said()).isZero();
    }
}
