package org.matricula.verifier.signature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.Certificate;
import org.jspecify.annotations.Nullable;

/// A certificate as it stands in a signature, parsed once for all the files that carry it.
///
/// @param certificate the certificate
/// @param facts what it says about its holder
/// @param sha256 the digest of its DER encoding
public record KnownCertificate(X509Certificate certificate, CertificateFacts facts, Fingerprint sha256) {
    /// So many are kept; then all are forgotten. A register's own are few, and a flood of others cannot fill memory.
    private static final int MOST = 4_096;

    private static final int LONGEST_KEPT = 8_192;
    private static final Map<Text, KnownCertificate> KNOWN = new ConcurrentHashMap<>();

    /// A SHA-256 digest.
    public record Fingerprint(byte[] bytes) {
        public Fingerprint {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Fingerprint that && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        /// Lower-case hexadecimal.
        @Override
        public String toString() {
            return HexFormat.of().formatHex(bytes);
        }
    }

    /// A slice of a file, compared by content and copied only when it is kept.
    private record Text(byte[] bytes, int from, int to) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Text that && Arrays.equals(bytes, from, to, that.bytes, that.from, that.to);
        }

        @Override
        public int hashCode() {
            // Certificates differ early (serial number) and late (signature): the end alone tells them apart.
            int hash = to - from;
            for (int i = Math.max(from, to - 64); i < to; i++) {
                hash = 31 * hash + bytes[i];
            }
            return hash;
        }
    }

    /// The certificate in a slice of Base64 without line breaks; empty when the slice is not exactly one
    /// certificate.
    public static Optional<KnownCertificate> of(byte[] bytes, int from, int to) {
        KnownCertificate known = KNOWN.get(new Text(bytes, from, to));
        if (known != null) {
            return Optional.of(known);
        }
        byte[] text = Arrays.copyOfRange(bytes, from, to);
        Optional<KnownCertificate> parsed = parse(text);
        if (parsed.isPresent() && text.length <= LONGEST_KEPT) {
            if (KNOWN.size() >= MOST) {
                KNOWN.clear();
            }
            KNOWN.put(new Text(text, 0, text.length), parsed.get());
        }
        return parsed;
    }

    /// A certificate with its facts.
    ///
    /// @throws IllegalArgumentException when it has an extension of a wrong form
    public static KnownCertificate of(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return new KnownCertificate(certificate, CertificateFacts.of(certificate), new Fingerprint(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        } catch (CertificateException e) {
            throw new IllegalArgumentException("the certificate cannot be encoded", e);
        }
    }

    private static Optional<KnownCertificate> parse(byte[] text) {
        try {
            byte[] der = Base64.getDecoder().decode(text);
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            boolean exact = Arrays.equals(certificate.getEncoded(), der)
                    && Arrays.equals(Base64.getEncoder().encode(der), text)
                    && oneFormOnly(der);
            return exact ? Optional.of(of(certificate)) : Optional.empty();
        } catch (CertificateException | IOException _) {
            return Optional.empty();
        } catch (IllegalArgumentException | ClassCastException | IllegalStateException _) {
            // ASN.1 of a wrong form inside; BouncyCastle says so with these.
            return Optional.empty();
        }
    }

    /// A certificate's own signature covers its content only: what stands around it must be DER, and agree with it.
    private static boolean oneFormOnly(byte[] der) throws IOException {
        Certificate parsed = Certificate.getInstance(der);
        return Arrays.equals(parsed.getEncoded(ASN1Encoding.DER), der)
                && parsed.getSignature().getPadBits() == 0
                && parsed.getSignatureAlgorithm()
                        .equals(parsed.getTBSCertificate().getSignature());
    }
}
