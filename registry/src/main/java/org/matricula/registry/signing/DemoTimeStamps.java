package org.matricula.registry.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/// The demo authority's time stamps (RFC 3161): what existed at a moment by the clock of this node.
///
/// Safe to share between threads.
final class DemoTimeStamps {
    /// The policy of a demonstration: an arc for examples (ISO 2.999), which promises nothing.
    static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("2.999.3161.1");

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Set<ASN1ObjectIdentifier> DIGESTS =
            Set.of(TSPAlgorithms.SHA256, TSPAlgorithms.SHA384, TSPAlgorithms.SHA512);

    private final DemoAuthority.Issued key;

    /// @param key with its certificate, whose only purpose is time stamps
    DemoTimeStamps(DemoAuthority.Issued key) {
        this.key = key;
    }

    /// A token over a SHA-256 digest, with the certificates above its key.
    byte[] token(byte[] sha256, Instant now) {
        TimeStampRequestGenerator request = new TimeStampRequestGenerator();
        request.setCertReq(true);
        try {
            return tokens(now)
                    .generate(request.generate(TSPAlgorithms.SHA256, sha256), serial(), Date.from(now))
                    .getEncoded(ASN1Encoding.DER);
        } catch (TSPException | IOException e) {
            throw new IllegalStateException("the demo authority could not stamp", e);
        }
    }

    /// The response to a request; one that says what is wrong when the request is none that is answered.
    byte[] answer(byte[] request, Instant now) {
        try {
            TimeStampResponseGenerator responses =
                    new TimeStampResponseGenerator(tokens(now), DIGESTS, Set.of(POLICY.getId()));
            try {
                TimeStampRequest asked = new TimeStampRequest(request);
                return responses
                        .generateGrantedResponse(asked, serial(), Date.from(now))
                        .getEncoded();
            } catch (TSPException e) {
                return responses.generateRejectedResponse(e).getEncoded();
            } catch (IOException | IllegalArgumentException | ClassCastException | IllegalStateException _) {
                // What BouncyCastle throws when a request is not one.
                return responses
                        .generateFailResponse(2, 1 << 5, "the request cannot be read")
                        .getEncoded();
            }
        } catch (TSPException | IOException e) {
            throw new IllegalStateException("the demo authority could not answer", e);
        }
    }

    private TimeStampTokenGenerator tokens(Instant now) throws TSPException {
        try {
            DigestCalculator digest = new JcaDigestCalculatorProviderBuilder()
                    .build()
                    .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256));
            SignerInfoGenerator signer = new JcaSimpleSignerInfoGeneratorBuilder()
                    // Otherwise the library asks a clock of its own.
                    .setSignedAttributeGenerator(new AttributeTable(
                            new DERSet(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(now)))))))
                    .build("SHA256withECDSA", key.key(), key.chain().getFirst());
            TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(signer, digest, POLICY);
            // Not the root: whoever checks has it, or must not believe ours.
            tokens.addCertificates(
                    new JcaCertStore(key.chain().subList(0, key.chain().size() - 1)));
            tokens.setAccuracySeconds(1);
            return tokens;
        } catch (OperatorCreationException | CertificateEncodingException e) {
            throw new IllegalStateException("every Java runtime signs with P-256", e);
        }
    }

    private static BigInteger serial() {
        return new BigInteger(127, RANDOM).setBit(120);
    }

    /// The certificates of the authority's key, the root last.
    List<java.security.cert.X509Certificate> chain() {
        return key.chain();
    }
}
