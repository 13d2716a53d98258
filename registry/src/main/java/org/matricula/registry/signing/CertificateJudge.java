package org.matricula.registry.signing;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.matricula.verifier.signature.CertificateFacts;
import org.matricula.verifier.signature.ChainJudge;
import org.matricula.verifier.signature.Evidence.Revocations;
import org.matricula.verifier.signature.KnownCertificate;
import org.matricula.verifier.signature.OnlineRevocation;
import org.matricula.verifier.signature.RevocationData;
import org.matricula.verifier.signature.RevocationData.Status;
import org.matricula.verifier.signature.RevocationSource.Unreachable;
import org.springframework.stereotype.Component;

/// Judges the certificates of keys that were not made here, before they sign.
@Component
public final class CertificateJudge {
    private final TrustAnchors trusted;
    private final Stampers stampers;
    private final PersonalKeys keys;
    private final OnlineRevocation online = new OnlineRevocation();

    CertificateJudge(TrustAnchors trusted, Stampers stampers, PersonalKeys keys) {
        this.trusted = trusted;
        this.stampers = stampers;
        this.keys = keys;
    }

    /// What is against a person's certificate on its face: its name and its time.
    ///
    /// @param name the person's
    public static Optional<PersonKeyRefusals> onItsFace(X509Certificate certificate, String name, Instant at) {
        if (at.isBefore(certificate.getNotBefore().toInstant())
                || at.isAfter(certificate.getNotAfter().toInstant())) {
            return Optional.of(new PersonKeyRefusals.KeyOutOfTime());
        }
        String holder = CertificateFacts.of(certificate).name();
        return holder.equals(name) ? Optional.empty() : Optional.of(new PersonKeyRefusals.KeyOfAnother(holder, name));
    }

    /// What is against a person's key that stays elsewhere: also whether its certificate leads to an
    /// authority that is trusted, and whether it was revoked. It may ask over the network, so it has no
    /// place inside a transaction.
    public Optional<PersonKeyRefusals> elsewhere(CertifiedKey key, String name, Instant at) {
        return onItsFace(key.certificate(), name, at).or(() -> untrusted(key, at));
    }

    private Optional<PersonKeyRefusals> untrusted(CertifiedKey key, Instant at) {
        List<KnownCertificate> chain =
                key.whole().stream().map(KnownCertificate::of).toList();
        ChainJudge.Path path = new ChainJudge(trusted.list().get()).judge(chain);
        if (!path.anchored() || !path.sound() || !path.validAt(at)) {
            return Optional.of(new PersonKeyRefusals.AuthorityNotTrusted());
        }
        if (keys.revokedHere(key.certificate())) {
            return Optional.of(new PersonKeyRefusals.KeyTakenOutOfUse());
        }
        return path.links().stream()
                .flatMap(link -> revoked(link.certificate().certificate(), link.issuer(), at).stream())
                .findFirst();
    }

    private Optional<PersonKeyRefusals> revoked(X509Certificate certificate, X509Certificate issuer, Instant at) {
        if (!CertificateFacts.of(certificate).revocationSource()) {
            return Optional.empty(); // its authority answers for it nowhere
        }
        try {
            return switch (RevocationData.of(said(certificate, issuer, at)).status(certificate, issuer, at)) {
                case Status.Good _ -> Optional.empty();
                case Status.Revoked _ -> Optional.of(new PersonKeyRefusals.KeyTakenOutOfUse());
                case Status.Unknown _, Status.Stale _ -> Optional.of(new PersonKeyRefusals.RevocationNotKnown());
            };
        } catch (Unreachable _) {
            return Optional.of(new PersonKeyRefusals.RevocationNotKnown());
        }
    }

    private Revocations said(X509Certificate certificate, X509Certificate issuer, Instant at) throws Unreachable {
        Optional<byte[]> own = stampers.services().flatMap(services -> services.revocationsFor(certificate, at));
        return own.isPresent() ? new Revocations(List.of(own.get()), List.of()) : online.ask(certificate, issuer, at);
    }
}
