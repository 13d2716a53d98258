package org.matricula.registry.signing;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a demo authority offers besides certificates: time stamps, and word of what was revoked.
///
/// Safe to share between threads.
public final class DemoServices {
    private final DemoAuthority authority;
    private final DemoTimeStamps stamps;
    private final DemoRevocations revocations;

    DemoServices(DemoAuthority authority, DemoTimeStamps stamps, DemoRevocations revocations) {
        this.authority = authority;
        this.stamps = stamps;
        this.revocations = revocations;
    }

    /// One of the two authorities.
    public enum Rank {
        /// The root, whose key is forgotten.
        ROOT,
        /// The authority below it, which issues everything.
        ISSUING
    }

    /// The certificate of an authority, as DER.
    public byte[] certificate(Rank rank) {
        try {
            return (rank == Rank.ROOT
                            ? authority.chain().getLast()
                            : authority.chain().getFirst())
                    .getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    /// The list of what an authority revoked, as DER; empty for the root of an authority that was made before there
    /// was one.
    public Optional<byte[]> revoked(Rank rank, Instant now) {
        return switch (rank) {
            case ROOT -> revocations.rootList();
            case ISSUING -> Optional.of(revocations.list(now));
        };
    }

    /// The answer of the OCSP responder (RFC 6960), as DER, whatever the question.
    public byte[] answer(byte[] question, Instant now) {
        return revocations.answer(question, now);
    }

    /// The answer of the time-stamp authority (RFC 3161), as DER, whatever the request.
    public byte[] stamp(byte[] request, Instant now) {
        return stamps.answer(request, now);
    }

    /// A time-stamp token over a SHA-256 digest.
    byte[] token(byte[] sha256, Instant now) {
        return stamps.token(sha256, now);
    }

    /// The list that speaks for a certificate; empty when this authority did not issue it, or it is the root.
    Optional<byte[]> revocationsFor(X509Certificate certificate, Instant now) {
        X509Certificate issuing = authority.chain().getFirst();
        if (certificate.getIssuerX500Principal().equals(issuing.getSubjectX500Principal())) {
            return revoked(Rank.ISSUING, now);
        }
        return certificate.equals(issuing) ? revoked(Rank.ROOT, now) : Optional.empty();
    }

    /// The certificates of the time-stamp authority, the root last.
    List<X509Certificate> stampChain() {
        return stamps.chain();
    }
}
