package org.matricula.registry.gradebook.intake.flows;

import java.util.List;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Place;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.intake.OfficeBoard;
import org.matricula.registry.gradebook.intake.OfficeBoard.Numberless;
import org.springframework.stereotype.Component;

/// Lists the pupils of a school year without a personal number: whose parents the office has to ask.
@Act(value = "look-at-missing-numbers", by = Role.OFFICE)
@Refuses(NotYours.class)
@Component
public final class LookAtNumberless {
    private final Office office;
    private final OfficeBoard board;

    LookAtNumberless(Office office, OfficeBoard board) {
        this.office = office;
        this.board = board;
    }

    public Outcome<List<Numberless>> run(Place school, String schoolYear, Actor actor) {
        return office.look(LookAtNumberless.class, actor, school, (now, notes) -> {
            List<Numberless> found = board.withoutNumber(school.institution(), schoolYear, now);
            found.forEach(each -> notes.about(each.pupil().id()));
            return found;
        });
    }
}
