package org.matricula.registry.gradebook;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.matricula.registry.directory.Assignment;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Institutions;
import org.matricula.registry.directory.Mandates;
import org.matricula.registry.directory.Pupil;
import org.matricula.registry.directory.Pupils;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Place;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.spi.ClassInfo;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.PupilRow;
import org.matricula.registry.gradebook.store.CellStore;
import org.matricula.registry.gradebook.store.ClassStore;
import org.springframework.stereotype.Component;

/// The classes of the register with their pupils and results: what other modules may ask, and the few things they may
/// tell it inside their own acts.
@Component
public final class Gradebook {
    private final ClassStore classes;
    private final CellStore cells;
    private final Institutions institutions;
    private final Mandates mandates;
    private final Pupils pupils;
    private final Map<String, ClassSheetForm> forms;

    /// The clocks of institutions, which never change; asked for with every act.
    private final Map<UUID, ZoneId> zones = new ConcurrentHashMap<>();

    Gradebook(
            ClassStore classes,
            CellStore cells,
            Institutions institutions,
            Mandates mandates,
            Pupils pupils,
            List<ClassSheetForm> forms) {
        this.classes = classes;
        this.cells = cells;
        this.institutions = institutions;
        this.mandates = mandates;
        this.pupils = pupils;
        this.forms = forms.stream().collect(Collectors.toUnmodifiableMap(ClassSheetForm::id, Function.identity()));
    }

    /// The class with an id; empty when there is none.
    public Optional<ClassRoom> find(UUID classId) {
        return classes.find(classId);
    }

    /// The class with a name in a school year.
    public Optional<ClassRoom> named(UUID institution, String schoolYear, String name) {
        return classes.named(institution, schoolYear, name);
    }

    /// The classes of a school year, by grade and name.
    public List<ClassRoom> classes(UUID institution, String schoolYear) {
        return classes.ofYear(institution, schoolYear);
    }

    /// The school years in which an institution has classes, the newest first.
    public List<String> schoolYears(UUID institution) {
        return classes.schoolYears(institution);
    }

    /// The class as the place of an act.
    public Place place(ClassRoom room) {
        return place(room.institution()).ofClass(room.id());
    }

    /// An institution as the place of an act.
    public Place place(UUID institution) {
        // A zone does not change with the institution's name, so any day does.
        return Place.of(
                institution,
                zones.computeIfAbsent(
                        institution, id -> institutions.get(id, LocalDate.EPOCH).zone()));
    }

    /// The form of a class.
    ///
    /// @throws IllegalStateException when no pack supplies it any more
    public ClassSheetForm form(ClassRoom room) {
        return Optional.ofNullable(forms.get(room.form()))
                .orElseThrow(() -> new IllegalStateException("no pack supplies the class form " + room.form()));
    }

    /// What documents of the class say of it as a whole on a day: the school with its name of that day, and the people
    /// whose mandates are in force.
    public ClassInfo info(ClassRoom room, LocalDate on) {
        Institution school = institutions.get(room.institution(), on);
        Map<String, String> values = new LinkedHashMap<>(school.values());
        values.put(ClassSheetForm.SCHOOL, school.name());
        values.put(ClassSheetForm.SCHOOL_CODE, school.code());
        values.put(ClassSheetForm.SCHOOL_YEAR, room.schoolYear());
        values.put(ClassSheetForm.GRADE, String.valueOf(room.grade()));
        values.put(ClassSheetForm.CLASS_NAME, room.name());
        Map<String, String> teachers = new LinkedHashMap<>();
        for (Assignment assignment : mandates.ofClass(room.id())) {
            if (assignment.mandate().inForce(on)) {
                switch (assignment.mandate().role()) {
                    case HOMEROOM_TEACHER -> values.put(ClassSheetForm.HOMEROOM_TEACHER, assignment.name());
                    case SUBJECT_TEACHER ->
                        assignment.mandate().subject().ifPresent(code -> teachers.put(code, assignment.name()));
                    case OFFICE, PRINCIPAL, ADMINISTRATOR, INSPECTOR -> {
                        // They act for the school, not for one class.
                    }
                }
            }
        }
        // Of several the one who has been it longest: a deputy who is given the role changes no record.
        mandates.at(room.institution(), Role.PRINCIPAL).stream()
                .filter(assignment -> assignment.mandate().inForce(on))
                .min(Comparator.comparing(assignment -> assignment.mandate().from()))
                .ifPresent(assignment -> values.put(ClassSheetForm.PRINCIPAL, assignment.name()));
        return new ClassInfo(room.grade(), values, teachers);
    }

    /// The class list on a day, in order.
    public List<ClassPupil> pupils(UUID classId, LocalDate on) {
        return classes.pupils(classId, on);
    }

    /// What the class sheet says of each pupil of the class on a day: personal data and results, in the order of the
    /// list. The row number is the position in the list.
    public Map<UUID, PupilRow> rows(UUID classId, LocalDate on) {
        List<ClassPupil> list = classes.pupils(classId, on);
        Map<UUID, Pupil> known = pupils.get(list.stream().map(ClassPupil::pupil).toList());
        Map<UUID, Map<String, String>> values = new LinkedHashMap<>();
        for (ClassPupil each : list) {
            values.put(each.pupil(), new LinkedHashMap<>(known.get(each.pupil()).values()));
        }
        for (Cell cell : cells.cells(classId)) {
            Map<String, String> row = values.get(cell.pupil());
            if (row != null && !cell.value().isEmpty()) {
                row.put(cell.column(), cell.value());
            }
        }
        Map<UUID, PupilRow> rows = new LinkedHashMap<>();
        for (ClassPupil each : list) {
            rows.put(each.pupil(), new PupilRow(each.position(), values.get(each.pupil())));
        }
        return rows;
    }

    /// Every cell of the class as it stands, with the moment of its last change.
    public List<Cell> cells(UUID classId) {
        return cells.cells(classId);
    }

    /// Whether results of the class may be entered at a moment.
    public boolean windowOpen(ClassRoom room, Moment now) {
        return classes.window(room).map(window -> window.contains(now)).orElse(false);
    }

    /// Adds a class. Runs in the act's transaction.
    public ClassRoom add(
            UUID institution, String schoolYear, int grade, String name, String form, Actor by, Moment now) {
        if (!forms.containsKey(form)) {
            throw new IllegalArgumentException("no pack supplies the class form " + form);
        }
        return classes.add(institution, schoolYear, grade, name, form, by, now);
    }

    /// Adds a pupil to a class. Runs in the act's transaction.
    public void join(UUID classId, UUID pupil, int position, Actor by, Moment now) {
        classes.join(classId, pupil, position, by, now);
    }

    /// Closes the results of pupils: from now on the database itself refuses to change them. Runs in the act's
    /// transaction.
    public void close(UUID classId, Collection<UUID> pupils, Actor by, Moment now) {
        classes.close(classId, pupils, true, by, now);
    }

    /// Opens the results of pupils again, because their closed records were recalled. Runs in the act's transaction.
    public void reopen(UUID classId, Collection<UUID> pupils, Actor by, Moment now) {
        classes.close(classId, pupils, false, by, now);
    }
}
