package org.matricula.registry.signing.flows;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.signing.CertificateJudge;
import org.matricula.registry.signing.KeyProblem;
import org.matricula.registry.signing.PersonKeyRefusals;
import org.matricula.registry.signing.PersonalKeys;
import org.matricula.registry.signing.Pkcs12Signer;
import org.matricula.registry.signing.WrongPassword;
import org.springframework.stereotype.Component;

/// A person brings the key that a certificate authority gave, and locks it here with a PIN of its own. It takes the
/// place of the one before.
@Component
@Act(
        value = "bring-key",
        by = {Role.SUBJECT_TEACHER, Role.HOMEROOM_TEACHER, Role.PRINCIPAL},
        strong = true)
@Refuses({
    KeyRefusals.PinTooShort.class,
    KeyRefusals.NotAKeyFile.class,
    KeyRefusals.FileStaysLocked.class,
    PersonKeyRefusals.KeyOfAnother.class,
    PersonKeyRefusals.KeyOutOfTime.class
})
public final class BringKey {
    private final Office office;
    private final KeyHolders holders;
    private final PersonalKeys keys;

    BringKey(Office office, KeyHolders holders, PersonalKeys keys) {
        this.office = office;
        this.holders = holders;
        this.keys = keys;
    }

    /// @param file a PKCS #12 file with one key and its certificates
    /// @param filePassword what opens that file; not kept
    /// @param pin what will unlock the key here; not kept
    /// @return the id of the key
    public Outcome<UUID> run(Actor actor, byte[] file, char[] filePassword, char[] pin) {
        return holders.of(actor)
                .map(at -> office.<UUID>act(BringKey.class, actor, at.place(), (now, notes) -> {
                    Optional<? extends Refusal> refusal = refusal(actor, file, filePassword, pin, now);
                    if (refusal.isPresent()) {
                        return Outcome.refused(refusal.get());
                    }
                    keys.bring(actor, file, filePassword, pin, now);
                    UUID taken = keys.newest(actor.id()).orElseThrow().id();
                    notes.detail("key", taken);
                    return new Outcome.Done<>(taken);
                }))
                .orElseGet(() -> Outcome.refused(new NotYours("bring-key")));
    }

    private static Optional<? extends Refusal> refusal(
            Actor actor, byte[] file, char[] filePassword, char[] pin, Moment now) {
        if (pin.length < PersonalKeys.SHORTEST_PIN) {
            return Optional.of(new KeyRefusals.PinTooShort());
        }
        try {
            X509Certificate certificate =
                    Pkcs12Signer.open(file, filePassword, "the file").certificate();
            return CertificateJudge.onItsFace(certificate, actor.name(), now.at());
        } catch (WrongPassword _) {
            return Optional.of(new KeyRefusals.FileStaysLocked());
        } catch (KeyProblem _) {
            return Optional.of(new KeyRefusals.NotAKeyFile());
        }
    }
}
