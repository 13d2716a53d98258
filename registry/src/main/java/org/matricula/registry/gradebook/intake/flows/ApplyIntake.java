package org.matricula.registry.gradebook.intake.flows;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Notes;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.gradebook.intake.Checked;
import org.matricula.registry.gradebook.intake.IntakeDesk;
import org.matricula.registry.gradebook.intake.Plan;
import org.matricula.registry.gradebook.intake.Upload;
import org.matricula.registry.gradebook.intake.store.IntakeStore;
import org.springframework.stereotype.Component;

/// Takes a file in: whole or not at all, and exactly the plan that the person saw.
@Act(value = "apply-intake", by = Role.OFFICE)
@Refuses({NotYours.class, FileNotWaiting.class, FileHasFaults.class, PlanChanged.class})
@Component
public final class ApplyIntake {
    private final Office office;
    private final Gradebook gradebook;
    private final IntakeDesk desk;
    private final IntakeStore store;
    private final PupilsTaken pupils;
    private final TeachingTaken teaching;

    ApplyIntake(
            Office office,
            Gradebook gradebook,
            IntakeDesk desk,
            IntakeStore store,
            PupilsTaken pupils,
            TeachingTaken teaching) {
        this.office = office;
        this.gradebook = gradebook;
        this.desk = desk;
        this.store = store;
        this.pupils = pupils;
        this.teaching = teaching;
    }

    /// What was done.
    ///
    /// @param counts figures by name
    public record Applied(Upload upload, Map<String, Integer> counts) {
        public Applied {
            counts = Map.copyOf(counts);
        }
    }

    /// @param digest of the plan that the person saw ([Plan#digest()])
    /// @param answers to the questions of the plan
    public Outcome<Applied> run(Upload upload, String digest, Answers answers, Actor actor) {
        return office.act(ApplyIntake.class, actor, gradebook.place(upload.institution()), (now, notes) -> {
            store.alone(upload.institution());
            Optional<Checked> checked = CheckIntake.again(store, desk, upload.id(), now);
            if (checked.isEmpty()) {
                return Outcome.refused(new FileNotWaiting());
            }
            if (checked.get().blocked()) {
                return Outcome.refused(new FileHasFaults());
            }
            if (!checked.get().plan().digest().equals(digest)) {
                return Outcome.refused(new PlanChanged());
            }
            return new Outcome.Done<>(taken(checked.get(), answers, actor, now, notes));
        });
    }

    private Applied taken(Checked checked, Answers answers, Actor actor, Moment now, Notes notes) {
        Upload upload = checked.upload();
        Map<String, Integer> counts = new LinkedHashMap<>(CheckIntake.figures(checked));
        switch (checked.plan()) {
            case Plan.Pupils plan -> counts.putAll(pupils.take(upload, plan, answers, actor, now, notes));
            case Plan.Teaching plan -> counts.putAll(teaching.take(upload, plan, answers, actor, now));
        }
        store.ended(upload.id(), Upload.State.APPLIED, counts, actor, now);
        notes.detail("upload", upload.id()).detail("sha256", upload.sha256());
        counts.forEach(notes::detail);
        return new Applied(upload, counts);
    }
}
