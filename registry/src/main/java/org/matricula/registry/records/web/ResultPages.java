package org.matricula.registry.records.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.matricula.registry.directory.Refused;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.spi.Charge;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Parts;
import org.matricula.registry.page.Parts.Fault;
import org.matricula.registry.page.Parts.Link;
import org.matricula.registry.page.Parts.Option;
import org.matricula.registry.page.Tone;
import org.matricula.registry.records.flows.LookAtResult;
import org.matricula.registry.records.flows.ResultView;
import org.matricula.registry.records.flows.ResultView.Line;
import org.matricula.registry.records.flows.ResultView.Standing;
import org.matricula.registry.records.flows.ResultView.SubjectLine;
import org.matricula.registry.records.flows.ResultView.Told;
import org.matricula.registry.records.flows.SignConsolidation;
import org.matricula.registry.records.web.ResultLine.Said;
import org.matricula.registry.records.web.SignDesk.Came;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// `/classes/{id}/result`: the results of the year with their reasons, before the homeroom teacher signs
/// them.
@Controller
final class ResultPages {
    private static final String HERE = "/classes/{id}/result";
    /// So many subjects that are not signed are named in a pupil's row.
    private static final int NAMED = 3;

    private final SignDesk desk;
    private final Refused refused;
    private final LookAtResult look;
    private final SignConsolidation sign;

    ResultPages(SignDesk desk, Refused refused, LookAtResult look, SignConsolidation sign) {
        this.desk = desk;
        this.refused = refused;
        this.look = look;
        this.sign = sign;
    }

    static String address(UUID classId) {
        return "/classes/" + classId + "/result";
    }

    @GetMapping(HERE)
    ResponseEntity<byte[]> read(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "all") String show) {
        return shown(HttpStatus.OK, request, actor, desk.room(id), show, List.of());
    }

    @PostMapping(HERE)
    ResponseEntity<byte[]> sign(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") char[] pin) {
        ClassRoom room = desk.room(id);
        String named = SignConsolidation.named(desk.info(room));
        return switch (desk.sign(
                SignConsolidation.class, actor, desk.place(room), named, pin, key -> sign.run(actor, room, key))) {
            case Came.Begun(var work) -> SignDesk.to("/work/" + work);
            case Came.Refused(var reasons) -> refused.page(request, reasons, address(id));
            case Came.Again again ->
                shown(SignDesk.status(again), request, actor, room, "all", desk.faults(request, room, again));
        };
    }

    /// The form by which a subject goes back to its teacher; the desk of the gradebook takes it.
    @GetMapping(HERE + "/return/{subject}")
    ResponseEntity<byte[]> giveBack(
            HttpServletRequest request, Actor actor, @PathVariable UUID id, @PathVariable String subject) {
        ClassRoom room = desk.room(id);
        return switch (look.run(actor, room)) {
            case Outcome.Refused<ResultView>(var reasons) -> refused.page(request, reasons, "/classes");
            case Outcome.Done<ResultView>(var view) -> {
                SubjectLine found = view.subjects().stream()
                        .filter(line -> line.subject().code().equals(subject))
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
                Page page = desk.page(request).at(address(id) + "/return/" + subject);
                SignWords words = desk.words(page, room);
                yield desk.pages()
                        .show(
                                HttpStatus.OK,
                                "records/resultreturn.jte",
                                page,
                                Map.of(
                                        "title",
                                        page.say(
                                                "return.title",
                                                words.say(found.subject().label())),
                                        "teacher",
                                        found.teacher(),
                                        "action",
                                        "/classes/" + id + "/subjects/" + subject + "/notes",
                                        "back",
                                        address(id),
                                        "pupils",
                                        view.lines().stream()
                                                .map(line ->
                                                        new Option(line.pupil().toString(), line.name()))
                                                .toList()));
            }
        };
    }

    private ResponseEntity<byte[]> shown(
            HttpStatus status,
            HttpServletRequest request,
            Actor actor,
            ClassRoom room,
            String show,
            List<Fault> faults) {
        return switch (look.run(actor, room)) {
            case Outcome.Refused<ResultView>(var reasons) -> refused.page(request, reasons, "/classes");
            case Outcome.Done<ResultView>(var view) -> shown(status, desk.page(request), actor, view, show, faults);
        };
    }

    private ResponseEntity<byte[]> shown(
            HttpStatus status, Page asked, Actor actor, ResultView view, String show, List<Fault> faults) {
        UUID id = view.room().id();
        String here = address(id);
        Page page = asked.at(here + (show.equals("all") ? "" : "?show=" + show));
        SignWords words = desk.words(page, view.room());
        String gate = desk.gate(SignConsolidation.class, actor, desk.place(view.room()), view.named(), view.ready());
        boolean own = !gate.equals("other");
        Map<String, Object> values = new HashMap<>();
        values.put("title", page.say("result.title", view.room().name()));
        values.put("classPage", "/classes/" + id);
        values.put("lang", words.lang());
        values.put("tabs", tabs(page, view, here, show));
        values.put(
                "lines",
                view.lines().stream()
                        .filter(line -> shows(show, line.standing()))
                        .map(line -> line(words, id, line))
                        .toList());
        values.put(
                "subjects",
                view.subjects().stream()
                        .map(line -> subject(words, id, line, own))
                        .toList());
        values.put(
                "gate",
                SignGate.of(
                        gate,
                        here,
                        page.say("result.sentence", view.ready()),
                        page.say("result.enter", view.ready()),
                        view.named(),
                        view.room(),
                        List.of("consolidation"),
                        faults));
        return desk.pages().show(status, "records/result.jte", page, values);
    }

    private static boolean shows(String show, Standing standing) {
        return switch (show) {
            case "ready" -> standing == Standing.READY;
            case "waiting" -> standing == Standing.WAITING;
            default -> true;
        };
    }

    private static List<Link> tabs(Page page, ResultView view, String here, String show) {
        return List.of("all", "ready", "waiting").stream()
                .map(each -> new Link(
                        each.equals("all") ? here : here + "?show=" + each,
                        page.say("result.show." + each),
                        each.equals(show),
                        String.valueOf(view.lines().stream()
                                .filter(line -> shows(each, line.standing()))
                                .count())))
                .toList();
    }

    private static ResultLine line(SignWords words, UUID classId, Line line) {
        Page page = words.page();
        return new ResultLine(
                line.name(),
                line.record().map(record -> "/books/" + record).orElse(""),
                switch (line.standing()) {
                    case READY -> Tone.INFO;
                    case WAITING -> Tone.WARN;
                    case SIGNED, CLOSED -> Tone.GOOD;
                },
                page.say("result.state." + line.standing()),
                line.result().map(words::say).orElse(""),
                line.reasons().stream()
                        .map(finding -> new Said(
                                capital(words.say(finding.because())), false, "", List.of(clause(finding.clause()))))
                        .toList(),
                line.remarks().stream()
                        .map(told -> said(words, classId, line, told))
                        .toList(),
                unsigned(words, line));
    }

    /// Which subjects are not signed; only how many when it is a long list, which stands above the table
    /// anyway.
    private static String unsigned(SignWords words, Line line) {
        int missing = line.unsigned().size();
        if (missing == 0) {
            return "";
        }
        return missing > NAMED
                ? words.page().say("result.unsigned.many", String.valueOf(missing))
                : words.page()
                        .say(
                                "result.unsigned",
                                String.join(
                                        ", ",
                                        line.unsigned().stream()
                                                .map(subject -> words.say(subject.label()))
                                                .toList()));
    }

    private static Said said(SignWords words, UUID classId, Line line, Told told) {
        String grid = told.charge()
                .map(charge -> switch (charge) {
                    case Charge.Subject(var code) -> "/subjects/" + code;
                    case Charge.Homeroom _ -> "/homeroom";
                    case Charge.Pupil _ -> "";
                })
                .orElse("");
        return new Said(
                capital(words.say(told.remark().words())),
                told.remark().blocks(),
                grid.isEmpty()
                        ? ""
                        : "/classes/" + classId + grid + "#"
                                + Parts.id("v." + line.pupil() + "."
                                        + told.remark().key()),
                told.remark().clauses().stream().map(ResultPages::clause).toList());
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }

    private static Link clause(String id) {
        return new Link("/law/" + id.replaceFirst(":", "/"), id);
    }

    private static ResultLine.Subject subject(SignWords words, UUID id, SubjectLine line, boolean own) {
        Page page = words.page();
        String code = line.subject().code();
        boolean all = line.signed() == line.total();
        return new ResultLine.Subject(
                words.say(line.subject().label()),
                line.teacher(),
                all ? Tone.GOOD : line.signed() > 0 ? Tone.INFO : Tone.WARN,
                page.say("result.signed", String.valueOf(line.signed()), String.valueOf(line.total())),
                "/classes/" + id + "/subjects/" + code,
                SignPages.address(id, code),
                own ? address(id) + "/return/" + code : "");
    }
}
