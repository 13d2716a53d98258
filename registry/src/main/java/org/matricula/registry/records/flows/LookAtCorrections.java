package org.matricula.registry.records.flows;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.records.store.CorrectionStore;
import org.matricula.registry.records.store.CorrectionStore.Note;
import org.springframework.stereotype.Component;

/// Looks at what people outside say is wrong in the school's records. Only the school that issued a record is competent
/// to correct it (VNRB:I.4.4/2), so nobody else sees the notes.
@Act(
        value = "look-at-corrections",
        by = {Role.OFFICE, Role.PRINCIPAL, Role.INSPECTOR})
@Refuses(NotYours.class)
@Component
public final class LookAtCorrections {
    private static final int MOST = 200;

    private final Office office;
    private final Gradebook gradebook;
    private final CorrectionStore store;

    LookAtCorrections(Office office, Gradebook gradebook, CorrectionStore store) {
        this.office = office;
        this.gradebook = gradebook;
        this.store = store;
    }

    /// The notes of a school.
    public record Inbox(UUID institution, List<Note> notes, Moment now) {
        public Inbox {
            notes = List.copyOf(notes);
        }
    }

    /// One note.
    public record Opened(Note note, Moment now) {}

    /// The notes of a school, those that wait first.
    public Outcome<Inbox> ofSchool(Actor actor, UUID institution) {
        return office.look(LookAtCorrections.class, actor, gradebook.place(institution), (now, notes) -> {
            List<Note> found = store.of(institution, MOST);
            notes.about(found.stream().map(Note::pupil).toList());
            return new Inbox(institution, found, now);
        });
    }

    /// One note; empty when there is none.
    public Optional<Outcome<Opened>> open(Actor actor, UUID id) {
        return store.find(id)
                .map(note -> office.look(
                        LookAtCorrections.class, actor, gradebook.place(note.institution()), (now, notes) -> {
                            notes.about(note.pupil());
                            return new Opened(note, now);
                        }));
    }

    /// The file that came with a note; empty inside when none came.
    public Optional<Outcome<Optional<byte[]>>> evidence(Actor actor, UUID id) {
        return store.find(id)
                .map(note ->
                        office.look(LookAtCorrections.class, actor, gradebook.place(note.institution()), (_, notes) -> {
                            notes.about(note.pupil());
                            return store.evidence(id);
                        }));
    }
}
