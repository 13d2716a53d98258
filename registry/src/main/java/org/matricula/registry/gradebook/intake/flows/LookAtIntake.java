package org.matricula.registry.gradebook.intake.flows;

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
import org.matricula.registry.gradebook.intake.Checked;
import org.matricula.registry.gradebook.intake.IntakeDesk;
import org.matricula.registry.gradebook.intake.Upload;
import org.matricula.registry.gradebook.intake.store.IntakeStore;
import org.springframework.stereotype.Component;

/// Looks at a file that waits: what it says, and what it would change now.
@Act(value = "look-at-intake", by = Role.OFFICE)
@Refuses(NotYours.class)
@Component
public final class LookAtIntake {
    private final Office office;
    private final Gradebook gradebook;
    private final IntakeDesk desk;
    private final IntakeStore store;

    LookAtIntake(Office office, Gradebook gradebook, IntakeDesk desk, IntakeStore store) {
        this.office = office;
        this.gradebook = gradebook;
        this.desk = desk;
        this.store = store;
    }

    /// @return none when the file does not wait any more
    public Outcome<Optional<Checked>> run(Upload upload, Actor actor) {
        return office.look(LookAtIntake.class, actor, gradebook.place(upload.institution()), (now, notes) -> {
            Optional<Checked> checked = CheckIntake.again(store, desk, upload.id(), now);
            checked.ifPresent(each -> CheckIntake.noted(each, notes));
            return checked;
        });
    }

    /// The file with an id, whatever became of it; none for any other id.
    public Optional<Upload> find(UUID upload) {
        return store.find(upload);
    }
}
