package org.matricula.packs.ru.diploma;

import static org.matricula.law.Finding.doesNotApply;
import static org.matricula.law.Finding.met;
import static org.matricula.law.Finding.notMet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matricula.law.Clause;
import org.matricula.law.Decision;
import org.matricula.law.Edition;
import org.matricula.law.Finding;
import org.matricula.law.Regulation;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.law.WorkingCalendar;
import org.matricula.packs.ru.RUD;

/// The terms of a request on the portal, stage by stage, in working days of the five-day week.
///
/// The text gives several terms; the stage limits 1, 7, 10 and 2 govern, and they add up to the total of 20. A return
/// for rework makes the total 30. Each stage has its own clock: registration, check and total count from filing, making
/// from the good check, issue from printing and signing.
final class TermDecision implements Decision<Progress, TermDecision.Answer> {
    private static final int REGISTER = 1;
    private static final int CHECK_TARGET = 3;
    private static final int CHECK = 7;
    private static final int PRODUCE = 10;
    private static final int ISSUE = 2;
    private static final int TOTAL = 20;
    private static final int TOTAL_AFTER_RETURN = 30;
    private static final int REVIEW_TARGET = 5;
    private static final int REVIEW = 15;
    private static final int AFTER_PAYMENT = 30;
    private static final int RECHECK_START = 5;
    private static final int PREPARATION_START = 5;

    private static final Sentence FILING = new Sentence("filing", "подача");
    private static final Sentence GOOD_CHECK = new Sentence("the good check", "успешная проверка");
    private static final Sentence SIGNING = new Sentence("printing and signing", "печать и подпись");
    private static final Sentence PAYMENT = new Sentence("payment", "оплата");
    private static final Sentence RESENDING = new Sentence("sending again", "повторная отправка");
    private static final Sentence CORRECTION =
            new Sentence("the corrected data passing", "проверка исправленных данных");

    private final Terms terms;

    TermDecision(WorkingCalendar calendar) {
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
    public String id() {
        return "ru.diploma.term";
    }

    @Override
    public Sentence title() {
        return new Sentence(
                "By when is each stage of a duplicate due?", "К какому дню должен закончиться каждый этап?");
    }

    @Override
    public Regulation regulation() {
        return RUD.regulation();
    }

    @Override
    public Class<Progress> factsType() {
        return Progress.class;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public Ruling<Answer> decide(Progress facts, Edition edition) {
        Terms in = terms.in(facts.week());
        Answer answer = answer(facts, in);
        return new Ruling<>(
                answer,
                List.of(
                        reviewTakesAtMostFifteenDays(in, facts, answer),
                        operatorMayBeAskedWhenTheTermIsOver(facts, answer),
                        everyStageKeepsItsOwnTerm(facts, answer),
                        registeredWithinOneDay(in, facts, answer),
                        checkedWithinSevenDays(in, facts, answer),
                        producedWithinTenDays(in, facts, answer),
                        issuedWithinTwoDays(in, facts, answer),
                        standardTotalIsTwentyDays(in, facts, answer),
                        returnedTotalIsThirtyDays(in, facts, answer),
                        recheckBeginsWithinFiveDays(in, facts, answer),
                        preparationBeginsWithinFiveDays(in, facts, answer),
                        duplicateFollowsPaymentWithinThirtyDays(in, facts, answer)));
    }

    private static Answer answer(Progress facts, Terms terms) {
        LocalDate filed = facts.filedOn();
        LocalDate total = terms.workingDays(filed, facts.returned() ? TOTAL_AFTER_RETURN : TOTAL);
        return new Answer(
                new Term(terms.workingDays(filed, REGISTER)),
                new Check(
                        terms.workingDays(facts.checkFrom(), CHECK_TARGET),
                        terms.workingDays(facts.checkFrom(), CHECK)),
                new Term(terms.workingDays(facts.checkedOn(), PRODUCE)),
                new Term(terms.workingDays(facts.producedOn(), ISSUE)),
                new Term(total),
                new Check(terms.workingDays(filed, REVIEW_TARGET), terms.workingDays(filed, REVIEW)),
                new Term(terms.workingDays(facts.paidOn(), AFTER_PAYMENT)),
                new Term(terms.workingDays(facts.resentOn(), RECHECK_START)),
                new Term(terms.workingDays(facts.correctedOn(), PREPARATION_START)),
                total.plusDays(1));
    }

    @Clause(RUD.TERM_1)
    private static Finding registeredWithinOneDay(Terms in, Progress facts, Answer answer) {
        return judge(
                in,
                RUD.TERM_1,
                new Sentence("registration", "регистрация"),
                FILING,
                Optional.of(facts.filedOn()),
                REGISTER,
                answer.register().due(),
                facts.registeredOn());
    }

    @Clause(RUD.TERM_2)
    private static Finding checkedWithinSevenDays(Terms in, Progress facts, Answer answer) {
        return judge(
                in,
                RUD.TERM_2,
                new Sentence("check of the papers", "проверка документов"),
                facts.resentOn().isPresent() ? RESENDING : FILING,
                Optional.of(facts.checkFrom()),
                CHECK,
                answer.check().due(),
                facts.checkedOn());
    }

    @Clause(RUD.TERM_3)
    private static Finding producedWithinTenDays(Terms in, Progress facts, Answer answer) {
        return judge(
                in,
                RUD.TERM_3,
                new Sentence("making the diploma", "изготовление диплома"),
                GOOD_CHECK,
                facts.checkedOn(),
                PRODUCE,
                answer.produce().due(),
                facts.producedOn());
    }

    @Clause(RUD.TERM_4)
    private static Finding issuedWithinTwoDays(Terms in, Progress facts, Answer answer) {
        return judge(
                in,
                RUD.TERM_4,
                new Sentence("issue", "выдача"),
                SIGNING,
                facts.producedOn(),
                ISSUE,
                answer.issue().due(),
                facts.issuedOn());
    }

    @Clause(RUD.TERM_5)
    private static Finding standardTotalIsTwentyDays(Terms in, Progress facts, Answer answer) {
        if (facts.returned()) {
            return doesNotApply(
                    RUD.TERM_5,
                    new Sentence(
                            "the request was sent back for rework, so the longer total governs",
                            "заявку возвращали на доработку, поэтому действует больший общий срок"));
        }
        return total(in, RUD.TERM_5, facts, TOTAL, answer);
    }

    @Clause(RUD.TERM_6)
    private static Finding returnedTotalIsThirtyDays(Terms in, Progress facts, Answer answer) {
        if (!facts.returned()) {
            return doesNotApply(
                    RUD.TERM_6,
                    new Sentence("the request was never sent back for rework", "заявку не возвращали на доработку"));
        }
        return total(in, RUD.TERM_6, facts, TOTAL_AFTER_RETURN, answer);
    }

    private static Finding total(Terms in, String clause, Progress facts, int days, Answer answer) {
        return judge(
                in,
                clause,
                new Sentence("the whole case", "всё дело"),
                FILING,
                Optional.of(facts.filedOn()),
                days,
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
    private static Finding reviewTakesAtMostFifteenDays(Terms in, Progress facts, Answer answer) {
        return judge(
                in,
                RUD.PRINC_5,
                new Sentence("review by the general section", "рассмотрение по общему разделу"),
                FILING,
                Optional.of(facts.filedOn()),
                REVIEW,
                answer.review().due(),
                facts.checkedOn());
    }

    @Clause(RUD.COST_6)
    private static Finding duplicateFollowsPaymentWithinThirtyDays(Terms in, Progress facts, Answer answer) {
        return judge(
                in,
                RUD.COST_6,
                new Sentence("issue after payment", "выдача после оплаты"),
                PAYMENT,
                facts.paidOn(),
                AFTER_PAYMENT,
                answer.afterPayment().due(),
                facts.issuedOn());
    }

    @Clause(RUD.INCOMPL_14)
    private static Finding recheckBeginsWithinFiveDays(Terms in, Progress facts, Answer answer) {
        return judge(
                in,
                RUD.INCOMPL_14,
                new Sentence("start of the second check", "начало повторной проверки"),
                RESENDING,
                facts.resentOn(),
                RECHECK_START,
                answer.recheckStart().due(),
                facts.recheckStartedOn());
    }

    @Clause(RUD.WRONG_10)
    private static Finding preparationBeginsWithinFiveDays(Terms in, Progress facts, Answer answer) {
        return judge(
                in,
                RUD.WRONG_10,
                new Sentence("start of work on the duplicate", "начало подготовки дубликата"),
                CORRECTION,
                facts.correctedOn(),
                PREPARATION_START,
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
            String clause,
            Sentence act,
            Sentence start,
            Optional<LocalDate> from,
            int days,
            @Nullable LocalDate due,
            Optional<LocalDate> done) {
        return Terms.judge(clause, act, start, from, in.working(days), due, done);
    }
}
