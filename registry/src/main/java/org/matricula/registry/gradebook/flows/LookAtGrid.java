package org.matricula.registry.gradebook.flows;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.matricula.registry.directory.Pupil;
import org.matricula.registry.directory.Pupils;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.Cell;
import org.matricula.registry.gradebook.store.CellStore;
import org.matricula.registry.gradebook.store.CellStore.Line;
import org.matricula.registry.gradebook.store.NoteStore;
import org.springframework.stereotype.Component;

/// Looks at the marks of a block. The homeroom teacher sees every block of the class, the principal and the inspector
/// every block of the school.
@Act(
        value = LookAtGrid.NAME,
        by = {Role.SUBJECT_TEACHER, Role.HOMEROOM_TEACHER, Role.PRINCIPAL, Role.INSPECTOR})
@Refuses(NotYours.class)
@Component
public final class LookAtGrid {
    static final String NAME = "look-at-grid";

    private final Office office;
    private final CellStore cells;
    private final Pupils pupils;
    private final NoteStore notes;
    private final EnterMarks enter;

    LookAtGrid(Office office, CellStore cells, Pupils pupils, NoteStore notes, EnterMarks enter) {
        this.office = office;
        this.cells = cells;
        this.pupils = pupils;
        this.notes = notes;
        this.enter = enter;
    }

    public Outcome<GridView> run(Block block, Actor actor) {
        return office.look(LookAtGrid.class, actor, block.place(), (now, noted) -> {
            List<Line> lines = cells.lines(block.room().id(), block.columnKeys(), now.date());
            List<UUID> ids = lines.stream().map(line -> line.pupil().pupil()).toList();
            Map<UUID, Pupil> known = pupils.get(ids);
            noted.about(ids).detail("block", block.code());
            return new GridView(
                    block,
                    now,
                    lines.stream()
                            .map(line -> new GridView.PupilLine(
                                    line.pupil(),
                                    known.get(line.pupil().pupil()).fullName(),
                                    line.cells()))
                            .toList(),
                    notes.waiting(List.of(block.room().id())).stream()
                            .filter(note -> note.subject().equals(block.key()))
                            .toList(),
                    block.shut(now).isEmpty() && enter.may(block, actor));
        });
    }

    /// Notes a look at some cells, which a program asked for without the grid.
    void note(Block block, Collection<Cell> seen, Actor actor) {
        Outcome<Boolean> noted = office.look(LookAtGrid.class, actor, block.place(), (_, notes) -> {
            notes.about(seen.stream().map(Cell::pupil).toList()).detail("block", block.code());
            return true;
        });
        if (noted instanceof Outcome.Refused<Boolean>) {
            throw new IllegalStateException("whoever may not look was shown cells");
        }
    }

    /// Whether a person may look; for questions that belong to a look already noted.
    public boolean may(Block block, Actor actor) {
        return office.may(LookAtGrid.class, actor, block.place());
    }
}
