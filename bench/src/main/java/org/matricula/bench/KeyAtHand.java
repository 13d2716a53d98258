package org.matricula.bench;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.matricula.verifier.signature.Signer;

/// A P-256 key in memory that signs with a chosen provider; every thread has its own signature object.
final class KeyAtHand implements Signer {
    private final PrivateKey key;
    private final X509Certificate certificate;
    private final List<X509Certificate> chain;
    private final ThreadLocal<Signature> engines;

    /// @param chain the certificates above, nearest first, without the root
    KeyAtHand(PrivateKey key, X509Certificate certificate, List<X509Certificate> chain, Providers providers) {
        this.key = key;
        this.certificate = certificate;
        this.chain = List.copyOf(chain);
        this.engines = ThreadLocal.withInitial(() -> engine(providers, "NONEwithECDSA"));
    }

    /// The same key with another provider.
    KeyAtHand with(Providers providers) {
        return new KeyAtHand(key, certificate, chain, providers);
    }

    /// A signature object that is ready to sign with this key.
    Signature engine(Providers providers, String algorithm) {
        try {
            Signature engine = providers.signature(algorithm);
            engine.initSign(key);
            return engine;
        } catch (GeneralSecurityException e) {
            throw new SigningFailed(SigningFailed.Reason.BROKEN, "the key of the benchmark cannot be used", e);
        }
    }

    @Override
    public X509Certificate certificate() {
        return certificate;
    }

    @Override
    public List<X509Certificate> chain() {
        return chain;
    }

    @Override
    public Algorithm algorithm() {
        return Algorithm.ECDSA_SHA256;
    }

    @Override
    public List<byte[]> sign(List<byte[]> digests) {
        Signature engine = engines.get();
        List<byte[]> values = new ArrayList<>(digests.size());
        try {
            for (byte[] digest : digests) {
                engine.update(digest);
                values.add(raw(engine.sign()));
            }
        } catch (GeneralSecurityException e) {
            throw new SigningFailed(SigningFailed.Reason.BROKEN, "the key of the benchmark did not sign", e);
        }
        return values;
    }

    /// `r || s` out of the sequence of two integers.
    private static byte[] raw(byte[] der) {
        ASN1Sequence sequence = ASN1Sequence.getInstance(der);
        byte[] raw = new byte[64];
        for (int i = 0; i < 2; i++) {
            BigInteger part = ASN1Integer.getInstance(sequence.getObjectAt(i)).getPositiveValue();
            byte[] bytes = part.toByteArray();
            int length = Math.min(32, bytes.length);
            System.arraycopy(bytes, bytes.length - length, raw, 32 * (i + 1) - length, length);
        }
        return raw;
    }
}
