package org.matricula.packs.kz.duplicates;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.matricula.law.time.LegalClock;
import org.matricula.law.time.Term.Months;
import org.matricula.law.time.Term.OfWorkingDays;
import org.matricula.packs.kz.KZD;
import org.matricula.packs.kz.office.Impossible;

/// What the service centre does when someone asks for a duplicate that came some time ago.
///
/// The text keeps the paper three months at the centre, yet speaks of a request to the institution after one
/// month. We act on where the paper is: within three months it is handed over at once; a request is taken from
/// one month on.
final class Storage extends CatalogueDecision<Storage.Kept, Storage.Answer> implements CountsTerms<Storage.Kept> {
    private final LegalClock clock;

    Storage(WorkingCalendar calendar) {
        super(
                "kz.duplicates.storage",
                new Sentence(
                        "Is the duplicate still at the service centre?", "Телнұсқа әлі қызмет көрсету орталығында ма?"),
                KZD::regulation,
                Kept.class,
                Answer.class);
        this.clock = new LegalClock(calendar);
    }

    /// What the centre does.
    enum Action {
        HAND_OVER,
        REQUEST_FROM_PROVIDER
    }

    /// A duplicate in store.
    record Kept(
            @Says("Day on which the duplicate reached the centre")
            LocalDate arrivedOn,

            @Says("Day on which it is asked for") LocalDate askedOn,

            @Says("Day on which the centre asked the institution for it")
            Optional<LocalDate> requestedOn,

            @Says("Day on which the institution sent it") Optional<LocalDate> sentOn)
            implements Facts.Checked {
        @Override
        public List<Problem> impossible() {
            return new Impossible()
                    .ifBefore(
                            "/askedOn",
                            Optional.of(askedOn),
                            arrivedOn,
                            new Sentence("Asked for before it arrived", "Келмей тұрып сұралды"))
                    .ifBefore(
                            "/requestedOn",
                            requestedOn,
                            askedOn,
                            new Sentence("Requested before it was asked for", "Өтініш берушіден бұрын сұратылды"))
                    .ifBefore(
                            "/sentOn",
                            sentOn,
                            requestedOn.orElse(askedOn),
                            new Sentence("Sent before it was requested", "Сұратылмай тұрып жіберілді"))
                    .when(
                            sentOn.isPresent() && requestedOn.isEmpty(),
                            "/sentOn",
                            new Sentence(
                                    "Sent, but never requested: give /requestedOn as well",
                                    "Жіберілген, бірақ сұратылмаған: /requestedOn мәнін де беріңіз"))
                    .problems();
        }

        private int number(String clause) {
            return KZD.number(clause, askedOn);
        }
    }

    /// The answer.
    ///
    /// @param keptThrough last day at the centre
    /// @param providerSendsBy last day for the institution to send it; null without a request that may be made
    /// @param sentInTime whether it was sent by then; null while it is not sent
    record Answer(
            LocalDate keptThrough,
            Action action,
            @Nullable LocalDate providerSendsBy,
            @Nullable Boolean sentInTime) {}

    @Override
    public Optional<LocalDate> relevantDate(Kept kept) {
        return Optional.of(kept.askedOn());
    }

    @Override
    public List<CountedTerm> terms(Kept kept) {
        return Stream.concat(Stream.of(keeping(kept)), sending(kept).stream()).toList();
    }

    private CountedTerm keeping(Kept kept) {
        return clock.count("keptThrough", new Months(kept.number(KZD.ART_9_STORAGE_3M)), kept.arrivedOn());
    }

    private LocalDate requestsFrom(Kept kept) {
        return clock.due(new Months(kept.number(KZD.ART_9_STORAGE_REQUEST)), kept.arrivedOn());
    }

    /// Empty until a request was made that starts the term.
    private Optional<CountedTerm> sending(Kept kept) {
        OfWorkingDays sending = new OfWorkingDays(kept.number(KZD.ART_9_STORAGE_7WD), Week.SIX);
        return kept.requestedOn()
                .filter(day -> !day.isBefore(requestsFrom(kept)))
                .map(day -> clock.count("providerSendsBy", sending, day));
    }

    @Override
    public Ruling<Answer> decide(Kept kept, Edition edition) {
        LocalDate keptThrough = keeping(kept).due();
        LocalDate requestsFrom = requestsFrom(kept);
        LocalDate sendsBy = sending(kept).map(CountedTerm::due).orElse(null);
        Answer answer = new Answer(
                keptThrough,
                kept.askedOn().isAfter(keptThrough) ? Action.REQUEST_FROM_PROVIDER : Action.HAND_OVER,
                sendsBy,
                sendsBy == null
                        ? null
                        : kept.sentOn().map(day -> !day.isAfter(sendsBy)).orElse(null));
        return new Ruling<>(
                answer,
                List.of(
                        threeMonthsAtTheCentre(kept, answer),
                        thenBackToTheInstitution(kept, answer),
                        institutionGoesOnKeepingIt(kept, answer),
                        requestFromOneMonthOn(kept, answer, requestsFrom),
                        sevenWorkingDays(kept, answer)));
    }

    @Clause(KZD.ART_9_STORAGE_3M)
    private static Finding threeMonthsAtTheCentre(Kept kept, Answer answer) {
        return Finding.of(
                KZD.ART_9_STORAGE_3M,
                answer.action() == Action.HAND_OVER,
                Sentence.of(
                        "Arrived on %s, kept through %s: on %s it is at the centre and is handed over",
                        "%s күні келді, %s күнін қоса сақталады: %s күні орталықта, бірден тапсырылады",
                        kept.arrivedOn(),
                        answer.keptThrough(),
                        kept.askedOn()),
                Sentence.of(
                        "Arrived on %s, kept through %s: on %s it is with the institution again",
                        "%s күні келді, %s күнін қоса сақталды: %s күні оқу орнына қайтарылған",
                        kept.arrivedOn(),
                        answer.keptThrough(),
                        kept.askedOn()));
    }

    @Clause(KZD.ART_9_STORAGE_RETURN)
    private static Finding thenBackToTheInstitution(Kept kept, Answer answer) {
        return answer.action() == Action.HAND_OVER
                ? stillAtTheCentre(KZD.ART_9_STORAGE_RETURN, kept, answer)
                : Finding.met(
                        KZD.ART_9_STORAGE_RETURN,
                        Sentence.of(
                                "Kept through %s, so it goes back to the institution on %s",
                                "%s күнін қоса сақталды, сондықтан %s күні оқу орнына қайтарылады",
                                answer.keptThrough(),
                                answer.keptThrough().plusDays(1)));
    }

    @Clause(KZD.ART_9_STORAGE_KEEP)
    private static Finding institutionGoesOnKeepingIt(Kept kept, Answer answer) {
        return answer.action() == Action.HAND_OVER
                ? stillAtTheCentre(KZD.ART_9_STORAGE_KEEP, kept, answer)
                : Finding.met(
                        KZD.ART_9_STORAGE_KEEP,
                        Sentence.of(
                                "The institution keeps it from %s on without an end, also on %s",
                                "Оқу орны оны %s күнінен бастап мерзімсіз сақтайды, %s күні де",
                                answer.keptThrough().plusDays(1),
                                kept.askedOn()));
    }

    private static Finding stillAtTheCentre(String clause, Kept kept, Answer answer) {
        return Finding.doesNotApply(
                clause,
                Sentence.of(
                        "On %s it is still at the centre, which keeps it through %s",
                        "%s күні ол әлі орталықта, %s күнін қоса сақталады", kept.askedOn(), answer.keptThrough()));
    }

    @Clause(KZD.ART_9_STORAGE_REQUEST)
    private static Finding requestFromOneMonthOn(Kept kept, Answer answer, LocalDate from) {
        String clause = KZD.ART_9_STORAGE_REQUEST;
        if (kept.requestedOn().isPresent()) {
            LocalDate requested = kept.requestedOn().get();
            return Finding.of(
                    clause,
                    !requested.isBefore(from),
                    Sentence.of(
                            "Requested on %s; a request is taken from %s on",
                            "%s күні сұратылды; сұрату %s күнінен бастап қабылданады", requested, from),
                    Sentence.of(
                            "Requested on %s, too early: a request is taken from %s on",
                            "%s күні сұратылды, бұл ерте: сұрату %s күнінен бастап қабылданады", requested, from));
        }
        return answer.action() == Action.REQUEST_FROM_PROVIDER
                ? Finding.met(
                        clause,
                        Sentence.of(
                                "The paper is not at the centre any more: the centre asks the institution for it (asked on %s)",
                                "Құжат енді орталықта жоқ: орталық оны оқу орнынан сұратады (%s күні сұралды)",
                                kept.askedOn()))
                : Finding.doesNotApply(
                        clause,
                        new Sentence(
                                "The paper is at the centre; no request is needed",
                                "Құжат орталықта; сұратудың қажеті жоқ"));
    }

    @Clause(KZD.ART_9_STORAGE_7WD)
    private static Finding sevenWorkingDays(Kept kept, Answer answer) {
        String clause = KZD.ART_9_STORAGE_7WD;
        if (kept.requestedOn().isEmpty() || answer.providerSendsBy() == null) {
            return Finding.doesNotApply(
                    clause,
                    new Sentence(
                            "No request was made that starts the term of sending",
                            "Жіберу мерзімін бастайтын сұрату болған жоқ"));
        }
        LocalDate requested = kept.requestedOn().get();
        return kept.sentOn()
                .map(sent -> Finding.of(
                        clause,
                        Boolean.TRUE.equals(answer.sentInTime()),
                        Sentence.of(
                                "Requested on %s, due %s; sent on %s, in time",
                                "%s күні сұратылды, соңғы күні %s; %s күні жіберілді, мерзімінде",
                                requested,
                                answer.providerSendsBy(),
                                sent),
                        Sentence.of(
                                "Requested on %s, due %s; sent on %s, late",
                                "%s күні сұратылды, соңғы күні %s; %s күні жіберілді, кешікті",
                                requested,
                                answer.providerSendsBy(),
                                sent)))
                .orElseGet(() -> Finding.met(
                        clause,
                        Sentence.of(
                                "Requested on %s: working day %d, Monday to Saturday, is %s",
                                "%s күні сұратылды: дүйсенбі–сенбі есебімен %d-жұмыс күні — %s",
                                requested,
                                kept.number(KZD.ART_9_STORAGE_7WD),
                                answer.providerSendsBy())));
    }
}
