package org.matricula.law.testing.signing;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A key that a [TestSigningService] holds.
///
/// @param pin empty when none is needed
/// @param wrong how many wrong PINs were shown in a row
record Credential(PrivateKey key, List<X509Certificate> chain, String pin, AtomicInteger wrong) {
    private static final byte[] SHA256_DIGEST_INFO = HexFormat.of().parseHex("3031300d060960864801650304020105000420");

    Credential(PrivateKey key, List<X509Certificate> chain, String pin) {
        this(key, List.copyOf(chain), pin, new AtomicInteger());
    }

    boolean elliptic() {
        return key.getAlgorithm().equals("EC");
    }

    /// The value over a SHA-256 digest: DER for ECDSA, PKCS #1 for RSA.
    byte[] value(byte[] digest) {
        try {
            Signature engine = Signature.getInstance(elliptic() ? "NONEwithECDSA" : "NONEwithRSA");
            engine.initSign(key);
            if (!elliptic()) {
                engine.update(SHA256_DIGEST_INFO);
            }
            engine.update(digest);
            return engine.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of the test does not sign", e);
        }
    }
}
