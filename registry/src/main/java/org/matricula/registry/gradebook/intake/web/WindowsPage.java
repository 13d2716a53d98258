package org.matricula.registry.gradebook.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.gradebook.flows.OpenWindow;
import org.matricula.registry.gradebook.intake.OfficeBoard;
import org.matricula.registry.gradebook.intake.OfficeBoard.Standing;
import org.matricula.registry.gradebook.intake.SchoolYears;
import org.matricula.registry.gradebook.store.ClassStore.ClassRoomOrYear;
import org.matricula.registry.gradebook.store.ClassStore.Window;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Parts.Column;
import org.matricula.registry.page.Parts.Fault;
import org.matricula.registry.page.Parts.Option;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// When results may be entered: for the whole school year at once, or for one class that needs more time.
@Controller
final class WindowsPage {
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

    private final OfficeDesk desk;
    private final OfficeBoard board;
    private final Office office;
    private final OpenWindow windows;

    WindowsPage(OfficeDesk desk, OfficeBoard board, Office office, OpenWindow windows) {
        this.desk = desk;
        this.board = board;
        this.office = office;
        this.windows = windows;
    }

    @GetMapping("/office/windows")
    ResponseEntity<byte[]> ask(
            HttpServletRequest request,
            Actor actor,
            @RequestParam(defaultValue = "") String school,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String done) {
        Institution here = desk.school(actor, school);
        return shown(
                HttpStatus.OK, desk.page(request), here, year, new Typed("", "", ""), List.of(), done.equals("window"));
    }

    @PostMapping("/office/windows")
    ResponseEntity<byte[]> set(
            HttpServletRequest request,
            Actor actor,
            @RequestParam(defaultValue = "") String school,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String opens,
            @RequestParam(defaultValue = "") String closes) {
        Page page = desk.page(request).at("/office/windows?year=" + year);
        Institution here = desk.school(actor, school);
        Typed typed = new Typed(of, opens, closes);
        List<Fault> faults = new ArrayList<>();
        Optional<OffsetDateTime> from = time(opens, here.zone());
        Optional<OffsetDateTime> to = time(closes, here.zone());
        if (from.isEmpty()) {
            faults.add(new Fault("opens", page.say("window.opens.wrong")));
        }
        if (to.isEmpty()) {
            faults.add(new Fault("closes", page.say("window.closes.wrong")));
        }
        Optional<UUID> room = board.classes(here.id(), year, office.now(here.place())).stream()
                .map(each -> each.room().id())
                .filter(id -> id.toString().equals(of))
                .findFirst();
        if (room.isEmpty() && !of.isEmpty()) {
            // A class that is not there stands for none, least of all for the whole year.
            faults.add(new Fault("of", page.say("window.of.wrong")));
        }
        if (!faults.isEmpty() || !SchoolYears.valid(year)) {
            return shown(HttpStatus.UNPROCESSABLE_CONTENT, page, here, year, typed, faults, false);
        }
        return switch (windows.run(new ClassRoomOrYear(here.id(), year, room), from.get(), to.get(), actor)) {
            case Outcome.Done<Window> _ -> OfficeDesk.to("/office/windows?done=window&year=" + year);
            case Outcome.Refused<Window>(var reasons) ->
                shown(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        page,
                        here,
                        year,
                        typed,
                        OfficeDesk.words(page, reasons).stream()
                                .map(words -> new Fault("", words))
                                .toList(),
                        false);
        };
    }

    /// What the person typed.
    private record Typed(String of, String opens, String closes) {}

    private static Optional<OffsetDateTime> time(String typed, ZoneId zone) {
        try {
            return Optional.of(LocalDateTime.parse(typed.strip().replace(' ', 'T'))
                    .atZone(zone)
                    .toOffsetDateTime());
        } catch (DateTimeParseException _) {
            return Optional.empty(); // said at the field
        }
    }

    private ResponseEntity<byte[]> shown(
            HttpStatus status,
            Page page,
            Institution school,
            String year,
            Typed typed,
            List<Fault> faults,
            boolean done) {
        Moment now = office.now(school.place());
        String chosen = SchoolYears.valid(year) ? year : SchoolYears.on(now.date());
        List<Standing> classes = board.classes(school.id(), chosen, now);
        List<Option> options = new ArrayList<>();
        options.add(new Option(
                "", classes.isEmpty() ? page.say("window.all.none") : page.say("window.all", classes.size())));
        classes.forEach(each ->
                options.add(new Option(each.room().id().toString(), each.room().name())));
        // A day to begin and two weeks to enter are what schools most often choose.
        LocalDateTime tomorrow = now.date().plusDays(1).atTime(7, 0);
        String opens = typed.opens().isEmpty() && faults.isEmpty() ? FIELD.format(tomorrow) : typed.opens();
        String closes = typed.closes().isEmpty() && faults.isEmpty()
                ? FIELD.format(tomorrow.plusDays(14).withHour(17))
                : typed.closes();
        return desk.show(
                status,
                "windows",
                page,
                Map.of(
                        "year", chosen,
                        "options", options,
                        "of", typed.of(),
                        "opens", opens,
                        "closes", closes,
                        "faults", faults,
                        "done", done,
                        "zone", school.zone().getId(),
                        "columns", List.of(new Column(page.say("column.class")), new Column(page.say("column.window"))),
                        "classes",
                                classes.stream()
                                        .map(each -> new OfficeViews.ClassLine(
                                                each.room().name(),
                                                0,
                                                0,
                                                "",
                                                org.matricula.registry.page.Tone.CALM,
                                                "",
                                                "",
                                                OfficePages.tone(each.window(), now),
                                                OfficePages.window(page, each.window(), now)))
                                        .toList()));
    }
}
