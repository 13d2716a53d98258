package org.matricula.verifier.testing;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;

/// Somebody who answers whether certificates of an authority were revoked.
///
/// @param issuer the authority
/// @param by who signs the answers: the authority itself, or a responder
record TestOcsp(TestKey issuer, TestKey by) {
    /// The authority answers itself.
    static TestOcsp of(TestKey issuer) {
        return new TestOcsp(issuer, issuer);
    }

    /// A responder that the authority has certified.
    ///
    /// @param purpose what its certificate is for; OCSPSigning for one that may answer
    static TestOcsp responder(TestKey issuer, KeyPurposeId purpose, Instant from, Instant to) {
        try {
            KeyPair keys = KeyPairGenerator.getInstance("EC").generateKeyPair();
            X509CertificateHolder made = new JcaX509v3CertificateBuilder(
                            X500Name.getInstance(issuer.certificate()
                                    .getSubjectX500Principal()
                                    .getEncoded()),
                            BigInteger.valueOf(from.toEpochMilli()).shiftLeft(64),
                            Date.from(from),
                            Date.from(to),
                            new X500Name("CN=Matricula test responder"),
                            keys.getPublic())
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose))
                    .addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE)
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.key()));
            X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(made);
            return new TestOcsp(issuer, new TestKey(keys.getPrivate(), certificate, java.util.List.of()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// What it says of a certificate.
    ///
    /// @param since when that was revoked; null for never
    byte[] about(X509Certificate certificate, Instant from, Instant next, @Nullable Instant since) {
        try {
            DigestCalculator sha1 =
                    new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1);
            CertificateID id = new CertificateID(
                    sha1, new JcaX509CertificateHolder(issuer.certificate()), certificate.getSerialNumber());
            CertificateStatus status =
                    since == null ? CertificateStatus.GOOD : new RevokedStatus(Date.from(since), CRLReason.unspecified);
            X509CertificateHolder own = new JcaX509CertificateHolder(by.certificate());
            BasicOCSPRespBuilder answer = new BasicOCSPRespBuilder(new RespID(own.getSubject()));
            answer.addResponse(id, status, Date.from(from), Date.from(next), null);
            return new OCSPRespBuilder()
                    .build(
                            OCSPRespBuilder.SUCCESSFUL,
                            answer.build(
                                    new JcaContentSignerBuilder("SHA256withECDSA").build(by.key()),
                                    by.equals(issuer)
                                            ? new X509CertificateHolder[0]
                                            : new X509CertificateHolder[] {own},
                                    Date.from(from)))
                    .getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
