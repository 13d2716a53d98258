package org.matricula.verifier.signature;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/// A time-stamp token (RFC 3161) whose own signature is right. Whether its authority may be believed is not asked here.
///
/// @param at when the authority saw the digest
/// @param sha256 what it saw: a SHA-256 digest
/// @param chain the authority's certificate, then those above it that the token carries
/// @param forTimeStamps whether the certificate is for time stamps and nothing else, and says so critically
public record TimeStamp(Instant at, byte[] sha256, List<KnownCertificate> chain, boolean forTimeStamps) {
    /// Bytes of a token; the authorities' have 2,000 to 8,000.
    public static final int MOST_BYTES = 65_536;

    private static final int MOST_CERTIFICATES = 6;
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    private static final List<String> TIME_STAMPING = List.of("1.3.6.1.5.5.7.3.8");
    /// The digests that are strong enough, each with the names that a signature over it may bear.
    private static final Map<String, Set<ASN1ObjectIdentifier>> DIGESTS = Map.of(
            NISTObjectIdentifiers.id_sha256.getId(),
            Set.of(
                    X9ObjectIdentifiers.ecdsa_with_SHA256,
                    PKCSObjectIdentifiers.sha256WithRSAEncryption,
                    PKCSObjectIdentifiers.rsaEncryption),
            NISTObjectIdentifiers.id_sha384.getId(),
            Set.of(
                    X9ObjectIdentifiers.ecdsa_with_SHA384,
                    PKCSObjectIdentifiers.sha384WithRSAEncryption,
                    PKCSObjectIdentifiers.rsaEncryption),
            NISTObjectIdentifiers.id_sha512.getId(),
            Set.of(
                    X9ObjectIdentifiers.ecdsa_with_SHA512,
                    PKCSObjectIdentifiers.sha512WithRSAEncryption,
                    PKCSObjectIdentifiers.rsaEncryption));

    public TimeStamp {
        sha256 = sha256.clone();
        chain = List.copyOf(chain);
    }

    @Override
    public byte[] sha256() {
        return sha256.clone();
    }

    /// Reads a token; empty when the bytes are none in DER, when its signature is not one by the certificate that it
    /// names, or when it carries anything that no signature covers and nobody needs.
    public static Optional<TimeStamp> read(byte[] der) {
        if (der.length > MOST_BYTES) {
            return Optional.empty();
        }
        try {
            CMSSignedData cms = new CMSSignedData(der);
            if (!plain(cms, der)) {
                return Optional.empty();
            }
            TimeStampToken token = new TimeStampToken(cms);
            SignerInformation signer =
                    cms.getSignerInfos().getSigners().iterator().next();
            List<KnownCertificate> chain = chain(cms, signer);
            boolean good = !chain.isEmpty()
                    && NISTObjectIdentifiers.id_sha256.equals(
                            token.getTimeStampInfo().getMessageImprintAlgOID())
                    && DIGESTS.getOrDefault(signer.getDigestAlgOID(), Set.of())
                            .contains(signer.toASN1Structure()
                                    .getDigestEncryptionAlgorithm()
                                    .getAlgorithm())
                    && identifies(signer, chain.getFirst().certificate())
                    && names(signer, chain.getFirst().certificate())
                    && signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                            .build(chain.getFirst().certificate().getPublicKey()));
            return good
                    ? Optional.of(new TimeStamp(
                            token.getTimeStampInfo().getGenTime().toInstant(),
                            token.getTimeStampInfo().getMessageImprintDigest(),
                            chain,
                            forTimeStamps(chain.getFirst().certificate())))
                    : Optional.empty();
        } catch (CMSException | TSPException | IOException | GeneralSecurityException | OperatorCreationException _) {
            return Optional.empty();
        } catch (IllegalArgumentException
                | ClassCastException
                | IllegalStateException
                | NullPointerException
                | RuntimeOperatorException
                | ArrayIndexOutOfBoundsException _) {
            // ASN.1 of a wrong form inside; BouncyCastle says so with these.
            return Optional.empty();
        }
    }

    /// One signer, DER throughout, nothing beside the signature but certificates, and what it does not cover as usual.
    /// It
    /// is written anew from its parts and compared, since the library reads more forms than one.
    private static boolean plain(CMSSignedData cms, byte[] der) throws IOException {
        ContentInfo whole = cms.toASN1Structure();
        SignedData data = SignedData.getInstance(whole.getContent());
        if (data.getSignerInfos().size() != 1
                || data.getDigestAlgorithms().size() != 1
                || data.getCRLs() != null
                || !data.getVersion().hasValue(3)) {
            return false;
        }
        SignerInfo signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
        AlgorithmIdentifier digest = signer.getDigestAlgorithm();
        AlgorithmIdentifier method = signer.getDigestEncryptionAlgorithm();
        SignerInfo again = new SignerInfo(
                signer.getSID(),
                digest,
                signer.getAuthenticatedAttributes(),
                method,
                signer.getEncryptedDigest(),
                null);
        ContentInfo wrapped = new ContentInfo(
                CMSObjectIdentifiers.signedData,
                new SignedData(
                        data.getDigestAlgorithms(),
                        data.getEncapContentInfo(),
                        data.getCertificates(),
                        null,
                        new DERSet(again)));
        return Arrays.equals(wrapped.getEncoded(ASN1Encoding.DER), der)
                && signer.getUnauthenticatedAttributes() == null
                && signer.getVersion().hasValue(1)
                && digest.equals(data.getDigestAlgorithms().getObjectAt(0))
                && noParameters(digest)
                && noParameters(method);
    }

    private static boolean noParameters(AlgorithmIdentifier algorithm) {
        return algorithm.getParameters() == null || DERNull.INSTANCE.equals(algorithm.getParameters());
    }

    /// The signer's identifier is covered by no signature, and names compare loosely: only the certificate's own bytes
    /// will do.
    private static boolean identifies(SignerInformation signer, X509Certificate certificate)
            throws GeneralSecurityException, IOException {
        byte[] exact = new IssuerAndSerialNumber(
                        org.bouncycastle.asn1.x509.Certificate.getInstance(certificate.getEncoded()))
                .getEncoded(ASN1Encoding.DER);
        return Arrays.equals(
                exact, signer.toASN1Structure().getSID().toASN1Primitive().getEncoded(ASN1Encoding.DER));
    }

    /// The certificate of the token, then each that issued the one before; empty when one leads nowhere.
    private static List<KnownCertificate> chain(CMSSignedData cms, SignerInformation signer)
            throws CertificateException, IOException {
        List<KnownCertificate> chain = new ArrayList<>();
        List<KnownCertificate> others = new ArrayList<>();
        for (X509CertificateHolder holder : cms.getCertificates().getMatches(null)) {
            if (chain.size() + others.size() == MOST_CERTIFICATES) {
                return List.of();
            }
            byte[] text = Base64.getEncoder().encode(holder.getEncoded());
            KnownCertificate known = KnownCertificate.of(text, 0, text.length)
                    .orElseThrow(() -> new CertificateException("no certificate"));
            (signer.getSID().match(holder) ? chain : others).add(known);
        }
        if (chain.size() != 1) {
            return List.of();
        }
        while (!others.isEmpty()) {
            X509Certificate last = chain.getLast().certificate();
            Optional<KnownCertificate> next = others.stream()
                    .filter(o -> o.certificate().getSubjectX500Principal().equals(last.getIssuerX500Principal()))
                    .findFirst();
            if (next.isEmpty()) {
                return List.of();
            }
            chain.add(next.get());
            others.remove(next.get());
        }
        // Some authorities send their root along; it is in the trust list or not to be believed.
        X509Certificate top = chain.getLast().certificate();
        if (chain.size() > 1 && top.getSubjectX500Principal().equals(top.getIssuerX500Principal())) {
            chain.removeLast();
        }
        return chain;
    }

    /// Whether the signed attributes name the certificate, by a digest that is strong enough (RFC 5816).
    private static boolean names(SignerInformation signer, X509Certificate certificate)
            throws GeneralSecurityException {
        Attribute attribute = signer.getSignedAttributes().get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (attribute == null || attribute.getAttrValues().size() != 1) {
            return false;
        }
        ASN1Primitive value = attribute.getAttributeValues()[0].toASN1Primitive();
        ESSCertIDv2 first = SigningCertificateV2.getInstance(value).getCerts()[0];
        ASN1ObjectIdentifier digest = first.getHashAlgorithm().getAlgorithm();
        if (!DIGESTS.containsKey(digest.getId())) {
            return false;
        }
        byte[] own = MessageDigest.getInstance(digest.getId()).digest(certificate.getEncoded());
        return Arrays.equals(own, first.getCertHash());
    }

    private static boolean forTimeStamps(X509Certificate certificate) throws CertificateParsingException {
        return TIME_STAMPING.equals(certificate.getExtendedKeyUsage())
                && certificate.getCriticalExtensionOIDs().contains(EXTENDED_KEY_USAGE);
    }
}
