package org.matricula.registry.gradebook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.matricula.law.Sentence;
import org.matricula.registry.gradebook.spi.Charge;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.Column.Need;
import org.matricula.registry.gradebook.spi.Heading;
import org.matricula.registry.gradebook.store.ClassStore;
import org.matricula.registry.gradebook.store.ClassStore.OnBoard;
import org.matricula.registry.gradebook.store.MissingStore;
import org.matricula.registry.gradebook.store.MissingStore.Wanted;
import org.springframework.stereotype.Component;

/// The classes of a school year at one glance: two questions to the database, however many classes there are.
@Component
public final class ClassBoard {
    private final ClassStore classes;
    private final MissingStore counts;
    private final Gradebook gradebook;

    ClassBoard(ClassStore classes, MissingStore counts, Gradebook gradebook) {
        this.classes = classes;
        this.counts = counts;
        this.gradebook = gradebook;
    }

    /// A class.
    ///
    /// @param closes when entry closes; empty while nobody has said
    /// @param years every school year of the institution, the newest first
    /// @param pupils who is in the class, in order
    /// @param subjects what is taught in it, in the order of the form
    public record Line(
            ClassRoom room, Optional<Instant> closes, List<String> years, List<UUID> pupils, List<Subject> subjects) {
        public Line {
            years = List.copyOf(years);
            pupils = List.copyOf(pupils);
            subjects = List.copyOf(subjects);
        }
    }

    /// A subject in a class.
    ///
    /// @param pupils how many take it
    public record Subject(String code, Sentence label, int pupils) {}

    /// The classes of a school year, by grade and name.
    ///
    /// @param schoolYear empty for the newest
    /// @param on the day for the class lists
    public List<Line> of(UUID institution, String schoolYear, LocalDate on) {
        List<OnBoard> found = classes.onBoard(institution, schoolYear, on);
        Map<UUID, Map<String, Integer>> taking = taking(found, on);
        return found.stream()
                .map(each -> new Line(
                        each.room(),
                        each.window().map(window -> window.closes().toInstant()),
                        each.years(),
                        each.pupils(),
                        subjects(each, taking.getOrDefault(each.room().id(), Map.of()))))
                .toList();
    }

    private List<Subject> subjects(OnBoard line, Map<String, Integer> taking) {
        ClassSheetForm form = gradebook.form(line.room());
        int grade = line.room().grade();
        List<Subject> subjects = new ArrayList<>();
        for (Heading subject : form.subjects(grade)) {
            int pupils = forAll(columns(form, grade, subject.code()))
                    ? line.pupils().size()
                    : taking.getOrDefault(subject.code(), 0);
            if (pupils > 0) {
                subjects.add(new Subject(subject.code(), subject.label(), pupils));
            }
        }
        return subjects;
    }

    /// Who takes a subject that not everybody must take: whoever has anything entered in it.
    private Map<UUID, Map<String, Integer>> taking(Collection<OnBoard> found, LocalDate on) {
        List<Wanted> wanted = new ArrayList<>();
        for (OnBoard each : found) {
            ClassSheetForm form = gradebook.form(each.room());
            int grade = each.room().grade();
            for (Heading subject : form.subjects(grade)) {
                List<Column> columns = columns(form, grade, subject.code());
                if (!columns.isEmpty() && !forAll(columns)) {
                    List<String> keys = columns.stream().map(Column::key).toList();
                    wanted.add(new Wanted(each.room().id(), subject.code(), keys.getFirst(), keys));
                }
            }
        }
        Map<UUID, Map<String, Integer>> taking = new HashMap<>();
        if (!wanted.isEmpty()) {
            counts.count(wanted, on)
                    .forEach(count -> taking.computeIfAbsent(count.classId(), _ -> new HashMap<>())
                            .put(count.block(), count.wanted()));
        }
        return taking;
    }

    private static boolean forAll(List<Column> columns) {
        return columns.stream().anyMatch(column -> column.need() == Need.ALWAYS);
    }

    private static List<Column> columns(ClassSheetForm form, int grade, String subject) {
        return form.columns(grade).stream()
                .filter(column -> form.charge(grade, column).equals(new Charge.Subject(subject)))
                .toList();
    }
}
