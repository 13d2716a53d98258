package org.matricula.registry.verification;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.page.Language;
import org.matricula.registry.page.Pages;
import org.matricula.registry.page.Problem;
import org.matricula.registry.page.Texts;
import org.matricula.registry.verification.CorrectionForms.Sending;
import org.matricula.registry.verification.spi.Corrections.Followed;
import org.matricula.registry.verification.spi.Family;
import org.matricula.registry.verification.spi.Issued;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// For programs: the family of a document in hand, a note that one of its values is wrong, and how far a note is.
@RestController
@RequestMapping("/api/v1/verify")
final class CorrectionApi {
    private static final int MOST_JSON = 16 * 1024;
    private static final JsonMapper JSON = new JsonMapper();

    private final Pages pages;
    private final Lookups lookups;
    private final Passes passes;
    private final CorrectionForms forms;
    private final Texts texts = Texts.load("verification");

    CorrectionApi(Pages pages, Lookups lookups, Passes passes, CorrectionForms forms) {
        this.pages = pages;
        this.lookups = lookups;
        this.passes = passes;
        this.forms = forms;
    }

    /// The versions of the document that a pass is for.
    @GetMapping("/family/{pass}")
    ResponseEntity<byte[]> family(HttpServletRequest request, @PathVariable String pass) {
        Optional<Issued> issued = passes.read(pass).flatMap(lookups::passed);
        if (issued.isEmpty()) {
            return problem(request, HttpStatus.GONE, "pass-ended", "items.ended");
        }
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("number", issued.get().number());
        ArrayNode versions = body.putArray("versions");
        for (Family.Member member : lookups.family(issued.get()).members()) {
            ObjectNode version =
                    versions.addObject().put("version", member.version()).put("stands", member.stands());
            ArrayNode steps = version.putArray("steps");
            for (Family.Step step : member.steps()) {
                ObjectNode each = steps.addObject()
                        .put("kind", step.kind().name())
                        .put("at", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(step.at()));
                each.put("ground", step.ground()).put("order", step.order());
                step.orderOn().ifPresent(on -> each.put("orderOn", on.toString()));
            }
        }
        return answer(HttpStatus.OK, body);
    }

    /// Sends a note with a file that shows it, as the form of the page does.
    @PostMapping(value = "/corrections", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<byte[]> send(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String pass,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "") String once,
            @RequestParam(defaultValue = "") String says,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(name = "evidence", required = false) Optional<MultipartFile> evidence)
            throws IOException {
        UUID id;
        try {
            id = UUID.fromString(once);
        } catch (IllegalArgumentException _) {
            return problem(request, HttpStatus.BAD_REQUEST, "not-readable", "api.correction");
        }
        byte[] bytes = evidence.isPresent() ? evidence.get().getBytes() : new byte[0];
        CorrectionForms.Typed typed = new CorrectionForms.Typed(id, says, contact);
        return came(request, forms.keep(pass, part, field, typed, bytes, request.getRemoteAddr()));
    }

    /// Sends a note without a file.
    @PostMapping("/corrections")
    ResponseEntity<byte[]> send(HttpServletRequest request) throws IOException {
        JsonNode note;
        UUID once;
        try {
            note = JSON.readTree(request.getInputStream().readNBytes(MOST_JSON));
            once = UUID.fromString(note.path("once").asString(""));
        } catch (JacksonException | IllegalArgumentException _) {
            return problem(request, HttpStatus.BAD_REQUEST, "not-readable", "api.correction");
        }
        return came(
                request,
                forms.keep(
                        note.path("pass").asString(""),
                        note.path("part").asString(""),
                        note.path("field").asString(""),
                        new CorrectionForms.Typed(
                                once,
                                note.path("says").asString(""),
                                note.path("contact").asString("")),
                        new byte[0],
                        request.getRemoteAddr()));
    }

    private ResponseEntity<byte[]> came(HttpServletRequest request, Sending came) {
        return switch (came) {
            case Sending.Kept(String receipt) ->
                answer(HttpStatus.CREATED, JsonNodeFactory.instance.objectNode().put("receipt", receipt));
            case Sending.Ended() -> problem(request, HttpStatus.GONE, "pass-ended", "wrong.ended.what");
            case Sending.Unfit(var faults) ->
                problem(
                        request,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "unfit-note",
                        faults.getFirst().key(),
                        faults.getFirst().most());
            case Sending.Wait(Duration remaining) -> {
                ResponseEntity<byte[]> told = problem(
                        request,
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-tries",
                        "wrong.wait",
                        (LookupPages.seconds(remaining) + 59) / 60);
                yield ResponseEntity.status(told.getStatusCode())
                        .headers(told.getHeaders())
                        .header(HttpHeaders.RETRY_AFTER, Long.toString(LookupPages.seconds(remaining)))
                        .body(told.getBody());
            }
        };
    }

    /// How far a note is.
    @GetMapping("/corrections/{receipt}")
    ResponseEntity<byte[]> followed(HttpServletRequest request, @PathVariable String receipt) {
        Optional<Followed> found = forms.followed(receipt, request.getRemoteAddr());
        if (found.isEmpty()) {
            return problem(request, HttpStatus.NOT_FOUND, "no-such-note", "wrong.ended.what");
        }
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("number", found.get().number())
                .put("label", found.get().label())
                .put("value", found.get().value())
                .put("says", found.get().says());
        ArrayNode steps = body.putArray("steps");
        found.get()
                .steps()
                .forEach(step -> steps.addObject()
                        .put("kind", step.kind())
                        .put("at", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(step.at()))
                        .put("reason", step.reason()));
        return answer(HttpStatus.OK, body);
    }

    private ResponseEntity<byte[]> problem(
            HttpServletRequest request, HttpStatus status, String name, String key, Object... arguments) {
        Language language = pages.language(request);
        return Problem.of(status, name, language, texts.get(language, key, arguments))
                .answer(language);
    }

    private static ResponseEntity<byte[]> answer(HttpStatus status, ObjectNode body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(JSON.writeValueAsBytes(body));
    }
}
