package org.matricula.packs.ru.exam;

import static org.matricula.law.Finding.doesNotApply;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.ru.RUE;
import org.matricula.packs.ru.exam.Session.Event;
import org.matricula.packs.ru.exam.Session.Kind;

/// Whether a recorded examination ran in the order prescribed: recording, opening, identification, ticket,
/// interview and grade of each student, closing words, end of the recording. A finished session is judged, so a
/// step that never came is a breach as well as one out of turn.
final class SequenceDecision extends ExamDecision<Session, SequenceDecision.Answer> {
    SequenceDecision() {
        super(
                "ru.exam.sequence",
                new Sentence(
                        "Did the examination run in the order prescribed?", "Шёл ли экзамен в положенном порядке?"),
                Session.class,
                Answer.class);
    }

    /// What can be wrong.
    enum Fault {
        NOT_RECORDED("the recording was never started", "запись не включали"),
        BEFORE_RECORDING("it came before the recording", "это было до записи"),
        OPENING_MISSING("the opening was never said", "вступительных слов не было"),
        IDENTIFIED_BEFORE_OPENING("identified before the opening", "идентификация раньше вступительных слов"),
        NOT_IDENTIFIED("not identified before", "личность до этого не установлена"),
        INTERVIEW_BEFORE_TICKET("interviewed before a ticket was given", "собеседование раньше билета"),
        GRADE_BEFORE_INTERVIEW("graded before the interview", "оценка раньше собеседования"),
        GRADE_BEFORE_CLOSING("marked before the examination was over", "проверка до конца экзамена"),
        CLOSING_MISSING("the closing words were never said", "заключительных слов не было"),
        AFTER_CLOSING("it came after the closing words", "это было после заключительных слов"),
        STOPPED_BEFORE_CLOSING(
                "the recording ended before the closing words", "запись кончилась до заключительных слов"),
        AFTER_RECORDING("it came when the recording was stopped", "это было при остановленной записи"),
        NOT_STOPPED("the recording was never stopped", "запись не остановили");

        private final Sentence label;

        Fault(String en, String ru) {
            label = new Sentence(en, ru);
        }
    }

    /// @param kind what is wrong
    /// @param clause the clause against it
    /// @param student whom it concerns; null when it is about the session
    /// @param event what came out of turn; null when something is missing
    /// @param at when that came; null when something is missing
    record Breach(
            Fault kind,
            String clause,
            @Nullable String student,
            @Nullable Kind event,
            @Nullable LocalDateTime at) {
        private static Breach missing(Fault fault, String clause) {
            return new Breach(fault, clause, null, null, null);
        }

        private static Breach of(Fault fault, String clause, Event event) {
            return new Breach(fault, clause, event.student().orElse(null), event.kind(), event.at());
        }

        private Sentence told() {
            return event == null
                    ? kind.label
                    : Sentence.of(
                            "%1$s%3$s at %4$tT: %5$s",
                            "%2$s%3$s в %4$tT: %6$s",
                            event.label().en(),
                            event.label().local(),
                            student == null ? "" : " (" + student + ")",
                            at,
                            kind.label.en(),
                            kind.label.local());
        }
    }

    /// @param acceptable whether nothing is wrong
    /// @param breaches everything that is, in the order of the clauses
    record Answer(boolean acceptable, List<Breach> breaches) {}

    @Override
    public Optional<LocalDate> relevantDate(Session session) {
        return session.begins().map(LocalDateTime::toLocalDate);
    }

    @Override
    public Ruling<Answer> decide(Session session, Edition edition) {
        List<Breach> breaches = new ArrayList<>();
        List<Finding> findings = Stream.of(
                        nothingBeginsBeforeIdentification(session, breaches),
                        interviewIsRecordedFromTheStart(session, breaches),
                        interviewIsOpenedAloud(session, breaches),
                        identificationFollowsTheOpening(session, breaches),
                        interviewStartsFromTheTicket(session, breaches),
                        gradeFollowsTheInterview(session, breaches),
                        interviewIsSummedUp(session, breaches),
                        interviewRecordingStopsLast(session, breaches),
                        writtenWorkIsRecordedAndOpened(session, breaches),
                        writtenWorkIsSummedUp(session, breaches),
                        writtenRecordingStopsLast(session, breaches),
                        writtenWorkIsMarkedAfterwards(session, breaches))
                .toList();
        return new Ruling<>(new Answer(breaches.isEmpty(), List.copyOf(breaches)), findings);
    }

    @Clause(RUE.ART_2_4_MUST)
    private static Finding nothingBeginsBeforeIdentification(Session session, List<Breach> breaches) {
        Set<Optional<String>> told = new HashSet<>();
        List<Breach> found =
                session
                        .all(e -> e.kind() == Kind.TICKET || e.kind() == Kind.INTERVIEW || e.kind() == Kind.GRADE)
                        .stream()
                        .filter(event -> !session.preceded(event, Kind.IDENTIFIED))
                        // The first act for a student tells it; the next ones would only repeat it.
                        .filter(event -> told.add(event.student()))
                        .map(event -> Breach.of(Fault.NOT_IDENTIFIED, RUE.ART_2_4_MUST, event))
                        .toList();
        return finding(
                RUE.ART_2_4_MUST,
                found,
                breaches,
                Sentence.of(
                        "identified: %d; nothing was done before for any student",
                        "идентификаций: %d; до них ни для одного студента ничего не делали",
                        session.all(Kind.IDENTIFIED).size()));
    }

    @Clause(RUE.ART_3_ORAL_2_REC)
    private static Finding interviewIsRecordedFromTheStart(Session session, List<Breach> breaches) {
        return session.oral()
                ? finding(RUE.ART_3_ORAL_2_REC, recording(RUE.ART_3_ORAL_2_REC, session), breaches, started(session))
                : otherForm(RUE.ART_3_ORAL_2_REC, session);
    }

    @Clause(RUE.ART_3_ORAL_2_SAY)
    private static Finding interviewIsOpenedAloud(Session session, List<Breach> breaches) {
        return session.oral()
                ? finding(
                        RUE.ART_3_ORAL_2_SAY,
                        openingMissing(RUE.ART_3_ORAL_2_SAY, session),
                        breaches,
                        new Sentence("the opening was said", "вступительные слова сказаны"))
                : otherForm(RUE.ART_3_ORAL_2_SAY, session);
    }

    @Clause(RUE.ART_3_ORAL_2_CALL)
    private static Finding identificationFollowsTheOpening(Session session, List<Breach> breaches) {
        if (!session.oral()) {
            return otherForm(RUE.ART_3_ORAL_2_CALL, session);
        }
        return session.first(Kind.OPENING).isEmpty()
                ? doesNotApply(
                        RUE.ART_3_ORAL_2_CALL,
                        new Sentence("there was no opening to follow", "вступительных слов, за которыми идти, не было"))
                : finding(
                        RUE.ART_3_ORAL_2_CALL,
                        identifiedTooEarly(RUE.ART_3_ORAL_2_CALL, session),
                        breaches,
                        new Sentence(
                                "nobody was identified before the opening",
                                "до вступительных слов никого не идентифицировали"));
    }

    @Clause(RUE.ART_3_WRITTEN_2_REC)
    private static Finding writtenWorkIsRecordedAndOpened(Session session, List<Breach> breaches) {
        if (session.oral()) {
            return otherForm(RUE.ART_3_WRITTEN_2_REC, session);
        }
        List<Breach> found = Stream.of(
                        recording(RUE.ART_3_WRITTEN_2_REC, session),
                        openingMissing(RUE.ART_3_WRITTEN_2_REC, session),
                        identifiedTooEarly(RUE.ART_3_WRITTEN_2_REC, session))
                .flatMap(List::stream)
                .toList();
        return finding(RUE.ART_3_WRITTEN_2_REC, found, breaches, started(session));
    }

    @Clause(RUE.ART_3_ORAL_5_T)
    private static Finding interviewStartsFromTheTicket(Session session, List<Breach> breaches) {
        return followed(
                RUE.ART_3_ORAL_5_T, session, breaches, Kind.INTERVIEW, Kind.TICKET, Fault.INTERVIEW_BEFORE_TICKET);
    }

    @Clause(RUE.ART_3_ORAL_6_T)
    private static Finding gradeFollowsTheInterview(Session session, List<Breach> breaches) {
        return followed(
                RUE.ART_3_ORAL_6_T, session, breaches, Kind.GRADE, Kind.INTERVIEW, Fault.GRADE_BEFORE_INTERVIEW);
    }

    @Clause(RUE.ART_3_ORAL_9_SAY)
    private static Finding interviewIsSummedUp(Session session, List<Breach> breaches) {
        return session.oral()
                ? closing(RUE.ART_3_ORAL_9_SAY, session, breaches)
                : otherForm(RUE.ART_3_ORAL_9_SAY, session);
    }

    @Clause(RUE.ART_3_WRITTEN_10_SAY)
    private static Finding writtenWorkIsSummedUp(Session session, List<Breach> breaches) {
        return session.oral()
                ? otherForm(RUE.ART_3_WRITTEN_10_SAY, session)
                : closing(RUE.ART_3_WRITTEN_10_SAY, session, breaches);
    }

    @Clause(RUE.ART_3_ORAL_9_STOP)
    private static Finding interviewRecordingStopsLast(Session session, List<Breach> breaches) {
        return session.oral()
                ? stop(RUE.ART_3_ORAL_9_STOP, session, breaches)
                : otherForm(RUE.ART_3_ORAL_9_STOP, session);
    }

    @Clause(RUE.ART_3_WRITTEN_10_STOP)
    private static Finding writtenRecordingStopsLast(Session session, List<Breach> breaches) {
        return session.oral()
                ? otherForm(RUE.ART_3_WRITTEN_10_STOP, session)
                : stop(RUE.ART_3_WRITTEN_10_STOP, session, breaches);
    }

    @Clause(RUE.ART_3_WRITTEN_12_MARK)
    private static Finding writtenWorkIsMarkedAfterwards(Session session, List<Breach> breaches) {
        if (session.oral()) {
            return otherForm(RUE.ART_3_WRITTEN_12_MARK, session);
        }
        List<Event> grades = session.all(Kind.GRADE);
        if (grades.isEmpty()) {
            return noneOf(Kind.GRADE, RUE.ART_3_WRITTEN_12_MARK);
        }
        Optional<Event> over = session.last(Kind.CLOSING);
        List<Breach> found = grades.stream()
                .filter(grade -> over.isEmpty() || grade.before(over.orElseThrow()))
                .map(grade -> Breach.of(Fault.GRADE_BEFORE_CLOSING, RUE.ART_3_WRITTEN_12_MARK, grade))
                .toList();
        return finding(
                RUE.ART_3_WRITTEN_12_MARK,
                found,
                breaches,
                Sentence.of(
                        "works marked: %d, none before the end",
                        "проверено работ: %d, ни одной до конца", grades.size()));
    }

    private static List<Breach> recording(String clause, Session session) {
        Optional<Event> start = session.first(Kind.RECORDING_STARTED);
        return start.isEmpty()
                ? List.of(Breach.missing(Fault.NOT_RECORDED, clause))
                : session.recorded().stream()
                        .filter(event -> event.before(start.orElseThrow()))
                        .map(event -> Breach.of(Fault.BEFORE_RECORDING, clause, event))
                        .toList();
    }

    private static Sentence started(Session session) {
        return Sentence.of(
                "the recording was on from %tT, before everything else",
                "запись включена в %tT, раньше всего остального",
                session.first(Kind.RECORDING_STARTED).map(Event::at).orElse(LocalDateTime.MIN));
    }

    private static List<Breach> openingMissing(String clause, Session session) {
        return session.first(Kind.OPENING).isPresent()
                ? List.of()
                : List.of(Breach.missing(Fault.OPENING_MISSING, clause));
    }

    private static List<Breach> identifiedTooEarly(String clause, Session session) {
        return session.first(Kind.OPENING)
                .map(opening -> session.all(Kind.IDENTIFIED).stream()
                        .filter(event -> event.before(opening))
                        .map(event -> Breach.of(Fault.IDENTIFIED_BEFORE_OPENING, clause, event))
                        .toList())
                .orElse(List.of());
    }

    private static Finding followed(
            String clause, Session session, List<Breach> breaches, Kind act, Kind before, Fault fault) {
        if (!session.oral()) {
            return otherForm(clause, session);
        }
        List<Event> acts = session.all(act);
        if (acts.isEmpty()) {
            return noneOf(act, clause);
        }
        List<Breach> found = acts.stream()
                .filter(event -> !session.preceded(event, before))
                .map(event -> Breach.of(fault, clause, event))
                .toList();
        return finding(
                clause,
                found,
                breaches,
                Sentence.of(
                        "%1$s: %2$d times, each after the %3$s of the student",
                        "%4$s: %2$d, у каждого студента сначала %5$s",
                        act.label().en(),
                        acts.size(),
                        before.label().en(),
                        act.label().local(),
                        before.label().local()));
    }

    private static Finding closing(String clause, Session session, List<Breach> breaches) {
        Optional<Event> words = session.last(Kind.CLOSING);
        List<Breach> found = words.isEmpty()
                ? List.of(Breach.missing(Fault.CLOSING_MISSING, clause))
                : session.recorded().stream()
                        .filter(event -> words.orElseThrow().before(event))
                        .map(event -> Breach.of(Fault.AFTER_CLOSING, clause, event))
                        .toList();
        return finding(
                clause,
                found,
                breaches,
                Sentence.of(
                        "the closing words came at %tT, after everything else",
                        "заключительные слова сказаны в %tT, после всего остального",
                        words.map(Event::at).orElse(LocalDateTime.MIN)));
    }

    /// The recording runs until the closing words, and then it is stopped.
    private static Finding stop(String clause, Session session, List<Breach> breaches) {
        List<Breach> found = new ArrayList<>();
        for (Event event : session.recorded()) {
            if (session.stoppedBefore(event)) {
                boolean closing = event.kind() == Kind.CLOSING;
                found.add(Breach.of(closing ? Fault.STOPPED_BEFORE_CLOSING : Fault.AFTER_RECORDING, clause, event));
            }
        }
        Optional<Event> stop = session.last(Kind.RECORDING_STOPPED);
        boolean running = stop.isEmpty()
                || session.last(Kind.RECORDING_STARTED)
                        .filter(stop.orElseThrow()::before)
                        .isPresent();
        if (running) {
            found.add(Breach.missing(Fault.NOT_STOPPED, clause));
        }
        return finding(
                clause,
                found,
                breaches,
                Sentence.of(
                        "the recording was stopped at %tT, after everything else",
                        "запись остановлена в %tT, после всего остального",
                        stop.map(Event::at).orElse(LocalDateTime.MIN)));
    }

    /// Notes what was found against the clause and says it.
    private static Finding finding(String clause, List<Breach> found, List<Breach> breaches, Sentence met) {
        breaches.addAll(found);
        List<Sentence> told = found.stream().map(Breach::told).toList();
        return found.isEmpty()
                ? Finding.met(clause, met)
                : Finding.notMet(
                        clause,
                        new Sentence(
                                String.join(
                                        "; ", told.stream().map(Sentence::en).toList()),
                                String.join(
                                        "; ", told.stream().map(Sentence::local).toList())));
    }

    private static Finding noneOf(Kind kind, String clause) {
        return doesNotApply(
                clause,
                Sentence.of(
                        "nothing of this kind in the log: %s",
                        "такого в журнале нет: %2$s",
                        kind.label().en(),
                        kind.label().local()));
    }

    private static Finding otherForm(String clause, Session session) {
        return ExamForm.elsewhere(clause, Optional.of(ExamForm.of(session.form())));
    }
}
