package org.matricula.registry.records.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.matricula.registry.directory.Refused;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Place;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.spi.ClassInfo;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Problem;
import org.matricula.registry.records.flows.ApproveRecords;
import org.matricula.registry.records.flows.LookAtSigning;
import org.matricula.registry.records.flows.LookAtWork;
import org.matricula.registry.records.flows.LookAtWork.Watched;
import org.matricula.registry.records.flows.SignConsolidation;
import org.matricula.registry.records.flows.SignSubject;
import org.matricula.registry.records.web.SignDesk.Came;
import org.matricula.registry.signing.PersonalKeys.Unlocking;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Signing and watching for programs: the same acts, the same refusals, as JSON.
///
/// `POST /api/v1/classes/{id}/signatures` with `kind` (`subject`, `consolidation` or `approval`),
/// `subject` for the first of them, and `pin`; it answers 202 with the work, which `GET /api/v1/work/{id}`
/// shows until it has ended.
@RestController
@RequestMapping("/api/v1")
final class SignApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SignDesk desk;
    private final Refused refused;
    private final LookAtSigning signing;
    private final LookAtWork look;
    private final SignSubject subjects;
    private final SignConsolidation consolidation;
    private final ApproveRecords approval;

    SignApi(
            SignDesk desk,
            Refused refused,
            LookAtSigning signing,
            LookAtWork look,
            SignSubject subjects,
            SignConsolidation consolidation,
            ApproveRecords approval) {
        this.desk = desk;
        this.refused = refused;
        this.signing = signing;
        this.look = look;
        this.subjects = subjects;
        this.consolidation = consolidation;
        this.approval = approval;
    }

    @PostMapping("/classes/{id}/signatures")
    ResponseEntity<byte[]> sign(
            HttpServletRequest request,
            Actor actor,
            @PathVariable String id,
            @RequestBody(required = false) byte @Nullable [] body) {
        Page page = desk.page(request);
        Optional<ClassRoom> found = uuid(id).flatMap(desk::find);
        if (found.isEmpty()) {
            return problem(page, HttpStatus.NOT_FOUND, "no-such-class");
        }
        ClassRoom room = found.get();
        JsonNode asked = read(body);
        char[] pin = asked.path("pin").asString("").toCharArray();
        if (pin.length == 0) {
            return answer(request, page, actor, room, Optional.of(new Came.NoPin()));
        }
        String subject = asked.path("subject").asString("");
        Place place = desk.place(room);
        ClassInfo info = desk.info(room);
        @Nullable
        Came came = switch (asked.path("kind").asString("")) {
            case "subject" ->
                signing.subject(room, subject).isEmpty()
                        ? null
                        : desk.sign(
                                SignSubject.class,
                                actor,
                                place.ofSubject(subject),
                                SignSubject.named(info, subject),
                                pin,
                                key -> subjects.run(actor, room, subject, key));
            case "consolidation" ->
                desk.sign(
                        SignConsolidation.class,
                        actor,
                        place,
                        SignConsolidation.named(info),
                        pin,
                        key -> consolidation.run(actor, room, key));
            case "approval" ->
                desk.sign(
                        ApproveRecords.class,
                        actor,
                        place,
                        ApproveRecords.named(info),
                        pin,
                        key -> approval.run(actor, room, key));
            default -> null;
        };
        Arrays.fill(pin, '\0');
        return answer(request, page, actor, room, Optional.ofNullable(came));
    }

    private ResponseEntity<byte[]> answer(
            HttpServletRequest request, Page page, Actor actor, ClassRoom room, Optional<Came> came) {
        if (came.isEmpty()) {
            return problem(page, HttpStatus.UNPROCESSABLE_CONTENT, "no-such-signature");
        }
        return switch (came.get()) {
            case Came.Begun(var work) -> work(page, actor, work, HttpStatus.ACCEPTED);
            case Came.Refused(var reasons) -> refused.problem(request, reasons);
            case Came.NoPin _ -> problem(page, HttpStatus.UNPROCESSABLE_CONTENT, "no-pin");
            case Came.StayedLocked locked ->
                problem(
                        page,
                        SignDesk.status(locked),
                        switch (locked.why()) {
                            case Unlocking.WrongPin _ -> "wrong-pin";
                            case Unlocking.Resting _ -> "key-rests";
                            case Unlocking.NoKey _, Unlocking.Unlocked _ -> "no-key";
                        },
                        page.say("api.locked"),
                        desk.said(desk.words(page, room), locked));
        };
    }

    @GetMapping("/work/{id}")
    ResponseEntity<byte[]> work(HttpServletRequest request, Actor actor, @PathVariable String id) {
        Page page = desk.page(request);
        return uuid(id).map(work -> work(page, actor, work, HttpStatus.OK))
                .orElseGet(() -> problem(page, HttpStatus.NOT_FOUND, "no-such-work"));
    }

    private ResponseEntity<byte[]> work(Page page, Actor actor, UUID id, HttpStatus status) {
        return look.run(actor, id)
                .map(Watched::work)
                .map(work -> {
                    ObjectNode body = JsonNodeFactory.instance.objectNode();
                    body.put("id", work.id().toString());
                    body.put("class", work.classId().toString());
                    body.put("kind", work.kind().name());
                    work.subject().ifPresent(subject -> body.put("subject", subject));
                    body.put("state", work.state().name());
                    body.put("total", work.total());
                    body.put("done", work.done());
                    work.problem().ifPresent(stop -> {
                        body.put("why", stop.why().name());
                        body.put("problem", stop.said(page.language()));
                    });
                    body.put("begunAt", work.at().toString());
                    work.endedAt().ifPresent(at -> body.put("endedAt", at.toString()));
                    return ResponseEntity.status(status)
                            .contentType(MediaType.APPLICATION_JSON)
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .header(HttpHeaders.LOCATION, "/api/v1/work/" + work.id())
                            .body(JSON.writeValueAsBytes(body));
                })
                .orElseGet(() -> problem(page, HttpStatus.NOT_FOUND, "no-such-work"));
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // an address that names nothing
        }
    }

    private static JsonNode read(byte @Nullable [] body) {
        try {
            return body == null ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (JacksonException _) {
            return JSON.createObjectNode(); // what is missing is then told by name
        }
    }

    private static ResponseEntity<byte[]> problem(Page page, HttpStatus status, String name) {
        return problem(page, status, name, page.say("api." + name + ".title"), page.say("api." + name));
    }

    private static ResponseEntity<byte[]> problem(
            Page page, HttpStatus status, String name, String title, String detail) {
        return Problem.titled(status, name, title, detail).answer(page.language());
    }
}
