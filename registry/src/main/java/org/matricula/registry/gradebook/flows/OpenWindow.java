package org.matricula.registry.gradebook.flows;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Place;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.gradebook.store.ClassStore;
import org.matricula.registry.gradebook.store.ClassStore.ClassRoomOrYear;
import org.matricula.registry.gradebook.store.ClassStore.Window;
import org.springframework.stereotype.Component;

/// Sets the time in which results may be entered. The office prepares it; once entry has begun, only the principal
/// moves it, opens it again or locks it early.
@Act(
        value = "open-window",
        by = {Role.OFFICE, Role.PRINCIPAL})
@Refuses({NotYours.class, WindowUpsideDown.class, WindowIsThePrincipals.class})
@Component
public final class OpenWindow {
    private final Office office;
    private final Gradebook gradebook;
    private final ClassStore classes;

    OpenWindow(Office office, Gradebook gradebook, ClassStore classes) {
        this.office = office;
        this.gradebook = gradebook;
        this.classes = classes;
    }

    /// @param of one class, or all classes of a school year
    /// @param opens the first moment
    /// @param closes the first moment at which nothing is taken any more
    public Outcome<Window> run(ClassRoomOrYear of, OffsetDateTime opens, OffsetDateTime closes, Actor actor) {
        Place place = place(of);
        return office.act(OpenWindow.class, actor, place, (now, notes) -> {
            if (!closes.isAfter(opens)) {
                return Outcome.refused(new WindowUpsideDown());
            }
            if (!Capacity.has(actor, Role.PRINCIPAL, place, now) && hasBegun(of, now)) {
                return Outcome.refused(new WindowIsThePrincipals());
            }
            notes.detail("opens", opens).detail("closes", closes).detail("year", of.schoolYear());
            classes.setWindow(of, opens, closes, actor, now);
            return new Outcome.Done<>(new Window(opens, closes));
        });
    }

    /// Whether a person may set the time at a place.
    public boolean may(Place place, Actor actor) {
        return office.may(OpenWindow.class, actor, place);
    }

    private boolean hasBegun(ClassRoomOrYear of, Moment now) {
        return classes.windows(of.institution(), of.schoolYear()).stream()
                .filter(set -> of.classId().isEmpty()
                        || set.classId().isEmpty()
                        || set.classId().equals(of.classId()))
                .anyMatch(set -> !now.at().isBefore(set.window().opens().toInstant()));
    }

    private Place place(ClassRoomOrYear of) {
        Place school = gradebook.place(of.institution());
        return of.classId().map((UUID id) -> school.ofClass(id)).orElse(school);
    }
}
