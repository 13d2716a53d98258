package org.matricula.registry.gradebook.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.matricula.registry.directory.Assignment;
import org.matricula.registry.directory.Mandates;
import org.matricula.registry.directory.Pupil;
import org.matricula.registry.directory.Pupils;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.ClassPupil;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.gradebook.intake.store.IntakeStore;
import org.matricula.registry.gradebook.store.ClassStore;
import org.matricula.registry.gradebook.store.ClassStore.Window;
import org.springframework.stereotype.Component;

/// How the classes of a school year stand, in figures: nothing of a single pupil.
@Component
public final class OfficeBoard {
    private final Gradebook gradebook;
    private final ClassStore classes;
    private final Mandates mandates;
    private final Pupils pupils;
    private final IntakeStore store;

    OfficeBoard(Gradebook gradebook, ClassStore classes, Mandates mandates, Pupils pupils, IntakeStore store) {
        this.gradebook = gradebook;
        this.classes = classes;
        this.mandates = mandates;
        this.pupils = pupils;
        this.store = store;
    }

    /// A class.
    ///
    /// @param withoutNumber pupils without a personal number
    /// @param homeroom the homeroom teacher's name
    /// @param untaught codes of subjects that every pupil takes and nobody teaches
    /// @param window when results may be entered, if that was ever said
    public record Standing(
            ClassRoom room,
            int pupils,
            int withoutNumber,
            Optional<String> homeroom,
            List<String> untaught,
            Optional<Window> window) {
        public Standing {
            untaught = List.copyOf(untaught);
        }

        /// How many assignments are missing, the homeroom teacher's included.
        public int missing() {
            return untaught.size() + (homeroom.isEmpty() ? 1 : 0);
        }
    }

    /// The classes of a school year, by grade and name.
    public List<Standing> classes(UUID institution, String schoolYear, Moment now) {
        List<ClassRoom> rooms = gradebook.classes(institution, schoolYear);
        Map<UUID, List<ClassPupil>> members = store.members(institution, schoolYear, now.date());
        Set<UUID> numberless = withoutNumber(members).stream().map(Pupil::id).collect(Collectors.toSet());
        Map<UUID, Set<String>> taught = new HashMap<>();
        Map<UUID, String> homerooms = new HashMap<>();
        for (Assignment each : inForce(institution, now)) {
            UUID room = each.mandate().classId().orElseThrow();
            if (each.mandate().role() == Role.HOMEROOM_TEACHER) {
                homerooms.put(room, each.name());
            } else {
                each.mandate()
                        .subject()
                        .ifPresent(subject -> taught.computeIfAbsent(room, _ -> new HashSet<>())
                                .add(subject));
            }
        }
        return classes.withWindow(rooms.stream().map(ClassRoom::id).toList()).stream()
                .map(found -> {
                    ClassRoom room = found.room();
                    List<ClassPupil> here = members.getOrDefault(room.id(), List.of());
                    return new Standing(
                            room,
                            here.size(),
                            (int) here.stream()
                                    .filter(member -> numberless.contains(member.pupil()))
                                    .count(),
                            Optional.ofNullable(homerooms.get(room.id())),
                            IntakeForms.compulsory(gradebook.form(room), room.grade()).stream()
                                    .filter(subject -> !taught.getOrDefault(room.id(), Set.of())
                                            .contains(subject))
                                    .toList(),
                            found.window());
                })
                .toList();
    }

    /// A pupil without a personal number, with the class.
    public record Numberless(Pupil pupil, ClassRoom room) {}

    /// The pupils of a school year without a personal number, by class. Runs in an act that looks at them.
    public List<Numberless> withoutNumber(UUID institution, String schoolYear, Moment now) {
        Map<UUID, List<ClassPupil>> members = store.members(institution, schoolYear, now.date());
        Map<UUID, Pupil> numberless =
                withoutNumber(members).stream().collect(Collectors.toMap(Pupil::id, pupil -> pupil));
        List<Numberless> all = new ArrayList<>();
        for (ClassRoom room : gradebook.classes(institution, schoolYear)) {
            members.getOrDefault(room.id(), List.of()).stream()
                    .filter(member -> numberless.containsKey(member.pupil()))
                    .forEach(member -> all.add(new Numberless(numberless.get(member.pupil()), room)));
        }
        return all;
    }

    private List<Pupil> withoutNumber(Map<UUID, List<ClassPupil>> members) {
        return pupils
                .get(members.values().stream()
                        .flatMap(List::stream)
                        .map(ClassPupil::pupil)
                        .toList())
                .values()
                .stream()
                .filter(pupil -> pupil.personalNumber().isEmpty())
                .toList();
    }

    private List<Assignment> inForce(UUID institution, Moment now) {
        List<Assignment> all = new ArrayList<>(mandates.at(institution, Role.HOMEROOM_TEACHER));
        all.addAll(mandates.at(institution, Role.SUBJECT_TEACHER));
        return all.stream()
                .filter(each -> each.mandate().inForce(now.date())
                        && each.mandate().classId().isPresent())
                .toList();
    }
}
