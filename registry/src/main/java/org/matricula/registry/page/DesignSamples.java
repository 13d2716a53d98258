package org.matricula.registry.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.matricula.registry.page.Parts.Fault;
import org.matricula.registry.page.Parts.Happening;
import org.matricula.registry.page.Parts.Link;
import org.matricula.registry.page.Parts.Option;
import org.matricula.registry.page.Parts.Row;
import org.matricula.registry.page.Parts.Stage;
import org.matricula.registry.page.Parts.Standing;
import org.matricula.registry.page.Parts.Task;

/// What the page `/design` shows in the parts. Nothing here is about anybody.
///
/// @param page the page in the reader's language
/// @param as who looks: `stranger`, `visitor` or `faulty`, who is signed in and filled the form in badly
public record DesignSamples(Page page, String as) {
    /// How many books the sample class has.
    public static final int BOOKS = 35;

    private static final List<String> FIELDS =
            List.of("name", "mark", "class", "level", "told", "reason", "file", "agree");

    /// A pupil of the sample grid.
    ///
    /// @param place the number in the list
    /// @param name the name
    /// @param cells the cells of the row
    public record Pupil(int place, String name, List<Cell> cells) {}

    /// A cell of the sample grid.
    ///
    /// @param value what stands in it
    /// @param state its state, or empty
    /// @param look its classes
    public record Cell(String value, String state, String look) {}

    /// Whether the form is shown with its mistakes.
    public boolean faulty() {
        return as.equals("faulty");
    }

    /// What is wrong with a field; empty unless the form is shown with its mistakes.
    public String error(String field) {
        return faulty() ? page.say(field + ".error") : "";
    }

    /// The mistakes in the order of the fields.
    public List<Fault> faults() {
        return faulty()
                ? FIELDS.stream().map(field -> new Fault(field, error(field))).toList()
                : List.of();
    }

    /// The ways to look at the page.
    public List<Link> ways() {
        return List.of("stranger", "visitor", "faulty").stream()
                .map(way -> new Link("/design?as=" + way, page.say("as." + way), way.equals(as)))
                .toList();
    }

    /// Some classes.
    public List<Option> classes() {
        return List.of(new Option("4A", "4A"), new Option("4B", "4B"), new Option("5A", "5A"));
    }

    /// Some levels.
    public List<Option> levels() {
        return List.of(
                new Option("T", page.say("level.1")),
                new Option("H", page.say("level.2")),
                new Option("C", page.say("level.3"), page.say("level.3.hint")));
    }

    /// Some people to tell.
    public List<Option> told() {
        return List.of(
                new Option("guardian", page.say("told.1")),
                new Option("homeroom", page.say("told.2")),
                new Option("head", page.say("told.3")));
    }

    /// Some tasks.
    public List<Task> tasks() {
        return List.of(
                new Task(page.say("task.1"), "/design", page.say("task.1.hint"), Tone.BAD, page.say("tag.bad")),
                new Task(page.say("task.2"), "/design", "", Tone.WARN, page.say("tag.warn")),
                new Task(page.say("task.3"), "", page.say("task.3.hint"), Tone.CALM, page.say("task.3.state")));
    }

    /// Some facts.
    public List<Row> rows() {
        return List.of(
                new Row(page.say("school"), page.say("school.value")),
                new Row(page.say("pupil"), page.say("pupil.value"), "/design"),
                new Row(page.say("born"), page.say("born.value"), "/design"));
    }

    /// A procedure under way.
    public List<Stage> stages() {
        List<Stage> stages = new ArrayList<>(Parts.stages(
                IntStream.rangeClosed(1, 6).mapToObj(i -> page.say("step." + i)).toList(), 2));
        stages.set(2, new Stage(stages.get(2).words(), Standing.NOW, page.say("step.note")));
        return stages;
    }

    /// A procedure that was stopped.
    public List<Stage> stopped() {
        return List.of(
                new Stage(page.say("step.1"), Standing.DONE),
                new Stage(page.say("step.2"), Standing.DONE),
                new Stage(page.say("step.stopped"), Standing.STOPPED, page.say("event.2")),
                new Stage(page.say("step.6"), Standing.AHEAD));
    }

    /// Some lines of a journal.
    public List<Happening> happenings() {
        String who = page.say("visitor.name");
        return List.of(
                new Happening(
                        "2026-05-29T16:40+07:00",
                        "29.05.2026, 16:40",
                        page.say("event.1"),
                        page.say("told.3"),
                        Tone.GOOD),
                new Happening("2026-05-27T09:12+07:00", "27.05.2026, 09:12", page.say("event.2"), who, Tone.WARN),
                new Happening("2026-05-25T14:03+07:00", "25.05.2026, 14:03", page.say("event.3"), who, Tone.CALM));
    }

    /// The rows of the sample grid: among them a cell in every state.
    public List<Pupil> pupils() {
        Map<Integer, List<String>> states = Map.of(
                1, List.of("", "saved", "", "", "focus", ""),
                2, List.of("", "", "", "saving", "failed", "changed"),
                4, List.of("", "", "", "missing", "missing", "missing"),
                6, List.of("locked", "locked", "locked", "", "", ""));
        List<String> names = List.of(
                page.say("visitor.name"), page.say("pupil.value"), "Trần Gia Bảo", "Lê Hoàng Anh", "Võ Minh Châu");
        return IntStream.rangeClosed(1, 14)
                .mapToObj(i -> new Pupil(
                        i,
                        names.get(i % names.size()),
                        cells(states.getOrDefault(i, List.of("", "", "", "", "", "")), i)))
                .toList();
    }

    private List<Cell> cells(List<String> states, int pupil) {
        List<String> values = List.of(
                "T",
                String.valueOf(6 + pupil % 5),
                page.say("comment.1"),
                "H",
                String.valueOf(5 + pupil % 6),
                page.say("comment.2"));
        return IntStream.range(0, values.size())
                .mapToObj(i -> {
                    String state = states.get(i);
                    String look = (state + (i % 3 == 2 ? " wide-cell group-end" : "")).strip();
                    return new Cell(state.equals("missing") ? "" : values.get(i), state, look);
                })
                .toList();
    }

    /// Somebody who looks at the page signed in.
    static Visitor visitor(Page page) {
        return new Visitor(
                page.say("visitor.name"),
                page.say("visitor.office"),
                List.of(
                        new Place("/classes", page.say("place.classes")),
                        new Place("/pupils", page.say("place.pupils")),
                        new Place("/to-sign", page.say("place.sign"), "3"),
                        new Place("/journal", page.say("place.journal")),
                        new Place("/design", page.say("place.parts"))),
                page.say("visitor.unread"));
    }

    /// The way to look that an address asks for.
    static String way(Optional<String> asked) {
        return asked.filter(way -> way.equals("visitor") || way.equals("faulty"))
                .orElse("stranger");
    }
}
