package org.matricula.packs.kz.grants;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matricula.law.CatalogueDecision;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Facts.Max;
import org.matricula.law.Facts.Min;
import org.matricula.law.Facts.Problem;
import org.matricula.law.Facts.Says;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.law.WorkingCalendar;
import org.matricula.law.time.LegalClock;
import org.matricula.packs.kz.KZG;
import org.matricula.packs.kz.office.Impossible;
import org.matricula.packs.kz.office.OfficeHours;
import org.matricula.packs.kz.office.Reception;
import org.matricula.packs.kz.office.Validity;

/// Whether an application for the grant competition came in time, when it counts as accepted and when it is
/// decided.
///
/// The moment of filing decides, not the day of acceptance, in the time of the capital. "By 15 August" is 14
/// August as our own target and a breach from 16 August.
final class Window extends CatalogueDecision<Window.Filed, Window.Answer> {
    private final Reception office;

    Window(WorkingCalendar calendar) {
        super(
                "kz.grants.window",
                new Sentence("Did the grant application come in time?", "Грантқа өтініш мерзімінде берілді ме?"),
                KZG::regulation,
                Filed.class,
                Answer.class);
        office = new Reception(
                calendar,
                OfficeHours.withLunch(
                        LocalTime.of(9, 0), LocalTime.of(18, 30), LocalTime.of(13, 0), LocalTime.of(14, 30)));
    }

    /// An application.
    record Filed(
            @Says("Year of the campaign") @Min(1991) @Max(2999)
            int year,

            @Says("Where it was handed in") Channel channel,
            @Says("When it was handed in") LocalDateTime submittedAt,

            @Says("Date of acceptance that the office wrote down")
            Optional<LocalDate> registeredOn,

            @Says("When the applicant asks to change institution or specialty")
            Optional<LocalDateTime> changeAskedAt,

            @Says("When the Ministry decided") Optional<LocalDateTime> decidedAt)
            implements Facts.Checked {
        @Override
        public List<Problem> impossible() {
            return new Impossible()
                    .ifBefore(
                            "/registeredOn",
                            registeredOn,
                            submittedAt.toLocalDate(),
                            new Sentence("Registered before it was handed in", "Тапсырылмай тұрып тіркелді"))
                    .when(
                            changeAskedAt.filter(at -> at.isBefore(submittedAt)).isPresent(),
                            "/changeAskedAt",
                            new Sentence("Changed before it was handed in", "Тапсырылмай тұрып өзгертілді"))
                    .when(
                            decidedAt.filter(at -> at.isBefore(submittedAt)).isPresent(),
                            "/decidedAt",
                            new Sentence("Decided before it was handed in", "Тапсырылмай тұрып шешілді"))
                    .problems();
        }

        private boolean inWindow() {
            return isOpen(submittedAt.toLocalDate());
        }

        private boolean isOpen(LocalDate day) {
            return !day.isBefore(opens()) && !day.isAfter(closes());
        }

        private LocalDate opens() {
            return LocalDate.of(year, Month.JULY, 23);
        }

        private LocalDate closes() {
            return LocalDate.of(year, Month.JULY, 31);
        }

        private LocalDate due() {
            return LocalDate.of(year, Month.AUGUST, 15);
        }
    }

    /// The answer.
    ///
    /// @param acceptedOn the day it counts as accepted; null when it came outside the window
    /// @param decisionDue last day of the decision, whatever the day of filing
    /// @param decisionTarget the day to aim for
    /// @param mayChange whether the change asked for is still allowed; null when none was asked for
    /// @param decidedInTime whether it was decided in time; null while undecided
    record Answer(
            boolean inWindow,
            @Nullable LocalDate acceptedOn,
            LocalDate decisionDue,
            LocalDate decisionTarget,
            @Nullable Boolean mayChange,
            @Nullable Boolean decidedInTime) {}

    /// A campaign runs under the standard in force when its window opens.
    @Override
    public Optional<LocalDate> relevantDate(Filed filed) {
        return Optional.of(filed.opens());
    }

    @Override
    public Ruling<Answer> decide(Filed filed, Edition edition) {
        Answer answer = new Answer(
                filed.inWindow(),
                acceptedOn(filed).orElse(null),
                filed.due(),
                LegalClock.lastDayBefore(filed.due()),
                filed.changeAskedAt().map(at -> filed.isOpen(at.toLocalDate())).orElse(null),
                filed.decidedAt()
                        .map(at -> !at.toLocalDate().isAfter(filed.due()))
                        .orElse(null));
        return new Ruling<>(
                answer,
                List.of(
                        Validity.on(KZG.ART_0_VALIDITY, filed.opens(), edition),
                        decidedByMidAugust(filed, answer),
                        dateAndNotDays(filed, answer),
                        filedInTheWindow(filed),
                        momentOfFilingDecides(filed, answer),
                        changedInTheWindow(filed, answer),
                        officeIsOpenThatDay(filed),
                        officeIsOpenThatHour(filed),
                        acceptedNextWorkingDay(filed, answer),
                        acceptedAfterTheHoliday(filed, answer)));
    }

    private Optional<LocalDate> acceptedOn(Filed filed) {
        if (!filed.inWindow()) {
            return Optional.empty();
        }
        return Optional.of(
                filed.channel() == Channel.PORTAL
                        ? office.acceptance(filed.submittedAt())
                        : filed.submittedAt().toLocalDate());
    }

    @Clause(KZG.ART_4_1)
    private static Finding decidedByMidAugust(Filed filed, Answer answer) {
        return decided(
                KZG.ART_4_1,
                filed,
                answer,
                Sentence.of(
                        "To be decided by %s, our target %s",
                        "%s күніне дейін шешіледі, өз межеміз %s", answer.decisionDue(), answer.decisionTarget()));
    }

    @Clause(KZG.ART_4_CLOCK)
    private static Finding dateAndNotDays(Filed filed, Answer answer) {
        return decided(
                KZG.ART_4_CLOCK,
                filed,
                answer,
                Sentence.of(
                        "Filed at %s: the last day is %s for everyone of the year %d",
                        "%s берілді: %3$d жылғылардың бәріне соңғы күн — %2$s",
                        filed.submittedAt(),
                        answer.decisionDue(),
                        filed.year()));
    }

    private static Finding decided(String clause, Filed filed, Answer answer, Sentence term) {
        return filed.decidedAt()
                .map(at -> Finding.of(
                        clause,
                        Boolean.TRUE.equals(answer.decidedInTime()),
                        new Sentence(term.en() + "; decided at " + at, term.local() + "; шешілген сәті " + at),
                        new Sentence(
                                term.en() + "; decided at " + at + ", late",
                                term.local() + "; шешілген сәті " + at + ", кешікті")))
                .orElseGet(() -> Finding.met(clause, term));
    }

    @Clause(KZG.ART_4_WINDOW)
    private static Finding filedInTheWindow(Filed filed) {
        return Finding.of(
                KZG.ART_4_WINDOW,
                filed.inWindow(),
                Sentence.of(
                        "Filed at %s, inside %s to %s",
                        "%s берілді, %s – %s аралығында", filed.submittedAt(), filed.opens(), filed.closes()),
                Sentence.of(
                        "Filed at %s, outside %s to %s",
                        "%s берілді, %s – %s аралығынан тыс", filed.submittedAt(), filed.opens(), filed.closes()));
    }

    @Clause(KZG.ART_4_WINDOW_OFFHOURS)
    private Finding momentOfFilingDecides(Filed filed, Answer answer) {
        String clause = KZG.ART_4_WINDOW_OFFHOURS;
        if (filed.channel() != Channel.PORTAL) {
            return filed.channel().hasNoPartIn(clause);
        }
        if (answer.acceptedOn() == null) {
            return Finding.notMet(
                    clause,
                    Sentence.of(
                            "Filed at %s, outside the window; a later day of acceptance does not bring it in",
                            "%s, мерзімнен тыс берілді; кейінгі қабылдау күні оны мерзімге енгізбейді",
                            filed.submittedAt()));
        }
        return answer.acceptedOn().equals(filed.submittedAt().toLocalDate())
                ? Finding.doesNotApply(
                        clause, new Sentence("Filed and accepted on the same day", "Берілген күні қабылданды"))
                : Finding.met(
                        clause,
                        Sentence.of(
                                "Filed at %s, in the window, though accepted only on %s",
                                "%s, мерзімінде берілді, бірақ %s күні ғана қабылданады",
                                filed.submittedAt(),
                                answer.acceptedOn()));
    }

    @Clause(KZG.ART_4_CHANGE)
    private static Finding changedInTheWindow(Filed filed, Answer answer) {
        return filed.changeAskedAt()
                .map(at -> Finding.of(
                        KZG.ART_4_CHANGE,
                        Boolean.TRUE.equals(answer.mayChange()),
                        Sentence.of(
                                "Change asked for at %s; allowed through %s",
                                "Өзгертуді %s сұрады; %s күнін қоса рұқсат", at, filed.closes()),
                        Sentence.of(
                                "Change asked for at %s; it was allowed through %s",
                                "Өзгертуді %s сұрады; рұқсат %s күні аяқталды", at, filed.closes())))
                .orElseGet(() -> Finding.doesNotApply(
                        KZG.ART_4_CHANGE, new Sentence("No change is asked for", "Өзгерту сұралған жоқ")));
    }

    @Clause(KZG.ART_8_1_DAYS)
    private Finding officeIsOpenThatDay(Filed filed) {
        return filed.channel() == Channel.OFFICE
                ? office.openOn(KZG.ART_8_1_DAYS, filed.submittedAt().toLocalDate())
                : filed.channel().hasNoPartIn(KZG.ART_8_1_DAYS);
    }

    @Clause(KZG.ART_8_1_HOURS)
    private Finding officeIsOpenThatHour(Filed filed) {
        return filed.channel() == Channel.OFFICE
                ? office.openAt(KZG.ART_8_1_HOURS, filed.submittedAt())
                : filed.channel().hasNoPartIn(KZG.ART_8_1_HOURS);
    }

    @Clause(KZG.ART_8_2_AFTERHOURS)
    private Finding acceptedNextWorkingDay(Filed filed, Answer answer) {
        boolean concerns = answer.acceptedOn() != null
                && filed.channel() == Channel.PORTAL
                && office.isAfterHours(filed.submittedAt());
        return accepted(KZG.ART_8_2_AFTERHOURS, concerns, filed, answer);
    }

    @Clause(KZG.ART_8_2_HOLIDAY)
    private Finding acceptedAfterTheHoliday(Filed filed, Answer answer) {
        boolean concerns = answer.acceptedOn() != null
                && filed.channel() == Channel.PORTAL
                && !office.day(filed.submittedAt().toLocalDate()).working();
        return accepted(KZG.ART_8_2_HOLIDAY, concerns, filed, answer);
    }

    private static Finding accepted(String clause, boolean concerns, Filed filed, Answer answer) {
        if (!concerns || answer.acceptedOn() == null) {
            return Finding.doesNotApply(
                    clause,
                    new Sentence(
                            "Not filed on the portal, in the window, outside working time",
                            "Порталда, мерзімінде, жұмыс уақытынан тыс берілген емес"));
        }
        String registered = filed.registeredOn().map(LocalDate::toString).orElse("-");
        return Finding.of(
                clause,
                filed.registeredOn().map(answer.acceptedOn()::equals).orElse(true),
                Sentence.of(
                        "Filed at %s, outside working time: accepted on %s",
                        "%s, жұмыс уақытынан тыс берілді: %s күні қабылданады",
                        filed.submittedAt(),
                        answer.acceptedOn()),
                Sentence.of(
                        "Filed at %s, outside working time: accepted on %s, but the office wrote %s",
                        "%s, жұмыс уақытынан тыс берілді: %s күні қабылданады, ал кеңсе %s деп жазған",
                        filed.submittedAt(),
                        answer.acceptedOn(),
                        registered));
    }
}
