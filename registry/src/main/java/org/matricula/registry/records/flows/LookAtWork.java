package org.matricula.registry.records.flows;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Place;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.records.Work;
import org.matricula.registry.records.store.WorkStore;
import org.springframework.stereotype.Component;

/// Watches long work over a class. It shows counts and no pupil, so the journal gets no line each second.
@Component
@Act(
        value = "look-at-work",
        by = {Role.SUBJECT_TEACHER, Role.HOMEROOM_TEACHER, Role.PRINCIPAL, Role.INSPECTOR})
@Refuses(NotYours.class)
public final class LookAtWork {
    private final Office office;
    private final Gradebook gradebook;
    private final WorkStore works;

    LookAtWork(Office office, Gradebook gradebook, WorkStore works) {
        this.office = office;
        this.gradebook = gradebook;
        this.works = works;
    }

    /// Work with the class that it is about.
    public record Watched(Work work, ClassRoom room) {}

    /// The work, if there is such and the person may see it: nobody else learns even that it exists.
    public Optional<Watched> run(Actor actor, UUID id) {
        return works.find(id)
                .flatMap(work -> gradebook.find(work.classId()).map(room -> new Watched(work, room)))
                .filter(watched -> office.may(LookAtWork.class, actor, place(watched)));
    }

    /// The newest work of signing of each of some subjects of a class, in the order of its beginning.
    public List<Work> ofSubjects(Actor actor, ClassRoom room, Collection<String> subjects) {
        return works.ofClass(room.id()).stream()
                .filter(work -> work.kind() == Work.Kind.SIGN_SUBJECT)
                .filter(work -> work.subject().filter(subjects::contains).isPresent())
                .filter(work -> office.may(LookAtWork.class, actor, place(new Watched(work, room))))
                .sorted(Comparator.comparing(work -> work.id().toString()))
                .toList();
    }

    private Place place(Watched watched) {
        Place place = gradebook.place(watched.room());
        return watched.work().subject().map(place::ofSubject).orElse(place);
    }
}
