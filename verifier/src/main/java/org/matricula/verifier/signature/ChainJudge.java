package org.matricula.verifier.signature;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;

/// Whether a signer's certificate leads to a trusted root (RFC 5280 path validation of the Java runtime), and when.
///
/// A path is judged once; afterwards only its window of validity is compared with the time of signing. Only paths
/// that lead to a trusted root are kept, so that strangers cannot fill the memory. Safe to share between threads.
public final class ChainJudge {
    private static final int MOST = 100_000;
    private static final Pattern SOUND = Pattern.compile("SHA(256|384|512)with(RSA|ECDSA)");

    private final Set<TrustAnchor> anchors;
    private final Map<List<KnownCertificate.Fingerprint>, Path> judged = new ConcurrentHashMap<>();

    /// @param anchors the trusted roots; when empty, no path is trusted
    public ChainJudge(List<X509Certificate> anchors) {
        Set<TrustAnchor> set = new HashSet<>();
        anchors.forEach(anchor -> set.add(new TrustAnchor(anchor, null)));
        this.anchors = Set.copyOf(set);
    }

    /// Whether no path can be trusted.
    public boolean isEmpty() {
        return anchors.isEmpty();
    }

    /// What is known of a path.
    ///
    /// @param anchored whether it leads to a trusted root
    /// @param from when the last of its certificates became valid, the root's included
    /// @param to when the first of them expires
    /// @param sound whether all its keys and algorithms are strong enough
    /// @param revocationSource whether one of its certificates names a place to ask for revocation
    /// @param links the certificates below the trusted one, each with that which issued it; none when it leads
    ///     nowhere
    public record Path(
            boolean anchored, Instant from, Instant to, boolean sound, boolean revocationSource, List<Link> links) {
        public Path {
            links = List.copyOf(links);
        }

        /// Whether every certificate of the path was valid at a moment.
        public boolean validAt(Instant at) {
            return !at.isBefore(from) && !at.isAfter(to);
        }
    }

    /// A certificate of a path.
    ///
    /// @param issuer the certificate that issued it
    public record Link(KnownCertificate certificate, X509Certificate issuer) {}

    /// Judges the path of a signer's certificate through those that the signature carries.
    ///
    /// @param chain the signer's certificate first
    public Path judge(List<KnownCertificate> chain) {
        List<KnownCertificate.Fingerprint> key =
                chain.stream().map(KnownCertificate::sha256).toList();
        Path known = judged.get(key);
        if (known != null) {
            return known;
        }
        Path path = path(chain);
        if (path.anchored()) {
            if (judged.size() >= MOST) {
                judged.clear();
            }
            judged.put(key, path);
        }
        return path;
    }

    private Path path(List<KnownCertificate> chain) {
        Instant from = Instant.MIN;
        Instant to = Instant.MAX;
        boolean sound = true;
        boolean source = false;
        List<X509Certificate> certificates = new ArrayList<>();
        for (KnownCertificate each : chain) {
            X509Certificate certificate = each.certificate();
            if (anchors.stream().anyMatch(anchor -> anchor.getTrustedCert().equals(certificate))) {
                break;
            }
            from = later(from, certificate.getNotBefore().toInstant());
            to = earlier(to, certificate.getNotAfter().toInstant());
            sound &= strong(certificate.getPublicKey())
                    && SOUND.matcher(certificate.getSigAlgName()).matches();
            source |= each.facts().revocationSource();
            certificates.add(certificate);
        }
        List<X509Certificate> reached = leadsUpwards(chain.subList(certificates.size(), chain.size()))
                ? anchorsAbove(certificates, from)
                : List.of();
        if (reached.isEmpty()) {
            return new Path(false, from, to, sound, source, List.of());
        }
        // A root that was renewed with its key is listed twice: it counts from the first beginning to the last end.
        Stream<Instant> begins =
                reached.stream().map(root -> root.getNotBefore().toInstant());
        Stream<Instant> ends = reached.stream().map(root -> root.getNotAfter().toInstant());
        from = later(from, begins.min(Comparator.naturalOrder()).orElseThrow());
        to = earlier(to, ends.max(Comparator.naturalOrder()).orElseThrow());
        sound &= reached.stream().allMatch(root -> strong(root.getPublicKey()));
        return new Path(true, from, to, sound, source, links(chain, certificates.size(), reached.getFirst()));
    }

    private static List<Link> links(List<KnownCertificate> chain, int count, X509Certificate root) {
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            links.add(new Link(chain.get(i), i + 1 < count ? chain.get(i + 1).certificate() : root));
        }
        return links;
    }

    /// Whether what is carried from a trusted certificate on is a path to its root, the root itself not carried.
    /// Nobody signs for these bytes, and no path validation looks at them: nothing else may hide there.
    private static boolean leadsUpwards(List<KnownCertificate> carried) {
        for (int i = 0; i < carried.size(); i++) {
            X509Certificate certificate = carried.get(i).certificate();
            if (certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())
                    || (i + 1 < carried.size() && !issued(carried.get(i + 1).certificate(), certificate))) {
                return false;
            }
        }
        return true;
    }

    private static boolean issued(X509Certificate above, X509Certificate below) {
        if (!strong(above.getPublicKey()) || !above.getSubjectX500Principal().equals(below.getIssuerX500Principal())) {
            return false;
        }
        try {
            below.verify(above.getPublicKey());
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    /// The trusted certificates that a path leads to; none when it is not a path of a signer.
    private List<X509Certificate> anchorsAbove(List<X509Certificate> certificates, Instant at) {
        if (certificates.isEmpty() || !signs(certificates.getFirst())) {
            return List.of();
        }
        X500Principal top = certificates.getLast().getIssuerX500Principal();
        return anchors.stream()
                .filter(anchor ->
                        anchor.getTrustedCert().getSubjectX500Principal().equals(top))
                .filter(anchor -> leadsTo(anchor, certificates, at))
                .map(TrustAnchor::getTrustedCert)
                .toList();
    }

    private static boolean signs(X509Certificate signer) {
        boolean[] usage = signer.getKeyUsage();
        return signer.getBasicConstraints() < 0 && usage != null && (usage[0] || usage[1]);
    }

    private static boolean leadsTo(TrustAnchor anchor, List<X509Certificate> certificates, Instant at) {
        try {
            CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(certificates);
            PKIXParameters parameters = new PKIXParameters(Set.of(anchor));
            parameters.setDate(Date.from(at));
            // Revocation is a check of its own: it says when a source could not be reached.
            parameters.setRevocationEnabled(false);
            CertPathValidator.getInstance("PKIX").validate(path, parameters);
            return true;
        } catch (CertificateException | CertPathValidatorException _) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime validates certificate paths", e);
        }
    }

    /// Whether a key is one that the format accepts: RSA from 2048 to 8192 bits with a public exponent of 64 bits at
    /// most, or EC of 256 bits or more. A longer exponent only makes checking slow.
    public static boolean strong(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa ->
                rsa.getModulus().bitLength() >= 2048
                        && rsa.getModulus().bitLength() <= 8192
                        && rsa.getPublicExponent().bitLength() <= 64;
            case ECPublicKey ec -> ec.getParams().getOrder().bitLength() >= 256;
            default -> false;
        };
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
