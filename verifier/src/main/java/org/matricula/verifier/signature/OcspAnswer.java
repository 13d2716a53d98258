package org.matricula.verifier.signature;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.matricula.verifier.signature.RevocationData.Status;

/// An answer about certificates (RFC 6960): signed by their issuer, or by a responder that the issuer named.
final class OcspAnswer {
    private static final List<String> OCSP_SIGNING = List.of("1.3.6.1.5.5.7.3.9");
    private static final Set<String> SOUND = Set.of(
            X9ObjectIdentifiers.ecdsa_with_SHA256.getId(),
            X9ObjectIdentifiers.ecdsa_with_SHA384.getId(),
            X9ObjectIdentifiers.ecdsa_with_SHA512.getId(),
            PKCSObjectIdentifiers.sha256WithRSAEncryption.getId(),
            PKCSObjectIdentifiers.sha384WithRSAEncryption.getId(),
            PKCSObjectIdentifiers.sha512WithRSAEncryption.getId());

    private final BasicOCSPResp answer;
    private final List<X509Certificate> carried;

    private OcspAnswer(BasicOCSPResp answer, List<X509Certificate> carried) {
        this.answer = answer;
        this.carried = carried;
    }

    /// Reads an `OCSPResponse` in DER; empty when it is none, or not an answer.
    static Optional<OcspAnswer> read(byte[] der) {
        if (der.length > RevocationData.MOST_BYTES) {
            return Optional.empty();
        }
        try {
            OCSPResp response = new OCSPResp(der);
            if (!Arrays.equals(OCSPResponse.getInstance(der).getEncoded(ASN1Encoding.DER), der)
                    || !(response.getResponseObject() instanceof BasicOCSPResp basic)
                    || !SOUND.contains(basic.getSignatureAlgOID().getId())) {
                return Optional.empty();
            }
            List<X509Certificate> carried = new ArrayList<>();
            for (X509CertificateHolder each : basic.getCerts()) {
                carried.add(new JcaX509CertificateConverter().getCertificate(each));
            }
            return carried.size() > 3 ? Optional.empty() : Optional.of(new OcspAnswer(basic, carried));
        } catch (IOException | OCSPException | GeneralSecurityException _) {
            return Optional.empty();
        } catch (IllegalArgumentException | ClassCastException | IllegalStateException | NullPointerException _) {
            // ASN.1 of a wrong form inside; BouncyCastle says so with these.
            return Optional.empty();
        }
    }

    /// What it says about a certificate at a moment.
    Status said(X509Certificate certificate, X509Certificate issuer, Instant at) {
        try {
            if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
                return new Status.Unknown();
            }
            X509CertificateHolder above = new JcaX509CertificateHolder(issuer);
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            for (SingleResp each : answer.getResponses()) {
                if (each.getCertID().getSerialNumber().equals(certificate.getSerialNumber())
                        && each.getCertID().matchesIssuer(above, digests)
                        && signedFor(issuer)) {
                    return said(each, certificate, at);
                }
            }
            return new Status.Unknown();
        } catch (GeneralSecurityException | OperatorCreationException | OCSPException _) {
            return new Status.Unknown();
        } catch (IllegalArgumentException | ClassCastException | IllegalStateException | NullPointerException _) {
            return new Status.Unknown(); // ASN.1 of a wrong form inside, as above
        }
    }

    private static Status said(SingleResp single, X509Certificate certificate, Instant at) {
        CertificateStatus status = single.getCertStatus();
        Instant from = single.getThisUpdate().toInstant();
        Instant next =
                single.getNextUpdate() == null ? from : single.getNextUpdate().toInstant();
        if (status instanceof RevokedStatus revoked
                && !revoked.getRevocationTime().toInstant().isAfter(at)) {
            return new Status.Revoked(revoked.getRevocationTime().toInstant());
        }
        if (status != CertificateStatus.GOOD && !(status instanceof RevokedStatus)) {
            return new Status.Unknown();
        }
        boolean forgotten = status == CertificateStatus.GOOD
                && from.isAfter(certificate.getNotAfter().toInstant());
        return RevocationData.reach(from, next, forgotten, at);
    }

    /// Whether the issuer signed it, or a responder whose certificate the issuer signed for that purpose only.
    private boolean signedFor(X509Certificate issuer) throws GeneralSecurityException {
        if (verifies(issuer)) {
            return true;
        }
        for (X509Certificate responder : carried) {
            boolean authorised = responder.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                    && OCSP_SIGNING.equals(responder.getExtendedKeyUsage())
                    && responder.getExtensionValue(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck.getId()) != null
                    && ChainJudge.strong(responder.getPublicKey())
                    && within(responder, answer.getProducedAt().toInstant())
                    && issued(issuer, responder);
            if (authorised && verifies(responder)) {
                return true;
            }
        }
        return false;
    }

    private static boolean within(X509Certificate certificate, Instant at) {
        return !at.isBefore(certificate.getNotBefore().toInstant())
                && !at.isAfter(certificate.getNotAfter().toInstant());
    }

    private static boolean issued(X509Certificate issuer, X509Certificate below) {
        if (!ChainJudge.strong(issuer.getPublicKey())) {
            return false;
        }
        try {
            below.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private boolean verifies(X509Certificate by) {
        try {
            return ChainJudge.strong(by.getPublicKey())
                    && answer.isSignatureValid(new JcaContentVerifierProviderBuilder().build(by.getPublicKey()));
        } catch (OCSPException | OperatorCreationException | RuntimeOperatorException _) {
            return false;
        }
    }
}
