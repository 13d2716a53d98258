package org.matricula.registry.signing.flows;

import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.signing.SealCertificates;
import org.matricula.registry.signing.SealCertificates.SealCertificate;
import org.springframework.stereotype.Component;

/// The administrator says that a seal's key is in wrong hands, or may be. From now on it seals nothing here, and the
/// demo authority tells everybody who asks. Another authority has to be asked there; then this is the notice of it.
@Component
@Act(value = "revoke-certificate", by = Role.ADMINISTRATOR)
@Refuses({
    CertificateRefusals.CertificateUnknown.class,
    CertificateRefusals.CertificateEndedAlready.class,
    KeyRefusals.GroundMissing.class
})
public final class RevokeCertificate {
    private final Office office;
    private final SealCertificates register;

    RevokeCertificate(Office office, SealCertificates register) {
        this.office = office;
        this.register = register;
    }

    /// @param certificate the id of its declaration; a certificate that was withdrawn can still be revoked
    public Outcome<SealCertificate> run(Actor actor, Institution institution, UUID certificate, String ground) {
        return office.act(RevokeCertificate.class, actor, institution.place(), (now, notes) -> {
            register.hold(institution.id());
            Optional<SealCertificate> found =
                    register.find(certificate).filter(each -> each.institution().equals(institution.id()));
            Optional<Refusal> refusal = refusal(found, ground);
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            register.revoke(certificate, ground.strip(), actor, now);
            notes.detail("certificate", found.orElseThrow().sha256());
            return new Outcome.Done<>(register.find(certificate).orElseThrow());
        });
    }

    /// Whether a person may at an institution; for a page that shows the button.
    public boolean may(Actor actor, Institution institution) {
        return office.may(RevokeCertificate.class, actor, institution.place());
    }

    private static Optional<Refusal> refusal(Optional<SealCertificate> found, String ground) {
        if (found.isEmpty()) {
            return Optional.of(new CertificateRefusals.CertificateUnknown());
        }
        if (found.get().revoked().isPresent()) {
            return Optional.of(new CertificateRefusals.CertificateEndedAlready());
        }
        return ground.isBlank() || ground.strip().length() > RevokeKey.LONGEST_GROUND
                ? Optional.of(new KeyRefusals.GroundMissing())
                : Optional.empty();
    }
}
