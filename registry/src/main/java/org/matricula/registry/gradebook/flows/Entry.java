package org.matricula.registry.gradebook.flows;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.matricula.law.Sentence;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.directory.Assignment;
import org.matricula.registry.directory.Mandates;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Notes;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.gradebook.Cell;
import org.matricula.registry.gradebook.CellChange;
import org.matricula.registry.gradebook.MarksEntered;
import org.matricula.registry.gradebook.TypedCells;
import org.matricula.registry.gradebook.store.CellStore;
import org.matricula.registry.gradebook.store.CellStore.How;
import org.matricula.registry.gradebook.store.CellStore.Line;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// The common part of typing, undoing and uploading: weighs each cell, saves the good ones in one statement, announces
/// what changed. Runs inside the transaction of an act.
@Component
final class Entry {
    /// Forty-five pupils with a hundred columns each, and some room.
    static final int MOST_CELLS = 5_000;

    private final CellStore cells;
    private final Accounts accounts;
    private final Mandates mandates;
    private final ApplicationEventPublisher events;

    Entry(CellStore cells, Accounts accounts, Mandates mandates, ApplicationEventPublisher events) {
        this.cells = cells;
        this.accounts = accounts;
        this.mandates = mandates;
        this.events = events;
    }

    private record Key(UUID pupil, String column) {}

    /// Why an entry is refused as a whole; empty when each cell is to be weighed by itself.
    Optional<Refusal> refusal(Block block, List<CellChange> changes, Moment now) {
        if (changes.size() > MOST_CELLS) {
            return Optional.of(new TooManyCells(changes.size(), MOST_CELLS));
        }
        return changes.stream()
                .filter(change -> block.column(change.column()).isEmpty())
                .findFirst()
                .<Refusal>map(change -> new OtherColumns(change.column()))
                .or(() -> block.shut(now));
    }

    /// Cells as they were weighed: nothing is saved yet.
    ///
    /// @param order the changes as they were sent
    /// @param answers by change; one that is to be saved has none yet
    record Weighed(
            List<CellChange> order,
            Map<UUID, Line> lines,
            Map<CellChange, Answer> answers,
            Map<CellChange, CellStore.Entry> good) {}

    /// Weighs every cell. From here on nobody else changes the class until the transaction ends.
    Weighed weigh(Block block, List<CellChange> changes, Moment now) {
        cells.alone(block.room().id());
        Map<UUID, Line> lines = cells.lines(block.room().id(), block.columnKeys(), now.date()).stream()
                .collect(Collectors.toMap(line -> line.pupil().pupil(), Function.identity()));
        Weighed weighed =
                new Weighed(List.copyOf(lastOfEach(changes)), lines, new LinkedHashMap<>(), new LinkedHashMap<>());
        TypedCells typed = new TypedCells(now.date());
        Function<UUID, String> names = names(block);
        for (CellChange change : weighed.order()) {
            weigh(block, change, weighed, typed, names);
        }
        return weighed;
    }

    private static void weigh(
            Block block, CellChange change, Weighed weighed, TypedCells typed, Function<UUID, String> names) {
        Line line = weighed.lines().get(change.pupil());
        if (line == null) {
            weighed.answers().put(change, barred(change, Answer.Barred.Why.LEFT));
            return;
        }
        TypedCells.Typed read =
                typed.read(block.column(change.column()).orElseThrow().kind(), change.value());
        Cell stands = line.cells().get(change.column());
        if (read.value().isPresent() && read.value().get().equals(stands == null ? "" : stands.value())) {
            // What is wanted stands there: an answer was lost on the way, or two people agree.
            weighed.answers().put(change, new Answer.Saved(standing(change, stands), read.remarks()));
        } else if (line.pupil().closed()) {
            weighed.answers().put(change, barred(change, Answer.Barred.Why.CLOSED));
        } else if (read.value().isEmpty()) {
            Sentence why = read.problem().orElseThrow();
            weighed.answers().put(change, new Answer.Unfit(change.pupil(), change.column(), change.value(), why));
        } else if (stands != null && stands.revision() != change.knownRevision()) {
            String name = stands.by().map(names).orElse("Matricula");
            weighed.answers().put(change, new Answer.Conflict(change.value(), stands, name));
        } else {
            weighed.good()
                    .put(
                            change,
                            new CellStore.Entry(
                                    change.pupil(),
                                    change.column(),
                                    read.value().get(),
                                    stands == null ? 0 : stands.revision()));
        }
    }

    private static Answer barred(CellChange change, Answer.Barred.Why why) {
        return new Answer.Barred(change.pupil(), change.column(), change.value(), why);
    }

    /// A cell that was never filled and stays empty has no line in the register.
    private static Cell standing(CellChange change, @org.jspecify.annotations.Nullable Cell stands) {
        return stands != null
                ? stands
                : new Cell(change.pupil(), change.column(), "", 0, java.time.Instant.EPOCH, Optional.empty());
    }

    private static Collection<CellChange> lastOfEach(List<CellChange> changes) {
        Map<Key, CellChange> last = new LinkedHashMap<>();
        for (CellChange change : changes) {
            last.put(new Key(change.pupil(), change.column()), change);
        }
        return last.values();
    }

    /// Saves the good cells and announces them.
    Entered save(Block block, Weighed weighed, How how, Actor actor, Moment now, Notes notes) {
        Map<Key, Cell> saved = weighed.good().isEmpty()
                ? Map.of()
                : cells.save(block.room().id(), weighed.good().values(), how, actor, now).stream()
                        .collect(Collectors.toMap(cell -> new Key(cell.pupil(), cell.column()), Function.identity()));
        TypedCells typed = new TypedCells(now.date());
        weighed.good().keySet().forEach(change -> {
            Cell cell = Optional.ofNullable(saved.get(new Key(change.pupil(), change.column())))
                    .orElseThrow(() -> new IllegalStateException("a cell changed although the class was held: %s of %s"
                            .formatted(change.column(), change.pupil())));
            weighed.answers()
                    .put(
                            change,
                            new Answer.Saved(
                                    cell,
                                    typed.read(
                                                    block.column(change.column())
                                                            .orElseThrow()
                                                            .kind(),
                                                    change.value())
                                            .remarks()));
        });
        // A cell that somebody else changed is read, though nothing is entered in it.
        notes.about(weighed.answers().values().stream()
                        .filter(answer -> answer instanceof Answer.Saved || answer instanceof Answer.Conflict)
                        .map(Answer::pupil)
                        .toList())
                .detail("block", block.code())
                .detail("how", how)
                .detail("cells", saved.size());
        if (!saved.isEmpty()) {
            events.publishEvent(new MarksEntered(
                    block.room(),
                    saved.keySet().stream().map(Key::pupil).collect(Collectors.toSet()),
                    saved.keySet().stream().map(Key::column).collect(Collectors.toSet()),
                    actor,
                    now));
        }
        return new Entered(
                now, weighed.order().stream().map(weighed.answers()::get).toList());
    }

    /// Names of those who entered something: mostly teachers of the class, asked for only when somebody is in the way.
    Function<UUID, String> names(Block block) {
        Map<UUID, String> known = new LinkedHashMap<>();
        return account -> {
            if (known.isEmpty()) {
                for (Assignment teacher : mandates.ofClass(block.room().id())) {
                    known.put(teacher.account(), teacher.name());
                }
            }
            return known.computeIfAbsent(
                    account, id -> accounts.find(id).map(Account::name).orElse("?"));
        };
    }
}
