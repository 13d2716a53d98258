package org.matricula.verifier.testing;

import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.matricula.verifier.signature.Evidence;
import org.matricula.verifier.signature.SignatureLevel;
import org.matricula.verifier.signature.Stamper;

/// Stamps as it is told, rightly or wrongly.
///
/// @param authority the key of the time-stamp authority
/// @param at what its clock says
/// @param other whether it stamps something else than it is given
/// @param crls the lists that it brings along; without them and answers, level T
/// @param ocsps the answers that it brings along
public record TestStamper(TestKey authority, Instant at, boolean other, List<byte[]> crls, List<byte[]> ocsps)
        implements Stamper {
    public TestStamper {
        crls = List.copyOf(crls);
        ocsps = List.copyOf(ocsps);
    }

    public static TestStamper at(TestKey authority, Instant at, byte[]... crls) {
        return new TestStamper(authority, at, false, List.of(crls), List.of());
    }

    public static TestStamper answering(TestKey authority, Instant at, byte[]... ocsps) {
        return new TestStamper(authority, at, false, List.of(), List.of(ocsps));
    }

    @Override
    public SignatureLevel level() {
        return crls.isEmpty() && ocsps.isEmpty() ? SignatureLevel.T : SignatureLevel.LT;
    }

    @Override
    public byte[] token(byte[] sha256) {
        try {
            TSTInfo info = new TSTInfo(
                    TSPAlgorithms.SHA256,
                    new MessageImprint(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256), sha256),
                    new ASN1Integer(10),
                    new ASN1GeneralizedTime(Date.from(at)),
                    null,
                    null,
                    null,
                    null,
                    null);
            byte[] own = MessageDigest.getInstance("SHA-256")
                    .digest(authority.certificate().getEncoded());
            AttributeTable named = new AttributeTable(new DERSet(new Attribute(
                    PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                    new DERSet(new SigningCertificateV2(new ESSCertIDv2(own))))));
            CMSSignedDataGenerator cms = new CMSSignedDataGenerator();
            cms.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                    .setSignedAttributeGenerator(named)
                    .build("SHA256withECDSA", authority.key(), authority.certificate()));
            List<X509Certificate> chain = new ArrayList<>(List.of(authority.certificate()));
            chain.addAll(authority.above());
            cms.addCertificates(new JcaCertStore(chain));
            return cms.generate(
                            new CMSProcessableByteArray(PKCSObjectIdentifiers.id_ct_TSTInfo, info.getEncoded()), true)
                    .toASN1Structure()
                    .getEncoded(ASN1Encoding.DER);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Evidence.Revocations revocations(List<List<X509Certificate>> chains) {
        return new Evidence.Revocations(crls, ocsps);
    }

    /// What stands beside a signature value.
    Evidence evidence(byte[] imprint) {
        try {
            byte[] stamped = other ? MessageDigest.getInstance("SHA-256").digest(imprint) : imprint;
            return new Evidence(token(stamped), crls, ocsps);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A list of revoked certificates.
    ///
    /// @param revoked who was revoked at `since`; null for nobody
    public static byte[] list(
            TestKey issuer,
            Instant from,
            Instant next,
            @org.jspecify.annotations.Nullable X509Certificate revoked,
            Instant since) {
        try {
            X509v2CRLBuilder builder = new X509v2CRLBuilder(
                    X500Name.getInstance(
                            issuer.certificate().getSubjectX500Principal().getEncoded()),
                    Date.from(from));
            builder.setNextUpdate(Date.from(next));
            if (revoked != null) {
                builder.addCRLEntry(revoked.getSerialNumber(), Date.from(since), CRLReason.unspecified);
            }
            return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.key()))
                    .getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
