package org.matricula.registry.gradebook.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.gradebook.flows.Block;
import org.matricula.registry.gradebook.flows.ClassView;
import org.matricula.registry.gradebook.flows.LookAtClass;
import org.matricula.registry.gradebook.flows.LookAtGrid;
import org.matricula.registry.gradebook.flows.MyClasses;
import org.matricula.registry.gradebook.flows.MyClasses.Mine;
import org.matricula.registry.gradebook.flows.MyClasses.Standing;
import org.matricula.registry.gradebook.flows.OpenWindow;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Parts.Task;
import org.matricula.registry.page.Tone;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// My classes, and one class from above.
@Controller
final class ClassPages {
    /// So many classes are shown one below the other; more are folded by grade for whoever enters nothing: a teacher's
    /// own work is never folded away.
    private static final int AT_A_GLANCE = 6;

    private final Desk desk;
    private final MyClasses classes;
    private final LookAtClass overview;
    private final LookAtGrid look;
    private final OpenWindow windows;

    ClassPages(Desk desk, MyClasses classes, LookAtClass overview, LookAtGrid look, OpenWindow windows) {
        this.desk = desk;
        this.classes = classes;
        this.overview = overview;
        this.look = look;
        this.windows = windows;
    }

    @GetMapping("/classes")
    ResponseEntity<byte[]> mine(HttpServletRequest request, Actor actor, @RequestParam Optional<String> told) {
        Page page = desk.page(request);
        List<Mine> mine = classes.of(actor);
        List<Views.Room> rooms = mine.stream().map(each -> room(page, each)).toList();
        boolean enters = mine.stream().flatMap(each -> each.blocks().stream()).anyMatch(Standing::enter);
        boolean opens = mine.stream()
                .anyMatch(each -> windows.may(each.blocks().getFirst().block().place(), actor));
        return desk.show(
                HttpStatus.OK,
                "classes",
                page.at("/classes"),
                Map.of(
                        "rooms",
                        rooms,
                        "grades",
                        rooms.size() > AT_A_GLANCE && !enters ? Views.Grade.of(rooms) : List.of(),
                        "opens",
                        opens,
                        "done",
                        told.filter("window"::equals)
                                .map(_ -> page.say("window.done"))
                                .orElse("")));
    }

    private Views.Room room(Page page, Mine mine) {
        Block any = mine.blocks().getFirst().block();
        Voice voice = desk.voice(page, any);
        boolean open = !mine.closed() && any.shut(mine.now()).isEmpty();
        long toSign = mine.blocks().stream()
                .filter(each ->
                        each.enter() && toSign(each) && !each.block().code().equals(Block.HOMEROOM))
                .count();
        return new Views.Room(
                mine.room().id().toString(),
                mine.room().name(),
                mine.room().grade(),
                mine.room().schoolYear(),
                mine.closed() ? page.say("window.closed") : window(page, voice, any, mine.now()),
                open ? Tone.GOOD : Tone.CALM,
                mine.overview(),
                toSign > 1 ? "/classes/" + mine.room().id() + "/sign" : "",
                mine.blocks().stream()
                        .sorted(Comparator.comparing(each -> !each.enter())) // what I enter comes first
                        .map(each -> task(page, voice, each))
                        .toList());
    }

    /// How entry of a class stands.
    static String window(Page page, Voice voice, Block block, Moment now) {
        if (block.window().isEmpty()) {
            return page.say("window.none");
        }
        var window = block.window().get();
        String opens = voice.time(window.opens().toInstant());
        String closes = voice.time(window.closes().toInstant());
        return window.contains(now)
                ? page.say("window.open", closes)
                : now.at().isBefore(window.opens().toInstant())
                        ? page.say("window.later", opens)
                        : page.say("window.over", closes);
    }

    private static Task task(Page page, Voice voice, Standing standing) {
        int notes = standing.notes().size();
        String hint = notes == 0 ? "" : page.say("notes.waiting", notes);
        boolean toSign = toSign(standing);
        Tone tone = notes > 0 || standing.enter() && (standing.missing() > 0 || toSign)
                ? Tone.WARN
                : standing.missing() > 0 || standing.wanted() == 0 ? Tone.CALM : toSign ? Tone.INFO : Tone.GOOD;
        return new Task(
                voice.title(standing.block().title()),
                standing.look()
                        ? toSign && standing.enter() && notes == 0
                                ? Desk.signing(standing.block())
                                : Desk.address(standing.block())
                        : "",
                hint,
                tone,
                said(page, standing, toSign));
    }

    private static boolean toSign(Standing standing) {
        return standing.missing() == 0 && standing.wanted() > 0 && standing.unsigned() > 0;
    }

    private static String said(Page page, Standing standing, boolean toSign) {
        if (standing.wanted() == 0) {
            return page.say("standing.empty");
        }
        if (standing.missing() > 0) {
            return page.say("standing.missing", standing.missing(), standing.wanted());
        }
        return toSign ? page.say("standing.unsigned", standing.unsigned()) : page.say("standing.signed");
    }

    @GetMapping("/classes/{id}")
    ResponseEntity<byte[]> one(HttpServletRequest request, Actor actor, @PathVariable UUID id) {
        Page page = desk.page(request);
        List<Block> blocks = desk.whole(id);
        Voice voice = desk.voice(page, blocks.getFirst());
        return switch (overview.run(blocks, actor)) {
            case Outcome.Refused<ClassView>(var reasons) -> desk.refused(page, voice, reasons, "/classes");
            case Outcome.Done<ClassView>(var view) -> shown(page, voice, view, actor);
        };
    }

    private ResponseEntity<byte[]> shown(Page page, Voice voice, ClassView view, Actor actor) {
        List<Block> taken = view.blocks().stream()
                .filter(block -> view.lines().stream()
                        .map(line -> line.blocks().get(block.code()))
                        .anyMatch(fill -> fill.filled() + fill.missing() > 0))
                .toList();
        Block any = view.blocks().getFirst();
        Map<String, Object> values = new HashMap<>();
        values.put("room", any.room());
        values.put("lang", voice.lang());
        boolean closed = !view.lines().isEmpty()
                && view.lines().stream().allMatch(line -> line.pupil().closed());
        values.put("window", closed ? page.say("window.closed") : window(page, voice, any, view.now()));
        values.put(
                "heads",
                taken.stream().map(block -> head(voice, view, block, actor)).toList());
        values.put(
                "lines",
                view.lines().stream().map(line -> line(page, taken, line)).toList());
        return desk.show(HttpStatus.OK, "class", page, values);
    }

    private Views.Head head(Voice voice, ClassView view, Block block, Actor actor) {
        return new Views.Head(
                voice.title(block.title()),
                look.may(block, actor) ? Desk.address(block) : "",
                view.lines().stream()
                        .mapToInt(line -> line.blocks().get(block.code()).missing())
                        .sum(),
                (int) view.notes().stream()
                        .filter(note -> note.subject().equals(block.key()))
                        .count());
    }

    private static Views.Line line(Page page, List<Block> blocks, ClassView.Line line) {
        List<Views.Mark> marks = blocks.stream()
                .map(block -> {
                    ClassView.Fill fill = line.blocks().get(block.code());
                    return fill.missing() > 0
                            ? new Views.Mark(
                                    "missing",
                                    String.valueOf(fill.missing()),
                                    page.say("mark.missing", fill.missing()),
                                    "")
                            : fill.filled() > 0
                                    ? new Views.Mark("saved", "", page.say("mark.full"), "")
                                    : new Views.Mark("", "–", page.say("mark.none"), "");
                })
                .toList();
        return new Views.Line(
                line.pupil().position(),
                line.name(),
                line.pupil().closed(),
                marks,
                line.blocks().values().stream()
                        .mapToInt(ClassView.Fill::missing)
                        .sum());
    }
}
