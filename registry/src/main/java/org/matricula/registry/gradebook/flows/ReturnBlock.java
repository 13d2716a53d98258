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
import org.matricula.registry.gradebook.store.ClassStore;
import org.matricula.registry.gradebook.store.NoteStore;
import org.springframework.stereotype.Component;

/// Returns a block to its teacher with words: what is to be looked at again, for one pupil or for all.
@Act(value = "return-block", by = Role.HOMEROOM_TEACHER)
@Refuses({NotYours.class, NothingWritten.class, TextTooLong.class, PupilNotInClass.class})
@Component
public final class ReturnBlock {
    private static final int LONGEST = 1_000;

    private final Office office;
    private final ClassStore classes;
    private final NoteStore notes;

    ReturnBlock(Office office, ClassStore classes, NoteStore notes) {
        this.office = office;
        this.classes = classes;
        this.notes = notes;
    }

    /// @param pupil about whom; the whole block when empty
    /// @return the id of the note
    public Outcome<UUID> run(Block block, Optional<UUID> pupil, String words, Actor actor) {
        return office.act(ReturnBlock.class, actor, block.place(), (now, noted) -> {
            String seen = Words.seen(words);
            Optional<Refusal> unfit = Words.unfit(seen, LONGEST);
            if (unfit.isPresent()) {
                return Outcome.refused(unfit.get());
            }
            UUID room = block.room().id();
            if (pupil.isPresent()
                    && classes.pupils(room, now.date()).stream()
                            .noneMatch(each -> each.pupil().equals(pupil.get()))) {
                return Outcome.refused(new PupilNotInClass(pupil.get()));
            }
            pupil.ifPresent(noted::about);
            noted.detail("block", block.code());
            return new Outcome.Done<>(notes.write(room, pupil, block.key(), seen, actor, now));
        });
    }

    /// Whether a person may return the block.
    public boolean may(Block block, Actor actor) {
        return office.may(ReturnBlock.class, actor, block.place());
    }
}
