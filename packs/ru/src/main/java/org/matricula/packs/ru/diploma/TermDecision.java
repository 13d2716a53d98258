package org.matricula.packs.ru.diploma;

import static org.matricula.law.Finding.doesNotApply;
import static org.matricula.law.Finding.met;
import static org.matricula.law.Finding.notMet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matricula.law.CatalogueDecision;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.law.WorkingCalendar;
import org.matricula.law.time.CountedTerm;
import org.matricula.law.time.CountsTerms;
import org.matricula.packs.ru.RUD;

/// The terms of a request on the portal, stage by stage, in working days of the five-day week.
///
/// The text gives several terms; the stage limits 1, 7, 10 and 2 govern, and they add up to the total of 20. A return
/// for rework makes the total 30. Each stage has its own clock: registration, check and total count from filing, making
/// from the good check, issue from printing and signing.
final class TermDecision extends CatalogueDecision<Progress, TermDecision.Answer> implements CountsTerms<Progress> {
    /// The lower figures of two ranges bind nobody; an office aims at them.
    private static final int CHECK_TARGET = 3;

    private static final int REVIEW_TARGET = 5;

    private static final Sentence FILING = new Sentence("filing", "подача");
    private static final Sentence GOOD_CHECK = new Sentence("the good check", "успешная проверка");
    private static final Sentence SIGNING = new Sentence("printing and signing", "печать и подпись");
    private static final Sentence PAYMENT = new Sentence("payment", "оплата");
    private static final Sentence RESENDING = new Sentence("sending again", "повторная отправка");
    private static final Sentence CORRECTION =
            new Sentence("the corrected data passing", "проверка исправленных данных");

    private final Terms terms;

    TermDecision(WorkingCalendar calendar) {
        super(
                "ru.diploma.term",
                new Sentence(
                        "By when is each stage of a duplicate due?", "К какому дню должен закончиться каждый этап?"),
                RUD::regulation,
                Progress.class,
                Answer.class);
        terms = new Terms(calendar);
    }

    /// @param due the last good day; null while unknown
    record Term(@Nullable LocalDate due) {}

    /// @param target the day by which the office means to be done
    /// @param due the last good day
    record Check(LocalDate target, LocalDate due) {}

    /// @param review the other reading of the checking term, 5 to 15 working days; on the portal only shown
    /// @param afterPayment 30 working days after payment
    /// @param recheckStart the second check begins by this day
    /// @param preparationStart work on the duplicate begins by this day after a correction
    /// @param escalateFrom first day on which the operator may be asked why it takes so long
    record Answer(
            Term register,
            Check check,
            Term produce,
            Term issue,
            Term total,
            Check review,
            Term afterPayment,
            Term recheckStart,
            Term preparationStart,
            LocalDate escalateFrom) {}

    @Override
    public Ruling<Answer> decide(Progress facts, Edition edition) {
        Terms in = terms.in(facts.week());
        Answer answer = answer(facts, in);
        return new Ruling<>(
                answer,
                List.of(
                        reviewEndsInTime(in, facts, answer),
                        operatorMayBeAskedWhenTheTermIsOver(facts, answer),
                        everyStageKeepsItsOwnTerm(facts, answer),
                        registeredInTime(in, facts, answer),
                        checkedInTime(in, facts, answer),
                        producedInTime(in, facts, answer),
                        issuedInTime(in, facts, answer),
                        standardTotalIsKept(in, facts, answer),
                        totalAfterReturnIsKept(in, facts, answer),
                        recheckBeginsInTime(in, facts, answer),
                        preparationBeginsInTime(in, facts, answer),
                        duplicateFollowsPaymentInTime(in, facts, answer)));
    }

    /// The stages that have begun, and the whole; each has its own clock.
    @Override
    public List<CountedTerm> terms(Progress facts) {
        return stages(facts, terms.in(facts.week()));
    }

    private static List<CountedTerm> stages(Progress facts, Terms terms) {
        return Stream.of(
                        Optional.of(terms.count("register.due", facts.filedOn(), facts.days(RUD.TERM_1))),
                        Optional.of(terms.count("check.due", facts.checkFrom(), facts.days(RUD.TERM_2))),
                        terms.count("produce.due", facts.checkedOn(), facts.days(RUD.TERM_3)),
                        terms.count("issue.due", facts.producedOn(), facts.days(RUD.TERM_4)),
                        Optional.of(terms.count(
                                "total.due", facts.filedOn(), facts.days(facts.returned() ? RUD.TERM_6 : RUD.TERM_5))))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Answer answer(Progress facts, Terms terms) {
        LocalDate filed = facts.filedOn();
        Map<String, LocalDate> ends =
                stages(facts, terms).stream().collect(Collectors.toMap(CountedTerm::field, CountedTerm::due));
        return new Answer(
                new Term(ends.get("register.due")),
                new Check(terms.workingDays(facts.checkFrom(), CHECK_TARGET), ends.get("check.due")),
                new Term(ends.get("produce.due")),
                new Term(ends.get("issue.due")),
                new Term(ends.get("total.due")),
                new Check(terms.workingDays(filed, REVIEW_TARGET), terms.workingDays(filed, facts.days(RUD.PRINC_5))),
                new Term(terms.workingDays(facts.paidOn(), facts.days(RUD.COST_6))),
                new Term(terms.workingDays(facts.resentOn(), facts.days(RUD.INCOMPL_14))),
                new Term(terms.workingDays(facts.correctedOn(), facts.days(RUD.WRONG_10))),
                ends.get("total.due").plusDays(1));
    }

    @Clause(RUD.TERM_1)
    private static Finding registeredInTime(Terms in, Progress facts, Answer answer) {
        return judge(
                in,
                facts,
                RUD.TERM_1,
                new Sentence("registration", "регистрация"),
                FILING,
                Optional.of(facts.filedOn()),
                answer.register().due(),
                facts.registeredOn());
    }

    @Clause(RUD.TERM_2)
    private static Finding checkedInTime(Terms in, Progress facts, Answer answer) {
        return judge(
                in,
                facts,
                RUD.TERM_2,
                new Sentence("check of the papers", "проверка документов"),
                facts.resentOn().isPresent() ? RESENDING : FILING,
                Optional.of(facts.checkFrom()),
                answer.check().due(),
                facts.checkedOn());
    }

    @Clause(RUD.TERM_3)
    private static Finding producedInTime(Terms in, Progress facts, Answer answer) {
        return judge(
                in,
                facts,
                RUD.TERM_3,
                new Sentence("making the diploma", "изготовление диплома"),
                GOOD_CHECK,
                facts.checkedOn(),
                answer.produce().due(),
                facts.producedOn());
    }

    @Clause(RUD.TERM_4)
    private static Finding issuedInTime(Terms in, Progress facts, Answer answer) {
        return judge(
                in,
                facts,
                RUD.TERM_4,
                new Sentence("issue", "выдача"),
                SIGNING,
                facts.producedOn(),
                answer.issue().due(),
                facts.issuedOn());
    }

    @Clause(RUD.TERM_5)
    private static Finding standardTotalIsKept(Terms in, Progress facts, Answer answer) {
        if (facts.returned()) {
            return doesNotApply(
                    RUD.TERM_5,
                    new Sentence(
                            "the request was sent back for rework, so the longer total governs",
                            "заявку возвращали на доработку, поэтому действует больший общий срок"));
        }
        return total(in, RUD.TERM_5, facts, answer);
    }

    @Clause(RUD.TERM_6)
    private static Finding totalAfterReturnIsKept(Terms in, Progress facts, Answer answer) {
        if (!facts.returned()) {
            return doesNotApply(
                    RUD.TERM_6,
                    new Sentence("the request was never sent back for rework", "заявку не возвращали на доработку"));
        }
        return total(in, RUD.TERM_6, facts, answer);
    }

    private static Finding total(Terms in, String clause, Progress facts, Answer answer) {
        return judge(
                in,
                facts,
                clause,
                new Sentence("the whole case", "всё дело"),
                FILING,
                Optional.of(facts.filedOn()),
                answer.total().due(),
                facts.issuedOn());
    }

    /// A stage may be late although the total is kept, and the other way round.
    @Clause(RUD.TERM_10)
    private static Finding everyStageKeepsItsOwnTerm(Progress facts, Answer answer) {
        List<String> en = new ArrayList<>();
        List<String> ru = new ArrayList<>();
        late(en, ru, "registration", "регистрация", answer.register().due(), facts.registeredOn());
        late(en, ru, "check", "проверка", answer.check().due(), facts.checkedOn());
        late(en, ru, "making", "изготовление", answer.produce().due(), facts.producedOn());
        late(en, ru, "issue", "выдача", answer.issue().due(), facts.issuedOn());
        return en.isEmpty()
                ? met(
                        RUD.TERM_10,
                        new Sentence("no stage is late on these facts", "по этим данным ни один этап не опоздал"))
                : notMet(
                        RUD.TERM_10,
                        new Sentence("late: " + String.join(", ", en), "с опозданием: " + String.join(", ", ru)));
    }

    private static void late(
            List<String> en,
            List<String> ru,
            String stage,
            String stageRu,
            @Nullable LocalDate due,
            Optional<LocalDate> done) {
        if (due != null && done.filter(day -> day.isAfter(due)).isPresent()) {
            en.add(stage);
            ru.add(stageRu);
        }
    }

    /// The general section names 5 to 15 working days; on the portal the stage table goes first, so it is only shown.
    @Clause(RUD.PRINC_5)
    private static Finding reviewEndsInTime(Terms in, Progress facts, Answer answer) {
        return judge(
                in,
                facts,
                RUD.PRINC_5,
                new Sentence("review by the general section", "рассмотрение по общему разделу"),
                FILING,
                Optional.of(facts.filedOn()),
                answer.review().due(),
                facts.checkedOn());
    }

    @Clause(RUD.COST_6)
    private static Finding duplicateFollowsPaymentInTime(Terms in, Progress facts, Answer answer) {
        return judge(
                in,
                facts,
                RUD.COST_6,
                new Sentence("issue after payment", "выдача после оплаты"),
                PAYMENT,
                facts.paidOn(),
                answer.afterPayment().due(),
                facts.issuedOn());
    }

    @Clause(RUD.INCOMPL_14)
    private static Finding recheckBeginsInTime(Terms in, Progress facts, Answer answer) {
        return judge(
                in,
                facts,
                RUD.INCOMPL_14,
                new Sentence("start of the second check", "начало повторной проверки"),
                RESENDING,
                facts.resentOn(),
                answer.recheckStart().due(),
                facts.recheckStartedOn());
    }

    @Clause(RUD.WRONG_10)
    private static Finding preparationBeginsInTime(Terms in, Progress facts, Answer answer) {
        return judge(
                in,
                facts,
                RUD.WRONG_10,
                new Sentence("start of work on the duplicate", "начало подготовки дубликата"),
                CORRECTION,
                facts.correctedOn(),
                answer.preparationStart().due(),
                facts.preparationStartedOn());
    }

    @Clause(RUD.TRACK_5)
    private static Finding operatorMayBeAskedWhenTheTermIsOver(Progress facts, Answer answer) {
        LocalDate from = answer.escalateFrom();
        Optional<LocalDate> asked = facts.on();
        if (asked.isEmpty()) {
            return doesNotApply(
                    RUD.TRACK_5,
                    Sentence.of(
                            "no day is asked about; the operator may be asked from %1$tF",
                            "день не указан; спросить оператора можно с %1$td.%1$tm.%1$tY", from));
        }
        LocalDate on = asked.orElseThrow();
        return Finding.of(
                RUD.TRACK_5,
                !on.isBefore(from)
                        && facts.issuedOn().filter(day -> !day.isAfter(on)).isEmpty(),
                Sentence.of(
                        "on %2$tF the term is over; the operator may be asked since %1$tF",
                        "%2$td.%2$tm.%2$tY срок уже вышел; спросить оператора можно с %1$td.%1$tm.%1$tY", from, on),
                Sentence.of(
                        "on %2$tF nothing is overdue; the operator may be asked from %1$tF if the case is still open",
                        "%2$td.%2$tm.%2$tY срок не нарушен; спросить оператора можно с %1$td.%1$tm.%1$tY, если дело открыто",
                        from,
                        on));
    }

    private static Finding judge(
            Terms in,
            Progress facts,
            String clause,
            Sentence act,
            Sentence start,
            Optional<LocalDate> from,
            @Nullable LocalDate due,
            Optional<LocalDate> done) {
        return Terms.judge(clause, act, start, from, in.working(facts.days(clause)), due, done);
    }
}
