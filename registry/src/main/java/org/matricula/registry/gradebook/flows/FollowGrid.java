package org.matricula.registry.gradebook.flows;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Journal;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.gradebook.Cell;
import org.matricula.registry.gradebook.store.CellStore;
import org.matricula.registry.gradebook.store.PresenceStore;
import org.matricula.registry.gradebook.store.PresenceStore.Present;
import org.springframework.stereotype.Component;

/// Follows a grid that is open: what others changed, and who they are. It belongs to the look that opened the grid, so
/// it leaves no line of its own in the journal; otherwise an open page would write one every three seconds. Whoever
/// asks without having opened the grid, as a program may, looks by asking, and that is noted.
@Component
public final class FollowGrid {
    /// So long a look lasts: as the longest session.
    private static final Duration LOOK = Duration.ofHours(12);

    private final Office office;
    private final Journal journal;
    private final LookAtGrid look;
    private final EnterMarks enter;
    private final CellStore cells;
    private final PresenceStore presence;
    private final Entry entry;

    FollowGrid(
            Office office,
            Journal journal,
            LookAtGrid look,
            EnterMarks enter,
            CellStore cells,
            PresenceStore presence,
            Entry entry) {
        this.office = office;
        this.journal = journal;
        this.look = look;
        this.enter = enter;
        this.cells = cells;
        this.presence = presence;
        this.entry = entry;
    }

    /// The cell in which somebody is.
    public record At(UUID pupil, String column) {}

    /// What is new.
    ///
    /// @param revision up to which the asker now knows the cells
    /// @param names who somebody is
    public record News(
            Moment now,
            long revision,
            List<Cell> cells,
            List<Present> present,
            boolean mayEnter,
            Function<UUID, String> names) {
        public News {
            cells = List.copyOf(cells);
            present = List.copyOf(present);
        }
    }

    /// @param since the revision up to which the asker knows the cells
    public Outcome<News> run(Block block, long since, Optional<At> at, Actor actor) {
        if (!look.may(block, actor)) {
            return Outcome.refused(new NotYours("look-at-grid"));
        }
        Moment now = office.now(block.place());
        List<Cell> changed = cells.changedSince(block.room().id(), block.columnKeys(), since);
        if (!changed.isEmpty()
                && !journal.looked(
                        actor, LookAtGrid.NAME, block.place(), now.at().minus(LOOK))) {
            look.note(block, changed, actor);
        }
        List<Present> present =
                presence.seen(block.room().id(), block.key(), actor, at.map(At::pupil), at.map(At::column), now);
        long revision = changed.isEmpty() ? since : changed.getLast().revision();
        return new Outcome.Done<>(
                new News(now, revision, changed, present, enter.may(block, actor), entry.names(block)));
    }

    /// The person goes away.
    public void leave(Block block, Actor actor) {
        presence.left(block.room().id(), block.key(), actor);
    }
}
