package org.matricula.verifier.testing;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.matricula.verifier.signature.Signer;

/// A key in memory with its certificate; the fake of every key store in the tests.
///
/// @param above the certificates above it, nearest first, without the root
public record TestKey(PrivateKey key, X509Certificate certificate, List<X509Certificate> above) implements Signer {
    private static final byte[] DIGEST_INFO = HexFormat.of().parseHex("3031300d060960864801650304020105000420");

    public TestKey {
        above = List.copyOf(above);
    }

    @Override
    public List<X509Certificate> chain() {
        return above;
    }

    @Override
    public Algorithm algorithm() {
        return key.getAlgorithm().equals("RSA") ? Algorithm.RSA_SHA256 : Algorithm.ECDSA_SHA256;
    }

    @Override
    public List<byte[]> sign(List<byte[]> digests) {
        try {
            boolean rsa = algorithm() == Algorithm.RSA_SHA256;
            Signature engine = Signature.getInstance(rsa ? "NONEwithRSA" : "NONEwithECDSAinP1363Format");
            engine.initSign(key);
            List<byte[]> values = new ArrayList<>();
            for (byte[] digest : digests) {
                if (rsa) {
                    engine.update(DIGEST_INFO);
                }
                engine.update(digest);
                values.add(engine.sign());
            }
            return values;
        } catch (GeneralSecurityException e) {
            throw new SigningFailed(SigningFailed.Reason.BROKEN, "the test key does not sign", e);
        }
    }
}
