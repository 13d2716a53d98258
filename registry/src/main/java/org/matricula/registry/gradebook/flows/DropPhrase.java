package org.matricula.registry.gradebook.flows;

import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.store.PhraseStore;
import org.matricula.registry.gradebook.store.PhraseStore.Phrase;
import org.springframework.stereotype.Component;

/// Takes a phrase out of the comment bank: one's own, or as principal the school's.
@Act(
        value = "drop-phrase",
        by = {Role.SUBJECT_TEACHER, Role.HOMEROOM_TEACHER, Role.PRINCIPAL})
@Refuses({NotYours.class, PhraseNotThere.class})
@Component
public final class DropPhrase {
    private final Office office;
    private final PhraseStore phrases;

    DropPhrase(Office office, PhraseStore phrases) {
        this.office = office;
        this.phrases = phrases;
    }

    /// @param school whether it is one of the school's phrases
    public Outcome<Phrase> run(Block block, UUID phrase, boolean school, Actor actor) {
        return office.act(DropPhrase.class, KeepPhrase.keeping(block, school, actor), block.place(), (now, notes) -> {
            Optional<UUID> owner = school ? Optional.empty() : Optional.of(actor.id());
            Optional<Phrase> found = phrases.find(phrase)
                    .filter(kept -> kept.institution().equals(block.room().institution())
                            && kept.block().equals(block.key())
                            && kept.account().equals(owner));
            if (found.isEmpty()) {
                return Outcome.refused(new PhraseNotThere());
            }
            notes.detail("block", block.code()).detail("school", school);
            phrases.drop(phrase, actor, now);
            return new Outcome.Done<>(found.get());
        });
    }
}
