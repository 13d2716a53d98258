package org.matricula.registry.gradebook.flows;

import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.store.PhraseStore;
import org.springframework.stereotype.Component;

/// Keeps a phrase in the comment bank: a teacher for him- or herself, the principal for the whole school.
@Act(
        value = "keep-phrase",
        by = {Role.SUBJECT_TEACHER, Role.HOMEROOM_TEACHER, Role.PRINCIPAL})
@Refuses({NotYours.class, NothingWritten.class, TextTooLong.class})
@Component
public final class KeepPhrase {
    private static final int LONGEST = 1_000;

    private final Office office;
    private final PhraseStore phrases;

    KeepPhrase(Office office, PhraseStore phrases) {
        this.office = office;
        this.phrases = phrases;
    }

    /// @param school whether everybody at the school is to have it
    public Outcome<UUID> run(Block block, String words, boolean school, Actor actor) {
        return office.act(KeepPhrase.class, keeping(block, school, actor), block.place(), (now, notes) -> {
            String seen = Words.seen(words);
            Optional<Refusal> unfit = Words.unfit(seen, LONGEST);
            if (unfit.isPresent()) {
                return Outcome.refused(unfit.get());
            }
            notes.detail("block", block.code()).detail("school", school);
            return new Outcome.Done<>(phrases.keep(
                    block.room().institution(),
                    school ? Optional.empty() : Optional.of(actor.id()),
                    block.key(),
                    seen,
                    actor,
                    now));
        });
    }

    static Actor keeping(Block block, boolean school, Actor actor) {
        return school ? Capacity.only(actor, Role.PRINCIPAL) : block.entering(actor);
    }
}
