package org.matricula.registry.gradebook.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.directory.Assignment;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Institutions;
import org.matricula.registry.directory.Mandates;
import org.matricula.registry.directory.Pupil;
import org.matricula.registry.directory.Pupils;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.ClassPupil;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.gradebook.ListReader;
import org.matricula.registry.gradebook.ListReading;
import org.matricula.registry.gradebook.ListReading.Line;
import org.matricula.registry.gradebook.intake.store.IntakeStore;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.springframework.stereotype.Component;

/// Reads a file and weighs it against the register as it is at a moment. Changes nothing; runs in an act's
/// transaction.
@Component
public final class IntakeDesk {
    private final Institutions institutions;
    private final Gradebook gradebook;
    private final Pupils pupils;
    private final Accounts accounts;
    private final Mandates mandates;
    private final IntakeStore store;
    private final IntakeForms forms;

    IntakeDesk(
            Institutions institutions,
            Gradebook gradebook,
            Pupils pupils,
            Accounts accounts,
            Mandates mandates,
            IntakeStore store,
            IntakeForms forms) {
        this.institutions = institutions;
        this.gradebook = gradebook;
        this.pupils = pupils;
        this.accounts = accounts;
        this.mandates = mandates;
        this.store = store;
        this.forms = forms;
    }

    /// What a file says and what it would change now.
    public Checked check(Upload upload, byte[] bytes, Moment now) {
        Institution school = institutions.get(upload.institution(), now.date());
        ClassSheetForm sheet = forms.sheet(school);
        ListReading reading = new ListReader(forms.list(upload.kind(), sheet))
                .read(
                        bytes,
                        now.date(),
                        headings -> store.mapping(upload.institution(), upload.kind(), setOf(headings)));
        List<ClassRoom> rooms = gradebook.classes(school.id(), upload.schoolYear());
        PupilPlanner.Planned planned = switch (upload.kind()) {
            case PUPILS ->
                new PupilPlanner(
                                school,
                                upload.schoolYear(),
                                sheet,
                                knownPupils(school, upload.schoolYear(), rooms, reading.lines(), now))
                        .plan(reading.lines());
            case TEACHING ->
                new TeachingPlanner(school, upload.schoolYear(), sheet, knownTeachers(school, rooms, now))
                        .plan(reading.lines());
        };
        return new Checked(upload, reading, planned.plan(), planned.problems());
    }

    /// Knows a set of headings again, in whatever order they stand.
    public static String setOf(Collection<String> headings) {
        return Fingerprint.of(headings.stream().sorted().distinct().collect(Collectors.joining("\n")));
    }

    private PupilPlanner.Known knownPupils(
            Institution school, String schoolYear, List<ClassRoom> rooms, List<Line> lines, Moment now) {
        Map<UUID, List<ClassPupil>> members = store.members(school.id(), schoolYear, now.date());
        Map<UUID, Pupil> known = new LinkedHashMap<>(pupils.get(members.values().stream()
                .flatMap(List::stream)
                .map(ClassPupil::pupil)
                .toList()));
        Stream.concat(
                        pupils.byPersonalNumber(school.id(), values(lines, ClassSheetForm.PERSONAL_NUMBER)).stream(),
                        pupils.byName(school.id(), values(lines, ClassSheetForm.FULL_NAME)).stream())
                .forEach(pupil -> known.put(pupil.id(), pupil));
        return new PupilPlanner.Known(
                rooms,
                members,
                known.values().stream()
                        .sorted(java.util.Comparator.comparing(Pupil::id))
                        .toList());
    }

    private static Set<String> values(List<Line> lines, String key) {
        return lines.stream()
                .flatMap(line -> line.value(key).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private TeachingPlanner.Known knownTeachers(Institution school, List<ClassRoom> rooms, Moment now) {
        Set<UUID> ids = rooms.stream().map(ClassRoom::id).collect(Collectors.toSet());
        List<Assignment> inForce = new ArrayList<>();
        for (Role role : List.of(Role.HOMEROOM_TEACHER, Role.SUBJECT_TEACHER)) {
            mandates.at(school.id(), role).stream()
                    .filter(each -> each.mandate().inForce(now.date()))
                    .filter(each ->
                            each.mandate().classId().filter(ids::contains).isPresent())
                    .filter(each -> role == Role.HOMEROOM_TEACHER
                            || each.mandate().subject().isPresent())
                    .forEach(inForce::add);
        }
        Map<String, Optional<Account>> asked = new HashMap<>();
        return new TeachingPlanner.Known(
                rooms, inForce, accounts.at(school.id()), login -> asked.computeIfAbsent(login, accounts::byLogin));
    }
}
