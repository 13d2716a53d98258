package org.matricula.registry.gradebook.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.matricula.law.Sentence;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Assignment;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.gradebook.ClassNames;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.ListForm;
import org.matricula.registry.gradebook.ListReading.Line;
import org.matricula.registry.gradebook.Problem;
import org.matricula.registry.gradebook.Problem.Severity;
import org.matricula.registry.gradebook.intake.Plan.Teacher;
import org.matricula.registry.gradebook.intake.Plan.Teaches;
import org.matricula.registry.gradebook.intake.Plan.Unnamed;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.Heading;

/// Weighs a list of assignments against what the register knows. It may have a row for each assignment, or a row for
/// each class with a column for each subject.
final class TeachingPlanner {
    private final Institution school;
    private final String schoolYear;
    private final ClassSheetForm sheet;
    private final Known known;
    private final Map<String, ClassRoom> rooms;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Teacher> teachers = new LinkedHashMap<>();
    private final Map<Slot, Set<String>> wanted = new LinkedHashMap<>();

    /// What the register knows.
    ///
    /// @param rooms the classes of the school year
    /// @param inForce who teaches in them today
    /// @param accounts of the institution
    /// @param logins every sign-in name of the register that the file could mean
    record Known(
            List<ClassRoom> rooms,
            List<Assignment> inForce,
            List<Account> accounts,
            Function<String, Optional<Account>> logins) {}

    /// A place in the timetable.
    ///
    /// @param subject none for the homeroom teacher
    private record Slot(UUID classId, Optional<String> subject) {}

    TeachingPlanner(Institution school, String schoolYear, ClassSheetForm sheet, Known known) {
        this.school = school;
        this.schoolYear = schoolYear;
        this.sheet = sheet;
        this.known = known;
        this.rooms = known.rooms().stream()
                .collect(Collectors.toMap(ClassRoom::name, Function.identity(), (a, _) -> a, LinkedHashMap::new));
    }

    PupilPlanner.Planned plan(List<Line> lines) {
        IntakeChecks.file(lines, school, schoolYear).ifPresent(problems::add);
        lines.stream().filter(line -> !line.spoilt()).forEach(this::line);
        wanted.forEach((slot, who) -> {
            if (slot.subject().isEmpty() && who.size() > 1) {
                problems.add(new Problem(
                        "",
                        "",
                        Optional.empty(),
                        Severity.ERROR,
                        IntakeWords.twoHomerooms(room(slot).name())));
            }
        });
        Map<Slot, Set<String>> there = inForce();
        List<Teaches> given = new ArrayList<>();
        int same = 0;
        for (Map.Entry<Slot, Set<String>> slot : wanted.entrySet()) {
            for (String login : slot.getValue()) {
                if (there.getOrDefault(slot.getKey(), Set.of()).contains(login)) {
                    same++;
                } else {
                    given.add(teaches(slot.getKey(), login, false));
                }
            }
        }
        given.addAll(rest(there));
        return new PupilPlanner.Planned(
                new Plan.Teaching(schoolYear, List.copyOf(teachers.values()), given, same, unnamed()), problems);
    }

    private void line(Line line) {
        List<ClassRoom> here = rooms(line);
        Optional<String> login = line.value(IntakeForms.TEACHER).flatMap(name -> teacher(line, name));
        List<String> subjects = line.several(IntakeForms.SUBJECT);
        boolean byRow = line.value(IntakeForms.TEACHER).isPresent();
        if (!subjects.isEmpty() && !byRow) {
            error(line, IntakeForms.TEACHER, IntakeWords.noTeacher());
        }
        if (byRow && subjects.isEmpty()) {
            error(line, IntakeForms.SUBJECT, IntakeWords.noSubject());
        }
        for (ClassRoom room : here) {
            login.ifPresent(who -> subjects.forEach(subject -> want(line, IntakeForms.SUBJECT, room, subject, who)));
            line.values().forEach((key, name) -> {
                if (key.startsWith(IntakeForms.TEACHER_OF)) {
                    teacher(line, key, name)
                            .ifPresent(
                                    who -> want(line, key, room, key.substring(IntakeForms.TEACHER_OF.length()), who));
                }
            });
        }
    }

    private List<ClassRoom> rooms(Line line) {
        List<String> told = line.several(ListForm.CLASS);
        if (told.isEmpty()) {
            told = Optional.ofNullable(line.about().get(ClassSheetForm.CLASS_NAME)).stream()
                    .toList();
        }
        if (told.isEmpty()) {
            error(line, ListForm.CLASS, IntakeWords.classMissing());
        }
        List<ClassRoom> here = new ArrayList<>();
        for (String text : told) {
            Optional<String> name = ClassNames.of(text);
            if (name.isEmpty()) {
                error(line, ListForm.CLASS, IntakeWords.noClass(text));
            } else if (!rooms.containsKey(name.get())) {
                error(line, ListForm.CLASS, IntakeWords.classUnknown(name.get(), schoolYear));
            } else {
                here.add(rooms.get(name.get()));
            }
        }
        return here;
    }

    private void want(Line line, String key, ClassRoom room, String subject, String login) {
        boolean homeroom = subject.equals(IntakeForms.HOMEROOM);
        Optional<Heading> heading = IntakeForms.subject(sheet, subject);
        boolean taught = homeroom
                || sheet.subjects(room.grade()).stream()
                        .anyMatch(each -> each.code().equals(subject));
        if (!taught) {
            error(
                    line,
                    key,
                    IntakeWords.subjectNotInGrade(
                            heading.map(Heading::label).orElse(new Sentence(subject, subject)), room.grade()));
            return;
        }
        wanted.computeIfAbsent(
                        new Slot(room.id(), homeroom ? Optional.empty() : Optional.of(subject)),
                        _ -> new LinkedHashSet<>())
                .add(login);
    }

    private Optional<String> teacher(Line line, String name) {
        return line.value(IntakeForms.LOGIN).isPresent()
                ? named(line, name, Logins.typed(line.value(IntakeForms.LOGIN).orElse("")))
                : teacher(line, IntakeForms.TEACHER, name);
    }

    /// Somebody whose sign-in name the file gives.
    private Optional<String> named(Line line, String name, String login) {
        if (!Logins.valid(login)) {
            error(line, IntakeForms.LOGIN, IntakeWords.badLogin(login));
            return Optional.empty();
        }
        Teacher before = teachers.get(login);
        Optional<Account> account = known.logins().apply(login);
        Optional<String> holder = Optional.ofNullable(before).map(Teacher::name).or(() -> account.map(Account::name));
        if (holder.isPresent() && !holder.get().equals(name)) {
            error(line, IntakeForms.LOGIN, IntakeWords.loginOfAnother(login, holder.get()));
            return Optional.empty();
        }
        boolean ours = account.isEmpty()
                || known.accounts().stream()
                        .anyMatch(each -> each.id().equals(account.get().id()));
        if (!ours) {
            error(line, IntakeForms.LOGIN, IntakeWords.loginElsewhere(login));
            return Optional.empty();
        }
        teachers.putIfAbsent(login, new Teacher(name, login, account.map(Account::id)));
        return Optional.of(login);
    }

    /// Somebody of whom the file gives the name alone.
    private Optional<String> teacher(Line line, String key, String name) {
        Set<String> found = new LinkedHashSet<>();
        known.accounts().stream()
                .filter(account -> account.name().equals(name) && !account.closed())
                .forEach(account -> found.add(account.login()));
        teachers.values().stream()
                .filter(teacher -> teacher.name().equals(name))
                .forEach(teacher -> found.add(teacher.login()));
        if (found.size() > 1) {
            error(line, key, IntakeWords.namesakes(name, String.join(", ", found)));
            return Optional.empty();
        }
        String login = found.isEmpty()
                ? Logins.of(
                        name,
                        each -> teachers.containsKey(each)
                                || known.logins().apply(each).isPresent())
                : found.iterator().next();
        teachers.putIfAbsent(
                login, new Teacher(name, login, known.logins().apply(login).map(Account::id)));
        return Optional.of(login);
    }

    private Map<Slot, Set<String>> inForce() {
        Map<UUID, String> logins =
                known.accounts().stream().collect(Collectors.toMap(Account::id, Account::login, (a, _) -> a));
        Map<Slot, Set<String>> there = new HashMap<>();
        for (Assignment each : known.inForce()) {
            there.computeIfAbsent(slot(each), _ -> new LinkedHashSet<>()).add(logins.getOrDefault(each.account(), ""));
        }
        return there;
    }

    private static Slot slot(Assignment assignment) {
        return new Slot(
                assignment.mandate().classId().orElseThrow(),
                assignment.mandate().subject());
    }

    private Teaches teaches(Slot slot, String login, boolean rest) {
        String before = known.inForce().stream()
                .filter(each -> slot(each).equals(slot))
                .map(Assignment::name)
                .collect(Collectors.joining(", "));
        return new Teaches(room(slot).name(), slot.classId(), slot.subject(), login, rest, before);
    }

    /// What every pupil of a class takes and nobody teaches, given to the class's homeroom teacher.
    private List<Teaches> rest(Map<Slot, Set<String>> there) {
        List<Teaches> rest = new ArrayList<>();
        for (Map.Entry<Slot, Set<String>> slot : wanted.entrySet()) {
            if (slot.getKey().subject().isPresent()) {
                continue;
            }
            ClassRoom room = room(slot.getKey());
            for (String subject : IntakeForms.compulsory(sheet, room.grade())) {
                Slot open = new Slot(room.id(), Optional.of(subject));
                if (!wanted.containsKey(open) && !there.containsKey(open)) {
                    rest.add(teaches(open, slot.getValue().iterator().next(), true));
                }
            }
        }
        return rest;
    }

    /// Assignments in the classes of the file that it does not name.
    private List<Unnamed> unnamed() {
        Map<UUID, String> logins =
                known.accounts().stream().collect(Collectors.toMap(Account::id, Account::login, (a, _) -> a));
        Set<UUID> classes = new HashSet<>();
        wanted.keySet().forEach(slot -> classes.add(slot.classId()));
        return known.inForce().stream()
                .filter(each -> classes.contains(slot(each).classId()))
                .filter(each ->
                        !wanted.getOrDefault(slot(each), Set.of()).contains(logins.getOrDefault(each.account(), "")))
                .filter(each -> !keptAsRest(each, logins))
                .map(each -> new Unnamed(
                        each.id(),
                        each.name(),
                        room(slot(each)).name(),
                        each.mandate().subject(),
                        wanted.containsKey(slot(each))))
                .toList();
    }

    /// The homeroom teacher who got what nobody else teaches keeps it when the same file comes again.
    private boolean keptAsRest(Assignment each, Map<UUID, String> logins) {
        return each.mandate().subject().isPresent()
                && !wanted.containsKey(slot(each))
                && wanted.getOrDefault(new Slot(slot(each).classId(), Optional.empty()), Set.of())
                        .contains(logins.getOrDefault(each.account(), ""));
    }

    private ClassRoom room(Slot slot) {
        return known.rooms().stream()
                .filter(room -> room.id().equals(slot.classId()))
                .findFirst()
                .orElseThrow();
    }

    private void error(Line line, String key, Sentence words) {
        problems.add(line.problem(key, line.value(IntakeForms.TEACHER), Severity.ERROR, words));
    }
}
