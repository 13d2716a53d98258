package org.matricula.registry.gradebook.flows;

import java.util.LinkedHashMap;
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
import org.matricula.registry.flow.Place;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.store.CellStore;
import org.matricula.registry.gradebook.store.CellStore.Line;
import org.matricula.registry.gradebook.store.NoteStore;
import org.springframework.stereotype.Component;

/// Looks at what is filled and what is missing in a class, pupil by pupil. It shows no result.
@Act(
        value = "look-at-class",
        by = {Role.HOMEROOM_TEACHER, Role.OFFICE, Role.PRINCIPAL, Role.INSPECTOR})
@Refuses(NotYours.class)
@Component
public final class LookAtClass {
    private final Office office;
    private final CellStore cells;
    private final Pupils pupils;
    private final NoteStore notes;

    LookAtClass(Office office, CellStore cells, Pupils pupils, NoteStore notes) {
        this.office = office;
        this.cells = cells;
        this.pupils = pupils;
        this.notes = notes;
    }

    /// @param blocks every block of one class, as [Blocks#of(java.util.Collection)] gives them
    public Outcome<ClassView> run(List<Block> blocks, Actor actor) {
        UUID room = blocks.getFirst().room().id();
        return office.look(LookAtClass.class, actor, place(blocks), (now, noted) -> {
            List<String> columns = blocks.stream()
                    .flatMap(block -> block.columnKeys().stream())
                    .toList();
            List<Line> lines = cells.lines(room, columns, now.date());
            List<UUID> ids = lines.stream().map(line -> line.pupil().pupil()).toList();
            Map<UUID, Pupil> known = pupils.get(ids);
            noted.about(ids);
            return new ClassView(
                    blocks,
                    now,
                    lines.stream()
                            .map(line -> new ClassView.Line(
                                    line.pupil(),
                                    known.get(line.pupil().pupil()).fullName(),
                                    fills(blocks, line)))
                            .toList(),
                    notes.waiting(List.of(room)));
        });
    }

    /// Whether a person may look.
    public boolean may(Place place, Actor actor) {
        return office.may(LookAtClass.class, actor, place);
    }

    private static Place place(List<Block> blocks) {
        Place place = blocks.getFirst().place();
        return Place.of(place.institution(), place.zone())
                .ofClass(blocks.getFirst().room().id());
    }

    private static Map<String, ClassView.Fill> fills(List<Block> blocks, Line line) {
        Map<String, ClassView.Fill> fills = new LinkedHashMap<>();
        blocks.forEach(block -> fills.put(block.code(), Missing.fill(block, line.cells())));
        return fills;
    }
}
