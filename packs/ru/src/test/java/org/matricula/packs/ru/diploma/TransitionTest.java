package org.matricula.packs.ru.diploma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.packs.ru.RUD;
import org.matricula.packs.ru.diploma.TransitionDecision.Answer;
import org.matricula.packs.ru.diploma.TransitionDecision.Status;
import org.matricula.packs.ru.diploma.TransitionDecision.Step;

class TransitionTest {
    private final TransitionDecision decision = new TransitionDecision();

    private Ruling<Answer> step(Status from, Status to, String reason) {
        return decision.decide(
                new Step(from, to, Optional.of(reason).filter(r -> !r.isEmpty())),
                RUD.regulation().latest());
    }

    private Map<Status, Set<Status>> allowed(String reason) {
        var allowed = new java.util.EnumMap<Status, Set<Status>>(Status.class);
        for (Status from : Status.values()) {
            Set<Status> to = EnumSet.noneOf(Status.class);
            for (Status next : Status.values()) {
                if (step(from, next, reason).answer().allowed()) {
                    to.add(next);
                }
            }
            allowed.put(from, to);
        }
        return allowed;
    }

    @Test
    void a_request_with_a_reason_takes_exactly_these_steps() {
        assertThat(allowed("WRONG_DATA"))
                .isEqualTo(Map.of(
                        Status.SENT, Set.of(Status.ACCEPTED),
                        Status.ACCEPTED, Set.of(Status.IN_PROCESS, Status.RETURNED, Status.REFUSED, Status.SUSPENDED),
                        Status.IN_PROCESS, Set.of(Status.READY, Status.RETURNED, Status.REFUSED, Status.SUSPENDED),
                        Status.RETURNED, Set.of(Status.IN_PROCESS),
                        Status.SUSPENDED, Set.of(Status.IN_PROCESS),
                        Status.READY, Set.of(Status.ISSUED),
                        Status.ISSUED, Set.of(),
                        Status.REFUSED, Set.of(Status.SENT)));
    }

    @Test
    void a_request_without_a_reason_is_never_returned_refused_or_suspended() {
        assertThat(allowed(""))
                .isEqualTo(Map.of(
                        Status.SENT, Set.of(Status.ACCEPTED),
                        Status.ACCEPTED, Set.of(Status.IN_PROCESS),
                        Status.IN_PROCESS, Set.of(Status.READY),
                        Status.RETURNED, Set.of(Status.IN_PROCESS),
                        Status.SUSPENDED, Set.of(Status.IN_PROCESS),
                        Status.READY, Set.of(Status.ISSUED),
                        Status.ISSUED, Set.of(),
                        Status.REFUSED, Set.of(Status.SENT)));
    }

    @Test
    void a_refusal_for_want_of_the_name_certificate_is_the_only_final_one() {
        assertThat(step(Status.REFUSED, Status.SENT, "NAME_CHANGE_MISSING")
                        .answer()
                        .allowed())
                .isFalse();
        assertThat(step(Status.REFUSED, Status.SENT, "NAME_MISMATCH").answer().allowed())
                .isTrue();
    }

    @Test
    void a_step_that_is_not_allowed_always_has_a_clause_against_it() {
        for (Status from : Status.values()) {
            for (Status to : Status.values()) {
                for (String reason : new String[] {"", "WRONG_DATA", "NAME_CHANGE_MISSING"}) {
                    Ruling<Answer> ruling = step(from, to, reason);
                    assertThat(ruling.findings().stream().anyMatch(Finding::isNotMet))
                            .as("%s to %s for '%s'", from, to, reason)
                            .isEqualTo(!ruling.answer().allowed());
                }
            }
        }
    }
}
