package org.matricula.packs.ru.diploma;

import static org.matricula.law.Finding.doesNotApply;
import static org.matricula.law.Finding.needsPerson;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matricula.law.CatalogueDecision;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Facts.Problem;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.law.WorkingCalendar;
import org.matricula.law.WorkingCalendar.Week;
import org.matricula.law.time.CountedTerm;
import org.matricula.law.time.CountsTerms;
import org.matricula.packs.ru.RUD;
import org.matricula.packs.ru.diploma.Dossier.Route;
import org.matricula.packs.ru.facts.Order;

/// Who gets the request, what comes out of it, and how long that may take.
///
/// An active institution answers on the portal within the total of the stages and a letter within a term of its
/// own, both in working days. An archive has calendar days; the 'days' of the section on liquidated institutions are
/// read so too.
final class RouteDecision extends CatalogueDecision<RouteDecision.Request, RouteDecision.Answer>
        implements CountsTerms<RouteDecision.Request> {
    private final Terms terms;

    RouteDecision(WorkingCalendar calendar) {
        super(
                "ru.diploma.route",
                new Sentence(
                        "Who answers a request for a duplicate, with what, and how soon?",
                        "Кто отвечает на запрос дубликата, чем и как скоро?"),
                RUD::regulation,
                Request.class,
                Answer.class);
        terms = new Terms(calendar);
    }

    /// Who has to answer.
    enum Addressee {
        INSTITUTION("the institution", "в учебное заведение"),
        ARCHIVE("the archive", "в архив"),
        /// Nobody is known; an officer asks the ministry.
        MANUAL("an officer", "сотруднику");

        private final Sentence label;

        Addressee(String en, String ru) {
            label = new Sentence(en, ru);
        }
    }

    /// What the applicant gets.
    enum Outcome {
        DUPLICATE,
        SUBSTITUTE_CERTIFICATE
    }

    /// How days are counted.
    enum TermKind {
        WORKING,
        CALENDAR;

        private Sentence days(Terms terms, int days) {
            return this == WORKING ? terms.working(days) : Terms.calendarDays(days);
        }
    }

    /// @param archiveKnown whether it is known which archive keeps the papers of the institution
    /// @param originalFound whether the archive has the original; absent until it has looked
    /// @param route the road taken; the portal when absent
    /// @param filedOn the day of filing, to get the last good day
    /// @param answeredOn the day of the answer, to see whether it was in time
    /// @param closingProtocol the protocol of closing the institution, as far as known
    /// @param registerKeeper the body that keeps the register of diplomas and gives the certificate
    /// @param bareDays how the 'days' of the section on liquidated institutions are read; calendar days when absent
    /// @param week the working week of the office; five days when absent
    record Request(
            InstitutionStatus institutionStatus,

            @Facts.Says("whether the archive of the institution is known")
            boolean archiveKnown,

            @Facts.Says("whether the archive has the original")
            Optional<Boolean> originalFound,

            @Facts.Says("PORTAL (default), INSTITUTION for a letter, ARCHIVE when the archive is asked directly")
            Optional<Route> route,

            @Facts.Says("day of filing") Optional<LocalDate> filedOn,
            @Facts.Says("day of the answer") Optional<LocalDate> answeredOn,

            @Facts.Says("number of the protocol of closing the institution")
            Optional<String> closingProtocol,

            @Facts.Says("body that keeps the register of diplomas")
            Optional<String> registerKeeper,

            @Facts.Says("how the bare days for a liquidated institution are read: CALENDAR (default) or WORKING")
            Optional<TermKind> bareDays,

            @Facts.Says("working week of the office: FIVE (default) or SIX")
            Optional<Week> week)
            implements Facts.Checked {
        @Override
        public List<Problem> impossible() {
            return new Order()
                    .onlyAfter("filedOn", filedOn, "answeredOn", answeredOn)
                    .problems();
        }

        private boolean liquidated() {
            return institutionStatus == InstitutionStatus.LIQUIDATED;
        }

        /// The archive answers for a liquidated institution, and for any when it is asked directly.
        private boolean concernsArchive() {
            return liquidated() || askedDirectly();
        }

        private boolean askedDirectly() {
            return route.filter(r -> r == Route.ARCHIVE).isPresent();
        }

        /// The days that a clause gives; guidance without dates gives the same on every day.
        private int days(String clause) {
            return RUD.number(clause, filedOn.orElse(LocalDate.EPOCH));
        }

        /// An archive that is asked directly always has calendar days; only the section on liquidation leaves them
        /// bare.
        private TermKind archiveDays() {
            return askedDirectly() ? TermKind.CALENDAR : bareDays.orElse(TermKind.CALENDAR);
        }

        private TermKind termKind() {
            return concernsArchive() ? archiveDays() : TermKind.WORKING;
        }

        private int termDays() {
            if (concernsArchive()) {
                return days(askedDirectly() ? RUD.ARCHIVE_9 : RUD.LIQ_7);
            }
            return days(isLetter() ? RUD.SCHOOL_8 : RUD.TERM_5);
        }

        private boolean isLetter() {
            return !concernsArchive()
                    && route.filter(r -> r == Route.INSTITUTION).isPresent();
        }
    }

    /// @param termDays the longest term, in days of the kind `termKind`
    /// @param due the last good day; null while the day of filing is not given
    /// @param mayIssueSubstitute whether the substitute certificate has its ground; null for a duplicate
    record Answer(
            Addressee addressee,
            Outcome outcome,
            int termDays,
            TermKind termKind,
            @Nullable LocalDate due,
            @Nullable Boolean mayIssueSubstitute) {}

    @Override
    public Ruling<Answer> decide(Request request, Edition edition) {
        Terms in = terms.in(request.week());
        Answer answer = answer(request, in);
        return new Ruling<>(
                answer,
                List.of(
                        requestReachesTheRightBody(request, answer),
                        letterIsAnsweredWithinThirtyDays(in, request, answer),
                        archiveIsFoundFirst(request),
                        archiveLooksForTheOriginal(request),
                        archiveTakesThirtyCalendarDays(in, request, answer),
                        liquidationIsNoObstacle(request, answer),
                        successorKeepsTheOriginals(request),
                        liquidatedTakesThirtyDays(in, request, answer),
                        substituteWhereNoOriginal(request),
                        substituteRestsOnTheProtocol(request, answer)));
    }

    @Override
    public List<CountedTerm> terms(Request request) {
        return term(request, terms.in(request.week())).stream().toList();
    }

    private static Optional<CountedTerm> term(Request request, Terms terms) {
        return request.termKind() == TermKind.WORKING
                ? terms.count("due", request.filedOn(), request.termDays())
                : request.filedOn().map(day -> terms.countCalendarDays("due", day, request.termDays()));
    }

    private static Answer answer(Request request, Terms terms) {
        Outcome outcome =
                request.concernsArchive() && noOriginal(request) ? Outcome.SUBSTITUTE_CERTIFICATE : Outcome.DUPLICATE;
        LocalDate due = term(request, terms).map(CountedTerm::due).orElse(null);
        Boolean mayIssue = outcome == Outcome.SUBSTITUTE_CERTIFICATE ? grounded(request) : null;
        if (request.concernsArchive()) {
            Addressee addressee = request.archiveKnown() ? Addressee.ARCHIVE : Addressee.MANUAL;
            return new Answer(addressee, outcome, request.termDays(), request.termKind(), due, mayIssue);
        }
        return new Answer(Addressee.INSTITUTION, outcome, request.termDays(), request.termKind(), due, mayIssue);
    }

    private static boolean noOriginal(Request request) {
        return request.originalFound().filter(found -> !found).isPresent();
    }

    private static boolean grounded(Request request) {
        return given(request.closingProtocol()) && given(request.registerKeeper());
    }

    private static boolean given(Optional<String> text) {
        return text.filter(t -> !t.isBlank()).isPresent();
    }

    @Clause(RUD.ADV_2)
    private static Finding requestReachesTheRightBody(Request request, Answer answer) {
        Sentence status = request.institutionStatus().label();
        Sentence to = answer.addressee().label;
        return Finding.of(
                RUD.ADV_2,
                answer.addressee() != Addressee.MANUAL,
                new Sentence(
                        "the institution " + status.en() + "; the request goes to " + to.en(),
                        "учебное заведение " + status.local() + "; запрос идёт " + to.local()),
                new Sentence(
                        "the institution " + status.en() + " and no archive is known; an officer finds the addressee",
                        "учебное заведение " + status.local() + ", архив неизвестен; адресата ищет сотрудник"));
    }

    @Clause(RUD.ARCHIVE_1)
    private static Finding archiveIsFoundFirst(Request request) {
        return archiveKnown(RUD.ARCHIVE_1, request, request.concernsArchive());
    }

    @Clause(RUD.LIQ_1)
    private static Finding liquidationIsNoObstacle(Request request, Answer answer) {
        Sentence to = answer.addressee().label;
        return request.liquidated()
                ? Finding.met(
                        RUD.LIQ_1,
                        new Sentence(
                                "the institution is liquidated; the request goes on, to " + to.en(),
                                "учебное заведение ликвидировано; запрос идёт дальше: " + to.local()))
                : doesNotApply(RUD.LIQ_1, new Sentence("the institution is active", "учебное заведение действует"));
    }

    @Clause(RUD.LIQ_2)
    private static Finding successorKeepsTheOriginals(Request request) {
        return archiveKnown(RUD.LIQ_2, request, request.liquidated());
    }

    private static Finding archiveKnown(String clause, Request request, boolean concerns) {
        return concerns
                ? Finding.of(
                        clause,
                        request.archiveKnown(),
                        new Sentence("it is known which archive has the papers", "известно, в каком архиве бумаги"),
                        new Sentence(
                                "it is not known which archive has the papers; the ministry is to be asked",
                                "неизвестно, в каком архиве бумаги; надо спросить министерство"))
                : institutionAnswers(clause);
    }

    @Clause(RUD.ARCHIVE_8)
    private static Finding archiveLooksForTheOriginal(Request request) {
        if (!request.concernsArchive()) {
            return institutionAnswers(RUD.ARCHIVE_8);
        }
        if (request.originalFound().isEmpty()) {
            return needsPerson(
                    RUD.ARCHIVE_8, new Sentence("does the archive have the original?", "есть ли в архиве подлинник?"));
        }
        return Finding.of(
                RUD.ARCHIVE_8,
                request.originalFound().orElseThrow(),
                new Sentence(
                        "the archive has the original and makes a copy",
                        "подлинник в архиве есть, с него делают копию"),
                new Sentence("the archive does not have the original", "подлинника в архиве нет"));
    }

    @Clause(RUD.LIQ_8)
    private static Finding substituteWhereNoOriginal(Request request) {
        if (!request.liquidated() || request.originalFound().isEmpty()) {
            return doesNotApply(
                    RUD.LIQ_8,
                    new Sentence(
                            "no archive of a liquidated institution has looked for the original",
                            "архив ликвидированного заведения подлинник не искал"));
        }
        return Finding.of(
                RUD.LIQ_8,
                noOriginal(request),
                new Sentence(
                        "there is no original, so a substitute certificate may be given",
                        "подлинника нет, поэтому можно выдать справку-заменитель"),
                new Sentence(
                        "the original is there, so a duplicate is made and no substitute certificate",
                        "подлинник есть, поэтому делают дубликат, а не справку-заменитель"));
    }

    @Clause(RUD.LIQ_9)
    private static Finding substituteRestsOnTheProtocol(Request request, Answer answer) {
        if (answer.outcome() != Outcome.SUBSTITUTE_CERTIFICATE) {
            return doesNotApply(RUD.LIQ_9, new Sentence("a duplicate is made", "изготавливают дубликат"));
        }
        return Finding.of(
                RUD.LIQ_9,
                grounded(request),
                Sentence.of(
                        "protocol %s, register kept by %s",
                        "протокол %s, реестр ведёт %s",
                        request.closingProtocol().orElse("-"),
                        request.registerKeeper().orElse("-")),
                Sentence.of(
                        "protocol of closing: %s; body that keeps the register: %s; both are needed before it is issued",
                        "протокол закрытия: %s; орган, ведущий реестр: %s; до выдачи нужны оба",
                        request.closingProtocol().orElse("-"),
                        request.registerKeeper().orElse("-")));
    }

    @Clause(RUD.ARCHIVE_9)
    private static Finding archiveTakesThirtyCalendarDays(Terms in, Request request, Answer answer) {
        return term(
                RUD.ARCHIVE_9,
                in,
                request,
                answer,
                request.concernsArchive() && answer.termKind() == TermKind.CALENDAR);
    }

    @Clause(RUD.LIQ_7)
    private static Finding liquidatedTakesThirtyDays(Terms in, Request request, Answer answer) {
        return term(RUD.LIQ_7, in, request, answer, request.liquidated());
    }

    @Clause(RUD.SCHOOL_8)
    private static Finding letterIsAnsweredWithinThirtyDays(Terms in, Request request, Answer answer) {
        return term(RUD.SCHOOL_8, in, request, answer, request.isLetter());
    }

    private static Finding term(String clause, Terms in, Request request, Answer answer, boolean concerns) {
        Sentence length = answer.termKind().days(in, answer.termDays());
        if (!concerns) {
            return doesNotApply(
                    clause,
                    new Sentence("another term governs: " + length.en(), "действует другой срок: " + length.local()));
        }
        return Terms.judge(
                clause,
                new Sentence("the answer", "ответ"),
                new Sentence("filing", "подача"),
                request.filedOn(),
                length,
                answer.due(),
                request.answeredOn());
    }

    private static Finding institutionAnswers(String clause) {
        return doesNotApply(
                clause,
                new Sentence(
                        "the institution itself answers; no archive is asked",
                        "отвечает само учебное заведение, архив не запрашивают"));
    }
}
