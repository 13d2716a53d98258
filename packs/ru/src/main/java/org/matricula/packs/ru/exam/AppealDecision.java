package org.matricula.packs.ru.exam;

import static org.matricula.law.Finding.needsPerson;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
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
import org.matricula.law.time.Term;
import org.matricula.packs.ru.RUE;
import org.matricula.packs.ru.facts.Order;

/// Whether an appeal against a grade is taken.
///
/// It is in time until the end of the next calendar day, Sundays included: after the examination for an
/// interview, after the posting of the grade for written work, after the result appeared for a test. It names
/// what in the procedure was broken, and it is a signed scan. Where no posting of written work is known, no term
/// runs yet.
final class AppealDecision extends ExamDecision<AppealDecision.Appeal, AppealDecision.Answer> {
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);
    private static final Term ONE_DAY = new Term.CalendarDays(1);

    AppealDecision() {
        super(
                "ru.exam.appeal",
                new Sentence("Is the appeal against the grade taken?", "Принимается ли апелляция на оценку?"),
                Appeal.class,
                Answer.class);
    }

    /// @param examOn the day of the examination
    /// @param postedAt when the grade or result appeared
    /// @param filedAt when the appeal reached the dean's office
    /// @param breachNamed whether it names what in the procedure was broken
    /// @param signedScan whether it is a signed scan
    record Appeal(
            ExamForm form,
            @Facts.Says("the day of the examination") LocalDate examOn,

            @Facts.Says("when the grade of written work was posted or the result of a test appeared")
            Optional<LocalDateTime> postedAt,

            @Facts.Says("when the appeal reached the dean's office")
            LocalDateTime filedAt,

            @Facts.Says("it names what in the procedure was broken")
            boolean breachNamed,

            @Facts.Says("it is a signed scan") boolean signedScan)
            implements Facts.Checked {
        @Override
        public List<Problem> impossible() {
            Optional<LocalDate> exam = Optional.of(examOn);
            Order order = new Order().notBefore("examOn", exam, "postedAt", postedAt.map(LocalDateTime::toLocalDate));
            if (filedAt.toLocalDate().isBefore(examOn) || form == ExamForm.ORAL) {
                order.notBefore("examOn", examOn, "filedAt", filedAt.toLocalDate());
            } else {
                // Nobody can disagree with a grade before it is there.
                order.momentNotBefore("postedAt", postedAt, "filedAt", Optional.of(filedAt));
            }
            return order.problems();
        }

        /// The day after which one more is given; empty while it has not come.
        private Optional<LocalDate> base() {
            Optional<LocalDate> posted = postedAt.map(LocalDateTime::toLocalDate);
            return switch (form) {
                case ORAL -> Optional.of(examOn);
                case WRITTEN -> posted;
                case TEST -> posted.or(() -> Optional.of(examOn));
            };
        }

        private Optional<LocalDate> lastDay() {
            return base().map(day -> LegalClock.ofPlainDays().due(ONE_DAY, day));
        }

        private Optional<Boolean> inTime() {
            return lastDay().map(day -> !filedAt.toLocalDate().isAfter(day));
        }
    }

    /// @param inTime whether it came in time; null while no term runs
    /// @param admissible whether it is taken
    /// @param lastMoment the last second at which it is in time; null while no term runs
    record Answer(
            @Nullable Boolean inTime,
            boolean admissible,
            @Nullable LocalDateTime lastMoment) {}

    @Override
    public Optional<LocalDate> relevantDate(Appeal appeal) {
        return Optional.of(appeal.examOn());
    }

    @Override
    public Ruling<Answer> decide(Appeal appeal, Edition edition) {
        boolean inTime = appeal.inTime().orElse(false);
        return new Ruling<>(
                new Answer(
                        appeal.inTime().orElse(null),
                        inTime && appeal.breachNamed() && appeal.signedScan(),
                        appeal.lastDay().map(day -> day.atTime(LAST_SECOND)).orElse(null)),
                List.of(
                        interviewIsAppealedByTheNextDay(appeal),
                        testIsAppealedByTheNextDay(appeal),
                        writtenWorkIsAppealedByTheDayAfterPosting(appeal),
                        appealIsASignedScan(appeal)));
    }

    @Clause(RUE.ART_3_ORAL_6_S)
    private static Finding interviewIsAppealedByTheNextDay(Appeal appeal) {
        return judge(RUE.ART_3_ORAL_6_S, ExamForm.ORAL, appeal);
    }

    @Clause(RUE.ART_3_TEST_NOAPPEAL)
    private static Finding testIsAppealedByTheNextDay(Appeal appeal) {
        return judge(RUE.ART_3_TEST_NOAPPEAL, ExamForm.TEST, appeal);
    }

    @Clause(RUE.ART_3_WRITTEN_12_APPEAL)
    private static Finding writtenWorkIsAppealedByTheDayAfterPosting(Appeal appeal) {
        return judge(RUE.ART_3_WRITTEN_12_APPEAL, ExamForm.WRITTEN, appeal);
    }

    @Clause(RUE.ART_3_WRITTEN_12_FORM)
    private static Finding appealIsASignedScan(Appeal appeal) {
        return Finding.of(
                RUE.ART_3_WRITTEN_12_FORM,
                appeal.signedScan(),
                new Sentence("a signed scan was sent", "прислан подписанный скан"),
                new Sentence("no signed scan was sent", "подписанного скана нет"));
    }

    private static Finding judge(String clause, ExamForm form, Appeal appeal) {
        if (appeal.form() != form) {
            return ExamForm.elsewhere(clause, Optional.of(appeal.form()));
        }
        if (appeal.lastDay().isEmpty()) {
            return needsPerson(
                    clause,
                    new Sentence(
                            "when was the grade posted? The term starts from there",
                            "когда размещена оценка? С этого начинается срок"));
        }
        LocalDate last = appeal.lastDay().orElseThrow();
        LocalDate base = last.minusDays(1);
        boolean inTime = appeal.inTime().orElse(false);
        String en = "counted from %1$tF, in time through %2$tF 23:59:59; filed on %3$tF at %3$tT, which is "
                + (inTime ? "in time" : "late")
                + (appeal.breachNamed() ? "; a breach is named" : "; no breach of procedure is named");
        String ru =
                "отсчёт от %1$td.%1$tm.%1$tY, срок по %2$td.%2$tm.%2$tY 23:59:59; подана %3$td.%3$tm.%3$tY в %3$tT, "
                        + (inTime ? "в срок" : "с опозданием")
                        + (appeal.breachNamed() ? "; нарушение названо" : "; нарушение процедуры не названо");
        Sentence because = Sentence.of(en, ru, base, last, appeal.filedAt());
        return Finding.of(clause, inTime && appeal.breachNamed(), because, because);
    }
}
