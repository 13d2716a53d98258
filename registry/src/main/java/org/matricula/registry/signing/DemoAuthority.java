package org.matricula.registry.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.qualified.QCStatement;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.matricula.verifier.record.RecordContent.Issuer;

/// A certificate authority for demonstrations and tests: real certificates that nobody outside should trust.
///
/// @param key the issuing key
/// @param chain the issuing certificate, then the root
/// @param rootCrl the root's list of revoked certificates, signed once for the root's whole life, since its key is
///     forgotten; empty in an authority that was made before there was one
record DemoAuthority(PrivateKey key, List<X509Certificate> chain, Optional<byte[]> rootCrl) {
    /// Where the node serves what a checker asks for, below its public address.
    private static final String PLACE = "/pki/";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ASN1ObjectIdentifier QC_TYPE = new ASN1ObjectIdentifier("0.4.0.1862.1.6");
    private static final String ESIGN = "0.4.0.1862.1.6.1";
    private static final String ESEAL = "0.4.0.1862.1.6.2";

    /// A key with its certificate and those above it, the root last.
    record Issued(PrivateKey key, List<X509Certificate> chain) {}

    DemoAuthority {
        chain = List.copyOf(chain);
    }

    /// A new root and a new issuing authority under it. The root's key is forgotten at once.
    static DemoAuthority create(Instant now) {
        KeyPair root = keyPair();
        KeyPair issuing = keyPair();
        X500Name rootName = authorityName("Matricula DEMO root " + suffix());
        X500Name issuingName = authorityName("Matricula DEMO issuing " + suffix());
        X509Certificate rootCertificate =
                authority(rootName, root.getPrivate(), rootName, root.getPublic(), root.getPublic(), 1, now);
        X509Certificate issuingCertificate =
                authority(rootName, root.getPrivate(), issuingName, issuing.getPublic(), root.getPublic(), 0, now);
        byte[] nobody = DemoRevocations.list(
                rootCertificate,
                root.getPrivate(),
                List.of(),
                now,
                rootCertificate.getNotAfter().toInstant());
        return new DemoAuthority(
                issuing.getPrivate(), List.of(issuingCertificate, rootCertificate), Optional.of(nobody));
    }

    /// A new key for a person or for the institution's seal: valid from a day ago for five years.
    ///
    /// @param address the public address of the node, which answers for revocation there; empty when it has none
    Issued issue(KeyHolder holder, Issuer institution, String address, Instant now) {
        boolean seal = holder.role().equals(KeyRole.SCHOOL);
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, institution.name())
                .addRDN(BCStyle.OU, "DEMO")
                .addRDN(BCStyle.ORGANIZATION_IDENTIFIER, institution.code());
        if (!holder.staffId().isEmpty()) {
            name.addRDN(BCStyle.SERIALNUMBER, holder.staffId());
        }
        X500Name subject = name.addRDN(BCStyle.CN, holder.name()).build();
        KeyPair pair = keyPair();
        try {
            JcaX509v3CertificateBuilder builder = builder(
                    X500Name.getInstance(
                            chain.getFirst().getSubjectX500Principal().getEncoded()),
                    subject,
                    pair.getPublic(),
                    now,
                    5);
            int usage = KeyUsage.nonRepudiation | (seal ? KeyUsage.digitalSignature : 0);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            keyIds(builder, pair.getPublic(), chain.getFirst().getPublicKey());
            ASN1ObjectIdentifier type = new ASN1ObjectIdentifier(seal ? ESEAL : ESIGN);
            builder.addExtension(
                    Extension.qCStatements, false, new DERSequence(new QCStatement(QC_TYPE, new DERSequence(type))));
            if (!address.isEmpty()) {
                sources(builder, address.replaceAll("/+$", "") + PLACE);
            }
            X509Certificate certificate = signed(builder, key);
            return new Issued(pair.getPrivate(), List.of(certificate, chain.get(0), chain.get(1)));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("a demo certificate for " + holder.name() + " could not be made", e);
        }
    }

    /// A new key for one of the authority's own services, valid for ten years.
    ///
    /// @param purpose the only thing that the key is for; critical for time stamps (RFC 3161, 2.3)
    Issued service(String name, KeyPurposeId purpose, Instant now) {
        KeyPair pair = keyPair();
        try {
            JcaX509v3CertificateBuilder builder = builder(
                    X500Name.getInstance(
                            chain.getFirst().getSubjectX500Principal().getEncoded()),
                    authorityName(name + " " + suffix()),
                    pair.getPublic(),
                    now,
                    10);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(
                    Extension.extendedKeyUsage,
                    KeyPurposeId.id_kp_timeStamping.equals(purpose),
                    new ExtendedKeyUsage(purpose));
            if (KeyPurposeId.id_kp_OCSPSigning.equals(purpose)) {
                // Nobody asks the responder about the responder (RFC 6960, 4.2.2.2.1).
                builder.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
            }
            keyIds(builder, pair.getPublic(), chain.getFirst().getPublicKey());
            X509Certificate certificate = signed(builder, key);
            return new Issued(pair.getPrivate(), List.of(certificate, chain.get(0), chain.get(1)));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("a demo certificate for " + name + " could not be made", e);
        }
    }

    private static void sources(JcaX509v3CertificateBuilder builder, String place) throws IOException {
        GeneralName list = new GeneralName(GeneralName.uniformResourceIdentifier, place + "issuing.crl");
        builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
            new DistributionPoint(new DistributionPointName(new GeneralNames(list)), null, null)
        }));
        GeneralName responder = new GeneralName(GeneralName.uniformResourceIdentifier, place + "ocsp");
        GeneralName above = new GeneralName(GeneralName.uniformResourceIdentifier, place + "issuing.crt");
        builder.addExtension(
                Extension.authorityInfoAccess, false, new AuthorityInformationAccess(new AccessDescription[] {
                    new AccessDescription(AccessDescription.id_ad_ocsp, responder),
                    new AccessDescription(AccessDescription.id_ad_caIssuers, above)
                }));
    }

    private static X509Certificate authority(
            X500Name issuer,
            PrivateKey issuerKey,
            X500Name subject,
            PublicKey key,
            PublicKey above,
            int pathLength,
            Instant now) {
        try {
            JcaX509v3CertificateBuilder builder = builder(issuer, subject, key, now, 20);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(pathLength));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            keyIds(builder, key, above);
            return signed(builder, issuerKey);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("a demo authority could not be made", e);
        }
    }

    private static JcaX509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, PublicKey key, Instant now, int years) {
        Date from = Date.from(now.atOffset(ZoneOffset.UTC).minusDays(1).toInstant());
        Date to = Date.from(
                now.atOffset(ZoneOffset.UTC).plusYears(years).minusDays(1).toInstant());
        BigInteger serial = new BigInteger(127, RANDOM).setBit(120);
        return new JcaX509v3CertificateBuilder(issuer, serial, from, to, subject, key);
    }

    private static void keyIds(JcaX509v3CertificateBuilder builder, PublicKey key, PublicKey above)
            throws IOException, GeneralSecurityException {
        JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(key));
        builder.addExtension(Extension.authorityKeyIdentifier, false, ids.createAuthorityKeyIdentifier(above));
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has P-256", e);
        }
    }

    private static X500Name authorityName(String name) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, "Matricula DEMO")
                .addRDN(BCStyle.CN, name)
                .build();
    }

    /// Two demo authorities must not bear one name, or a chain could be built to the wrong one.
    private static String suffix() {
        return "%08x".formatted(RANDOM.nextInt());
    }
}
