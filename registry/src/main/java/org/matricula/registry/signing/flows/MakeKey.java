package org.matricula.registry.signing.flows;

import java.util.UUID;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.signing.InstitutionKeys;
import org.matricula.registry.signing.PersonalKeys;
import org.matricula.verifier.record.RecordContent.Issuer;
import org.springframework.stereotype.Component;

/// A person makes a demonstration key and locks it with a PIN. It takes the place of the one before.
@Component
@Act(
        value = "make-key",
        by = {Role.SUBJECT_TEACHER, Role.HOMEROOM_TEACHER, Role.PRINCIPAL},
        strong = true)
@Refuses({KeyRefusals.PinTooShort.class, KeyRefusals.RealKeysOnly.class})
public final class MakeKey {
    private final Office office;
    private final KeyHolders holders;
    private final PersonalKeys keys;
    private final InstitutionKeys institutions;

    MakeKey(Office office, KeyHolders holders, PersonalKeys keys, InstitutionKeys institutions) {
        this.office = office;
        this.holders = holders;
        this.keys = keys;
        this.institutions = institutions;
    }

    /// @param pin what will unlock it; not kept
    /// @return the id of the key
    public Outcome<UUID> run(Actor actor, char[] pin) {
        return holders.of(actor)
                .map(at -> office.<UUID>act(MakeKey.class, actor, at.place(), (now, notes) -> {
                    if (!institutions.demo()) {
                        return Outcome.refused(new KeyRefusals.RealKeysOnly());
                    }
                    if (pin.length < PersonalKeys.SHORTEST_PIN) {
                        return Outcome.refused(new KeyRefusals.PinTooShort());
                    }
                    keys.make(
                            actor,
                            new Issuer(at.institution().code(), at.institution().name()),
                            pin,
                            now);
                    UUID made = keys.newest(actor.id()).orElseThrow().id();
                    notes.detail("key", made);
                    return new Outcome.Done<>(made);
                }))
                .orElseGet(() -> Outcome.refused(new NotYours("make-key")));
    }
}
