package org.matricula.registry.records.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.directory.Refused;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Place;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.spi.Heading;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Parts.Fault;
import org.matricula.registry.page.Tone;
import org.matricula.registry.records.Work;
import org.matricula.registry.records.flows.LookAtSigning;
import org.matricula.registry.records.flows.LookAtSigning.Counted;
import org.matricula.registry.records.flows.LookAtWork;
import org.matricula.registry.records.flows.SignSubject;
import org.matricula.registry.records.web.TogetherView.Subject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/classes/{id}/sign`: a teacher of several subjects signs all of them in a class with one PIN.
/// Underneath each subject is an act of its own. While it goes on the page tells how far it is, and
/// whoever comes back later finds it here; what was left is signed by pressing the same button again.
@Controller
final class SignTogetherPages {
    private static final String HERE = "/classes/{id}/sign";
    /// After so many seconds a page without scripts asks anew.
    private static final int AGAIN = 3;

    private final SignDesk desk;
    private final Refused refused;
    private final LookAtSigning look;
    private final LookAtWork works;
    private final SignSubject sign;

    SignTogetherPages(SignDesk desk, Refused refused, LookAtSigning look, LookAtWork works, SignSubject sign) {
        this.desk = desk;
        this.refused = refused;
        this.look = look;
        this.works = works;
        this.sign = sign;
    }

    static String address(UUID classId) {
        return "/classes/" + classId + "/sign";
    }

    /// @param since the first of the works to tell of; empty for those that are going on
    @GetMapping(HERE)
    ResponseEntity<byte[]> read(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String since) {
        ClassRoom room = desk.room(id);
        TogetherView going = going(desk.page(request), actor, room, since);
        return going.running()
                ? page(HttpStatus.OK, request, room, going, List.of(), Optional.empty())
                : shown(HttpStatus.OK, request, actor, room, going, List.of());
    }

    /// The part that changes, as htmx asks for it.
    @GetMapping(HERE + "/progress")
    ResponseEntity<byte[]> progress(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String since) {
        ClassRoom room = desk.room(id);
        Page page = desk.page(request).at(address(id));
        TogetherView going = going(page, actor, room, since);
        return desk.pages().show(HttpStatus.OK, "records/signtogetherprogress.jte", page, Map.of("going", going));
    }

    @PostMapping(HERE)
    ResponseEntity<byte[]> sign(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") char[] pin) {
        ClassRoom room = desk.room(id);
        TogetherView none = TogetherView.none(address(id));
        return switch (look.count(actor, room)) {
            case Outcome.Refused<List<Counted>>(var reasons) -> refused.page(request, reasons, "/classes");
            case Outcome.Done<List<Counted>>(var counted) -> {
                // Where nothing is ready there is no act to be refused; where nothing is ready at all, one says so.
                List<String> ready = counted.stream()
                        .filter(each -> each.ready() > 0)
                        .map(each -> each.subject().code())
                        .toList();
                List<String> subjects =
                        ready.isEmpty() ? List.of(counted.getFirst().subject().code()) : ready;
                yield switch (desk.sign(
                        SignSubject.class,
                        actor,
                        desk.place(room).ofSubject(subjects.getFirst()),
                        actor.name(), // each of them names this person, or it would not be counted
                        pin,
                        key -> sign.run(actor, room, subjects, key))) {
                    case SignDesk.Came.Begun(var work) -> SignDesk.to(address(id) + "?since=" + work);
                    case SignDesk.Came.Refused(var reasons) -> refused.page(request, reasons, address(id));
                    case SignDesk.Came.Again again ->
                        shown(SignDesk.status(again), request, actor, room, none, desk.faults(request, room, again));
                };
            }
        };
    }

    private ResponseEntity<byte[]> shown(
            HttpStatus status,
            HttpServletRequest request,
            Actor actor,
            ClassRoom room,
            TogetherView going,
            List<Fault> faults) {
        return switch (look.count(actor, room)) {
            case Outcome.Refused<List<Counted>>(var reasons) -> refused.page(request, reasons, "/classes");
            case Outcome.Done<List<Counted>>(var counted) -> {
                SignWords words = desk.words(desk.page(request), room);
                yield page(
                        status,
                        request,
                        room,
                        going,
                        counted.stream().map(each -> subject(words, room, each)).toList(),
                        Optional.of(gate(words.page(), actor, room, counted, faults)));
            }
        };
    }

    private ResponseEntity<byte[]> page(
            HttpStatus status,
            HttpServletRequest request,
            ClassRoom room,
            TogetherView going,
            List<Subject> subjects,
            Optional<SignGate> gate) {
        Page page = desk.page(request).at(address(room.id()));
        Map<String, Object> values = new HashMap<>();
        values.put("title", page.say("together.title", room.name()));
        values.put("lang", desk.words(page, room).lang());
        values.put("going", going);
        values.put("again", going.running() ? AGAIN : 0);
        values.put("subjects", subjects);
        gate.ifPresent(shown -> values.put("gate", shown));
        return desk.pages().show(status, "records/signtogether.jte", page, values);
    }

    private SignGate gate(Page page, Actor actor, ClassRoom room, List<Counted> counted, List<Fault> faults) {
        int ready = counted.stream().mapToInt(Counted::ready).sum();
        List<String> subjects = counted.stream()
                .filter(each -> each.ready() > 0)
                .map(each -> "subject:" + each.subject().code())
                .toList();
        Place place = desk.place(room).ofSubject(counted.getFirst().subject().code());
        return SignGate.of(
                desk.gate(SignSubject.class, actor, place, actor.name(), ready),
                address(room.id()),
                page.say("together.sentence", ready, subjects.size()),
                page.say("sign.enter", ready),
                actor.name(),
                room,
                subjects,
                faults);
    }

    private static Subject subject(SignWords words, ClassRoom room, Counted counted) {
        return new Subject(
                words.say(counted.subject().label()),
                SignPages.address(room.id(), counted.subject().code()),
                counted.ready() > 0 ? Tone.INFO : Tone.CALM,
                SignPages.counts(words.page(), counted.counts()));
    }

    /// What is going on, or came of it. Whoever signs nothing here sees nothing of it.
    private TogetherView going(Page page, Actor actor, ClassRoom room, String since) {
        Map<String, Heading> own = new HashMap<>();
        look.own(actor, room).forEach(subject -> own.put(subject.code(), subject));
        List<Work> newest = works.ofSubjects(actor, room, own.keySet());
        String first = since.isEmpty()
                ? newest.stream()
                        .filter(work -> work.state() == Work.State.RUNNING)
                        .map(work -> work.id().toString())
                        .findFirst()
                        .orElse("")
                : since;
        SignWords words = desk.words(page, room);
        return first.isEmpty()
                ? TogetherView.none(address(room.id()))
                : TogetherView.of(
                        address(room.id()),
                        first,
                        newest.stream()
                                .filter(work -> work.id().toString().compareTo(first) >= 0)
                                .map(work -> part(words, own, work))
                                .toList());
    }

    private static TogetherView.Part part(SignWords words, Map<String, Heading> own, Work work) {
        return new TogetherView.Part(
                words.say(own.get(work.subject().orElseThrow()).label()),
                work.done(),
                work.total(),
                work.state(),
                work.problem().map(words::stopped).orElse(""));
    }
}
