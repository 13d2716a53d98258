package org.matricula.registry.records.flows;

import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.records.store.CorrectionStore;
import org.matricula.registry.records.store.CorrectionStore.Answer;
import org.springframework.stereotype.Component;

/// The school looks into a note. From now on the verdict on the record says that it is under correction; nothing else
/// about it changes.
@Act(
        value = "examine-correction",
        by = {Role.OFFICE, Role.PRINCIPAL})
@Refuses({NotYours.class, CorrectionAnswered.class})
@Component
public final class ExamineCorrection {
    private final Office office;
    private final Gradebook gradebook;
    private final CorrectionStore store;

    ExamineCorrection(Office office, Gradebook gradebook, CorrectionStore store) {
        this.office = office;
        this.gradebook = gradebook;
        this.store = store;
    }

    /// Whether a person may do so for a note now.
    public boolean may(Actor actor, CorrectionStore.Note note) {
        return office.may(ExamineCorrection.class, actor, gradebook.place(note.institution()));
    }

    /// Begins to look into a note; empty when there is none.
    public Optional<Outcome<UUID>> run(Actor actor, UUID id) {
        return store.find(id)
                .map(note -> office.act(
                        ExamineCorrection.class, actor, gradebook.place(note.institution()), (now, notes) -> {
                            notes.about(note.pupil())
                                    .detail("number", note.number())
                                    .detail("version", note.version());
                            boolean begun = !note.answered() && store.step(id, Answer.EXAMINED, "", actor, now);
                            return begun ? new Outcome.Done<>(id) : Outcome.refused(new CorrectionAnswered());
                        }));
    }
}
