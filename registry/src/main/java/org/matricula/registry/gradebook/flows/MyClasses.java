package org.matricula.registry.gradebook.flows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Mandate;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Place;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.gradebook.spi.SignedResults;
import org.matricula.registry.gradebook.store.ClassStore;
import org.matricula.registry.gradebook.store.MissingStore;
import org.matricula.registry.gradebook.store.MissingStore.Count;
import org.matricula.registry.gradebook.store.NoteStore;
import org.matricula.registry.gradebook.store.NoteStore.Note;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The classes in which a person has something to do today, and how far they are. It tells figures, nothing of a pupil,
/// so it is no look in the journal's sense.
@Component
public final class MyClasses {
    private static final Set<Role> SEES_THE_SCHOOL = Set.of(Role.OFFICE, Role.PRINCIPAL, Role.INSPECTOR);

    private final Office office;
    private final Gradebook gradebook;
    private final ClassStore classes;
    private final Blocks blocks;
    private final MissingStore missing;
    private final NoteStore notes;
    private final Optional<SignedResults> signatures;

    MyClasses(
            Office office,
            Gradebook gradebook,
            ClassStore classes,
            Blocks blocks,
            MissingStore missing,
            NoteStore notes,
            ObjectProvider<SignedResults> signatures) {
        this.office = office;
        this.gradebook = gradebook;
        this.classes = classes;
        this.blocks = blocks;
        this.missing = missing;
        this.notes = notes;
        this.signatures = Optional.ofNullable(signatures.getIfUnique());
    }

    /// A class of mine.
    ///
    /// @param now the moment at its school
    /// @param blocks those that concern me
    /// @param overview whether I may see the whole class
    /// @param closed whether the results of everybody in it are closed
    public record Mine(ClassRoom room, Moment now, List<Standing> blocks, boolean overview, boolean closed) {
        public Mine {
            blocks = List.copyOf(blocks);
        }
    }

    /// How a block stands.
    ///
    /// @param enter whether I am the one who enters it; otherwise I only look
    /// @param wanted how many cells must be filled
    /// @param missing how many of them are empty
    /// @param unsigned of how many pupils the results still wait for my signature
    /// @param notes what waits to be settled
    public record Standing(
            Block block, boolean enter, boolean look, int wanted, int missing, int unsigned, List<Note> notes) {
        public Standing {
            notes = List.copyOf(notes);
        }
    }

    /// My classes, by school year (the newest first), grade and name. Whoever sees a whole school sees the classes of
    /// its newest school year.
    public List<Mine> of(Actor actor) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (Mandate mandate : inForce(actor)) {
            if (mandate.classId().isPresent()) {
                ids.add(mandate.classId().get());
            } else if (SEES_THE_SCHOOL.contains(mandate.role())) {
                ids.addAll(classes.newestYear(mandate.institution()));
            }
        }
        if (ids.isEmpty()) {
            return List.of();
        }
        return standing(actor, blocks.of(ids));
    }

    private List<Mandate> inForce(Actor actor) {
        return actor.mandates().stream()
                .filter(mandate -> mandate.inForce(
                        office.now(gradebook.place(mandate.institution())).date()))
                .toList();
    }

    private List<Mine> standing(Actor actor, List<List<Block>> found) {
        Map<ClassRoom, List<Block>> own = new LinkedHashMap<>();
        for (List<Block> each : found) {
            List<Block> mine =
                    each.stream().filter(block -> concerns(actor, block)).toList();
            if (!mine.isEmpty()) {
                own.put(mine.getFirst().room(), mine);
            }
        }
        if (own.isEmpty()) {
            return List.of();
        }
        Moment now = office.now(own.values().iterator().next().getFirst().place());
        Map<UUID, Map<String, Count>> counts = missing
                .count(
                        own.values().stream()
                                .flatMap(List::stream)
                                .flatMap(block -> Missing.wanted(block).stream())
                                .toList(),
                        now.date())
                .stream()
                .collect(Collectors.groupingBy(Count::classId, Collectors.toMap(Count::block, count -> count)));
        Map<UUID, List<Note>> waiting = notes
                .waiting(own.keySet().stream().map(ClassRoom::id).toList())
                .stream()
                .collect(Collectors.groupingBy(Note::classId));
        List<UUID> rooms = own.keySet().stream().map(ClassRoom::id).toList();
        Optional<Map<UUID, Map<String, Integer>>> signed = signatures.map(each -> each.signed(rooms));
        Set<UUID> closed = classes.closed(rooms, now.date());
        List<Mine> all = new ArrayList<>();
        own.forEach((room, mine) -> all.add(new Mine(
                room,
                office.now(mine.getFirst().place()),
                mine.stream()
                        .map(block -> standing(
                                actor,
                                block,
                                counts.getOrDefault(room.id(), Map.of()),
                                signed.map(of -> of.getOrDefault(room.id(), Map.of())),
                                waiting.getOrDefault(room.id(), List.of())))
                        .toList(),
                office.may(LookAtClass.class, actor, wholeClass(mine.getFirst())),
                closed.contains(room.id()))));
        return all;
    }

    private Standing standing(
            Actor actor,
            Block block,
            Map<String, Count> counts,
            Optional<Map<String, Integer>> signed,
            List<Note> waiting) {
        Optional<Count> count = Optional.ofNullable(counts.get(block.key()));
        return new Standing(
                block,
                office.may(EnterMarks.class, block.entering(actor), block.place()),
                office.may(LookAtGrid.class, actor, block.place()),
                count.map(Count::wanted).orElse(0),
                count.map(Count::missing).orElse(0),
                signed.map(of -> Math.max(0, count.map(Count::pupils).orElse(0) - of.getOrDefault(block.key(), 0)))
                        .orElse(0),
                waiting.stream()
                        .filter(note -> note.subject().equals(block.key()))
                        .toList());
    }

    private boolean concerns(Actor actor, Block block) {
        return office.may(LookAtGrid.class, actor, block.place())
                || office.may(LookAtClass.class, actor, wholeClass(block));
    }

    private static Place wholeClass(Block block) {
        return Place.of(block.place().institution(), block.place().zone())
                .ofClass(block.room().id());
    }
}
