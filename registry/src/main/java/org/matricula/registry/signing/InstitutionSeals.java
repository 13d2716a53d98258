package org.matricula.registry.signing;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.signing.SealCertificates.SealCertificate;
import org.matricula.verifier.record.RecordContent.Issuer;
import org.matricula.verifier.signature.Signer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Which certificate seals for an institution: the newest that is valid and declared, and whose key the node holds.
@Component
public final class InstitutionSeals {
    private static final Logger LOG = LoggerFactory.getLogger(InstitutionSeals.class);

    private final InstitutionKeys keys;
    private final SealCertificates register;

    InstitutionSeals(InstitutionKeys keys, SealCertificates register) {
        this.keys = keys;
        this.register = register;
    }

    /// The certificate that would seal. Where none is valid and declared with its key at hand, it is the nearest to
    /// that, so that the law can say what is against it.
    ///
    /// @param declared whether it is declared at the moment of the act
    /// @param signer the key to it; empty when the node does not hold it, or it is not valid
    public record Seal(X509Certificate certificate, boolean declared, Optional<Signer> signer) {}

    /// The seal of an institution; empty when nothing is declared and the node holds no key that fits.
    ///
    /// @param signingAt the moment that the seals will state: the certificate must be valid then
    /// @param now the moment of the act: the certificate must be declared now
    /// @throws Signer.SigningFailed when a key is at a service that cannot be reached, and no other fits
    public Optional<Seal> of(UUID institution, Issuer issuer, Instant signingAt, Moment now) {
        List<Signer> held = keysOf(issuer, signingAt);
        List<SealCertificate> declared = declared(institution, now);
        return declared.stream()
                .flatMap(each -> held.stream()
                        .filter(signer -> signer.certificate().equals(each.certificate()))
                        .map(signer -> new Seal(each.certificate(), true, Optional.of(signer))))
                .findFirst()
                .or(() -> held.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Seal(held.getLast().certificate(), false, Optional.of(held.getLast()))))
                .or(() -> declared.stream()
                        .findFirst()
                        .map(each -> new Seal(each.certificate(), true, Optional.empty())));
    }

    /// The key to a certificate that has begun to seal; empty when the node no longer holds it, or it was revoked
    /// since. A withdrawal does not stop what was begun before it.
    ///
    /// @param signingAt the moment that the seals will state: the certificate must be valid then
    public Optional<Signer> with(UUID institution, Issuer issuer, X509Certificate certificate, Instant signingAt) {
        boolean revoked = register.of(institution).stream()
                .anyMatch(each ->
                        each.certificate().equals(certificate) && each.revoked().isPresent());
        return revoked
                ? Optional.empty()
                : keysOf(issuer, signingAt).stream()
                        .filter(signer -> signer.certificate().equals(certificate))
                        .findFirst();
    }

    /// The newest certificate first; of two that began at once, that which was declared last.
    private List<SealCertificate> declared(UUID institution, Moment now) {
        return register.of(institution).stream()
                .filter(each -> each.declared(now))
                .sorted(Comparator.comparing(
                                (SealCertificate each) -> each.certificate().getNotBefore())
                        .thenComparing(SealCertificate::at)
                        .reversed())
                .toList();
    }

    /// The certificate that seals for an institution at present, for pages; empty when none can. Of a service that
    /// cannot be reached it is supposed that it holds its key.
    public Optional<X509Certificate> present(UUID institution, Issuer issuer, Moment now) {
        try {
            return of(institution, issuer, now.at(), now)
                    .filter(seal -> seal.declared() && seal.signer().isPresent())
                    .map(Seal::certificate);
        } catch (Signer.SigningFailed unreachable) {
            LOG.warn("whether {} can seal is not known: {}", issuer.code(), unreachable.getMessage());
            return declared(institution, now).stream()
                    .filter(each -> each.valid(now.at()))
                    .map(SealCertificate::certificate)
                    .findFirst();
        }
    }

    /// The keys that the node holds for an institution's seal, can reach, and that are valid at a moment, the newest
    /// last.
    public List<Signer> held(Issuer issuer, Instant at) {
        try {
            return keysOf(issuer, at);
        } catch (Signer.SigningFailed unreachable) {
            LOG.warn("a key of {} cannot be reached: {}", issuer.code(), unreachable.getMessage());
            return List.of();
        }
    }

    private List<Signer> keysOf(Issuer issuer, Instant at) {
        try {
            return keys.seals(issuer, at);
        } catch (KeyProblem none) {
            LOG.info("no key seals for {}: {}", issuer.code(), none.getMessage());
            return List.of();
        }
    }
}
