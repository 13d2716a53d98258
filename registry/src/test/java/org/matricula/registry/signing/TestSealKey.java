package org.matricula.registry.signing;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.matricula.verifier.record.RecordContent.Issuer;

/// The key of an invented school's seal, to be put wherever a key may live.
record TestSealKey(PrivateKey key, List<X509Certificate> chain) {
    static final Instant NOW = Instant.parse("2026-05-30T08:00:00Z");
    static final Issuer SCHOOL = new Issuer("VN-79-0042", "Trường Tiểu học Hoa Sen");

    private static final DemoAuthority AUTHORITY = DemoAuthority.create(NOW);

    static TestSealKey elliptic() {
        DemoAuthority.Issued issued =
                AUTHORITY.issue(new KeyHolder(KeyRole.SCHOOL, SCHOOL.name(), ""), SCHOOL, "", NOW);
        return new TestSealKey(issued.key(), issued.chain());
    }

    /// The same certificate over another kind of key.
    static TestSealKey rsa(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        KeyPair pair = generator.generateKeyPair();
        List<X509Certificate> chain = new ArrayList<>(elliptic().chain());
        X509Certificate like = chain.getFirst();
        var builder = new JcaX509v3CertificateBuilder(
                chain.get(1),
                BigInteger.valueOf(bits),
                like.getNotBefore(),
                like.getNotAfter(),
                like.getSubjectX500Principal(),
                pair.getPublic());
        chain.set(
                0,
                new JcaX509CertificateConverter()
                        .getCertificate(
                                builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(AUTHORITY.key()))));
        return new TestSealKey(pair.getPrivate(), chain);
    }
}
