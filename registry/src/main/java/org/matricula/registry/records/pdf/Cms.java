package org.matricula.registry.records.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;
import org.matricula.verifier.signature.SignatureLevel;
import org.matricula.verifier.signature.Signer;
import org.matricula.verifier.signature.Stamper;
import org.matricula.verifier.signature.Stamper.StampingFailed;
import org.matricula.verifier.signature.TimeStamp;

/// The seal's signature as CMS (RFC 5652) with the signed attributes of CAdES baseline B (EN 319 122-1): content type,
/// digest of the file, and the signing certificate. The time of signing is in the PDF (EN 319 142-1, 6.3), not here.
final class Cms {
    private static final AlgorithmIdentifier SHA_256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);

    /// Room for a time stamp: the authorities' tokens have 2,000 to 6,000 bytes.
    static final int STAMP_ROOM = 8_192;

    private final AlgorithmIdentifier signature;
    private final boolean elliptic;
    private final SignerIdentifier signer;
    private final DERSet certificates;
    private final Attribute contentType;
    private final Attribute signingCertificate;
    private final int longestValue;

    Cms(X509Certificate certificate, List<X509Certificate> chain, Signer.Algorithm algorithm) {
        Certificate own = parsed(certificate);
        elliptic = algorithm == Signer.Algorithm.ECDSA_SHA256;
        signature = switch (algorithm) {
            case ECDSA_SHA256 -> new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
            case RSA_SHA256 -> new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
        };
        longestValue = switch (algorithm) {
            case ECDSA_SHA256 -> 72;
            case RSA_SHA256 ->
                (((RSAPublicKey) certificate.getPublicKey()).getModulus().bitLength() + 7) / 8;
        };
        signer = new SignerIdentifier(
                new IssuerAndSerialNumber(own.getIssuer(), own.getSerialNumber().getValue()));
        ASN1EncodableVector all = new ASN1EncodableVector();
        all.add(own);
        chain.forEach(c -> all.add(parsed(c)));
        certificates = new DERSet(all);
        contentType = new Attribute(CMSAttributes.contentType, new DERSet(CMSObjectIdentifiers.data));
        ESSCertIDv2 id = new ESSCertIDv2(
                sha256(der(own)),
                new IssuerSerial(
                        new GeneralNames(new GeneralName(own.getIssuer())),
                        own.getSerialNumber().getValue()));
        signingCertificate = new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(new SigningCertificateV2(id)));
    }

    /// The length of the longest signature that this certificate can give.
    int room() {
        return der(wrapped(new byte[32], new byte[longestValue], null)).length;
    }

    /// What is signed for a file: the digest of its signed attributes.
    ///
    /// @param digest SHA-256 of the file without the place of the signature
    byte[] toBeSigned(byte[] digest) {
        return sha256(der(attributes(digest)));
    }

    /// The finished signature.
    ///
    /// @param value as [Signer#sign] gives it
    /// @param stamper stamps the value, from level T on
    byte[] assemble(byte[] digest, byte[] value, Stamper stamper) {
        byte[] own = elliptic ? sequence(value) : value;
        return der(wrapped(digest, own, stamper.level() == SignatureLevel.B ? null : stamp(sha256(own), stamper)));
    }

    /// The time stamp over the signature's value, as an attribute that nobody signs (EN 319 122-1, 5.3).
    private static DERSet stamp(byte[] imprint, Stamper stamper) {
        byte[] token = stamper.token(imprint);
        if (token.length > STAMP_ROOM - 64
                || TimeStamp.read(token)
                        .filter(stamp -> Arrays.equals(stamp.sha256(), imprint))
                        .isEmpty()) {
            throw new StampingFailed("the time-stamp authority stamped something else, or its token is too long");
        }
        return new DERSet(new Attribute(
                PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, new DERSet(ContentInfo.getInstance(token))));
    }

    private DERSet attributes(byte[] digest) {
        Attribute message = new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString(digest)));
        return new DERSet(new ASN1Encodable[] {contentType, message, signingCertificate});
    }

    private ContentInfo wrapped(byte[] digest, byte[] value, @Nullable DERSet beside) {
        SignerInfo info =
                new SignerInfo(signer, SHA_256, attributes(digest), signature, new DEROctetString(value), beside);
        return new ContentInfo(
                CMSObjectIdentifiers.signedData,
                new SignedData(
                        new DERSet(SHA_256),
                        new ContentInfo(CMSObjectIdentifiers.data, null),
                        certificates,
                        null,
                        new DERSet(info)));
    }

    /// Raw `r || s` as the sequence that CMS wants (RFC 3279, 2.2.3).
    private static byte[] sequence(byte[] raw) {
        int half = raw.length / 2;
        return der(new DERSequence(new ASN1Encodable[] {
            new ASN1Integer(new BigInteger(1, Arrays.copyOf(raw, half))),
            new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(raw, half, raw.length)))
        }));
    }

    private static Certificate parsed(X509Certificate certificate) {
        try {
            return Certificate.getInstance(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate cannot be encoded: " + certificate, e);
        }
    }

    private static byte[] der(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] sha256(byte[] bytes) {
        return digest().digest(bytes);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
