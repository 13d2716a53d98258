package org.matricula.registry.signing.flows;

import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.signing.PersonalKeys;
import org.matricula.registry.signing.PersonalKeys.PersonalKey;
import org.springframework.stereotype.Component;

/// The administrator takes the key of somebody else out of use, with the ground. What it signed before stays signed.
@Component
@Act(value = "revoke-key", by = Role.ADMINISTRATOR)
@Refuses({KeyRefusals.KeyUnknown.class, KeyRefusals.KeyRevokedAlready.class, KeyRefusals.GroundMissing.class})
public final class RevokeKey {
    static final int LONGEST_GROUND = 500;

    private final Office office;
    private final Accounts accounts;
    private final PersonalKeys keys;

    RevokeKey(Office office, Accounts accounts, PersonalKeys keys) {
        this.office = office;
        this.accounts = accounts;
        this.keys = keys;
    }

    /// @param institution at which the holder acts or acted
    public Outcome<PersonalKey> run(Actor actor, Institution institution, UUID key, String ground) {
        return office.act(RevokeKey.class, actor, institution.place(), (now, notes) -> {
            Optional<PersonalKey> found =
                    keys.find(key).filter(held -> accounts.isAt(held.account(), institution.id()));
            Optional<KeyRefusals> refusal = refusal(found, ground);
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            keys.revoke(key, ground.strip(), actor, now);
            notes.detail("key", key).detail("account", found.orElseThrow().account());
            return new Outcome.Done<>(found.orElseThrow());
        });
    }

    /// Whether a person may at an institution; for a page that shows the button.
    public boolean may(Actor actor, Institution institution) {
        return office.may(RevokeKey.class, actor, institution.place());
    }

    static Optional<KeyRefusals> refusal(Optional<PersonalKey> found, String ground) {
        if (found.isEmpty()) {
            return Optional.of(new KeyRefusals.KeyUnknown());
        }
        if (found.get().revoked()) {
            return Optional.of(new KeyRefusals.KeyRevokedAlready());
        }
        return ground.isBlank() || ground.strip().length() > LONGEST_GROUND
                ? Optional.of(new KeyRefusals.GroundMissing())
                : Optional.empty();
    }
}
