package org.matricula.verifier.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
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
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.qualified.QCStatement;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/// A small certificate authority that makes good and bad certificates to order.
public final class TestPki {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ASN1ObjectIdentifier QC_TYPE = new ASN1ObjectIdentifier("0.4.0.1862.1.6");
    private static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2045-01-01T00:00:00Z");

    private final TestKey root;
    private final TestKey issuing;

    private TestPki(TestKey root, TestKey issuing) {
        this.root = root;
        this.issuing = issuing;
    }

    /// What a certificate is to say.
    ///
    /// @param qcType the last arc of its QcType: 1 for a person, 2 for a seal, 0 for none
    /// @param algorithm `P-256`, `P-384`, `RSA-2048`, `RSA-2048-slow`, `RSA-1024`; or
    ///     `P-256-by-SHA-1`, certified with SHA-1
    /// @param crl where its revocation list is; empty when it names none
    /// @param stamps whether it is for time stamps and nothing else
    public record Wanted(
            String name,
            String organisation,
            String organisationId,
            String staffId,
            int qcType,
            Instant from,
            Instant to,
            String algorithm,
            String crl,
            boolean stamps) {

        /// A teacher of a school.
        public static Wanted person(String name, String organisation, String organisationId) {
            return new Wanted(name, organisation, organisationId, "GV-01", 1, FROM, TO, "P-256", "", false);
        }

        /// The seal of a school.
        public static Wanted seal(String organisation, String organisationId) {
            return new Wanted(organisation, organisation, organisationId, "", 2, FROM, TO, "P-256", "", false);
        }

        public Wanted valid(String from, String to) {
            Instant start = Instant.parse(from);
            Instant end = Instant.parse(to);
            return new Wanted(name, organisation, organisationId, staffId, qcType, start, end, algorithm, crl, stamps);
        }

        public Wanted algorithm(String other) {
            return new Wanted(name, organisation, organisationId, staffId, qcType, from, to, other, crl, stamps);
        }

        public Wanted crl(String url) {
            return new Wanted(name, organisation, organisationId, staffId, qcType, from, to, algorithm, url, stamps);
        }

        public Wanted forTimeStamps() {
            return new Wanted(name, organisation, organisationId, staffId, qcType, from, to, algorithm, crl, true);
        }

        public Wanted qcType(int other) {
            return new Wanted(name, organisation, organisationId, staffId, other, from, to, algorithm, crl, stamps);
        }
    }

    /// A new root with an issuing authority under it.
    public static TestPki create(String name) {
        return create(name, "P-256", TO, null);
    }

    /// The same with handles for whoever wants to spoil it.
    ///
    /// @param algorithm of the root's key, as [Wanted#algorithm()]
    /// @param rootTo when the root expires
    /// @param names which names the issuing authority may certify; null for all
    public static TestPki create(String name, String algorithm, Instant rootTo, @Nullable NameConstraints names) {
        KeyPair rootKeys = keys(algorithm);
        KeyPair issuingKeys = keys("P-256");
        X500Name rootName = authority(name + " root");
        X509Certificate root = authorityCertificate(rootName, rootKeys, rootName, rootKeys, 1, rootTo, null);
        X509Certificate issuing =
                authorityCertificate(rootName, rootKeys, authority(name + " issuing"), issuingKeys, 0, TO, names);
        return new TestPki(
                new TestKey(rootKeys.getPrivate(), root, List.of()),
                new TestKey(issuingKeys.getPrivate(), issuing, List.of()));
    }

    /// The same authority again, from PKCS #12 of the issuing key with its chain.
    public static TestPki open(byte[] pkcs12) {
        TestKey issuing = openKey(pkcs12);
        return new TestPki(
                new TestKey(issuing.key(), issuing.above().getLast(), List.of()),
                new TestKey(issuing.key(), issuing.certificate(), List.of()));
    }

    /// The issuing key as PKCS #12, the root at the end of its chain.
    public byte[] toPkcs12() {
        return pkcs12(new TestKey(issuing.key(), issuing.certificate(), List.of(root.certificate())));
    }

    public X509Certificate root() {
        return root.certificate();
    }

    /// The issuing key, which also signs lists of revoked certificates.
    public TestKey issuing() {
        return issuing;
    }

    /// A new key with its certificate.
    public TestKey issue(Wanted wanted) {
        return issue(wanted, issuing, List.of(issuing.certificate()));
    }

    /// A certificate issued by somebody who is no authority: their own certificate stands in the chain.
    public TestKey issuedBy(TestKey somebody, Wanted wanted) {
        List<X509Certificate> chain = new ArrayList<>();
        chain.add(somebody.certificate());
        chain.addAll(somebody.above());
        return issue(wanted, somebody, chain);
    }

    private static TestKey issue(Wanted wanted, TestKey issuer, List<X509Certificate> chain) {
        KeyPair pair = keys(wanted.algorithm());
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, wanted.organisation())
                .addRDN(BCStyle.ORGANIZATION_IDENTIFIER, wanted.organisationId());
        if (!wanted.staffId().isEmpty()) {
            name.addRDN(BCStyle.SERIALNUMBER, wanted.staffId());
        }
        X500Name subject = name.addRDN(BCStyle.CN, wanted.name()).build();
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    X500Name.getInstance(
                            issuer.certificate().getSubjectX500Principal().getEncoded()),
                    new BigInteger(127, RANDOM).setBit(120),
                    Date.from(wanted.from()),
                    Date.from(wanted.to()),
                    subject,
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.nonRepudiation));
            if (wanted.stamps()) {
                builder.addExtension(
                        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            }
            ids(builder, pair.getPublic(), issuer.certificate().getPublicKey());
            if (wanted.qcType() > 0) {
                DERSequence type = new DERSequence(QC_TYPE.branch(Integer.toString(wanted.qcType())));
                builder.addExtension(Extension.qCStatements, false, new DERSequence(new QCStatement(QC_TYPE, type)));
            }
            if (!wanted.crl().isEmpty()) {
                GeneralName url = new GeneralName(GeneralName.uniformResourceIdentifier, wanted.crl());
                DistributionPoint point =
                        new DistributionPoint(new DistributionPointName(new GeneralNames(url)), null, null);
                builder.addExtension(
                        Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {point}));
            }
            String by = wanted.algorithm().endsWith("-by-SHA-1") ? "SHA1" : "SHA256";
            return new TestKey(pair.getPrivate(), signed(builder, issuer.key(), by), chain);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate authorityCertificate(
            X500Name issuer,
            KeyPair issuerKeys,
            X500Name subject,
            KeyPair keys,
            int pathLength,
            Instant to,
            @Nullable NameConstraints names) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    new BigInteger(127, RANDOM).setBit(120),
                    Date.from(FROM),
                    Date.from(to),
                    subject,
                    keys.getPublic());
            if (names != null) {
                builder.addExtension(Extension.nameConstraints, true, names);
            }
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(pathLength));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            ids(builder, keys.getPublic(), issuerKeys.getPublic());
            return signed(builder, issuerKeys.getPrivate(), "SHA256");
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void ids(JcaX509v3CertificateBuilder builder, PublicKey key, PublicKey above)
            throws IOException, GeneralSecurityException {
        JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(key));
        builder.addExtension(Extension.authorityKeyIdentifier, false, ids.createAuthorityKeyIdentifier(above));
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey key, String digest)
            throws GeneralSecurityException {
        String algorithm = digest + (key.getAlgorithm().equals("RSA") ? "withRSA" : "withECDSA");
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(key)));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static KeyPair keys(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm.startsWith("RSA") ? "RSA" : "EC");
            switch (algorithm) {
                case "P-384" -> generator.initialize(new ECGenParameterSpec("secp384r1"), RANDOM);
                case "RSA-2048" -> generator.initialize(2048, RANDOM);
                case "RSA-1024" -> generator.initialize(1024, RANDOM);
                // A public exponent of 1,025 bits: checking a value takes as long as making one.
                case "RSA-2048-slow" ->
                    generator.initialize(new RSAKeyGenParameterSpec(
                            2048, BigInteger.ONE.shiftLeft(1_024).add(BigInteger.valueOf(643))));
                default -> generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X500Name authority(String name) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, "Matricula test kit")
                .addRDN(BCStyle.CN, name)
                .build();
    }

    /// A key as PKCS #12; the password is `test`.
    public static byte[] pkcs12(TestKey key) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            List<Certificate> chain = new ArrayList<>();
            chain.add(key.certificate());
            chain.addAll(key.above());
            store.setKeyEntry("key", key.key(), "test".toCharArray(), chain.toArray(Certificate[]::new));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, "test".toCharArray());
            return out.toByteArray();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The key in a PKCS #12 of this kit.
    public static TestKey openKey(byte[] pkcs12) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(pkcs12), "test".toCharArray());
            List<X509Certificate> chain = new ArrayList<>();
            for (Certificate each : store.getCertificateChain("key")) {
                chain.add((X509Certificate) each);
            }
            PrivateKey key = (PrivateKey) store.getKey("key", "test".toCharArray());
            return new TestKey(key, chain.getFirst(), chain.subList(1, chain.size()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
