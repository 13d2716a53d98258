package org.matricula.registry.records.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.matricula.registry.directory.Refused;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.records.flows.AnswerCorrection;
import org.matricula.registry.records.flows.ExamineCorrection;
import org.matricula.registry.records.flows.LookAtBoard;
import org.matricula.registry.records.flows.LookAtCorrections;
import org.matricula.registry.records.flows.LookAtCorrections.Inbox;
import org.matricula.registry.records.flows.LookAtCorrections.Opened;
import org.matricula.registry.records.store.CorrectionStore.Note;
import org.matricula.registry.records.store.CorrectionStore.Step;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// For programs of a school: what people outside say is wrong in its records, and what it answers. The same acts and
/// looks as the pages.
@RestController
@RequestMapping("/api/v1/corrections")
final class CorrectionDeskApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final BoardDesk desk;
    private final Refused refused;
    private final LookAtBoard board;
    private final LookAtCorrections look;
    private final ExamineCorrection examine;
    private final AnswerCorrection answer;

    CorrectionDeskApi(
            BoardDesk desk,
            Refused refused,
            LookAtBoard board,
            LookAtCorrections look,
            ExamineCorrection examine,
            AnswerCorrection answer) {
        this.desk = desk;
        this.refused = refused;
        this.board = board;
        this.look = look;
        this.examine = examine;
        this.answer = answer;
    }

    /// The notes of a school, those that wait for an answer first.
    @GetMapping
    ResponseEntity<byte[]> ofSchool(HttpServletRequest request, Actor actor, @RequestParam UUID school) {
        // A school that does not exist is answered like one that is another's.
        if (!board.institutions(actor).contains(school)) {
            return problem(request, List.of(new NotYours("look-at-corrections")));
        }
        return switch (look.ofSchool(actor, school)) {
            case Outcome.Refused<Inbox>(var why) -> problem(request, why);
            case Outcome.Done<Inbox>(var inbox) -> {
                ObjectNode body = JsonNodeFactory.instance.objectNode();
                ArrayNode notes = body.putArray("notes");
                inbox.notes().forEach(note -> describe(notes.addObject(), note));
                yield json(body);
            }
        };
    }

    /// One note.
    @GetMapping("/{id}")
    ResponseEntity<byte[]> note(HttpServletRequest request, Actor actor, @PathVariable UUID id) {
        return switch (desk.found(look.open(actor, id))) {
            case Outcome.Refused<Opened>(var why) -> problem(request, why);
            case Outcome.Done<Opened>(var opened) ->
                json(describe(JsonNodeFactory.instance.objectNode(), opened.note()));
        };
    }

    /// The file that came with a note.
    @GetMapping("/{id}/evidence")
    ResponseEntity<byte[]> evidence(HttpServletRequest request, Actor actor, @PathVariable UUID id) {
        return switch (desk.found(look.evidence(actor, id))) {
            case Outcome.Refused<Optional<byte[]>>(var why) -> problem(request, why);
            case Outcome.Done<Optional<byte[]>>(var bytes) -> CorrectionPages.file(id, desk.found(bytes));
        };
    }

    /// Begins to look into a note.
    @PostMapping("/{id}/examine")
    ResponseEntity<byte[]> examine(HttpServletRequest request, Actor actor, @PathVariable UUID id) {
        return came(request, actor, id, desk.found(examine.run(actor, id)));
    }

    /// What an answer names.
    record Wish(@Nullable String answer, @Nullable String reason) {}

    /// Answers a note.
    @PostMapping("/{id}/answer")
    ResponseEntity<byte[]> answer(
            HttpServletRequest request, Actor actor, @PathVariable UUID id, @RequestBody Wish wish) {
        boolean wrong = "ACCEPTED".equals(wish.answer());
        if (!wrong && !"DECLINED".equals(wish.answer())) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        String reason = wish.reason() == null ? "" : wish.reason();
        return came(request, actor, id, desk.found(answer.run(actor, id, wrong, reason)));
    }

    private ResponseEntity<byte[]> came(HttpServletRequest request, Actor actor, UUID id, Outcome<UUID> outcome) {
        return switch (outcome) {
            case Outcome.Refused<UUID>(var why) -> problem(request, why);
            case Outcome.Done<UUID> _ -> note(request, actor, id);
        };
    }

    private static ObjectNode describe(ObjectNode item, Note note) {
        item.put("id", note.id().toString())
                .put("record", note.record().toString())
                .put("number", note.number())
                .put("version", note.version())
                .put("part", note.part())
                .put("label", note.label())
                .put("value", note.value())
                .put("says", note.says())
                .put("contact", note.contact())
                .put("evidence", note.evidenceType())
                .put("at", note.at().toString());
        ArrayNode steps = item.putArray("steps");
        for (Step step : note.steps()) {
            steps.addObject()
                    .put("kind", step.kind().name())
                    .put("reason", step.reason())
                    .put("name", step.name())
                    .put("at", step.at().toString());
        }
        return item;
    }

    private static ResponseEntity<byte[]> json(ObjectNode body) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .body(JSON.writeValueAsBytes(body));
    }

    private ResponseEntity<byte[]> problem(HttpServletRequest request, List<? extends Refusal> why) {
        return refused.problem(request, why, HttpStatus.CONFLICT, BoardWords::refusal);
    }
}
