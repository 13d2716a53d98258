package org.matricula.verifier.pdf;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
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
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.jspecify.annotations.Nullable;
import org.matricula.verifier.signature.CryptoProvider;
import org.matricula.verifier.signature.KnownCertificate;

/// The seal of a PDF: CMS with the signed attributes of CAdES baseline B over the file's digest, and beside it at most
/// a time stamp.
public final class PdfSeal {
    private static final Set<ASN1ObjectIdentifier> ATTRIBUTES = Set.of(
            CMSAttributes.contentType, CMSAttributes.messageDigest, PKCSObjectIdentifiers.id_aa_signingCertificateV2);

    /// Of a value without the zeros behind it; with five long certificates and a timestamp it has a tenth of that. A
    /// longer one could hold millions of parts, each of which takes far more memory than its two bytes in the file.
    private static final int MOST_BYTES = 256 * 1024;

    private PdfSeal() {}

    /// A seal that is one over its file.
    ///
    /// @param chain the signer's certificate, then those above it
    /// @param timeStamp the token beside the signature, as DER; empty at level B
    /// @param imprint what the time stamp must be over: SHA-256 of the signature's value
    public record Verified(List<KnownCertificate> chain, Optional<byte[]> timeStamp, byte[] imprint) {}

    /// The seal; empty when it is not one over the file, or not of the profile.
    ///
    /// @param contents the bytes of the signature dictionary's `Contents`, with the zeros that fill its place
    /// @param file the whole file
    /// @param gapFrom where the part begins that is not covered
    /// @param gapTo where it ends
    public static Optional<Verified> verified(byte[] contents, byte[] file, int gapFrom, int gapTo) {
        try {
            byte[] der = withoutFilling(contents);
            CMSSignedData cms = new CMSSignedData(der);
            if (!plain(cms, der)) {
                return Optional.empty();
            }
            Collection<SignerInformation> signers = cms.getSignerInfos().getSigners();
            if (signers.size() != 1
                    || cms.getSignedContent() != null
                    || !CMSObjectIdentifiers.data.getId().equals(cms.getSignedContentTypeOID())) {
                return Optional.empty();
            }
            SignerInformation signer = signers.iterator().next();
            List<KnownCertificate> chain = chain(cms, signer);
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(file, 0, gapFrom);
            sha.update(file, gapTo, file.length - gapTo);
            boolean good = !chain.isEmpty()
                    && NISTObjectIdentifiers.id_sha256.getId().equals(signer.getDigestAlgOID())
                    && namedExactly(signer, chain.getFirst())
                    && attributesMatch(signer, chain.getFirst(), sha.digest())
                    && valueMatches(signer, chain.getFirst());
            return good
                    ? Optional.of(
                            new Verified(chain, timeStamp(signer.toASN1Structure()), sha.digest(signer.getSignature())))
                    : Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        } catch (CMSException | GeneralSecurityException | IOException _) {
            return Optional.empty();
        } catch (IllegalArgumentException
                | ClassCastException
                | IllegalStateException
                | ArrayIndexOutOfBoundsException _) {
            // ASN.1 of a wrong form inside; BouncyCastle says so with these.
            return Optional.empty();
        }
    }

    /// What the signature does not cover has one form only: it is written anew from its parts and compared, since
    /// the library reads more forms than one.
    private static boolean plain(CMSSignedData cms, byte[] der) throws IOException {
        SignedData data = SignedData.getInstance(cms.toASN1Structure().getContent());
        SignerInfo signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
        SignerInfo again = new SignerInfo(
                signer.getSID(),
                signer.getDigestAlgorithm(),
                signer.getAuthenticatedAttributes(),
                signer.getDigestEncryptionAlgorithm(),
                signer.getEncryptedDigest(),
                beside(signer));
        ContentInfo whole = new ContentInfo(
                CMSObjectIdentifiers.signedData,
                new SignedData(
                        data.getDigestAlgorithms(),
                        new ContentInfo(CMSObjectIdentifiers.data, null),
                        data.getCertificates(),
                        null,
                        new DERSet(again)));
        return Arrays.equals(whole.getEncoded(ASN1Encoding.DER), der)
                && data.getDigestAlgorithms().size() == 1
                && sha256(AlgorithmIdentifier.getInstance(
                        data.getDigestAlgorithms().getObjectAt(0)))
                && sha256(signer.getDigestAlgorithm());
    }

    /// The one attribute that may stand beside the signature; whatever else stands there is not written again.
    private static @Nullable ASN1Set beside(SignerInfo signer) {
        return timeStampOf(signer).isPresent() ? signer.getUnauthenticatedAttributes() : null;
    }

    private static Optional<byte[]> timeStamp(SignerInfo signer) throws IOException {
        Optional<ASN1Encodable> token = timeStampOf(signer);
        return token.isEmpty()
                ? Optional.empty()
                : Optional.of(token.get().toASN1Primitive().getEncoded(ASN1Encoding.DER));
    }

    private static Optional<ASN1Encodable> timeStampOf(SignerInfo signer) {
        ASN1Set attributes = signer.getUnauthenticatedAttributes();
        if (attributes == null || attributes.size() != 1) {
            return Optional.empty();
        }
        Attribute only = Attribute.getInstance(attributes.getObjectAt(0));
        return PKCSObjectIdentifiers.id_aa_signatureTimeStampToken.equals(only.getAttrType())
                        && only.getAttrValues().size() == 1
                ? Optional.of(only.getAttributeValues()[0])
                : Optional.empty();
    }

    private static boolean sha256(AlgorithmIdentifier algorithm) {
        return NISTObjectIdentifiers.id_sha256.equals(algorithm.getAlgorithm()) && noParameters(algorithm);
    }

    private static boolean noParameters(AlgorithmIdentifier algorithm) {
        return algorithm.getParameters() == null || DERNull.INSTANCE.equals(algorithm.getParameters());
    }

    /// DER says its own length; what follows may only be zeros.
    private static byte[] withoutFilling(byte[] contents) throws CMSException {
        int length = 2;
        if (contents.length < 4 || contents[0] != 0x30) {
            throw new CMSException("no CMS");
        }
        int first = contents[1] & 0xFF;
        if (first < 0x80) {
            length += first;
        } else {
            int digits = first & 0x7F;
            if (digits < 1 || digits > 3 || contents.length < 2 + digits) {
                throw new CMSException("no DER");
            }
            int value = 0;
            for (int i = 0; i < digits; i++) {
                value = value << 8 | contents[2 + i] & 0xFF;
            }
            length += digits + value;
        }
        if (length > MOST_BYTES) {
            throw new CMSException("longer than any seal");
        }
        for (int i = length; i < contents.length; i++) {
            if (contents[i] != 0) {
                throw new CMSException("something behind the signature");
            }
        }
        if (length > contents.length) {
            throw new CMSException("cut off");
        }
        return Arrays.copyOf(contents, length);
    }

    private static List<KnownCertificate> chain(CMSSignedData cms, SignerInformation signer)
            throws CertificateException, IOException {
        List<KnownCertificate> own = new ArrayList<>();
        List<KnownCertificate> others = new ArrayList<>();
        for (X509CertificateHolder holder : cms.getCertificates().getMatches(null)) {
            if (own.size() + others.size() == 5) {
                throw new CertificateException("too many certificates");
            }
            byte[] text = Base64.getEncoder().encode(holder.getEncoded());
            KnownCertificate known = KnownCertificate.of(text, 0, text.length)
                    .orElseThrow(() -> new CertificateException("no certificate"));
            (signer.getSID().match(holder) ? own : others).add(known);
        }
        if (own.size() != 1) {
            return List.of();
        }
        // Nearest first: each is followed by the one that its issuer's name points to.
        List<KnownCertificate> chain = new ArrayList<>(own);
        while (!others.isEmpty()) {
            X509Certificate last = chain.getLast().certificate();
            KnownCertificate next = others.stream()
                    .filter(o -> o.certificate().getSubjectX500Principal().equals(last.getIssuerX500Principal()))
                    .findFirst()
                    .orElse(null);
            if (next == null) {
                throw new CertificateException("a certificate that leads nowhere");
            }
            chain.add(next);
            others.remove(next);
        }
        return chain;
    }

    /// The signer's identifier is not covered by the signature, and names compare loosely: only the certificate's
    /// own
    /// bytes will do.
    private static boolean namedExactly(SignerInformation signer, KnownCertificate certificate)
            throws CertificateException, IOException {
        Certificate parsed = Certificate.getInstance(certificate.certificate().getEncoded());
        byte[] exact = new IssuerAndSerialNumber(parsed).getEncoded(ASN1Encoding.DER);
        byte[] stated = signer.toASN1Structure().getSID().getEncoded(ASN1Encoding.DER);
        return Arrays.equals(exact, stated);
    }

    private static boolean attributesMatch(SignerInformation signer, KnownCertificate certificate, byte[] digest) {
        AttributeTable table = signer.getSignedAttributes();
        if (table == null || table.size() != ATTRIBUTES.size()) {
            return false;
        }
        for (ASN1ObjectIdentifier id : ATTRIBUTES) {
            if (table.getAll(id).size() != 1) {
                return false;
            }
        }
        SigningCertificateV2 named =
                SigningCertificateV2.getInstance(only(table, PKCSObjectIdentifiers.id_aa_signingCertificateV2));
        if (named == null) {
            // What the library makes of some broken encodings, without a word.
            return false;
        }
        ESSCertIDv2 first = named.getCerts()[0];
        return CMSObjectIdentifiers.data.equals(only(table, CMSAttributes.contentType))
                && Arrays.equals(
                        digest,
                        ASN1OctetString.getInstance(only(table, CMSAttributes.messageDigest))
                                .getOctets())
                && NISTObjectIdentifiers.id_sha256.equals(
                        first.getHashAlgorithm().getAlgorithm())
                && Arrays.equals(certificate.sha256().bytes(), first.getCertHash());
    }

    private static ASN1Primitive only(AttributeTable table, ASN1ObjectIdentifier id) {
        Attribute attribute = table.get(id);
        ASN1Encodable[] values = attribute.getAttributeValues();
        if (values.length != 1) {
            throw new IllegalArgumentException("an attribute with several values");
        }
        return values[0].toASN1Primitive();
    }

    private static boolean valueMatches(SignerInformation signer, KnownCertificate certificate)
            throws GeneralSecurityException, IOException {
        AlgorithmIdentifier algorithm = signer.toASN1Structure().getDigestEncryptionAlgorithm();
        String name;
        if (X9ObjectIdentifiers.ecdsa_with_SHA256.equals(algorithm.getAlgorithm())) {
            name = "SHA256withECDSA";
        } else if (PKCSObjectIdentifiers.sha256WithRSAEncryption.equals(algorithm.getAlgorithm())) {
            name = "SHA256withRSA";
        } else {
            return false;
        }
        if (!noParameters(algorithm)) {
            return false;
        }
        Signature engine = CryptoProvider.signature(name);
        engine.initVerify(certificate.certificate().getPublicKey());
        engine.update(signer.getEncodedSignedAttributes());
        return engine.verify(signer.getSignature());
    }
}
