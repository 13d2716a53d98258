package org.matricula.registry.gradebook.intake.flows;

import java.util.Map;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.gradebook.intake.Upload;
import org.matricula.registry.gradebook.intake.store.IntakeStore;
import org.springframework.stereotype.Component;

/// Lays a file aside without taking anything in: its bytes are deleted at once.
@Act(value = "drop-intake", by = Role.OFFICE)
@Refuses({NotYours.class, FileNotWaiting.class})
@Component
public final class DropIntake {
    private final Office office;
    private final Gradebook gradebook;
    private final IntakeStore store;

    DropIntake(Office office, Gradebook gradebook, IntakeStore store) {
        this.office = office;
        this.gradebook = gradebook;
        this.store = store;
    }

    public Outcome<Upload> run(Upload upload, Actor actor) {
        return office.act(DropIntake.class, actor, gradebook.place(upload.institution()), (now, notes) -> {
            store.alone(upload.institution());
            if (store.bytes(upload.id()).isEmpty()) {
                return Outcome.refused(new FileNotWaiting());
            }
            store.ended(upload.id(), Upload.State.DROPPED, Map.of(), actor, now);
            notes.detail("upload", upload.id());
            return new Outcome.Done<>(upload);
        });
    }
}
