package org.matricula.registry.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;

/// What the demo authority says about keys that were taken out of use: a list (RFC 5280) and answers (RFC 6960).
///
/// Both are signed anew when somebody was revoked, and now and again otherwise. Safe to share between threads.
final class DemoRevocations {
    /// How long a list or an answer may be relied on.
    private static final Duration GOOD_FOR = Duration.ofDays(7);

    /// How long a list that still tells the truth is handed out again.
    private static final Duration KEPT = Duration.ofMinutes(10);

    /// More certificates than anybody asks about at once.
    private static final int MOST_ASKED = 64;

    private final DemoAuthority authority;
    private final DemoAuthority.Issued responder;
    private final Supplier<List<Revoked>> revoked;
    private final Predicate<BigInteger> issued;
    private volatile @Nullable Signed last;

    /// A certificate that was taken out of use.
    ///
    /// @param serial its serial number
    /// @param at since when
    record Revoked(BigInteger serial, Instant at) {}

    private record Signed(List<Revoked> revoked, Instant at, byte[] list) {}

    /// @param responder the key of the answers, with its certificate
    /// @param revoked whom the issuing authority revoked, asked each time
    /// @param issued whether the issuing authority issued a certificate with a serial number
    DemoRevocations(
            DemoAuthority authority,
            DemoAuthority.Issued responder,
            Supplier<List<Revoked>> revoked,
            Predicate<BigInteger> issued) {
        this.issued = issued;
        this.authority = authority;
        this.responder = responder;
        this.revoked = revoked;
    }

    /// The list of the issuing authority.
    byte[] list(Instant now) {
        List<Revoked> all = revoked.get();
        Signed known = last;
        if (known == null
                || !known.revoked().equals(all)
                || now.isBefore(known.at())
                || now.isAfter(known.at().plus(KEPT))) {
            byte[] list = list(authority.chain().getFirst(), authority.key(), all, now, now.plus(GOOD_FOR));
            known = new Signed(List.copyOf(all), now, list);
            last = known;
        }
        return known.list().clone();
    }

    /// A list of revoked certificates. Nobody ever leaves it, so it also speaks for certificates that have expired.
    static byte[] list(X509Certificate issuer, PrivateKey key, List<Revoked> revoked, Instant now, Instant next) {
        try {
            X509v2CRLBuilder builder = new X509v2CRLBuilder(name(issuer), Date.from(now));
            builder.setNextUpdate(Date.from(next));
            for (Revoked each : revoked) {
                builder.addCRLEntry(each.serial(), Date.from(each.at()), CRLReason.unspecified);
            }
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer.getPublicKey()));
            builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(now.toEpochMilli())));
            builder.addExtension(Extension.expiredCertsOnCRL, false, new ASN1GeneralizedTime(issuer.getNotBefore()));
            return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key))
                    .getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("the list of revoked certificates could not be signed", e);
        }
    }

    private static X500Name name(X509Certificate certificate) {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }

    /// The answer to a question about certificates; an answer that says what is wrong when the question is none.
    byte[] answer(byte[] question, Instant now) {
        try {
            OCSPReq asked = new OCSPReq(question);
            Req[] requests = asked.getRequestList();
            if (requests.length == 0 || requests.length > MOST_ASKED) {
                return refusal(OCSPResponseStatus.MALFORMED_REQUEST);
            }
            return new OCSPRespBuilder()
                    .build(OCSPRespBuilder.SUCCESSFUL, answer(requests, nonce(asked), now))
                    .getEncoded();
        } catch (IOException
                | OCSPException
                | IllegalArgumentException
                | ClassCastException
                | IllegalStateException
                | NullPointerException _) {
            // What BouncyCastle throws when a question is not one.
            return refusal(OCSPResponseStatus.MALFORMED_REQUEST);
        }
    }

    private static byte[] refusal(int status) {
        try {
            return new OCSPRespBuilder().build(status, null).getEncoded();
        } catch (IOException | OCSPException e) {
            throw new IllegalStateException("an answer without content can be written", e);
        }
    }

    private static Optional<Extension> nonce(OCSPReq asked) {
        Optional<Extension> nonce = Optional.ofNullable(asked.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce));
        return nonce.filter(each -> each.getExtnValue().getOctets().length <= 128);
    }

    private BasicOCSPResp answer(Req[] requests, Optional<Extension> nonce, Instant now) throws OCSPException {
        try {
            DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
            X509CertificateHolder issuing =
                    new JcaX509CertificateHolder(authority.chain().getFirst());
            X509CertificateHolder own =
                    new JcaX509CertificateHolder(responder.chain().getFirst());
            BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(new RespID(own.getSubject()));
            List<Revoked> all = revoked.get();
            Date from = Date.from(now);
            for (Req each : requests) {
                CertificateID id = each.getCertID();
                CertificateStatus status = id.matchesIssuer(issuing, digests) ? status(id, all) : new UnknownStatus();
                builder.addResponse(id, status, from, Date.from(now.plus(GOOD_FOR)), null);
            }
            nonce.ifPresent(extension -> builder.setResponseExtensions(new Extensions(extension)));
            return builder.build(
                    new JcaContentSignerBuilder("SHA256withECDSA").build(responder.key()),
                    new X509CertificateHolder[] {own},
                    from);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("the answer about certificates could not be signed", e);
        }
    }

    /// "Good" is said of certificates only that were issued (RFC 6960, 2.2): nobody shall take comfort from it for one
    /// that somebody made up.
    private CertificateStatus status(CertificateID id, List<Revoked> all) {
        return all.stream()
                .filter(each -> each.serial().equals(id.getSerialNumber()))
                .findFirst()
                .<CertificateStatus>map(each -> new RevokedStatus(Date.from(each.at()), CRLReason.unspecified))
                .orElseGet(() -> issued.test(id.getSerialNumber()) ? CertificateStatus.GOOD : new UnknownStatus());
    }

    /// The revoked among some certificates, of this authority only.
    static List<Revoked> of(DemoAuthority authority, List<RevokedCertificate> certificates) {
        List<Revoked> own = new ArrayList<>();
        for (RevokedCertificate each : certificates) {
            if (each.certificate()
                    .getIssuerX500Principal()
                    .equals(authority.chain().getFirst().getSubjectX500Principal())) {
                own.add(new Revoked(each.certificate().getSerialNumber(), each.at()));
            }
        }
        return List.copyOf(own);
    }

    /// A certificate and since when it is revoked.
    record RevokedCertificate(X509Certificate certificate, Instant at) {}

    /// The list of the root, when there is one.
    Optional<byte[]> rootList() {
        return authority.rootCrl();
    }
}
