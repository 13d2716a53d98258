package org.matricula.verifier.signature;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.HexFormat;

/// Judges a signature value that came in from a key elsewhere, before it enters a record.
public final class SignatureValue {
    /// DER of DigestInfo for SHA-256 up to the digest itself (RFC 8017 section 9.2, note 1).
    private static final byte[] SHA256_DIGEST_INFO = HexFormat.of().parseHex("3031300d060960864801650304020105000420");

    private SignatureValue() {}

    /// Whether a value is one over a SHA-256 digest by the private key that belongs to a public one.
    ///
    /// @param value raw `r || s` for ECDSA, PKCS #1 for RSA; anything else is no value
    public static boolean fits(byte[] value, byte[] sha256, PublicKey key, Signer.Algorithm algorithm) {
        try {
            Signature engine = CryptoProvider.signature(
                    switch (algorithm) {
                        case ECDSA_SHA256 -> "NONEwithECDSAinP1363Format";
                        case RSA_SHA256 -> "NONEwithRSA";
                    });
            engine.initVerify(key);
            if (algorithm == Signer.Algorithm.RSA_SHA256) {
                engine.update(SHA256_DIGEST_INFO);
            }
            engine.update(sha256);
            return engine.verify(value);
        } catch (GeneralSecurityException _) {
            return false; // a key or a value of a wrong form
        }
    }
}
