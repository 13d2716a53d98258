package org.matricula.registry.gradebook.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.gradebook.flows.Block;
import org.matricula.registry.gradebook.flows.MyClasses;
import org.matricula.registry.gradebook.flows.MyClasses.Mine;
import org.matricula.registry.gradebook.flows.OpenWindow;
import org.matricula.registry.gradebook.store.ClassStore.ClassRoomOrYear;
import org.matricula.registry.gradebook.store.ClassStore.Window;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Parts.Fault;
import org.matricula.registry.page.Parts.Option;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// When results may be entered: of one class, or of every class of the school year.
@Controller
final class WindowPages {
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

    private final Desk desk;
    private final MyClasses classes;
    private final OpenWindow windows;

    WindowPages(Desk desk, MyClasses classes, OpenWindow windows) {
        this.desk = desk;
        this.classes = classes;
        this.windows = windows;
    }

    @GetMapping("/classes/window")
    ResponseEntity<byte[]> ask(HttpServletRequest request, Actor actor, @RequestParam Optional<String> of) {
        List<Mine> mine = mine(actor);
        Page page = desk.page(request);
        if (mine.isEmpty()) {
            return refused(page);
        }
        Optional<Window> now = mine.stream()
                .filter(each -> of.isEmpty() || of.get().equals(each.room().id().toString()))
                .flatMap(each -> each.blocks().getFirst().block().window().stream())
                .findFirst();
        ZoneId zone = mine.getFirst().now().zone();
        return shown(
                HttpStatus.OK,
                page,
                mine,
                of.orElse(""),
                now.map(window -> field(window.opens().toInstant(), zone)).orElse(""),
                now.map(window -> field(window.closes().toInstant(), zone)).orElse(""),
                List.of());
    }

    @PostMapping("/classes/window")
    ResponseEntity<byte[]> set(
            HttpServletRequest request,
            Actor actor,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String opens,
            @RequestParam(defaultValue = "") String closes) {
        List<Mine> mine = mine(actor);
        Page page = desk.page(request);
        if (mine.isEmpty()) {
            return refused(page);
        }
        List<Fault> faults = new ArrayList<>();
        Optional<LocalDateTime> from = time(opens);
        Optional<LocalDateTime> to = time(closes);
        if (from.isEmpty()) {
            faults.add(new Fault("opens", page.say("window.opens.error")));
        }
        if (to.isEmpty()) {
            faults.add(new Fault("closes", page.say("window.closes.error")));
        }
        if (!of.isEmpty() && named(mine, of).classId().isEmpty()) {
            // A class that is not there stands for none, least of all for the whole year.
            faults.add(new Fault("of", page.say("window.of.error")));
        }
        if (!faults.isEmpty()) {
            return shown(HttpStatus.UNPROCESSABLE_CONTENT, page, mine, of, opens, closes, faults);
        }
        ZoneId zone = mine.getFirst().now().zone();
        Outcome<Window> outcome = windows.run(
                named(mine, of),
                from.get().atZone(zone).toOffsetDateTime(),
                to.get().atZone(zone).toOffsetDateTime(),
                actor);
        return switch (outcome) {
            case Outcome.Done<Window> _ -> Desk.to("/classes?told=window");
            case Outcome.Refused<Window>(var reasons) -> {
                Voice voice =
                        desk.voice(page, mine.getFirst().blocks().getFirst().block());
                yield shown(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        page,
                        mine,
                        of,
                        opens,
                        closes,
                        reasons.stream()
                                .map(reason -> new Fault("closes", voice.say(reason)))
                                .toList());
            }
        };
    }

    /// The classes for which this person may set a time; those of one school and year, the newest.
    private List<Mine> mine(Actor actor) {
        List<Mine> all = classes.of(actor).stream()
                .filter(each -> windows.may(each.blocks().getFirst().block().place(), actor))
                .toList();
        return all.stream()
                .filter(each -> each.room()
                                .institution()
                                .equals(all.getFirst().room().institution())
                        && each.room().schoolYear().equals(all.getFirst().room().schoolYear()))
                .toList();
    }

    private ResponseEntity<byte[]> refused(Page page) {
        return desk.refused(
                page,
                new Voice(page, org.matricula.registry.page.Language.VI, ZoneId.of("UTC")),
                List.of(new NotYours("open-window")),
                "/classes");
    }

    private static ClassRoomOrYear named(List<Mine> mine, String of) {
        var room = mine.getFirst().room();
        Optional<UUID> one = mine.stream()
                .map(each -> each.room().id())
                .filter(id -> id.toString().equals(of))
                .findFirst();
        return new ClassRoomOrYear(room.institution(), room.schoolYear(), one);
    }

    private static Optional<LocalDateTime> time(String typed) {
        try {
            return Optional.of(LocalDateTime.parse(typed.strip().replace(' ', 'T')));
        } catch (DateTimeParseException _) {
            return Optional.empty(); // said at the field
        }
    }

    private static String field(java.time.Instant at, ZoneId zone) {
        return FIELD.format(at.atZone(zone));
    }

    private ResponseEntity<byte[]> shown(
            HttpStatus status, Page page, List<Mine> mine, String of, String opens, String closes, List<Fault> faults) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", page.say("window.all", mine.getFirst().room().schoolYear())));
        mine.forEach(each ->
                options.add(new Option(each.room().id().toString(), each.room().name())));
        List<Views.WindowLine> lines = mine.stream()
                .map(each -> {
                    Block block = each.blocks().getFirst().block();
                    return new Views.WindowLine(
                            each.room().name(), ClassPages.window(page, desk.voice(page, block), block, each.now()));
                })
                .toList();
        return desk.show(
                status,
                "window",
                page.at("/classes/window"),
                Map.of(
                        "options", options,
                        "of", of,
                        "opens", opens,
                        "closes", closes,
                        "faults", faults,
                        "lines", lines,
                        "zone", mine.getFirst().now().zone().getId()));
    }
}
