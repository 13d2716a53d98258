package org.matricula.packs.ru.exam;

import static org.matricula.law.Finding.doesNotApply;
import static org.matricula.law.Finding.needsPerson;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Facts.Problem;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.law.time.LegalClock;
import org.matricula.law.time.Term.Minutes;
import org.matricula.packs.ru.RUE;
import org.matricula.packs.ru.facts.Order;

/// What follows from a failure of equipment during an examination.
///
/// Fifteen minutes run from the first loss that the teacher noticed and logged; exactly 15:00 still counts as
/// mended in time. Only the student's own equipment ends an examination, and that end is an absence for a valid
/// reason, never a grade. When the teacher's side or the platform fails, the session is suspended until the
/// teacher resumes it.
final class TechnicalFailureDecision
        extends ExamDecision<TechnicalFailureDecision.Failure, TechnicalFailureDecision.Answer> {
    TechnicalFailureDecision() {
        super(
                "ru.exam.technical-failure",
                new Sentence(
                        "Does a failure of equipment end the examination?",
                        "Прекращает ли экзамен сбой технических средств?"),
                Failure.class,
                Answer.class);
    }

    /// Whose equipment failed.
    enum Owner {
        STUDENT("the student's equipment", "техника студента"),
        TEACHER("the teacher's equipment", "техника преподавателя"),
        PLATFORM("the platform", "площадка");

        private final Sentence label;

        Owner(String en, String ru) {
            label = new Sentence(en, ru);
        }
    }

    /// What follows.
    enum Outcome {
        /// The failure was mended in time.
        CONTINUES,
        /// The student's examination ends with an absence for a valid reason.
        STOPPED_ABSENT_VALID,
        /// Not the student's failure: nobody is absent, the teacher resumes or reschedules.
        SESSION_SUSPENDED,
        /// The fifteen minutes are not over.
        PENDING
    }

    /// What the teacher wrote down.
    enum Mark {
        ABSENT_VALID("absence for a valid reason", "неявка по уважительной причине"),
        ABSENT_NO_REASON("absence without a valid reason", "неявка без уважительной причины"),
        UNSATISFACTORY("the grade 'unsatisfactory'", "оценка «неудовлетворительно»");

        private final Sentence label;

        Mark(String en, String ru) {
            label = new Sentence(en, ru);
        }
    }

    /// @param lostAt when the failure was first noticed and logged; its day is the day of the examination
    /// @param restoredAt when the connection was back, if it is
    /// @param asOf the moment for which it is asked
    /// @param form the form of the examination, if the rows of its procedure are to be examined
    /// @param nature what failed, as the teacher said it aloud
    /// @param recordedAs what the teacher wrote down, if the entry is to be examined
    /// @param retakeOn the day of the new examination, once proposed
    /// @param periodEndsOn the last day of the assessment period
    record Failure(
            @Facts.Says("whose equipment failed: STUDENT, TEACHER or PLATFORM")
            Owner owner,

            @Facts.Says("when the failure was first noticed and logged")
            LocalDateTime lostAt,

            @Facts.Says("when the connection was back, if it is")
            Optional<LocalDateTime> restoredAt,

            @Facts.Says("the moment for which it is asked") LocalDateTime asOf,

            @Facts.Says("ORAL, WRITTEN or TEST, to examine the rows of that form")
            Optional<ExamForm> form,

            @Facts.Says("what failed, as the teacher said it aloud")
            Optional<String> nature,

            @Facts.Says("what the teacher wrote down") Optional<Mark> recordedAs,

            @Facts.Says("day of the new examination, once proposed")
            Optional<LocalDate> retakeOn,

            @Facts.Says("last day of the assessment period") Optional<LocalDate> periodEndsOn)
            implements Facts.Checked {
        @Override
        public List<Problem> impossible() {
            Optional<LocalDateTime> lost = Optional.of(lostAt);
            Optional<LocalDateTime> asked = Optional.of(asOf);
            Order order = new Order()
                    .momentNotBefore("lostAt", lost, "restoredAt", restoredAt)
                    .momentNotBefore("lostAt", lost, "asOf", asked);
            if (!asOf.isBefore(lostAt)) {
                order.momentNotBefore("restoredAt", restoredAt, "asOf", asked);
            }
            Optional<LocalDate> exam = Optional.of(examOn());
            return order.notBefore("lostAt", exam, "retakeOn", retakeOn)
                    .notBefore("lostAt", exam, "periodEndsOn", periodEndsOn)
                    .problems();
        }

        private LocalDate examOn() {
            return lostAt.toLocalDate();
        }

        private int minutes() {
            return RUE.number(RUE.ART_2_8_15MIN, examOn());
        }

        /// The last good moment for mending it.
        private LocalDateTime stopsAfter() {
            return LegalClock.lastMoment(new Minutes(minutes()), lostAt);
        }

        private Outcome outcome() {
            if (owner != Owner.STUDENT) {
                return Outcome.SESSION_SUSPENDED;
            }
            boolean inTime = !restoredAt.orElse(asOf).isAfter(stopsAfter());
            if (!inTime) {
                return Outcome.STOPPED_ABSENT_VALID;
            }
            return restoredAt.isPresent() ? Outcome.CONTINUES : Outcome.PENDING;
        }

        private boolean stopped() {
            return outcome() == Outcome.STOPPED_ABSENT_VALID;
        }

        /// How long it lasted, up to the moment asked for, as minutes and seconds; a fraction too, for it may decide.
        private String lasted() {
            Duration lasted = Duration.between(lostAt, restoredAt.orElse(asOf));
            String seconds = "%d:%02d".formatted(lasted.toMinutes(), lasted.toSecondsPart());
            return lasted.toNanosPart() == 0
                    ? seconds
                    : seconds + ".%09d".formatted(lasted.toNanosPart()).replaceAll("0+$", "");
        }
    }

    /// @param stopsAfter the last moment at which mending it still counts; null where no such time runs
    record Answer(Outcome outcome, @Nullable LocalDateTime stopsAfter) {}

    @Override
    public Optional<LocalDate> relevantDate(Failure failure) {
        return Optional.of(failure.examOn());
    }

    @Override
    public Ruling<Answer> decide(Failure failure, Edition edition) {
        return new Ruling<>(
                new Answer(failure.outcome(), failure.owner() == Owner.STUDENT ? failure.stopsAfter() : null),
                List.of(
                        fifteenMinutesAreGiven(failure),
                        absenceHasValidReason(failure),
                        failureIsTheStudents(failure),
                        retakeIsOnAnotherDay(failure),
                        interviewFailureIsDescribed(failure),
                        interviewMovesWithinThePeriod(failure),
                        testFailureIsDescribed(failure),
                        testMovesWithinThePeriod(failure),
                        writtenFailureIsDescribed(failure),
                        writtenWorkMovesWithinThePeriod(failure)));
    }

    @Clause(RUE.ART_2_8_15MIN)
    private static Finding fifteenMinutesAreGiven(Failure failure) {
        return switch (failure.outcome()) {
            case SESSION_SUSPENDED -> notTheStudents(RUE.ART_2_8_15MIN, failure);
            case PENDING ->
                doesNotApply(
                        RUE.ART_2_8_15MIN,
                        Sentence.of(
                                "lost at %1$tT, not back after %3$s; there is time until %2$tT",
                                "сбой в %1$tT, за %3$s не устранён; время есть до %2$tT",
                                failure.lostAt(),
                                failure.stopsAfter(),
                                failure.lasted()));
            case CONTINUES, STOPPED_ABSENT_VALID ->
                Finding.of(
                        RUE.ART_2_8_15MIN,
                        !failure.stopped(),
                        Sentence.of(
                                "lost at %1$tT and back after %3$s, by %2$tT; the examination goes on",
                                "сбой в %1$tT устранён за %3$s, не позже %2$tT; экзамен продолжается",
                                failure.lostAt(),
                                failure.stopsAfter(),
                                failure.lasted()),
                        Sentence.of(
                                "lost at %1$tT and not back by %2$tT: %3$s is more than %4$d minutes; it goes no further",
                                "сбой в %1$tT не устранён к %2$tT: %3$s больше %4$d минут; экзамен дальше не идёт",
                                failure.lostAt(),
                                failure.stopsAfter(),
                                failure.lasted(),
                                failure.minutes()));
        };
    }

    @Clause(RUE.ART_2_8_VALID)
    private static Finding absenceHasValidReason(Failure failure) {
        if (!failure.stopped()) {
            return notStopped(RUE.ART_2_8_VALID, failure);
        }
        Mark mark = failure.recordedAs().orElse(Mark.ABSENT_VALID);
        return Finding.of(
                RUE.ART_2_8_VALID,
                mark == Mark.ABSENT_VALID,
                Sentence.of(
                        "after %s without a connection: %s, and no grade",
                        "после %1$s без связи: %3$s, без оценки",
                        failure.lasted(),
                        mark.label.en(),
                        mark.label.local()),
                Sentence.of(
                        "%1$s was recorded; after a failure of %3$s it must be absence for a valid reason",
                        "записано: %2$s; после сбоя в %3$s должна быть неявка по уважительной причине",
                        mark.label.en(),
                        mark.label.local(),
                        failure.lasted()));
    }

    @Clause(RUE.ART_2_8_STUDENT)
    private static Finding failureIsTheStudents(Failure failure) {
        Sentence label = failure.owner().label;
        return Finding.of(
                RUE.ART_2_8_STUDENT,
                failure.owner() == Owner.STUDENT,
                Sentence.of("what failed is %s", "отказала %2$s", label.en(), label.local()),
                Sentence.of(
                        "what failed is %s, not the student's equipment: the session is suspended, nobody is absent",
                        "отказала %2$s, а не техника студента: экзамен приостановлен, неявок нет",
                        label.en(),
                        label.local()));
    }

    @Clause(RUE.ART_2_8_RETAKE)
    private static Finding retakeIsOnAnotherDay(Failure failure) {
        if (!failure.stopped()) {
            return notStopped(RUE.ART_2_8_RETAKE, failure);
        }
        if (failure.retakeOn().isEmpty()) {
            return needsPerson(
                    RUE.ART_2_8_RETAKE,
                    Sentence.of(
                            "with which other group, on which day after %1$tF, is the student examined?",
                            "с какой другой группой и в какой день после %1$td.%1$tm.%1$tY студент сдаёт экзамен?",
                            failure.examOn()));
        }
        LocalDate retake = failure.retakeOn().orElseThrow();
        return Finding.of(
                RUE.ART_2_8_RETAKE,
                !retake.equals(failure.examOn()),
                Sentence.of(
                        "the new examination is on %1$tF, another day than %2$tF",
                        "новый экзамен %1$td.%1$tm.%1$tY, не в тот же день %2$td.%2$tm.%2$tY",
                        retake,
                        failure.examOn()),
                Sentence.of(
                        "the new examination is on %1$tF, the very day of the failure",
                        "новый экзамен %1$td.%1$tm.%1$tY, в самый день сбоя", retake));
    }

    @Clause(RUE.ART_3_ORAL_7_T)
    private static Finding interviewFailureIsDescribed(Failure failure) {
        return described(RUE.ART_3_ORAL_7_T, ExamForm.ORAL, failure);
    }

    @Clause(RUE.ART_3_ORAL_7_U)
    private static Finding interviewMovesWithinThePeriod(Failure failure) {
        return moved(RUE.ART_3_ORAL_7_U, ExamForm.ORAL, failure);
    }

    @Clause(RUE.ART_3_TEST_5_T)
    private static Finding testFailureIsDescribed(Failure failure) {
        return described(RUE.ART_3_TEST_5_T, ExamForm.TEST, failure);
    }

    @Clause(RUE.ART_3_TEST_5_U)
    private static Finding testMovesWithinThePeriod(Failure failure) {
        return moved(RUE.ART_3_TEST_5_U, ExamForm.TEST, failure);
    }

    @Clause(RUE.ART_3_WRITTEN_8_T)
    private static Finding writtenFailureIsDescribed(Failure failure) {
        return described(RUE.ART_3_WRITTEN_8_T, ExamForm.WRITTEN, failure);
    }

    @Clause(RUE.ART_3_WRITTEN_8_U)
    private static Finding writtenWorkMovesWithinThePeriod(Failure failure) {
        return moved(RUE.ART_3_WRITTEN_8_U, ExamForm.WRITTEN, failure);
    }

    /// The teacher says aloud whose equipment failed and how.
    private static Finding described(String clause, ExamForm form, Failure failure) {
        if (failure.form().filter(form::equals).isEmpty()) {
            return ExamForm.elsewhere(clause, failure.form());
        }
        if (!failure.stopped()) {
            return notStopped(clause, failure);
        }
        if (failure.nature().isEmpty()) {
            return needsPerson(
                    clause,
                    Sentence.of(
                            "what failed for %s? The teacher says it aloud with the full name",
                            "что отказало на %s? Преподаватель называет это вслух вместе с полным именем",
                            failure.lasted()));
        }
        String nature = failure.nature().orElseThrow();
        return Finding.of(
                clause,
                !nature.isBlank(),
                Sentence.of(
                        "out for %s, described as: %s", "сбой на %s, описан так: %s", failure.lasted(), nature.strip()),
                Sentence.of("out for %s and not described", "сбой на %s, описания нет", failure.lasted()));
    }

    /// The new day lies in the assessment period; what does not fit there goes to an additional session.
    private static Finding moved(String clause, ExamForm form, Failure failure) {
        if (failure.form().filter(form::equals).isEmpty()) {
            return ExamForm.elsewhere(clause, failure.form());
        }
        if (!failure.stopped()) {
            return notStopped(clause, failure);
        }
        if (failure.retakeOn().isEmpty() || failure.periodEndsOn().isEmpty()) {
            return needsPerson(
                    clause,
                    new Sentence(
                            "which new day do teacher and dean's office agree on, and when does the period end?",
                            "какой новый день согласуют преподаватель и деканат и когда кончается период аттестации?"));
        }
        LocalDate retake = failure.retakeOn().orElseThrow();
        LocalDate ends = failure.periodEndsOn().orElseThrow();
        return Finding.of(
                clause,
                !retake.isAfter(ends),
                Sentence.of(
                        "the new day %1$tF lies in the period, which ends on %2$tF",
                        "новый день %1$td.%1$tm.%1$tY внутри периода, он кончается %2$td.%2$tm.%2$tY", retake, ends),
                Sentence.of(
                        "the new day %1$tF lies after the period, which ends on %2$tF: an additional session is needed",
                        "новый день %1$td.%1$tm.%1$tY после периода, он кончается %2$td.%2$tm.%2$tY:"
                                + " нужна дополнительная сессия",
                        retake,
                        ends));
    }

    private static Finding notStopped(String clause, Failure failure) {
        return failure.owner() == Owner.STUDENT
                ? doesNotApply(
                        clause,
                        Sentence.of(
                                "out for %s, which does not end the examination",
                                "сбой на %s экзамен не прекращает", failure.lasted()))
                : notTheStudents(clause, failure);
    }

    private static Finding notTheStudents(String clause, Failure failure) {
        return doesNotApply(
                clause,
                Sentence.of(
                        "what failed is %s; the clause is about the student's equipment",
                        "отказала %2$s; пункт о технике студента",
                        failure.owner().label.en(),
                        failure.owner().label.local()));
    }
}
