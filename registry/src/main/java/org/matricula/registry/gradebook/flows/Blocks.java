package org.matricula.registry.gradebook.flows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Place;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.gradebook.spi.Charge;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.Column.Need;
import org.matricula.registry.gradebook.spi.Heading;
import org.matricula.registry.gradebook.spi.Kind;
import org.matricula.registry.gradebook.store.ClassStore;
import org.matricula.registry.gradebook.store.ClassStore.WithWindow;
import org.springframework.stereotype.Component;

/// Finds the blocks of classes.
@Component
public final class Blocks {
    private final Gradebook gradebook;
    private final ClassStore classes;

    Blocks(Gradebook gradebook, ClassStore classes) {
        this.gradebook = gradebook;
        this.classes = classes;
    }

    /// A block of a class; empty when there is no such class or the class has no such block.
    ///
    /// @param code a subject's code, or [Block#HOMEROOM]
    public Optional<Block> find(UUID classId, String code) {
        return classes.withWindow(List.of(classId)).stream()
                .flatMap(found -> of(found).stream())
                .filter(block -> block.code().equals(code))
                .findFirst();
    }

    /// The blocks of each of these classes: the subjects in the order of the form, then the homeroom teacher's.
    public List<List<Block>> of(Collection<UUID> classIds) {
        return classes.withWindow(classIds).stream().map(this::of).toList();
    }

    private List<Block> of(WithWindow found) {
        ClassSheetForm form = gradebook.form(found.room());
        int grade = found.room().grade();
        Place place = gradebook.place(found.room());
        List<Block> blocks = new ArrayList<>();
        for (Heading subject : form.subjects(grade)) {
            List<Column> columns = columns(form, grade, new Charge.Subject(subject.code()));
            if (!columns.isEmpty()) {
                blocks.add(new Block(
                        found.room(),
                        new Charge.Subject(subject.code()),
                        Optional.of(subject.label()),
                        columns,
                        place.ofSubject(subject.code()),
                        found.window()));
            }
        }
        List<Column> rest = neededFirst(columns(form, grade, new Charge.Homeroom()));
        if (!rest.isEmpty()) {
            blocks.add(new Block(found.room(), new Charge.Homeroom(), Optional.empty(), rest, place, found.window()));
        }
        return blocks;
    }

    /// What every pupil must have is at the left, where one begins to type; columns before it in the form, which only
    /// some pupils need (a day of arrival, a height), follow.
    private static List<Column> neededFirst(List<Column> columns) {
        int first = 0;
        while (first < columns.size() && columns.get(first).need() == Need.OPTIONAL) {
            first++;
        }
        List<Column> ordered = new ArrayList<>(columns.subList(first, columns.size()));
        ordered.addAll(columns.subList(0, first));
        return List.copyOf(ordered);
    }

    private static List<Column> columns(ClassSheetForm form, int grade, Charge charge) {
        return form.columns(grade).stream()
                .filter(column -> form.charge(grade, column).equals(charge))
                .filter(column -> !(column.kind() instanceof Kind.Unused))
                .toList();
    }
}
