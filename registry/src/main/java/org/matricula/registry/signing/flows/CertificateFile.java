package org.matricula.registry.signing.flows;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.flow.Moment;
import org.matricula.verifier.signature.CertificateFacts;
import org.matricula.verifier.signature.CertificateFacts.Kind;
import org.matricula.verifier.signature.ChainJudge;
import org.matricula.verifier.signature.KnownCertificate;

/// A certificate that somebody wants to declare, with those that came along and may stand above it.
///
/// @param certificate the first one
/// @param others in any order
public record CertificateFile(X509Certificate certificate, List<X509Certificate> others) {
    /// More than any authority hands out.
    public static final int MOST_BYTES = 256 * 1024;

    /// A path longer than any authority has.
    private static final int LONGEST_PATH = 8;

    public CertificateFile {
        others = List.copyOf(others);
    }

    /// Reads a file: DER, PEM, or several of them one after the other; the one that seals is that which issued none of
    /// the others. Empty when it is no certificate.
    public static Optional<CertificateFile> read(byte[] bytes) {
        if (bytes.length == 0 || bytes.length > MOST_BYTES) {
            return Optional.empty();
        }
        try {
            List<X509Certificate> all = new ArrayList<>();
            for (var each :
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes))) {
                all.add((X509Certificate) each);
            }
            for (X509Certificate each : all) {
                CertificateFacts.of(each); // refuses extensions of a wrong form
            }
            return all.stream()
                    .filter(each -> all.stream().noneMatch(below -> !below.equals(each) && names(each, below)))
                    .findFirst()
                    .map(first -> new CertificateFile(first, all));
        } catch (CertificateException | IllegalArgumentException _) {
            return Optional.empty(); // whoever brings something else is told that it is no certificate
        }
    }

    /// What is against declaring it; empty when nothing is.
    ///
    /// @param anchors the roots that the node's verifier trusts
    Optional<CertificateRefusals> refusal(Institution institution, List<X509Certificate> anchors, Moment now) {
        CertificateFacts facts = CertificateFacts.of(certificate);
        if (facts.organisationId().isEmpty() || !facts.organisationId().equals(institution.code())) {
            return Optional.of(new CertificateRefusals.CertificateOfAnother(
                    facts.organisationId().isEmpty() ? "—" : facts.organisationId(), institution.code()));
        }
        if (issued(certificate, certificate)) {
            return Optional.of(new CertificateRefusals.CertificateSelfSigned());
        }
        if (now.at().isAfter(certificate.getNotAfter().toInstant())) {
            return Optional.of(new CertificateRefusals.CertificateExpired(
                    LocalDate.ofInstant(certificate.getNotAfter().toInstant(), now.zone())));
        }
        if (!ChainJudge.strong(certificate.getPublicKey())) {
            return Optional.of(new CertificateRefusals.CertificateKeyTooShort());
        }
        boolean[] usage = certificate.getKeyUsage();
        boolean signs = certificate.getBasicConstraints() < 0 && usage != null && (usage[0] || usage[1]);
        if (!signs || facts.kind() == Kind.PERSON) {
            return Optional.of(new CertificateRefusals.CertificateNotForSealing());
        }
        ChainJudge.Path path = new ChainJudge(anchors).judge(path());
        return path.anchored() && path.sound()
                ? Optional.empty()
                : Optional.of(new CertificateRefusals.CertificateNotTrusted(
                        certificate.getIssuerX500Principal().getName()));
    }

    /// From the certificate upwards, as far as what came along leads; a root vouches for itself and is left out.
    private List<KnownCertificate> path() {
        List<KnownCertificate> path = new ArrayList<>();
        Optional<X509Certificate> next = Optional.of(certificate);
        while (next.isPresent() && path.size() < LONGEST_PATH) {
            X509Certificate below = next.get();
            path.add(KnownCertificate.of(below));
            next = others.stream()
                    .filter(each -> !issued(each, each) && issued(each, below))
                    .findFirst();
        }
        return path;
    }

    private static boolean names(X509Certificate above, X509Certificate below) {
        return above.getSubjectX500Principal().equals(below.getIssuerX500Principal());
    }

    private static boolean issued(X509Certificate above, X509Certificate below) {
        if (!names(above, below)) {
            return false;
        }
        try {
            below.verify(above.getPublicKey());
            return true;
        } catch (GeneralSecurityException _) {
            return false; // another authority with the same name
        }
    }
}
