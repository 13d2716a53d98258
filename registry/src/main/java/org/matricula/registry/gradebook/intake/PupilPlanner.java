package org.matricula.registry.gradebook.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.matricula.law.Sentence;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Pupil;
import org.matricula.registry.gradebook.ClassNames;
import org.matricula.registry.gradebook.ClassPupil;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.ListForm;
import org.matricula.registry.gradebook.ListReading.Line;
import org.matricula.registry.gradebook.Problem;
import org.matricula.registry.gradebook.Problem.Severity;
import org.matricula.registry.gradebook.intake.Plan.Change;
import org.matricula.registry.gradebook.intake.Plan.Listed;
import org.matricula.registry.gradebook.intake.Plan.NewClass;
import org.matricula.registry.gradebook.intake.Plan.Place;
import org.matricula.registry.gradebook.intake.Plan.Unlisted;
import org.matricula.registry.gradebook.spi.ClassSheetForm;

/// Weighs a list of pupils against what the register knows.
///
/// A pupil is known again by the personal number; without one, by name and day of birth. A blank cell says nothing and
/// erases nothing.
final class PupilPlanner {
    private static final String NUMBER = ClassSheetForm.PERSONAL_NUMBER;

    private final Institution school;
    private final String schoolYear;
    private final ClassSheetForm sheet;
    private final Known known;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<UUID> claimed = new HashSet<>();
    private final Map<UUID, String> classOf = new HashMap<>();
    private final Map<UUID, ClassPupil> standing = new HashMap<>();

    /// What the register knows.
    ///
    /// @param rooms the classes of the school year
    /// @param members who is in them today
    /// @param pupils the members, and whoever of the institution has a number or a name of the file
    record Known(List<ClassRoom> rooms, Map<UUID, List<ClassPupil>> members, Collection<Pupil> pupils) {}

    /// @param plan of the rows without a fault
    record Planned(Plan plan, List<Problem> problems) {}

    PupilPlanner(Institution school, String schoolYear, ClassSheetForm sheet, Known known) {
        this.school = school;
        this.schoolYear = schoolYear;
        this.sheet = sheet;
        this.known = known;
        for (ClassRoom room : known.rooms()) {
            known.members().getOrDefault(room.id(), List.of()).forEach(member -> {
                classOf.put(member.pupil(), room.name());
                standing.put(member.pupil(), member);
            });
        }
    }

    Planned plan(List<Line> lines) {
        IntakeChecks.file(lines, school, schoolYear).ifPresent(problems::add);
        Map<Line, String> classes = classes(lines);
        repeated(List.copyOf(classes.keySet()), classes);
        List<Line> good =
                classes.keySet().stream().filter(line -> !line.spoilt()).toList();
        good.forEach(
                line -> sheet.odd(line.values()).forEach((key, words) -> problem(line, key, Severity.WARNING, words)));
        Map<Line, Pupil> matched = match(good, classes);
        List<Listed> listed = good.stream()
                .map(line -> listed(line, classes.get(line), Optional.ofNullable(matched.get(line))))
                .toList();
        return new Planned(
                new Plan.Pupils(schoolYear, newClasses(classes.values()), listed, unlisted(classes.values())),
                problems);
    }

    /// The class of each row, in the order of the file; rows without one are told.
    private Map<Line, String> classes(List<Line> lines) {
        Map<Line, String> classes = new LinkedHashMap<>();
        for (Line line : lines) {
            Optional<String> told = line.value(ListForm.CLASS)
                    .or(() -> Optional.ofNullable(line.about().get("className")));
            if (told.isEmpty()) {
                if (!line.spoilt()) {
                    error(line, ListForm.CLASS, IntakeWords.classMissing());
                }
                continue;
            }
            Optional<String> name = ClassNames.of(told.get());
            if (name.isEmpty()) {
                error(line, ListForm.CLASS, IntakeWords.noClass(told.get()));
            } else if (ClassNames.grade(name.get(), sheet).isEmpty()) {
                error(
                        line,
                        ListForm.CLASS,
                        IntakeWords.noGrade(
                                name.get(),
                                sheet.grades().stream().map(String::valueOf).collect(Collectors.joining(", "))));
            } else {
                classes.put(line, name.get());
            }
        }
        return classes;
    }

    private void repeated(List<Line> lines, Map<Line, String> classes) {
        Map<String, List<Line>> byNumber = lines.stream()
                .filter(line -> line.value(NUMBER).isPresent())
                .collect(Collectors.groupingBy(
                        line -> line.value(NUMBER).orElse(""), LinkedHashMap::new, Collectors.toList()));
        byNumber.values().stream()
                .filter(same -> same.size() > 1)
                .forEach(same -> same.forEach(line -> {
                    String others = same.stream()
                            .filter(other -> other != line)
                            .map(other -> (other.sheet().equals(line.sheet()) ? "" : other.sheet() + "!")
                                    + other.letters().getOrDefault(NUMBER, "")
                                    + other.row())
                            .collect(Collectors.joining(", "));
                    error(line, NUMBER, IntakeWords.sameNumber(others));
                }));
        Map<String, Line> byName = new HashMap<>();
        for (Line line : lines) {
            Line before = line.spoilt() ? null : byName.putIfAbsent(who(line), line);
            boolean told = before == null
                    || (before.value(NUMBER).isPresent() && line.value(NUMBER).isPresent());
            if (!told) {
                problem(
                        line,
                        ClassSheetForm.FULL_NAME,
                        Severity.WARNING,
                        IntakeWords.twice(before.row(), classes.getOrDefault(before, "")));
            }
        }
    }

    private Map<Line, Pupil> match(List<Line> lines, Map<Line, String> classes) {
        Map<String, Pupil> byNumber = known.pupils().stream()
                .filter(pupil -> pupil.personalNumber().isPresent())
                .collect(
                        Collectors.toMap(pupil -> pupil.personalNumber().orElse(""), Function.identity(), (a, _) -> a));
        Map<Line, Pupil> matched = new HashMap<>();
        for (Line line : lines) {
            Optional<Pupil> pupil = line.value(NUMBER).map(byNumber::get);
            if (pupil.isPresent() && claimed.add(pupil.get().id())) {
                matched.put(line, pupil.get());
                sameChild(line, pupil.get());
            }
        }
        Map<String, List<Pupil>> byName = known.pupils().stream()
                .collect(Collectors.groupingBy(pupil -> pupil.fullName() + "\n" + bornOn(pupil)));
        for (Line line : lines) {
            if (!matched.containsKey(line)) {
                byName(line, classes.get(line), byName.getOrDefault(who(line), List.of()))
                        .ifPresent(pupil -> {
                            claimed.add(pupil.id());
                            matched.put(line, pupil);
                        });
            }
        }
        return matched;
    }

    /// Who has the number but neither the name nor the birth date is probably somebody else.
    private void sameChild(Line line, Pupil pupil) {
        boolean other = line.value(ClassSheetForm.FULL_NAME)
                        .filter(name -> !name.equals(pupil.fullName()))
                        .isPresent()
                && line.value(ClassSheetForm.BORN_ON)
                        .filter(day -> !day.equals(bornOn(pupil)))
                        .isPresent();
        if (other) {
            problem(
                    line,
                    NUMBER,
                    Severity.WARNING,
                    IntakeWords.numberOfAnother(pupil.fullName(), IntakeChecks.day(bornOn(pupil))));
        }
    }

    private Optional<Pupil> byName(Line line, String className, List<Pupil> namesakes) {
        List<Pupil> free = namesakes.stream()
                .filter(pupil -> !claimed.contains(pupil.id()))
                .toList();
        List<Pupil> possible = free.stream()
                .filter(pupil ->
                        line.value(NUMBER).isEmpty() || pupil.personalNumber().isEmpty())
                .toList();
        if (possible.isEmpty()) {
            free.stream()
                    .flatMap(pupil -> pupil.personalNumber().stream())
                    .findFirst()
                    .ifPresent(number -> problem(line, NUMBER, Severity.WARNING, IntakeWords.otherNumber(number)));
            return Optional.empty();
        }
        List<Pupil> here = possible.stream()
                .filter(pupil -> className.equals(classOf.get(pupil.id())))
                .toList();
        if (here.isEmpty() && possible.size() > 1) {
            problem(line, ClassSheetForm.FULL_NAME, Severity.WARNING, IntakeWords.severalKnown(possible.size()));
        }
        return here.stream().findFirst().or(() -> possible.stream().findFirst());
    }

    private Listed listed(Line line, String className, Optional<Pupil> pupil) {
        Map<String, String> told = new LinkedHashMap<>(line.values());
        told.remove(ListForm.CLASS);
        Map<String, String> values =
                new LinkedHashMap<>(pupil.map(Pupil::values).orElse(Map.of()));
        List<Change> changes = new ArrayList<>();
        told.forEach((key, value) -> {
            String was = values.getOrDefault(key, "");
            if (pupil.isPresent() && !was.equals(value)) {
                changes.add(new Change(key, was, value));
            }
            values.put(key, value);
        });
        Optional<String> from = pupil.map(each -> classOf.get(each.id()));
        Place place = pupil.isEmpty()
                ? Place.NEW
                : from.isEmpty() ? Place.JOINS : from.get().equals(className) ? Place.STAYS : Place.MOVES;
        if (place == Place.MOVES && standing.get(pupil.get().id()).closed()) {
            error(line, ListForm.CLASS, IntakeWords.closed(from.orElse("")));
        }
        return new Listed(
                pupil.map(Pupil::id),
                values.getOrDefault(ClassSheetForm.FULL_NAME, ""),
                values,
                changes,
                place,
                className,
                from.filter(_ -> place == Place.MOVES),
                line.row());
    }

    private List<NewClass> newClasses(Collection<String> names) {
        Set<String> there = known.rooms().stream().map(ClassRoom::name).collect(Collectors.toSet());
        return names.stream()
                .distinct()
                .filter(name -> !there.contains(name))
                .map(name -> new NewClass(name, ClassNames.grade(name, sheet).orElseThrow()))
                .sorted(java.util.Comparator.comparingInt(NewClass::grade).thenComparing(NewClass::name))
                .toList();
    }

    /// Members of the classes of the file whom it does not name. A class of which it names less than half is not
    /// listed, only added to. Who is closed stays: the book says where he or she was.
    private List<Unlisted> unlisted(Collection<String> classes) {
        Map<UUID, Pupil> byId =
                known.pupils().stream().collect(Collectors.toMap(Pupil::id, Function.identity(), (a, _) -> a));
        Set<String> named = Set.copyOf(classes);
        return known.rooms().stream()
                .filter(room -> named.contains(room.name()) && isListed(room))
                .flatMap(room -> known.members().getOrDefault(room.id(), List.of()).stream()
                        .filter(member -> !member.closed() && !claimed.contains(member.pupil()))
                        .map(member -> new Unlisted(
                                member.pupil(), byId.get(member.pupil()).fullName(), room.name(), room.id())))
                .toList();
    }

    private boolean isListed(ClassRoom room) {
        List<ClassPupil> members = known.members().getOrDefault(room.id(), List.of());
        long found = members.stream()
                .filter(member -> claimed.contains(member.pupil()))
                .count();
        return 2 * found >= members.size();
    }

    private static String who(Line line) {
        return line.value(ClassSheetForm.FULL_NAME).orElse("") + "\n"
                + line.value(ClassSheetForm.BORN_ON).orElse("");
    }

    private static String bornOn(Pupil pupil) {
        return pupil.values().getOrDefault(ClassSheetForm.BORN_ON, "");
    }

    private void error(Line line, String key, Sentence words) {
        problem(line, key, Severity.ERROR, words);
    }

    private void problem(Line line, String key, Severity severity, Sentence words) {
        problems.add(line.problem(key, line.value(ClassSheetForm.FULL_NAME), severity, words));
    }
}
