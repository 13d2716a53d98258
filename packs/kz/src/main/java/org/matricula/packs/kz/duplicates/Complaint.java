package org.matricula.packs.kz.duplicates;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matricula.law.CatalogueDecision;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Facts.Problem;
import org.matricula.law.Facts.Says;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.law.WorkingCalendar;
import org.matricula.law.WorkingCalendar.Week;
import org.matricula.law.time.CountedTerm;
import org.matricula.law.time.CountsTerms;
import org.matricula.law.time.DeadlineStrip;
import org.matricula.law.time.LegalClock;
import org.matricula.law.time.Term.OfWorkingDays;
import org.matricula.law.time.WorkingDays.Skipped;
import org.matricula.packs.kz.KZD;
import org.matricula.packs.kz.office.Impossible;

/// When a complaint must be answered.
///
/// Institution and centre work Monday to Saturday, so their five days are counted in that week. The Ministry is
/// not named in the five-day term; it gets the same one in the same week. The week of the control body is not
/// given; Monday to Friday.
final class Complaint extends CatalogueDecision<Complaint.Registered, Complaint.Answer>
        implements CountsTerms<Complaint.Registered> {
    private final LegalClock clock;

    Complaint(WorkingCalendar calendar) {
        super(
                "kz.duplicates.complaint",
                new Sentence("When is the complaint to be answered?", "Шағымға қашан жауап беріледі?"),
                KZD::regulation,
                Registered.class,
                Answer.class);
        this.clock = new LegalClock(calendar);
    }

    /// Who received the complaint.
    enum Body {
        PROVIDER(KZD.ART_11_5WD, Week.SIX, true),
        CENTRE(KZD.ART_11_5WD, Week.SIX, true),
        MINISTRY(KZD.ART_11_5WD, Week.SIX, false),
        CONTROL_BODY(KZD.ART_11_15WD, Week.FIVE, false);

        private final String clause;
        private final Week week;
        private final boolean weekIsWritten;

        Body(String clause, Week week, boolean weekIsWritten) {
            this.clause = clause;
            this.week = week;
            this.weekIsWritten = weekIsWritten;
        }
    }

    /// A registered complaint.
    record Registered(
            @Says("Who received it") Body body,
            @Says("Day of registration; it does not count") LocalDate registeredOn,

            @Says(
                    "Working week where the text gives none: of the Ministry (default SIX) or the control body (default FIVE)")
            Optional<Week> week,

            @Says("Day of the reply") Optional<LocalDate> answeredOn)
            implements Facts.Checked {
        @Override
        public List<Problem> impossible() {
            return new Impossible()
                    .when(
                            body.weekIsWritten && week.isPresent() && week.get() != body.week,
                            "/week",
                            new Sentence(
                                    "The standard itself gives this body a week from Monday to Saturday",
                                    "Стандарттың өзі бұл органға дүйсенбі–сенбі аптасын береді"))
                    .ifBefore(
                            "/answeredOn",
                            answeredOn,
                            registeredOn,
                            new Sentence("Answered before it was registered", "Тіркелмей тұрып жауап берілді"))
                    .problems();
        }

        private Week ownWeek() {
            return week.orElse(body.week);
        }

        private int workingDays() {
            return KZD.number(body.clause, registeredOn);
        }
    }

    /// The answer.
    ///
    /// @param due last day of the reply
    /// @param workingDays how many working days the body has
    /// @param week the week they were counted in
    /// @param skipped the days that did not count
    /// @param inTime whether it was answered in time; null while it is not answered
    record Answer(
            LocalDate due,
            int workingDays,
            Week week,
            List<Skipped> skipped,
            @Nullable Boolean inTime) {}

    @Override
    public Optional<LocalDate> relevantDate(Registered complaint) {
        return Optional.of(complaint.registeredOn());
    }

    @Override
    public List<CountedTerm> terms(Registered complaint) {
        return List.of(term(complaint));
    }

    private CountedTerm term(Registered complaint) {
        return clock.count(
                "due", new OfWorkingDays(complaint.workingDays(), complaint.ownWeek()), complaint.registeredOn());
    }

    @Override
    public Ruling<Answer> decide(Registered complaint, Edition edition) {
        DeadlineStrip strip = term(complaint).strip();
        LocalDate due = strip.due().orElseThrow();
        Answer answer = new Answer(
                due,
                complaint.workingDays(),
                complaint.ownWeek(),
                strip.skipped(),
                complaint.answeredOn().map(day -> !day.isAfter(due)).orElse(null));
        return new Ruling<>(answer, List.of(fiveWorkingDays(complaint, answer), fifteenWorkingDays(complaint, answer)));
    }

    @Clause(KZD.ART_11_5WD)
    private static Finding fiveWorkingDays(Registered complaint, Answer answer) {
        return complaint.body() == Body.CONTROL_BODY
                ? otherBody(KZD.ART_11_5WD)
                : examined(KZD.ART_11_5WD, complaint, answer);
    }

    @Clause(KZD.ART_11_15WD)
    private static Finding fifteenWorkingDays(Registered complaint, Answer answer) {
        return complaint.body() == Body.CONTROL_BODY
                ? examined(KZD.ART_11_15WD, complaint, answer)
                : otherBody(KZD.ART_11_15WD);
    }

    private static Finding otherBody(String clause) {
        return Finding.doesNotApply(
                clause, new Sentence("Another body received the complaint", "Шағымды басқа орган алды"));
    }

    private static Finding examined(String clause, Registered complaint, Answer answer) {
        String en = "Registered on %s: working day %d, %s, is %s%s"
                .formatted(
                        complaint.registeredOn(),
                        answer.workingDays(),
                        answer.week() == Week.SIX ? "Monday to Saturday" : "Monday to Friday",
                        answer.due(),
                        complaint.body().weekIsWritten ? "" : " (our reading: the text names no week for this body)");
        String kk = "%s күні тіркелді: %s есебімен %d-жұмыс күні — %s%s"
                .formatted(
                        complaint.registeredOn(),
                        answer.week() == Week.SIX ? "дүйсенбі–сенбі" : "дүйсенбі–жұма",
                        answer.workingDays(),
                        answer.due(),
                        complaint.body().weekIsWritten
                                ? ""
                                : " (біздің оқуымыз: мәтінде бұл органның аптасы айтылмаған)");
        return complaint
                .answeredOn()
                .map(day -> Finding.of(
                        clause,
                        Boolean.TRUE.equals(answer.inTime()),
                        new Sentence(en + "; answered on " + day, kk + "; жауабы " + day),
                        new Sentence(en + "; answered on " + day + ", late", kk + "; жауабы " + day + ", кешікті")))
                .orElseGet(() -> Finding.met(clause, new Sentence(en, kk)));
    }
}
