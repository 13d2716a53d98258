package org.matricula.registry.gradebook.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.gradebook.Cell;
import org.matricula.registry.gradebook.CellChange;
import org.matricula.registry.gradebook.TypedCells;
import org.matricula.registry.gradebook.flows.Answer;
import org.matricula.registry.gradebook.flows.Block;
import org.matricula.registry.gradebook.flows.EnterMarks;
import org.matricula.registry.gradebook.flows.Entered;
import org.matricula.registry.gradebook.flows.GridView;
import org.matricula.registry.gradebook.flows.GridView.PupilLine;
import org.matricula.registry.gradebook.flows.LookAtGrid;
import org.matricula.registry.gradebook.flows.ReturnBlock;
import org.matricula.registry.gradebook.flows.SettleNote;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.store.CellStore;
import org.matricula.registry.gradebook.store.CellStore.How;
import org.matricula.registry.gradebook.web.Desk.Opened;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Parts.Fault;
import org.matricula.registry.page.Parts.Link;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// The marks grid. A form that works without scripts; the scripts in `static/grid` make it comfortable.
@Controller
final class GridPages {
    static final String SUBJECT = "/classes/{id}/subjects/{code}";
    static final String HOMEROOM = "/classes/{id}/homeroom";

    private final Desk desk;
    private final LookAtGrid look;
    private final EnterMarks enter;
    private final ReturnBlock returning;
    private final SettleNote settling;
    private final CellStore cells;

    GridPages(
            Desk desk, LookAtGrid look, EnterMarks enter, ReturnBlock returning, SettleNote settling, CellStore cells) {
        this.desk = desk;
        this.look = look;
        this.enter = enter;
        this.returning = returning;
        this.settling = settling;
        this.cells = cells;
    }

    @GetMapping({SUBJECT, HOMEROOM})
    ResponseEntity<byte[]> grid(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable Optional<String> code,
            @RequestParam Optional<Integer> saved,
            @RequestParam Optional<String> told) {
        Page page = desk.page(request);
        Opened opened = desk.open(id, code);
        String done = saved.map(count -> page.say("saved.count", count))
                .or(() -> told.filter(key -> key.equals("returned") || key.equals("settled"))
                        .map(key -> page.say("told." + key)))
                .orElse("");
        return shown(HttpStatus.OK, page.at(Desk.address(opened.block())), opened, actor, Map.of(), done);
    }

    /// What was typed without scripts. A field that is as the page showed it is no entry, whoever changed it meanwhile.
    @PostMapping({SUBJECT, HOMEROOM})
    ResponseEntity<byte[]> save(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable Optional<String> code,
            @RequestParam long revision) {
        Page page = desk.page(request);
        Opened opened = desk.open(id, code);
        Block block = opened.block();
        return switch (enter.run(block, changes(request, block, revision), How.TYPED, actor)) {
            case Outcome.Refused<Entered>(var reasons) ->
                desk.refused(page, desk.voice(page, block), reasons, Desk.address(block));
            case Outcome.Done<Entered>(var entered) -> {
                Map<String, Answer> left = entered.answers().stream()
                        .filter(answer -> !(answer instanceof Answer.Saved))
                        .collect(Collectors.toMap(
                                answer -> GridModel.name(answer.pupil().toString(), answer.column()),
                                Function.identity()));
                yield left.isEmpty()
                        ? Desk.to(Desk.address(block) + "?saved=" + entered.saved())
                        : shown(HttpStatus.UNPROCESSABLE_CONTENT, page, opened, actor, left, "");
            }
        };
    }

    private List<CellChange> changes(HttpServletRequest request, Block block, long revision) {
        Map<String, Cell> base = cells.asOf(block.room().id(), block.columnKeys(), revision).stream()
                .collect(Collectors.toMap(
                        cell -> GridModel.name(cell.pupil().toString(), cell.column()), Function.identity()));
        List<CellChange> changes = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            String[] parts = name.split("\\.", 3);
            if (parts.length != 3 || !parts[0].equals("v")) {
                return;
            }
            Optional<Cell> was = Optional.ofNullable(base.get(name));
            String typed = values[0].replace("\r\n", "\n").strip();
            Optional<Column> column = block.column(parts[2]);
            String shown = column.map(each ->
                            TypedCells.shown(each.kind(), was.map(Cell::value).orElse("")))
                    .orElse("");
            if (!typed.equals(shown)) {
                changes.add(new CellChange(
                        pupil(parts[1]),
                        parts[2],
                        typed,
                        was.map(Cell::revision).orElse(0L)));
            }
        });
        return changes;
    }

    private static UUID pupil(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "the page was tampered with", e);
        }
    }

    private ResponseEntity<byte[]> shown(
            HttpStatus status, Page page, Opened opened, Actor actor, Map<String, Answer> left, String done) {
        Block block = opened.block();
        Voice voice = desk.voice(page, block);
        return switch (look.run(block, actor)) {
            case Outcome.Refused<GridView>(var reasons) -> desk.refused(page, voice, reasons, "/classes");
            case Outcome.Done<GridView>(var view) -> {
                GridModel model = GridModel.of(view, voice, left, actor);
                Map<String, Object> values = new HashMap<>();
                values.put("model", model);
                values.put("title", voice.title(block.title()));
                values.put("lang", voice.lang());
                values.put("room", block.room());
                values.put("here", Desk.address(block));
                values.put("done", done);
                values.put("mayEnter", view.mayEnter());
                values.put("shut", shut(view, voice, actor));
                values.put("tabs", tabs(opened, voice, actor));
                values.put("notes", notes(view, voice));
                values.put("maySettle", settling.may(block, actor));
                values.put("mayReturn", block.title().isPresent() && returning.may(block, actor));
                values.put("faults", faults(model));
                yield desk.show(status, "grid", page, values);
            }
        };
    }

    /// Why nothing can be entered; empty when it can, or when this person never enters here.
    private String shut(GridView view, Voice voice, Actor actor) {
        return enter.may(view.block(), actor)
                ? view.block().shut(view.now()).map(voice::say).orElse("")
                : "";
    }

    private List<Link> tabs(Opened opened, Voice voice, Actor actor) {
        return opened.all().stream()
                .filter(block -> look.may(block, actor))
                .map(block -> new Link(
                        Desk.address(block),
                        voice.title(block.title()),
                        block.code().equals(opened.block().code())))
                .toList();
    }

    private static List<Fault> faults(GridModel model) {
        return model.rows().stream()
                .flatMap(row -> row.cells().stream()
                        .filter(cell -> !cell.problem().isEmpty())
                        .map(cell -> new Fault(
                                cell.name(), row.name() + ", " + cell.column().title() + ": " + cell.problem())))
                .toList();
    }

    private static List<GridModel.Note> notes(GridView view, Voice voice) {
        Map<UUID, String> names = view.lines().stream()
                .collect(Collectors.toMap(line -> line.pupil().pupil(), PupilLine::name));
        return view.notes().stream()
                .map(note -> new GridModel.Note(
                        note.id().toString(),
                        note.words(),
                        note.pupil()
                                .flatMap(pupil -> Optional.ofNullable(names.get(pupil)))
                                .orElse(""),
                        note.name(),
                        voice.time(note.at())))
                .toList();
    }
}
