package org.matricula.verifier.signature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.CertificateList;

/// Lists and answers about revoked certificates, as they came with a file or from a network.
///
/// A piece counts only for certificates of the authority that signed it. It speaks for a moment until its own next
/// update, and for a certificate that had not expired when it was made, unless it says that it keeps expired ones.
/// Not for two threads at once.
public final class RevocationData {
    /// Bytes of one list or answer.
    public static final int MOST_BYTES = 1024 * 1024;
    /// Bytes of one list or answer inside a file.
    public static final int MOST_IN_FILE = 256 * 1024;
    /// Lists and answers together.
    public static final int MOST = 32;

    private static final Pattern SOUND = Pattern.compile("SHA(256|384|512)with(RSA|ECDSA)");
    private static final String EXPIRED_TOO = "2.5.29.60";

    private final List<Piece> pieces = new ArrayList<>();
    private final Set<Piece> used = Collections.newSetFromMap(new IdentityHashMap<>());
    private final int unreadable;

    private RevocationData(Evidence.Revocations of) {
        int bad = 0;
        for (byte[] crl : of.crls()) {
            Optional<Piece> read = crl(crl).map(Piece.Crl::new);
            read.ifPresent(pieces::add);
            bad += read.isEmpty() ? 1 : 0;
        }
        for (byte[] ocsp : of.ocsps()) {
            Optional<Piece> read = OcspAnswer.read(ocsp).map(Piece.Ocsp::new);
            read.ifPresent(pieces::add);
            bad += read.isEmpty() ? 1 : 0;
        }
        unreadable = bad;
    }

    /// Reads what came; what cannot be read counts as idle.
    public static RevocationData of(Evidence.Revocations of) {
        return new RevocationData(of);
    }

    private sealed interface Piece {
        record Crl(X509CRL list) implements Piece {}

        record Ocsp(OcspAnswer answer) implements Piece {}
    }

    /// What is known of a certificate at a moment.
    public sealed interface Status {
        /// Nobody said anything about it.
        record Unknown() implements Status {}

        /// What was said does not reach to that moment.
        ///
        /// @param until to when it reaches
        record Stale(Instant until) implements Status {}

        /// It was not revoked then.
        ///
        /// @param asOf when that was said
        record Good(Instant asOf) implements Status {}

        /// It was revoked at that moment or before.
        record Revoked(Instant since) implements Status {}
    }

    /// What is known of a certificate at a moment.
    ///
    /// @param issuer the certificate that issued it
    public Status status(X509Certificate certificate, X509Certificate issuer, Instant at) {
        Status best = new Status.Unknown();
        for (Piece piece : pieces) {
            Status said = switch (piece) {
                case Piece.Crl(X509CRL list) -> said(list, certificate, issuer, at);
                case Piece.Ocsp(OcspAnswer answer) -> answer.said(certificate, issuer, at);
            };
            if (!(said instanceof Status.Unknown)) {
                used.add(piece);
            }
            best = graver(best, said);
        }
        return best;
    }

    /// Whether there is a piece that cannot be read, or that said nothing about any certificate that was asked about.
    public boolean idle() {
        return unreadable > 0 || used.size() < pieces.size();
    }

    /// Revoked before good, good before stale, stale before unknown.
    private static Status graver(Status a, Status b) {
        return rank(b) > rank(a) ? b : a;
    }

    private static int rank(Status status) {
        return switch (status) {
            case Status.Unknown _ -> 0;
            case Status.Stale _ -> 1;
            case Status.Good _ -> 2;
            case Status.Revoked _ -> 3;
        };
    }

    private static Status said(X509CRL list, X509Certificate certificate, X509Certificate issuer, Instant at) {
        if (!list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                || !certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                || !signedBy(list, issuer)) {
            return new Status.Unknown();
        }
        X509CRLEntry entry = list.getRevokedCertificate(certificate.getSerialNumber());
        if (entry != null && !entry.getRevocationDate().toInstant().isAfter(at)) {
            return new Status.Revoked(entry.getRevocationDate().toInstant());
        }
        Instant from = list.getThisUpdate().toInstant();
        boolean forgotten = entry == null
                && from.isAfter(certificate.getNotAfter().toInstant())
                && !keepsExpired(list, certificate.getNotAfter().toInstant());
        return reach(
                from, list.getNextUpdate() == null ? from : list.getNextUpdate().toInstant(), forgotten, at);
    }

    /// Good, when what was said reaches to the moment.
    static Status reach(Instant from, Instant next, boolean forgotten, Instant at) {
        if (forgotten || at.isAfter(next)) {
            return new Status.Stale(next);
        }
        return new Status.Good(from);
    }

    private static boolean keepsExpired(X509CRL list, Instant expiry) {
        byte[] extension = list.getExtensionValue(EXPIRED_TOO);
        if (extension == null) {
            return false;
        }
        try {
            byte[] value = ASN1OctetString.getInstance(extension).getOctets();
            ASN1GeneralizedTime since = ASN1GeneralizedTime.getInstance(ASN1Primitive.fromByteArray(value));
            return !since.getDate().toInstant().isAfter(expiry);
        } catch (IOException | java.text.ParseException | IllegalArgumentException _) {
            return false; // a moment that cannot be read promises nothing
        }
    }

    private static boolean signedBy(X509CRL list, X509Certificate issuer) {
        boolean[] usage = issuer.getKeyUsage();
        if ((usage != null && (usage.length < 7 || !usage[6])) || !ChainJudge.strong(issuer.getPublicKey())) {
            return false;
        }
        try {
            list.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    /// A complete list in DER: one that covers a part only, or changes another, says so in a critical extension.
    private static Optional<X509CRL> crl(byte[] der) {
        if (der.length > MOST_BYTES) {
            return Optional.empty();
        }
        try {
            X509CRL list = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
            CertificateList parsed = CertificateList.getInstance(der);
            boolean plain = Arrays.equals(parsed.getEncoded(ASN1Encoding.DER), der)
                    && parsed.getSignatureAlgorithm()
                            .equals(parsed.getTBSCertList().getSignature())
                    && parsed.getSignature().getPadBits() == 0
                    && !list.hasUnsupportedCriticalExtension()
                    && (list.getCriticalExtensionOIDs() == null
                            || list.getCriticalExtensionOIDs().isEmpty())
                    && SOUND.matcher(list.getSigAlgName()).matches();
            return plain ? Optional.of(list) : Optional.empty();
        } catch (CRLException | java.security.cert.CertificateException | IOException _) {
            return Optional.empty();
        } catch (IllegalArgumentException | ClassCastException | IllegalStateException _) {
            // ASN.1 of a wrong form inside; BouncyCastle says so with these.
            return Optional.empty();
        }
    }
}
