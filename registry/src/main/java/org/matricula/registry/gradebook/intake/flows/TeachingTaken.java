package org.matricula.registry.gradebook.intake.flows;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.directory.Mandates;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Mandate;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.intake.Plan;
import org.matricula.registry.gradebook.intake.Upload;
import org.matricula.registry.gradebook.intake.store.IntakeStore;
import org.springframework.stereotype.Component;

/// Carries a confirmed plan of assignments out, inside the act's transaction.
@Component
final class TeachingTaken {
    private final Accounts accounts;
    private final Mandates mandates;
    private final IntakeStore store;

    TeachingTaken(Accounts accounts, Mandates mandates, IntakeStore store) {
        this.accounts = accounts;
        this.mandates = mandates;
        this.store = store;
    }

    Map<String, Integer> take(Upload upload, Plan.Teaching plan, Answers answers, Actor actor, Moment now) {
        Map<String, UUID> byLogin = new HashMap<>();
        for (Plan.Teacher teacher : plan.teachers()) {
            byLogin.put(teacher.login(), teacher.account().orElseGet(() -> {
                UUID opened = accounts.open(teacher.login(), teacher.name(), actor, now)
                        .id();
                accounts.keep(opened, upload.institution(), now);
                store.opened(upload.id(), opened);
                return opened;
            }));
        }
        int given = 0;
        for (Plan.Teaches each : plan.given()) {
            if (!each.rest() || answers.homeroomTeachesRest()) {
                mandates.give(
                        byLogin.get(each.login()),
                        new Mandate(
                                each.subject().isEmpty() ? Role.HOMEROOM_TEACHER : Role.SUBJECT_TEACHER,
                                upload.institution(),
                                Optional.of(each.classId()),
                                each.subject(),
                                now.date(),
                                Optional.empty()),
                        actor,
                        now);
                given++;
            }
        }
        int ended = 0;
        LocalDate yesterday = now.date().minusDays(1);
        for (Plan.Unnamed each : plan.unnamed()) {
            if (answers.ended().contains(each.mandate())) {
                mandates.end(each.mandate(), yesterday, actor, now);
                ended++;
            }
        }
        return Map.of("mandates", given, "ended", ended);
    }
}
