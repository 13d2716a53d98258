package org.matricula.registry.records.pdf;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.matricula.verifier.signature.Signer;

/// A seal of an invented school below an invented root.
final class TestSeal implements Signer {
    private static final Date FROM = Date.from(Instant.parse("2020-01-01T00:00:00Z"));
    private static final Date TO = Date.from(Instant.parse("2045-01-01T00:00:00Z"));

    final X509Certificate root;
    final byte[] revocations;
    private final X509Certificate certificate;
    private final KeyPair key;
    private final Algorithm algorithm;
    int acts;

    private TestSeal(Algorithm algorithm) throws Exception {
        this.algorithm = algorithm;
        KeyPair rootKey = pair("EC");
        key = pair(algorithm == Algorithm.ECDSA_SHA256 ? "EC" : "RSA");
        X500Name rootName = new X500Name("C=VN,O=Matricula,CN=Test root");
        X500Name name = new X500Name("C=VN,O=Trường Tiểu học Lê Hồng Phong,CN=Dấu Trường Tiểu học Lê Hồng Phong");
        root = certify(rootName, rootKey, rootName, rootKey, true, 1);
        certificate = certify(rootName, rootKey, name, key, false, 2);
        revocations = revocations(rootName, rootKey);
    }

    /// The root revoked nobody, as of the day after the seal of the samples.
    private static byte[] revocations(X500Name rootName, KeyPair rootKey) throws Exception {
        X509v2CRLBuilder builder = new X509v2CRLBuilder(rootName, Date.from(Instant.parse("2026-06-03T00:00:00Z")));
        builder.setNextUpdate(Date.from(Instant.parse("2026-06-10T00:00:00Z")));
        return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(rootKey.getPrivate()))
                .getEncoded();
    }

    static TestSeal elliptic() {
        return of(Algorithm.ECDSA_SHA256);
    }

    static TestSeal rsa() {
        return of(Algorithm.RSA_SHA256);
    }

    private static TestSeal of(Algorithm algorithm) {
        try {
            return new TestSeal(algorithm);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair(String kind) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
        generator.initialize(kind.equals("EC") ? 256 : 2048);
        return generator.generateKeyPair();
    }

    private static X509Certificate certify(
            X500Name issuer, KeyPair issuerKey, X500Name subject, KeyPair key, boolean authority, int serial)
            throws Exception {
        var builder =
                new JcaX509v3CertificateBuilder(issuer, BigInteger.valueOf(serial), FROM, TO, subject, key.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        int usage = authority
                ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                : KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKey.getPrivate())));
    }

    @Override
    public X509Certificate certificate() {
        return certificate;
    }

    @Override
    public List<X509Certificate> chain() {
        return List.of();
    }

    @Override
    public Algorithm algorithm() {
        return algorithm;
    }

    @Override
    public List<byte[]> sign(List<byte[]> digests) {
        acts++;
        List<byte[]> values = new ArrayList<>();
        for (byte[] digest : digests) {
            values.add(sign(digest));
        }
        return values;
    }

    private byte[] sign(byte[] digest) {
        try {
            boolean elliptic = algorithm == Algorithm.ECDSA_SHA256;
            Signature signature = Signature.getInstance(elliptic ? "NONEwithECDSAinP1363Format" : "NONEwithRSA");
            signature.initSign(key.getPrivate());
            signature.update(elliptic ? digest : digestInfo(digest));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new SigningFailed(SigningFailed.Reason.BROKEN, "the test key failed", e);
        }
    }

    /// PKCS #1 v1.5 signs the digest with the name of its algorithm before it.
    private static byte[] digestInfo(byte[] digest) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                new byte[] {0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, (byte) 0x86, 0x48, 0x01, 0x65, 0x03, 0x04});
        out.writeBytes(new byte[] {0x02, 0x01, 0x05, 0x00, 0x04, 0x20});
        out.writeBytes(digest);
        return out.toByteArray();
    }
}
