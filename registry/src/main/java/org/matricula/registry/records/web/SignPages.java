package org.matricula.registry.records.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.matricula.registry.directory.Refused;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Place;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.Heading;
import org.matricula.registry.gradebook.spi.Kind;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Parts;
import org.matricula.registry.page.Parts.Fault;
import org.matricula.registry.page.Tone;
import org.matricula.registry.records.flows.LookAtSigning;
import org.matricula.registry.records.flows.SignSubject;
import org.matricula.registry.records.flows.SigningView;
import org.matricula.registry.records.flows.SigningView.Line;
import org.matricula.registry.records.flows.SigningView.Standing;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// `/classes/{id}/sign/{subject}`: a subject's teacher reads what he or she entered and signs it in one
/// act.
@Controller
final class SignPages {
    private static final String HERE = "/classes/{id}/sign/{subject}";
    private static final int LONGEST = 70;

    private final SignDesk desk;
    private final Refused refused;
    private final LookAtSigning look;
    private final SignSubject sign;

    SignPages(SignDesk desk, Refused refused, LookAtSigning look, SignSubject sign) {
        this.desk = desk;
        this.refused = refused;
        this.look = look;
        this.sign = sign;
    }

    /// Where a subject of a class is signed.
    static String address(UUID classId, String subject) {
        return "/classes/" + classId + "/sign/" + subject;
    }

    @GetMapping(HERE)
    ResponseEntity<byte[]> read(
            HttpServletRequest request, Actor actor, @PathVariable UUID id, @PathVariable String subject) {
        return shown(HttpStatus.OK, request, actor, desk.room(id), subject, List.of());
    }

    @PostMapping(HERE)
    ResponseEntity<byte[]> sign(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String subject,
            @RequestParam(defaultValue = "") char[] pin) {
        ClassRoom room = desk.room(id);
        heading(room, subject);
        Place place = desk.place(room).ofSubject(subject);
        String named = SignSubject.named(desk.info(room), subject);
        return switch (desk.sign(
                SignSubject.class, actor, place, named, pin, key -> sign.run(actor, room, subject, key))) {
            case SignDesk.Came.Begun(var work) -> SignDesk.to("/work/" + work);
            case SignDesk.Came.Refused(var reasons) -> refused.page(request, reasons, address(id, subject));
            case SignDesk.Came.Again again ->
                shown(SignDesk.status(again), request, actor, room, subject, desk.faults(request, room, again));
        };
    }

    private Heading heading(ClassRoom room, String subject) {
        return look.subject(room, subject).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ResponseEntity<byte[]> shown(
            HttpStatus status,
            HttpServletRequest request,
            Actor actor,
            ClassRoom room,
            String subject,
            List<Fault> faults) {
        return switch (look.run(actor, room, heading(room, subject))) {
            case Outcome.Refused<SigningView>(var reasons) -> refused.page(request, reasons, "/classes");
            case Outcome.Done<SigningView>(var view) -> shown(status, desk.page(request), actor, view, faults);
        };
    }

    private ResponseEntity<byte[]> shown(
            HttpStatus status, Page asked, Actor actor, SigningView view, List<Fault> faults) {
        String code = view.subject().code();
        String here = address(view.room().id(), code);
        Page page = asked.at(here);
        SignWords words = desk.words(page, view.room());
        String title = words.say(view.subject().label());
        String gate = desk.gate(
                SignSubject.class, actor, desk.place(view.room()).ofSubject(code), view.named(), view.ready());
        Map<String, Object> values = new HashMap<>();
        values.put("title", page.say("sign.title", title, view.room().name()));
        values.put("grid", "/classes/" + view.room().id() + "/subjects/" + code);
        values.put("counts", counts(page, view));
        values.put("together", together(actor, view));
        values.put("lang", words.lang());
        values.put(
                "columns",
                view.columns().stream()
                        .map(column -> new Parts.Column(
                                words.say(column.heading().label()),
                                column.kind() instanceof Kind.Whole || column.kind() instanceof Kind.Measure))
                        .toList());
        values.put(
                "lines",
                view.lines().stream().map(line -> line(words, view, line)).toList());
        values.put(
                "notes",
                view.notes().stream()
                        .map(note -> page.say("sign.returned", note.name(), words.time(note.at())) + " " + note.words())
                        .toList());
        values.put(
                "gate",
                SignGate.of(
                        gate,
                        here,
                        page.say("sign.sentence", view.ready(), title),
                        page.say("sign.enter", view.ready()),
                        view.named(),
                        view.room(),
                        List.of("subject:" + code),
                        faults));
        return desk.pages().show(status, "records/sign.jte", page, values);
    }

    /// Where all of one's own subjects are signed at once; empty for who has one only.
    private String together(Actor actor, SigningView view) {
        return look.own(actor, view.room()).size() > 1
                ? SignTogetherPages.address(view.room().id())
                : "";
    }

    private static String counts(Page page, SigningView view) {
        Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
        view.lines().forEach(line -> counts.merge(line.standing(), 1, Integer::sum));
        return counts(page, counts);
    }

    /// How many stand how, in a line.
    static String counts(Page page, Map<Standing, Integer> counts) {
        return Arrays.stream(Standing.values())
                .filter(counts::containsKey)
                .map(standing -> page.say("sign.count." + standing.name(), String.valueOf(counts.get(standing))))
                .collect(Collectors.joining(" · "));
    }

    private static SignLine line(SignWords words, SigningView view, Line line) {
        Page page = words.page();
        List<String> notes = new ArrayList<>();
        line.signature().ifPresent(given -> notes.add(given.name() + ", " + words.time(given.at())));
        line.voided().ifPresent(gone -> {
            String what = String.join(
                    ", ",
                    line.changed().stream()
                            .map(column -> words.say(column.heading().label()))
                            .toList());
            notes.add(
                    what.isEmpty()
                            ? page.say("sign.voided", gone.name(), words.time(gone.at()))
                            : page.say("sign.voided.what", gone.name(), words.time(gone.at()), what));
        });
        line.remarks().forEach(remark -> notes.add(words.say(remark.words())));
        boolean again = line.voided().isPresent() && line.standing() == Standing.READY;
        return new SignLine(
                line.name(),
                view.columns().stream()
                        .map(column -> shortened(column, words, line))
                        .toList(),
                again
                        ? Tone.WARN
                        : switch (line.standing()) {
                            case READY -> Tone.INFO;
                            case SIGNED, CLOSED -> Tone.GOOD;
                            case WAITING -> Tone.BAD;
                            case NOT_TAUGHT -> Tone.CALM;
                        },
                page.say("sign.state." + (again ? "AGAIN" : line.standing().name())),
                notes);
    }

    private static String shortened(Column column, SignWords words, Line line) {
        String value = line.row()
                .value(column.key())
                .map(each -> words.value(column, each))
                .orElse("");
        return value.codePointCount(0, value.length()) <= LONGEST
                ? value
                : value.substring(0, value.offsetByCodePoints(0, LONGEST - 1)).stripTrailing() + "…";
    }
}
