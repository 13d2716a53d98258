package org.matricula.registry.signing;

import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.matricula.verifier.signature.SignatureValue;
import org.matricula.verifier.signature.Signer;
import org.matricula.verifier.signature.Signer.Algorithm;

/// What is known of a key without it: its certificate, those above it, how it signs. All kinds of signers share it.
///
/// @param chain the certificates above, nearest first, without the root
public record CertifiedKey(X509Certificate certificate, List<X509Certificate> chain, Algorithm algorithm) {
    /// DER of DigestInfo for SHA-256 up to the digest itself (RFC 8017 section 9.2, note 1).
    private static final byte[] SHA256_DIGEST_INFO = HexFormat.of().parseHex("3031300d060960864801650304020105000420");

    public CertifiedKey {
        chain = List.copyOf(chain);
    }

    /// @param certificates the key's own first; self-signed ones are left out
    /// @param name what to call the key's place in messages
    /// @throws KeyProblem when there is no certificate of an authority, or the key is none that the format uses
    public static CertifiedKey of(List<? extends Certificate> certificates, String name) {
        List<X509Certificate> issued = new ArrayList<>();
        for (Certificate each : certificates) {
            X509Certificate certificate = (X509Certificate) each;
            if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
                issued.add(certificate);
            }
        }
        if (issued.isEmpty()) {
            throw new KeyProblem(
                    name + " holds a self-signed certificate; its key needs one from a certificate authority");
        }
        return new CertifiedKey(issued.getFirst(), issued.subList(1, issued.size()), algorithm(issued.getFirst()));
    }

    /// What is known of a signer's key.
    public static CertifiedKey of(Signer signer) {
        return new CertifiedKey(signer.certificate(), signer.chain(), signer.algorithm());
    }

    /// The certificate of the key, then those above it.
    public List<X509Certificate> whole() {
        List<X509Certificate> whole = new ArrayList<>(List.of(certificate));
        whole.addAll(chain);
        return whole;
    }

    private static Algorithm algorithm(X509Certificate certificate) {
        return switch (certificate.getPublicKey()) {
            case ECPublicKey ec
            when ec.getParams().getCurve().getField().getFieldSize() == 256 -> Algorithm.ECDSA_SHA256;
            case RSAPublicKey rsa when rsa.getModulus().bitLength() >= 2048 -> Algorithm.RSA_SHA256;
            default ->
                throw new KeyProblem("the key of '" + certificate.getSubjectX500Principal()
                        + "' is neither P-256 nor RSA of 2048 bits or more");
        };
    }

    /// What the key itself works on: the digest for ECDSA, its DigestInfo for RSA.
    byte[] toSign(byte[] digest) {
        if (digest.length != 32) {
            throw new IllegalArgumentException("a SHA-256 digest has 32 bytes, not " + digest.length);
        }
        return switch (algorithm) {
            case ECDSA_SHA256 -> digest.clone();
            case RSA_SHA256 -> {
                byte[] info = Arrays.copyOf(SHA256_DIGEST_INFO, SHA256_DIGEST_INFO.length + digest.length);
                System.arraycopy(digest, 0, info, SHA256_DIGEST_INFO.length, digest.length);
                yield info;
            }
        };
    }

    /// Whether a value, as the format has it, is this key's over a digest. What comes from a token or from a service is
    /// asked this before it goes into a record: nobody finds a wrong value later and can still mend it.
    public boolean verifies(byte[] digest, byte[] value) {
        return SignatureValue.fits(value, digest, certificate.getPublicKey(), algorithm);
    }

    @Override
    public String toString() {
        return "the key of '" + certificate.getSubjectX500Principal() + "'";
    }
}
