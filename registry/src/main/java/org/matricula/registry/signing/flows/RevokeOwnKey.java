package org.matricula.registry.signing.flows;

import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.signing.PersonalKeys;
import org.matricula.registry.signing.PersonalKeys.PersonalKey;
import org.springframework.stereotype.Component;

/// A person takes the own key out of use, as when somebody saw the PIN. No second factor stands in the way of haste.
@Component
@Act(
        value = "revoke-own-key",
        by = {Role.SUBJECT_TEACHER, Role.HOMEROOM_TEACHER, Role.PRINCIPAL})
@Refuses({KeyRefusals.KeyUnknown.class, KeyRefusals.KeyRevokedAlready.class, KeyRefusals.GroundMissing.class})
public final class RevokeOwnKey {
    private final Office office;
    private final KeyHolders holders;
    private final PersonalKeys keys;

    RevokeOwnKey(Office office, KeyHolders holders, PersonalKeys keys) {
        this.office = office;
        this.holders = holders;
        this.keys = keys;
    }

    /// @param key a key of the one who acts
    public Outcome<PersonalKey> run(Actor actor, UUID key, String ground) {
        return holders.of(actor)
                .map(at -> office.<PersonalKey>act(RevokeOwnKey.class, actor, at.place(), (now, notes) -> {
                    Optional<PersonalKey> found =
                            keys.find(key).filter(held -> held.account().equals(actor.id()));
                    Optional<KeyRefusals> refusal = RevokeKey.refusal(found, ground);
                    if (refusal.isPresent()) {
                        return Outcome.refused(refusal.get());
                    }
                    keys.revoke(key, ground.strip(), actor, now);
                    notes.detail("key", key);
                    return new Outcome.Done<>(found.orElseThrow());
                }))
                .orElseGet(() -> Outcome.refused(new NotYours("revoke-own-key")));
    }
}
