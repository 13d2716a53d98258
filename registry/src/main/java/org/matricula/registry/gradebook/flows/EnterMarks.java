package org.matricula.registry.gradebook.flows;

import java.util.List;
import java.util.Optional;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.CellChange;
import org.matricula.registry.gradebook.store.CellStore.How;
import org.springframework.stereotype.Component;

/// Enters results into a block: a subject's by its teacher, the rest of the year by the homeroom teacher.
///
/// Each cell is weighed by itself: the good ones are saved, the others come back with the reason, so that nothing typed
/// is lost. A cell that somebody else changed meanwhile is not overwritten but comes back with what stands there. To
/// undo is to enter the value from before.
@Act(
        value = "enter-marks",
        by = {Role.SUBJECT_TEACHER, Role.HOMEROOM_TEACHER})
@Refuses({
    NotYours.class,
    EntryWindowNotSet.class,
    EntryWindowNotYetOpen.class,
    EntryWindowClosed.class,
    OtherColumns.class,
    TooManyCells.class
})
@Component
public final class EnterMarks {
    private final Office office;
    private final Entry entry;

    EnterMarks(Office office, Entry entry) {
        this.office = office;
        this.entry = entry;
    }

    /// @param changes as typed; of several for one cell the last counts
    public Outcome<Entered> run(Block block, List<CellChange> changes, How how, Actor actor) {
        return office.act(EnterMarks.class, block.entering(actor), block.place(), (now, notes) -> {
            Optional<Refusal> refusal = entry.refusal(block, changes, now);
            return refusal.<Outcome<Entered>>map(Outcome::refused)
                    .orElseGet(() -> new Outcome.Done<>(
                            entry.save(block, entry.weigh(block, changes, now), how, actor, now, notes)));
        });
    }

    /// Whether a person may enter the block now, the window apart.
    public boolean may(Block block, Actor actor) {
        return office.may(EnterMarks.class, block.entering(actor), block.place());
    }
}
