package org.matricula.packs.kz.duplicates;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
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
import org.matricula.law.time.CountedTerm;
import org.matricula.law.time.CountsTerms;
import org.matricula.law.time.LegalClock;
import org.matricula.law.time.Term.CalendarDays;
import org.matricula.law.time.Term.DayBefore;
import org.matricula.packs.kz.KZD;
import org.matricula.packs.kz.office.Impossible;
import org.matricula.packs.kz.office.OfficeHours;
import org.matricula.packs.kz.office.Reception;
import org.matricula.packs.kz.office.Validity;

/// When a duplicate is due.
///
/// The days are calendar days and the last one stays where it falls. The text leaves out the day of
/// acceptance only at a service centre; for the other two ways our own target is the earlier reading
/// (acceptance is day 1) and the applicant's right lasts to the later one. By when it is sent to a centre
/// is a number of days before the end, which the corpus sets; a term that runs backwards is no term of the
/// clock and is taken off here.
final class Term extends CatalogueDecision<Term.Request, Term.Dates> implements CountsTerms<Term.Request> {
    private static final Sentence READY_BEFORE_FILED =
            new Sentence("Ready before it was asked for", "Сұралмай тұрып дайын болды");

    private final LegalClock clock;
    private final Reception provider;
    private final Reception centre;

    Term(WorkingCalendar calendar) {
        super(
                "kz.duplicates.term",
                new Sentence("When is the duplicate due?", "Телнұсқа қашан дайын болуы керек?"),
                KZD::regulation,
                Request.class,
                Dates.class);
        clock = new LegalClock(calendar);
        provider = new Reception(
                calendar,
                OfficeHours.withLunch(
                        LocalTime.of(9, 0), LocalTime.of(18, 0), LocalTime.of(13, 0), LocalTime.of(14, 0)));
        centre = new Reception(calendar, OfficeHours.unbroken(LocalTime.of(9, 0), LocalTime.of(20, 0)));
    }

    /// A request for a duplicate.
    record Request(
            @Says("Where the request was handed in") Channel channel,
            @Says("When it was handed in") LocalDateTime submittedAt,

            @Says("Date of acceptance that the office wrote down")
            Optional<LocalDate> registeredOn,

            @Says("Day on which the duplicate was ready") Optional<LocalDate> readyOn,

            @Says("When the institution sent it to the service centre")
            Optional<LocalDateTime> dispatchedAt,

            @Says("Day on which it was handed out") Optional<LocalDate> handedOverOn)
            implements Facts.Checked {
        @Override
        public List<Problem> impossible() {
            LocalDate filed = submittedAt.toLocalDate();
            return new Impossible()
                    .ifBefore(
                            "/registeredOn",
                            registeredOn,
                            filed,
                            new Sentence("Registered before it was handed in", "Тапсырылмай тұрып тіркелді"))
                    .ifBefore("/readyOn", readyOn, filed, READY_BEFORE_FILED)
                    .ifBefore(
                            "/dispatchedAt",
                            dispatchedAt.map(LocalDateTime::toLocalDate),
                            readyOn.orElse(filed),
                            new Sentence("Sent before it was ready", "Дайын болмай тұрып жіберілді"))
                    .ifBefore(
                            "/handedOverOn",
                            handedOverOn,
                            readyOn.orElse(filed),
                            new Sentence("Handed out before it was ready", "Дайын болмай тұрып берілді"))
                    .problems();
        }

        private int number(String clause) {
            return KZD.number(clause, submittedAt.toLocalDate());
        }
    }

    /// The dates that follow.
    ///
    /// @param acceptedOn the day the request counts as accepted
    /// @param target the day to aim for
    /// @param due the last day in time
    /// @param dispatchToCentreBy the last day to send it to the centre; null unless it goes there
    /// @param handOverOn for portal requests the day it is handed out when ready on the due day; null for
    /// others and while the calendar of that year is not loaded
    /// @param inTime whether it was ready in time; null while it is not ready
    /// @param dispatchInTime whether it was sent to the centre in time; null while unsent and for other ways
    record Dates(
            LocalDate acceptedOn,
            LocalDate target,
            LocalDate due,
            @Nullable LocalDate dispatchToCentreBy,
            @Nullable LocalDate handOverOn,
            @Nullable Boolean inTime,
            @Nullable Boolean dispatchInTime) {}

    @Override
    public Optional<LocalDate> relevantDate(Request request) {
        return Optional.of(request.submittedAt().toLocalDate());
    }

    @Override
    public Ruling<Dates> decide(Request request, Edition edition) {
        Dates dates = dates(request);
        return new Ruling<>(
                dates,
                List.of(
                        Validity.on(KZD.ART_0_VALIDITY, request.submittedAt().toLocalDate(), edition),
                        keptWithinTheTerm(request, dates),
                        dayOfAcceptanceIsLeftOutAtTheCentre(request, dates),
                        institutionIsOpenThatDay(request),
                        institutionIsOpenThatHour(request),
                        centreIsOpenThatDay(request),
                        centreIsOpenThatHour(request),
                        filingAfterHoursIsAcceptedNextWorkingDay(request, dates),
                        filingOnAHolidayIsAcceptedNextWorkingDay(request, dates),
                        handedOutOnAWorkingDay(request, dates),
                        sentToTheCentreADayBefore(request, dates)));
    }

    @Override
    public List<CountedTerm> terms(Request request) {
        return List.of(term(request));
    }

    private CountedTerm term(Request request) {
        LocalDate accepted = request.channel() == Channel.PORTAL
                ? provider.acceptance(request.submittedAt())
                : request.submittedAt().toLocalDate();
        return clock.count("due", new CalendarDays(request.number(KZD.ART_4_1)), accepted);
    }

    private Dates dates(Request request) {
        boolean portal = request.channel() == Channel.PORTAL;
        boolean atCentre = request.channel() == Channel.CENTRE;
        CountedTerm term = term(request);
        LocalDate due = term.due();
        LocalDate dispatchBy = atCentre ? due.minusDays(request.number(KZD.ART_9_HHO_DELIVER)) : null;
        return new Dates(
                term.start(),
                atCentre ? due : clock.due(new DayBefore(term.term()), term.start()),
                due,
                dispatchBy,
                portal ? provider.workingDayIfKnown(due).orElse(null) : null,
                request.readyOn().map(day -> !day.isAfter(due)).orElse(null),
                dispatchBy == null
                        ? null
                        : request.dispatchedAt()
                                .map(at -> !at.toLocalDate().isAfter(dispatchBy))
                                .orElse(null));
    }

    @Clause(KZD.ART_4_1)
    private static Finding keptWithinTheTerm(Request request, Dates dates) {
        Sentence term = Sentence.of(
                "%d calendar days from acceptance on %s: due %s",
                "%2$s күні қабылданғаннан %1$d күнтізбелік күн: соңғы күні %3$s",
                request.number(KZD.ART_4_1),
                dates.acceptedOn(),
                dates.due());
        return ready(
                KZD.ART_4_1,
                request,
                dates,
                request.channel() == Channel.CENTRE
                        ? term
                        : then(
                                term,
                                "; our target is %s, since the text leaves open whether the day of acceptance counts",
                                "; қабылдаған күннің саналатыны мәтінде ашық қалғандықтан, өз межеміз — %s",
                                dates.target()));
    }

    @Clause(KZD.ART_4_1_HHO)
    private static Finding dayOfAcceptanceIsLeftOutAtTheCentre(Request request, Dates dates) {
        if (request.channel() != Channel.CENTRE) {
            return request.channel().hasNoPartIn(KZD.ART_4_1_HHO);
        }
        return ready(
                KZD.ART_4_1_HHO,
                request,
                dates,
                Sentence.of(
                        "Accepted at the centre on %s, which does not count: day 1 is %s, day %d is %s",
                        "Орталық %1$s күні қабылдады, ол күн саналмайды: 1-күн — %2$s, %3$d-күн — %4$s",
                        dates.acceptedOn(),
                        dates.acceptedOn().plusDays(1),
                        request.number(KZD.ART_4_1),
                        dates.due()));
    }

    /// While the duplicate is not ready the clause gives the date; once it is, the date is kept or not.
    private static Finding ready(String clause, Request request, Dates dates, Sentence term) {
        return request.readyOn()
                .map(day -> Finding.of(
                        clause,
                        !day.isAfter(dates.due()),
                        then(term, "; ready on %s, in time", "; %s күні дайын, мерзімінде", day),
                        then(term, "; ready on %s, late", "; %s күні дайын, кешікті", day)))
                .orElseGet(() -> Finding.met(clause, term));
    }

    @Clause(KZD.ART_8_1_DAYS)
    private Finding institutionIsOpenThatDay(Request request) {
        return request.channel() == Channel.PROVIDER
                ? provider.openOn(KZD.ART_8_1_DAYS, request.submittedAt().toLocalDate())
                : request.channel().hasNoPartIn(KZD.ART_8_1_DAYS);
    }

    @Clause(KZD.ART_8_1_HOURS)
    private Finding institutionIsOpenThatHour(Request request) {
        return request.channel() == Channel.PROVIDER
                ? provider.openAt(KZD.ART_8_1_HOURS, request.submittedAt())
                : request.channel().hasNoPartIn(KZD.ART_8_1_HOURS);
    }

    @Clause(KZD.ART_8_2_DAYS)
    private Finding centreIsOpenThatDay(Request request) {
        return request.channel() == Channel.CENTRE
                ? centre.openOn(KZD.ART_8_2_DAYS, request.submittedAt().toLocalDate())
                : request.channel().hasNoPartIn(KZD.ART_8_2_DAYS);
    }

    @Clause(KZD.ART_8_2_HOURS)
    private Finding centreIsOpenThatHour(Request request) {
        return request.channel() == Channel.CENTRE
                ? centre.openAt(KZD.ART_8_2_HOURS, request.submittedAt())
                : request.channel().hasNoPartIn(KZD.ART_8_2_HOURS);
    }

    @Clause(KZD.ART_8_3_AFTERHOURS_IN)
    private Finding filingAfterHoursIsAcceptedNextWorkingDay(Request request, Dates dates) {
        if (request.channel() != Channel.PORTAL) {
            return request.channel().hasNoPartIn(KZD.ART_8_3_AFTERHOURS_IN);
        }
        if (!provider.isAfterHours(request.submittedAt())) {
            return Finding.doesNotApply(
                    KZD.ART_8_3_AFTERHOURS_IN,
                    Sentence.of(
                            "Filed at %s on a working day, before working time ended at %s",
                            "Жұмыс күні %s-де, жұмыс уақыты %s-де бітпей тұрып берілді",
                            request.submittedAt().toLocalTime(),
                            provider.hours().closes()));
        }
        return accepted(KZD.ART_8_3_AFTERHOURS_IN, request, dates);
    }

    @Clause(KZD.ART_8_3_HOLIDAY)
    private Finding filingOnAHolidayIsAcceptedNextWorkingDay(Request request, Dates dates) {
        if (request.channel() != Channel.PORTAL) {
            return request.channel().hasNoPartIn(KZD.ART_8_3_HOLIDAY);
        }
        LocalDate filed = request.submittedAt().toLocalDate();
        if (!provider.isHoliday(filed)) {
            return Finding.doesNotApply(
                    KZD.ART_8_3_HOLIDAY, Sentence.of("%s is no public holiday", "%s — мереке күні емес", filed));
        }
        return accepted(KZD.ART_8_3_HOLIDAY, request, dates);
    }

    private static Finding accepted(String clause, Request request, Dates dates) {
        Sentence moved = Sentence.of(
                "Filed at %s, outside working time: accepted on the next working day, %s",
                "%s сәтінде, жұмыс уақытынан тыс берілді: келесі жұмыс күні, %s, қабылданады",
                request.submittedAt(),
                dates.acceptedOn());
        return request.registeredOn()
                .map(day -> Finding.of(
                        clause,
                        day.equals(dates.acceptedOn()),
                        moved,
                        then(moved, "; the office wrote %s", "; кеңсе %s деп жазды", day)))
                .orElseGet(() -> Finding.met(clause, moved));
    }

    @Clause(KZD.ART_8_3_AFTERHOURS_OUT)
    private Finding handedOutOnAWorkingDay(Request request, Dates dates) {
        String clause = KZD.ART_8_3_AFTERHOURS_OUT;
        if (request.channel() != Channel.PORTAL) {
            return request.channel().hasNoPartIn(clause);
        }
        if (request.handedOverOn().isPresent()) {
            return provider.openOn(clause, request.handedOverOn().get());
        }
        if (dates.handOverOn() == null) {
            return Finding.needsPerson(
                    clause,
                    Sentence.of(
                            "The calendar around %s is not loaded: which is the working day on or after it?",
                            "%s маңындағы күнтізбе жүктелмеген: сол күнгі не одан кейінгі жұмыс күні қайсы?",
                            dates.due()));
        }
        return dates.handOverOn().equals(dates.due())
                ? Finding.doesNotApply(
                        clause,
                        Sentence.of("The due day %s is a working day", "Соңғы күн %s — жұмыс күні", dates.due()))
                : Finding.met(
                        clause,
                        Sentence.of(
                                "The due day %s is a day off: handed out on %s; the term itself does not move",
                                "Соңғы күн %s — демалыс: %s күні беріледі; мерзімнің өзі жылжымайды",
                                dates.due(),
                                dates.handOverOn()));
    }

    @Clause(KZD.ART_9_HHO_DELIVER)
    private static Finding sentToTheCentreADayBefore(Request request, Dates dates) {
        String clause = KZD.ART_9_HHO_DELIVER;
        if (dates.dispatchToCentreBy() == null) {
            return request.channel().hasNoPartIn(clause);
        }
        Sentence rule = Sentence.of(
                "One full day before %s: to be sent by the end of %s",
                "%s күнінен бір тәулік бұрын: %s күнінің соңына дейін жіберіледі",
                dates.due(),
                dates.dispatchToCentreBy());
        return request.dispatchedAt()
                .map(at -> Finding.of(
                        clause,
                        Boolean.TRUE.equals(dates.dispatchInTime()),
                        then(rule, "; sent at %s, in time", "; %s жіберілді, мерзімінде", at),
                        then(rule, "; sent at %s, late", "; %s жіберілді, кешікті", at)))
                .orElseGet(() -> Finding.met(clause, rule));
    }

    private static Sentence then(Sentence first, String en, String kk, Object argument) {
        return new Sentence(first.en() + en.formatted(argument), first.local() + kk.formatted(argument));
    }
}
