package org.matricula.registry.gradebook.intake.flows;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.matricula.registry.directory.Institutions;
import org.matricula.registry.directory.Pupils;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Notes;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.gradebook.MarksEntered;
import org.matricula.registry.gradebook.intake.IntakeForms;
import org.matricula.registry.gradebook.intake.Plan;
import org.matricula.registry.gradebook.intake.Plan.Listed;
import org.matricula.registry.gradebook.intake.Upload;
import org.matricula.registry.gradebook.intake.store.IntakeStore;
import org.matricula.registry.gradebook.store.ClassStore;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Carries a confirmed plan of pupils out, inside the act's transaction.
@Component
final class PupilsTaken {
    private final Gradebook gradebook;
    private final ClassStore classes;
    private final Pupils pupils;
    private final Institutions institutions;
    private final IntakeStore store;
    private final IntakeForms forms;
    private final ApplicationEventPublisher events;

    PupilsTaken(
            Gradebook gradebook,
            ClassStore classes,
            Pupils pupils,
            Institutions institutions,
            IntakeStore store,
            IntakeForms forms,
            ApplicationEventPublisher events) {
        this.gradebook = gradebook;
        this.classes = classes;
        this.pupils = pupils;
        this.institutions = institutions;
        this.store = store;
        this.forms = forms;
        this.events = events;
    }

    Map<String, Integer> take(Upload upload, Plan.Pupils plan, Answers answers, Actor actor, Moment now, Notes notes) {
        Map<String, ClassRoom> rooms = rooms(upload, plan, actor, now);
        Map<UUID, Integer> last = new HashMap<>(
                store.lastPositions(rooms.values().stream().map(ClassRoom::id).toList()));
        Map<ClassRoom, Set<UUID>> changed = new LinkedHashMap<>();
        Map<ClassRoom, Set<String>> columns = new HashMap<>();
        for (Listed listed : plan.listed()) {
            UUID pupil = listed.pupil().orElseGet(() -> pupils.add(upload.institution(), listed.values(), actor, now));
            notes.about(pupil);
            ClassRoom room = rooms.get(listed.className());
            if (!listed.changes().isEmpty()) {
                pupils.tell(pupil, listed.values(), actor, now);
                changed.computeIfAbsent(room, _ -> new HashSet<>()).add(pupil);
                listed.changes()
                        .forEach(change -> columns.computeIfAbsent(room, _ -> new HashSet<>())
                                .add(change.key()));
            }
            // Yesterday was the last day in the old class: nobody is in two classes on one day.
            listed.from()
                    .ifPresent(from -> classes.leave(
                            rooms.get(from).id(), pupil, now.date().minusDays(1), actor, now));
            if (listed.place() != Plan.Place.STAYS && !classes.comeBack(room.id(), pupil, actor, now)) {
                classes.join(room.id(), pupil, last.merge(room.id(), 1, Integer::sum), actor, now);
            }
        }
        int left = leave(plan, answers, actor, now, notes);
        changed.forEach((room, who) -> events.publishEvent(new MarksEntered(room, who, columns.get(room), actor, now)));
        return Map.of("left", left);
    }

    private Map<String, ClassRoom> rooms(Upload upload, Plan.Pupils plan, Actor actor, Moment now) {
        String form =
                forms.sheet(institutions.get(upload.institution(), now.date())).id();
        Map<String, ClassRoom> rooms = gradebook.classes(upload.institution(), plan.schoolYear()).stream()
                .collect(Collectors.toMap(ClassRoom::name, room -> room, (a, _) -> a, HashMap::new));
        plan.classes()
                .forEach(each -> rooms.put(
                        each.name(),
                        gradebook.add(
                                upload.institution(), plan.schoolYear(), each.grade(), each.name(), form, actor, now)));
        return rooms;
    }

    private int leave(Plan.Pupils plan, Answers answers, Actor actor, Moment now, Notes notes) {
        LocalDate lastDay = answers.lastDay().orElse(now.date());
        int left = 0;
        for (Plan.Unlisted each : plan.unlisted()) {
            if (answers.left().contains(each.pupil())) {
                classes.leave(each.classId(), each.pupil(), lastDay, actor, now);
                notes.about(each.pupil());
                left++;
            }
        }
        return left;
    }
}
