package org.matricula.registry.directory.flows;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.directory.Assignment;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Mandates;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Place;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.springframework.stereotype.Component;

/// Ends a mandate with the day named, or at once. What was done under it stays.
@Component
@Act(
        value = "end-mandate",
        by = {Role.ADMINISTRATOR, Role.OFFICE, Role.PRINCIPAL})
@Refuses({MandateUnknown.class, RoleNotYours.class, NotForYourself.class, LastDayPast.class})
public final class EndMandateFlow {
    private final Office office;
    private final Mandates mandates;
    private final Keepers keepers;

    EndMandateFlow(Office office, Mandates mandates, Keepers keepers) {
        this.office = office;
        this.mandates = mandates;
        this.keepers = keepers;
    }

    /// @param lastDay on which it still holds at most; empty to end it at once
    /// @return its last day
    public Outcome<LocalDate> run(Actor actor, Institution institution, UUID mandate, Optional<LocalDate> lastDay) {
        Optional<Assignment> found = mandates.find(mandate)
                .filter(held -> held.mandate().institution().equals(institution.id()));
        Place place = found.flatMap(held -> held.mandate().classId())
                .map(institution.place()::ofClass)
                .orElse(institution.place());
        return office.act(EndMandateFlow.class, actor, place, (now, notes) -> {
            LocalDate yesterday = now.date().minusDays(1);
            Optional<Assignment> held = found.filter(a ->
                    a.mandate().to().map(last -> !last.isBefore(now.date())).orElse(true));
            if (held.isEmpty()) {
                return Outcome.refused(new MandateUnknown());
            }
            Assignment ended = held.get();
            Role role = ended.mandate().role();
            if (!keepers.gives(actor, role, institution.place(), now)) {
                return Outcome.refused(new RoleNotYours(role));
            }
            if (keepers.selfServing(actor, ended.account(), role, institution.place(), now)) {
                return Outcome.refused(new NotForYourself());
            }
            LocalDate asked = lastDay.orElse(yesterday);
            if (asked.isBefore(yesterday)) {
                return Outcome.refused(new LastDayPast());
            }
            // To end is not to prolong: what ends earlier by itself still does.
            LocalDate after =
                    ended.mandate().to().filter(last -> last.isBefore(asked)).orElse(asked);
            mandates.end(mandate, after, actor, now);
            notes.detail("account", ended.account()).detail("role", role);
            return new Outcome.Done<>(after);
        });
    }
}
