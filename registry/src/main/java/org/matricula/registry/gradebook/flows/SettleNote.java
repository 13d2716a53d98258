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
import org.matricula.registry.gradebook.store.NoteStore;
import org.matricula.registry.gradebook.store.NoteStore.Note;
import org.springframework.stereotype.Component;

/// Settles a note: the teacher has done what it asks, or the homeroom teacher takes it back.
@Act(
        value = "settle-note",
        by = {Role.SUBJECT_TEACHER, Role.HOMEROOM_TEACHER})
@Refuses({NotYours.class, NoteNotWaiting.class})
@Component
public final class SettleNote {
    private final Office office;
    private final NoteStore notes;

    SettleNote(Office office, NoteStore notes) {
        this.office = office;
        this.notes = notes;
    }

    public Outcome<Note> run(Block block, UUID note, Actor actor) {
        return office.act(SettleNote.class, actor, block.place(), (now, noted) -> {
            Optional<Note> waiting = notes.waiting(note)
                    .filter(found -> found.classId().equals(block.room().id())
                            && found.subject().equals(block.key()));
            if (waiting.isEmpty()) {
                return Outcome.refused(new NoteNotWaiting());
            }
            waiting.get().pupil().ifPresent(noted::about);
            noted.detail("block", block.code());
            notes.settle(note, actor, now);
            return new Outcome.Done<>(waiting.get());
        });
    }

    /// Whether a person may settle notes of the block.
    public boolean may(Block block, Actor actor) {
        return office.may(SettleNote.class, actor, block.place());
    }
}
