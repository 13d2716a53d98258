package org.matricula.packs.kz.grants;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matricula.law.CatalogueDecision;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Facts.Problem;
import org.matricula.law.Facts.Says;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.kz.KZG;

/// Whether somebody waited or was served longer than the minutes allowed. Exactly that long is still in time.
final class ServiceTime extends CatalogueDecision<ServiceTime.Visit, ServiceTime.Answer> {
    ServiceTime() {
        super(
                "kz.grants.service-time",
                new Sentence(
                        "Was the applicant kept longer than 15 minutes?",
                        "Өтініш беруші 15 минуттан артық ұсталды ма?"),
                KZG::regulation,
                Visit.class,
                Answer.class);
    }

    /// A visit to the desk.
    record Visit(
            @Says("When the queue ticket was taken") LocalDateTime ticketAt,
            @Says("When the person was called") LocalDateTime calledAt,
            @Says("When the receipt was printed") LocalDateTime receiptAt)
            implements Facts.Checked {
        @Override
        public List<Problem> impossible() {
            List<Problem> problems = new ArrayList<>();
            if (calledAt.isBefore(ticketAt)) {
                problems.add(new Problem(
                        "/calledAt",
                        Sentence.of(
                                "Called at %s, before the ticket was taken at %s",
                                "%s шақырылды, кезек нөмірі %s алынғанға дейін", calledAt, ticketAt)));
            }
            if (receiptAt.isBefore(calledAt)) {
                problems.add(new Problem(
                        "/receiptAt",
                        Sentence.of(
                                "The receipt of %s is older than the call at %s",
                                "%s берілген қолхат %s шақырудан бұрын", receiptAt, calledAt)));
            }
            return problems;
        }
    }

    /// The answer.
    record Answer(boolean waitBreach, boolean serviceBreach) {}

    @Override
    public Optional<LocalDate> relevantDate(Visit visit) {
        return Optional.of(visit.ticketAt().toLocalDate());
    }

    @Override
    public Ruling<Answer> decide(Visit visit, Edition edition) {
        Finding wait = waitIsShort(visit);
        Finding service = serviceIsShort(visit);
        return new Ruling<>(new Answer(wait.isNotMet(), service.isNotMet()), List.of(wait, service));
    }

    @Clause(KZG.ART_4_2)
    private static Finding waitIsShort(Visit visit) {
        Duration waited = Duration.between(visit.ticketAt(), visit.calledAt());
        return within(KZG.ART_4_2, visit, waited, "Waited", "Күткені");
    }

    @Clause(KZG.ART_4_3)
    private static Finding serviceIsShort(Visit visit) {
        Duration served = Duration.between(visit.calledAt(), visit.receiptAt());
        return within(KZG.ART_4_3, visit, served, "Served in", "Қызмет көрсетілгені");
    }

    private static Finding within(String clause, Visit visit, Duration spent, String en, String kk) {
        int limit = KZG.number(clause, visit.ticketAt().toLocalDate());
        String time = "%d:%02d".formatted(spent.toMinutes(), spent.toSecondsPart())
                + (spent.toNanosPart() == 0
                        ? ""
                        : ".%09d".formatted(spent.toNanosPart()).replaceAll("0+$", ""));
        return Finding.of(
                clause,
                spent.compareTo(Duration.ofMinutes(limit)) <= 0,
                Sentence.of("%s %s, at most %d:00", "%4$s %2$s, шегі %3$d:00", en, time, limit, kk),
                Sentence.of("%s %s, more than %d:00", "%4$s %2$s, %3$d:00 шегінен асты", en, time, limit, kk));
    }
}
