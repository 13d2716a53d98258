package org.matricula.packs.ru.exam;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.matricula.law.Facts;
import org.matricula.law.Sentence;

/// What happened in a recorded examination, as logged. The times count, not the order of the list; of two events
/// at one time neither is before the other.
///
/// @param form the form of the examination
/// @param events what happened
record Session(
        RecordedForm form,
        @Facts.Says("what happened, in any order") List<Event> events) {
    Session {
        events = List.copyOf(events);
    }

    /// What can happen.
    enum Kind {
        RECORDING_STARTED("start of the recording", "начало записи"),
        OPENING("opening", "вступительные слова"),
        IDENTIFIED("identification", "идентификация"),
        TICKET("ticket", "билет"),
        INTERVIEW("interview", "собеседование"),
        GRADE("grade", "оценка"),
        CLOSING("closing words", "заключительные слова"),
        RECORDING_STOPPED("end of the recording", "конец записи");

        private final Sentence label;

        Kind(String en, String ru) {
            label = new Sentence(en, ru);
        }

        Sentence label() {
            return label;
        }
    }

    /// @param at when
    /// @param kind what
    /// @param student whom it concerns; without it the whole group
    record Event(
            @Facts.Says("when") LocalDateTime at,
            @Facts.Says("what") Kind kind,

            @Facts.AsText @Facts.NotEmpty @Facts.Says("whom it concerns; without it the whole group")
            Optional<String> student) {
        private boolean concerns(Event other) {
            return student.isEmpty() || other.student.isEmpty() || student.equals(other.student);
        }

        boolean before(Event other) {
            return at.isBefore(other.at);
        }

        boolean recorder() {
            return kind == Kind.RECORDING_STARTED || kind == Kind.RECORDING_STOPPED;
        }
    }

    boolean oral() {
        return form == RecordedForm.ORAL;
    }

    /// Events of the kinds, earliest first.
    List<Event> all(Predicate<Event> wanted) {
        return events.stream()
                .filter(wanted)
                .sorted(Comparator.comparing(Event::at))
                .toList();
    }

    List<Event> all(Kind kind) {
        return all(event -> event.kind() == kind);
    }

    Optional<Event> first(Kind kind) {
        return all(kind).stream().findFirst();
    }

    Optional<Event> last(Kind kind) {
        return all(kind).reversed().stream().findFirst();
    }

    /// What belongs into the recording. Written work is marked when the examination is over, so its grades do
    /// not.
    List<Event> recorded() {
        return all(event -> !event.recorder() && (oral() || event.kind() != Kind.GRADE));
    }

    /// Whether an event of the kind, for the same student or for all, came no later than this event.
    boolean preceded(Event event, Kind by) {
        return events.stream().anyMatch(e -> e.kind() == by && e.concerns(event) && !event.before(e));
    }

    /// Whether the recording had been stopped before the event and was not running again.
    boolean stoppedBefore(Event event) {
        return all(e -> e.kind() == Kind.RECORDING_STOPPED && e.before(event)).reversed().stream()
                .findFirst()
                .filter(stop -> all(Kind.RECORDING_STARTED).stream()
                        .noneMatch(start -> !start.before(stop) && !event.before(start)))
                .isPresent();
    }

    /// The day of the examination: that of its first event.
    Optional<LocalDateTime> begins() {
        return events.stream().map(Event::at).min(Comparator.naturalOrder());
    }
}
