package org.matricula.registry.records.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.page.Page;
import org.matricula.registry.records.Work;
import org.matricula.registry.records.flows.LookAtSigning;
import org.matricula.registry.records.flows.LookAtWork;
import org.matricula.registry.records.flows.LookAtWork.Watched;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// `/work/{id}`: long work over a class, live. It goes on whether or not somebody watches.
@Controller
final class WorkPages {
    /// After so many seconds a page without scripts asks anew.
    private static final int AGAIN = 3;

    private final SignDesk desk;
    private final LookAtWork look;
    private final LookAtSigning signing;

    WorkPages(SignDesk desk, LookAtWork look, LookAtSigning signing) {
        this.desk = desk;
        this.look = look;
        this.signing = signing;
    }

    @GetMapping("/work/{id}")
    ResponseEntity<byte[]> work(HttpServletRequest request, Actor actor, @PathVariable UUID id) {
        return shown("records/work.jte", request, actor, id);
    }

    /// The part that changes, as htmx asks for it.
    @GetMapping("/work/{id}/progress")
    ResponseEntity<byte[]> progress(HttpServletRequest request, Actor actor, @PathVariable UUID id) {
        return shown("records/workprogress.jte", request, actor, id);
    }

    private ResponseEntity<byte[]> shown(String template, HttpServletRequest request, Actor actor, UUID id) {
        Watched watched = look.run(actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Page page = desk.page(request).at("/work/" + id);
        Map<String, Object> values = new HashMap<>();
        values.put("work", view(page, watched));
        if (template.equals("records/work.jte")) {
            values.put("again", watched.work().state() == Work.State.RUNNING ? AGAIN : 0);
        }
        return desk.pages().show(HttpStatus.OK, template, page, values);
    }

    private WorkView view(Page page, Watched watched) {
        Work work = watched.work();
        SignWords words = desk.words(page, watched.room());
        String subject = work.subject()
                .flatMap(code -> signing.subject(watched.room(), code))
                .map(heading -> words.say(heading.label()))
                .orElse("");
        String back = switch (work.kind()) {
            case SIGN_SUBJECT ->
                SignPages.address(work.classId(), work.subject().orElse(""));
            case SIGN_CONSOLIDATION -> ResultPages.address(work.classId());
            case APPROVE -> "/classes/" + work.classId() + "/approve";
            case CLOSE -> "/classes/" + work.classId() + "/close";
        };
        return new WorkView(
                work.id(),
                page.say("work." + work.kind(), watched.room().name(), subject),
                page.say("work.begun", work.name(), words.time(work.at())),
                work.done(),
                work.total(),
                work.state(),
                work.problem().map(words::stopped).orElse(""),
                work.endedAt().map(at -> page.say("work.ended", words.time(at))).orElse(""),
                back,
                page.say("work.rest." + work.kind()),
                page.say("work.back." + work.kind()));
    }
}
