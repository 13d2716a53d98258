package org.matricula.registry.records.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Parts.Fault;
import org.matricula.registry.records.flows.AnswerCorrection;
import org.matricula.registry.records.flows.ExamineCorrection;
import org.matricula.registry.records.flows.LookAtBoard;
import org.matricula.registry.records.flows.LookAtCorrections;
import org.matricula.registry.records.flows.LookAtCorrections.Inbox;
import org.matricula.registry.records.flows.LookAtCorrections.Opened;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What people outside say is wrong: the school's list, and one note with its answer.
@Controller
final class CorrectionPages {
    private final BoardDesk desk;
    private final LookAtCorrections look;
    private final LookAtBoard board;
    private final ExamineCorrection examine;
    private final AnswerCorrection answer;

    CorrectionPages(
            BoardDesk desk,
            LookAtCorrections look,
            LookAtBoard board,
            ExamineCorrection examine,
            AnswerCorrection answer) {
        this.desk = desk;
        this.look = look;
        this.board = board;
        this.examine = examine;
        this.answer = answer;
    }

    @GetMapping("/corrections")
    ResponseEntity<byte[]> inbox(HttpServletRequest request, Actor actor, @RequestParam Optional<UUID> school) {
        Page page = desk.page(request);
        List<UUID> mine = board.institutions(actor);
        if (school.map(asked -> !mine.contains(asked)).orElse(mine.isEmpty())) {
            return desk.refused(page, List.of(new NotYours("look-at-corrections")), "/");
        }
        return switch (look.ofSchool(actor, school.orElseGet(mine::getFirst))) {
            case Outcome.Refused<Inbox>(var why) -> desk.refused(page, why, "/");
            case Outcome.Done<Inbox>(var seen) ->
                desk.show(
                        HttpStatus.OK,
                        "corrections",
                        page,
                        Map.of(
                                "inbox",
                                seen,
                                "words",
                                new BoardWords(page, seen.now().zone(), Map.of())));
        };
    }

    @GetMapping("/corrections/{id:[0-9a-f-]{36}}")
    ResponseEntity<byte[]> note(HttpServletRequest request, Actor actor, @PathVariable UUID id) {
        return note(request, actor, id, HttpStatus.OK, "", List.of());
    }

    private ResponseEntity<byte[]> note(
            HttpServletRequest request, Actor actor, UUID id, HttpStatus status, String reason, List<Fault> faults) {
        Page page = desk.page(request).at("/corrections/" + id);
        return switch (desk.found(look.open(actor, id))) {
            case Outcome.Refused<Opened>(var why) -> desk.refused(page, why, "/");
            case Outcome.Done<Opened>(var opened) ->
                desk.show(
                        status,
                        "correction",
                        page,
                        Map.of(
                                "note",
                                opened.note(),
                                "words",
                                new BoardWords(page, opened.now().zone(), Map.of()),
                                "mayExamine",
                                examine.may(actor, opened.note()),
                                "mayAnswer",
                                answer.may(actor, opened.note()),
                                "reason",
                                reason,
                                "faults",
                                faults));
        };
    }

    @PostMapping("/corrections/{id:[0-9a-f-]{36}}/examine")
    ResponseEntity<byte[]> examine(HttpServletRequest request, Actor actor, @PathVariable UUID id) {
        return came(request, id, desk.found(examine.run(actor, id)));
    }

    @PostMapping(value = "/corrections/{id:[0-9a-f-]{36}}/answer", params = "answer=accept")
    ResponseEntity<byte[]> accept(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason) {
        return answer(request, actor, id, true, reason);
    }

    /// A form that says neither yes nor no is refused: nobody declines by leaving something out.
    @PostMapping(value = "/corrections/{id:[0-9a-f-]{36}}/answer", params = "answer=decline")
    ResponseEntity<byte[]> decline(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason) {
        return answer(request, actor, id, false, reason);
    }

    private ResponseEntity<byte[]> answer(
            HttpServletRequest request, Actor actor, UUID id, boolean wrong, String reason) {
        Outcome<UUID> outcome = desk.found(answer.run(actor, id, wrong, reason));
        if (outcome instanceof Outcome.Refused<UUID>(var why)
                && why.stream().allMatch(AnswerCorrection.AnswerWithoutReason.class::isInstance)) {
            Page page = desk.page(request);
            List<Fault> faults = why.stream()
                    .map(each -> new Fault("reason", BoardWords.refusal(each, page.language())))
                    .toList();
            return note(request, actor, id, HttpStatus.UNPROCESSABLE_CONTENT, reason, faults);
        }
        return came(request, id, outcome);
    }

    private ResponseEntity<byte[]> came(HttpServletRequest request, UUID id, Outcome<UUID> outcome) {
        return switch (outcome) {
            case Outcome.Done<UUID> _ -> BoardDesk.to("/corrections/" + id);
            case Outcome.Refused<UUID>(List<? extends Refusal> why) ->
                desk.refused(desk.page(request), why, "/corrections/" + id);
        };
    }

    /// The file of a stranger is handed out as a file: no browser opens it in a page of ours.
    @GetMapping("/corrections/{id:[0-9a-f-]{36}}/evidence")
    ResponseEntity<byte[]> evidence(HttpServletRequest request, Actor actor, @PathVariable UUID id) {
        return switch (desk.found(look.evidence(actor, id))) {
            case Outcome.Refused<Optional<byte[]>>(var why) -> desk.refused(desk.page(request), why, "/");
            case Outcome.Done<Optional<byte[]>>(var bytes) -> file(id, desk.found(bytes));
        };
    }

    static ResponseEntity<byte[]> file(UUID id, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("evidence-" + id, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes);
    }
}
