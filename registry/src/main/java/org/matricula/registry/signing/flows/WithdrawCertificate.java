package org.matricula.registry.signing.flows;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.signing.SealCertificates;
import org.matricula.registry.signing.SealCertificates.SealCertificate;
import org.springframework.stereotype.Component;

/// The administrator says from which day on a certificate seals no more. What it sealed before stays sealed, and it
/// stays in the register.
@Component
@Act(value = "withdraw-certificate", by = Role.ADMINISTRATOR)
@Refuses({
    CertificateRefusals.CertificateUnknown.class,
    CertificateRefusals.CertificateEndedAlready.class,
    CertificateRefusals.WithdrawalInThePast.class,
    KeyRefusals.GroundMissing.class
})
public final class WithdrawCertificate {
    private final Office office;
    private final SealCertificates register;

    WithdrawCertificate(Office office, SealCertificates register) {
        this.office = office;
        this.register = register;
    }

    /// @param certificate the id of its declaration
    /// @param from the first day on which it seals no more; empty when nobody said
    public Outcome<SealCertificate> run(
            Actor actor, Institution institution, UUID certificate, Optional<LocalDate> from, String ground) {
        return office.act(WithdrawCertificate.class, actor, institution.place(), (now, notes) -> {
            register.hold(institution.id());
            Optional<SealCertificate> found =
                    register.find(certificate).filter(each -> each.institution().equals(institution.id()));
            Optional<Refusal> refusal = refusal(found, from, ground, now);
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            register.withdraw(certificate, from.orElseThrow(), ground.strip(), actor, now);
            notes.detail("certificate", found.orElseThrow().sha256()).detail("from", from.orElseThrow());
            return new Outcome.Done<>(register.find(certificate).orElseThrow());
        });
    }

    /// Whether a person may at an institution; for a page that shows the button.
    public boolean may(Actor actor, Institution institution) {
        return office.may(WithdrawCertificate.class, actor, institution.place());
    }

    private static Optional<Refusal> refusal(
            Optional<SealCertificate> found, Optional<LocalDate> from, String ground, Moment now) {
        if (found.isEmpty()) {
            return Optional.of(new CertificateRefusals.CertificateUnknown());
        }
        if (found.get().withdrawn().isPresent() || found.get().revoked().isPresent()) {
            return Optional.of(new CertificateRefusals.CertificateEndedAlready());
        }
        if (from.isEmpty() || from.get().isBefore(now.date())) {
            return Optional.of(new CertificateRefusals.WithdrawalInThePast(now.date()));
        }
        return ground.isBlank() || ground.strip().length() > RevokeKey.LONGEST_GROUND
                ? Optional.of(new KeyRefusals.GroundMissing())
                : Optional.empty();
    }
}
