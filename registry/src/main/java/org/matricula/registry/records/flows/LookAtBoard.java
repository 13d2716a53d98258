package org.matricula.registry.records.flows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.matricula.law.Sentence;
import org.matricula.registry.directory.Assignment;
import org.matricula.registry.directory.Mandates;
import org.matricula.registry.directory.Pupils;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Mandate;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.ClassBoard;
import org.matricula.registry.gradebook.ClassBoard.Line;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.records.RecordState;
import org.matricula.registry.records.WorkingRecord;
import org.matricula.registry.records.store.BoardStore;
import org.matricula.registry.records.store.BoardStore.Counts;
import org.springframework.stereotype.Component;

/// Looks at all classes of a school year: who has signed, who has not, what is late. It shows figures and the names of
/// teachers, nothing of a pupil; the look is in the journal all the same.
@Act(
        value = "look-at-board",
        by = {Role.PRINCIPAL, Role.INSPECTOR, Role.OFFICE})
@Refuses(NotYours.class)
@Component
public final class LookAtBoard {
    /// How many days before entry closes unfinished work is called urgent.
    static final int SOON = 3;

    private final Office office;
    private final Gradebook gradebook;
    private final ClassBoard classes;
    private final BoardStore store;
    private final Mandates mandates;
    private final Pupils pupils;

    LookAtBoard(
            Office office,
            Gradebook gradebook,
            ClassBoard classes,
            BoardStore store,
            Mandates mandates,
            Pupils pupils) {
        this.office = office;
        this.gradebook = gradebook;
        this.classes = classes;
        this.store = store;
        this.mandates = mandates;
        this.pupils = pupils;
    }

    /// The board.
    ///
    /// @param years every school year in which the institution has classes, the newest first
    /// @param rows the classes by grade and name
    public record Board(UUID institution, String year, List<String> years, List<Row> rows, Moment now) {
        public Board {
            years = List.copyOf(years);
            rows = List.copyOf(rows);
        }
    }

    /// How a class stands against the end of entry.
    public enum Time {
        /// Nothing is owed, or there is time.
        CALM,
        /// Something is owed, and nobody has said until when.
        OPEN,
        /// Entry closes within [#SOON] days, and something is owed.
        SOON,
        /// Entry is closed, and something is owed.
        LATE
    }

    /// A class on the board.
    ///
    /// @param homeroom the homeroom teacher; empty when nobody is assigned
    /// @param states how many records are in each state; a pupil without a record counts as a draft
    /// @param unsigned who has not signed what
    /// @param unnumbered pupils of whom no number of the national register is known: no record can begin
    /// @param daysLeft until entry closes, negative afterwards
    public record Row(
            ClassRoom room,
            String homeroom,
            int pupils,
            Map<RecordState, Integer> states,
            List<Unsigned> unsigned,
            int unnumbered,
            Time time,
            Optional<Instant> closes,
            long daysLeft) {
        public Row {
            states = Map.copyOf(states);
            unsigned = List.copyOf(unsigned);
        }

        /// How many records are in a state.
        public int in(RecordState state) {
            return states.getOrDefault(state, 0);
        }

        public boolean late() {
            return time == Time.LATE || time == Time.SOON;
        }

        public boolean readyToApprove() {
            return in(RecordState.HOMEROOM_SIGNED) > 0;
        }

        public boolean readyToClose() {
            return in(RecordState.APPROVED) > 0;
        }

        public boolean closed() {
            return pupils > 0 && in(RecordState.CLOSED) == pupils;
        }
    }

    /// Somebody to call.
    ///
    /// @param subject the subject; empty for what the homeroom teacher signs
    /// @param teacher who; empty when nobody is assigned
    /// @param missing how many signatures are missing
    /// @param of how many there will be
    public record Unsigned(Optional<Sentence> subject, String teacher, int missing, int of) {}

    /// The institutions whose boards a person sees today, without another question to the database.
    public List<UUID> institutions(Actor actor) {
        return actor.mandates().stream()
                .map(Mandate::institution)
                .distinct()
                .filter(id -> office.may(LookAtBoard.class, actor, gradebook.place(id)))
                .toList();
    }

    /// @param schoolYear empty for the newest
    public Outcome<Board> run(Actor actor, UUID institution, String schoolYear) {
        return office.look(LookAtBoard.class, actor, gradebook.place(institution), (now, notes) -> {
            List<Line> lines = classes.of(institution, schoolYear, now.date());
            String year = lines.isEmpty() ? schoolYear : lines.getFirst().room().schoolYear();
            notes.detail("year", year).detail("classes", lines.size());
            return new Board(
                    institution,
                    year,
                    lines.isEmpty() ? List.of() : lines.getFirst().years(),
                    rows(lines, now),
                    now);
        });
    }

    private List<Row> rows(List<Line> lines, Moment now) {
        if (lines.isEmpty()) {
            return List.of();
        }
        List<BoardStore.Place> listed = lines.stream()
                .flatMap(line -> line.pupils().stream()
                        .map(pupil -> new BoardStore.Place(line.room().id(), pupil)))
                .toList();
        Map<UUID, Counts> counts = store.counts(listed);
        Map<UUID, Map<String, String>> teachers = teachers(lines, now);
        Set<UUID> unnumbered = pupils.withoutPersonalNumber(
                listed.stream().map(BoardStore.Place::pupil).toList());
        return lines.stream()
                .map(line -> row(
                        line,
                        counts.getOrDefault(line.room().id(), Counts.none()),
                        teachers.getOrDefault(line.room().id(), Map.of()),
                        (int) line.pupils().stream()
                                .filter(unnumbered::contains)
                                .count(),
                        now))
                .toList();
    }

    /// Names by subject's code, the homeroom teacher's under the empty code.
    private Map<UUID, Map<String, String>> teachers(List<Line> lines, Moment now) {
        Map<UUID, Map<String, String>> teachers = new HashMap<>();
        for (Assignment each :
                mandates.ofClasses(lines.stream().map(line -> line.room().id()).toList())) {
            Mandate mandate = each.mandate();
            boolean teaches = mandate.role() == Role.HOMEROOM_TEACHER
                    || (mandate.role() == Role.SUBJECT_TEACHER
                            && mandate.subject().isPresent());
            if (teaches && mandate.inForce(now.date())) {
                teachers.computeIfAbsent(mandate.classId().orElseThrow(), _ -> new HashMap<>())
                        .put(mandate.subject().orElse(""), each.name());
            }
        }
        return teachers;
    }

    private static Row row(Line line, Counts counts, Map<String, String> teachers, int unnumbered, Moment now) {
        int all = line.pupils().size();
        Map<RecordState, Integer> states = new HashMap<>(counts.states());
        int begun = states.values().stream().mapToInt(Integer::intValue).sum();
        states.merge(RecordState.DRAFT, all - begun, Integer::sum);
        String homeroom = teachers.getOrDefault("", "");
        List<Unsigned> unsigned = new ArrayList<>();
        for (ClassBoard.Subject subject : line.subjects()) {
            int missing = subject.pupils() - signed(counts, subject.code());
            if (missing > 0) {
                // Who leads the class teaches every subject that names no other teacher.
                unsigned.add(new Unsigned(
                        Optional.of(subject.label()),
                        teachers.getOrDefault(subject.code(), homeroom),
                        missing,
                        subject.pupils()));
            }
        }
        int missing = all - counts.signed().getOrDefault(WorkingRecord.HOMEROOM, 0);
        if (missing > 0) {
            unsigned.add(new Unsigned(Optional.empty(), homeroom, missing, all));
        }
        boolean owed = !unsigned.isEmpty();
        long days = line.closes()
                .map(closes -> Duration.between(now.at(), closes).toDays())
                .orElse(0L);
        return new Row(
                line.room(),
                homeroom,
                all,
                states,
                unsigned,
                unnumbered,
                owed ? time(line.closes(), days, now) : Time.CALM,
                line.closes(),
                days);
    }

    private static Time time(Optional<Instant> closes, long days, Moment now) {
        if (closes.isEmpty()) {
            return Time.OPEN;
        }
        if (!now.at().isBefore(closes.get())) {
            return Time.LATE;
        }
        return days < SOON ? Time.SOON : Time.CALM;
    }

    /// A subject's signature is kept under the id of its block, which ends with the subject's code.
    private static int signed(Counts counts, String subject) {
        return counts.signed().entrySet().stream()
                .filter(each -> each.getKey().endsWith("." + subject))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
