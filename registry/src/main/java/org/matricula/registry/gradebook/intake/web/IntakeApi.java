package org.matricula.registry.gradebook.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Refused;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.gradebook.grid.GridFile;
import org.matricula.registry.gradebook.intake.Checked;
import org.matricula.registry.gradebook.intake.IntakeKind;
import org.matricula.registry.gradebook.intake.Plan;
import org.matricula.registry.gradebook.intake.Upload;
import org.matricula.registry.gradebook.intake.flows.Answers;
import org.matricula.registry.gradebook.intake.flows.ApplyIntake;
import org.matricula.registry.gradebook.intake.flows.CheckIntake;
import org.matricula.registry.gradebook.intake.flows.LookAtIntake;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The imports over HTTP: the file as the body of the dry run; then the plan that was seen, with the answers to its
/// questions.
@RestController
@RequestMapping("/api/v1/intake")
final class IntakeApi {
    private static final JsonMapper JSON = new JsonMapper();

    private final OfficeDesk desk;
    private final CheckIntake checking;
    private final LookAtIntake looking;
    private final ApplyIntake applying;
    private final Refused refused;

    IntakeApi(OfficeDesk desk, CheckIntake checking, LookAtIntake looking, ApplyIntake applying, Refused refused) {
        this.desk = desk;
        this.checking = checking;
        this.looking = looking;
        this.applying = applying;
        this.refused = refused;
    }

    /// Says what a list of pupils would change.
    @PostMapping("/pupils")
    ResponseEntity<byte[]> pupils(
            HttpServletRequest request,
            Actor actor,
            @RequestParam(defaultValue = "") String school,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String name)
            throws IOException {
        return check(request, actor, IntakeKind.PUPILS, school, year, name);
    }

    /// Says what a list of assignments would change.
    @PostMapping("/teaching")
    ResponseEntity<byte[]> teaching(
            HttpServletRequest request,
            Actor actor,
            @RequestParam(defaultValue = "") String school,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String name)
            throws IOException {
        return check(request, actor, IntakeKind.TEACHING, school, year, name);
    }

    private ResponseEntity<byte[]> check(
            HttpServletRequest request, Actor actor, IntakeKind kind, String school, String year, String name)
            throws IOException {
        Optional<Institution> here = desk.find(actor, school);
        if (here.isEmpty()) {
            return refused(request, List.of(new NotYours("check-intake")));
        }
        byte[] file;
        try (InputStream in = request.getInputStream()) {
            file = in.readNBytes(GridFile.MOST_BYTES + 1); // one more: the reader says that it is too large
        }
        Outcome<Checked> outcome =
                checking.run(here.get().place(), kind, year, name.isEmpty() ? "api" : name, file, actor);
        return switch (outcome) {
            case Outcome.Refused<Checked>(var reasons) -> refused(request, reasons);
            case Outcome.Done<Checked>(var checked) -> json(told(checked));
        };
    }

    /// Takes a file in. The body: `plan`, and if wanted `left`, `lastDay`, `ended`, `homeroomTeachesRest`.
    @PostMapping("/{id}/apply")
    ResponseEntity<byte[]> apply(HttpServletRequest request, Actor actor, @PathVariable String id) throws IOException {
        Optional<Upload> upload = uuid(id).flatMap(looking::find);
        if (upload.isEmpty()) {
            return problem(request, HttpStatus.NOT_FOUND, "no-such-file");
        }
        Asked asked;
        try (InputStream in = request.getInputStream()) {
            asked = asked(JSON.readTree(in.readNBytes(1 << 20)));
        } catch (JacksonException | IllegalArgumentException | DateTimeParseException e) {
            return problem(request, HttpStatus.BAD_REQUEST, "not-readable");
        }
        return switch (applying.run(upload.get(), asked.plan(), asked.answers(), actor)) {
            case Outcome.Refused<ApplyIntake.Applied>(var reasons) -> refused(request, reasons);
            case Outcome.Done<ApplyIntake.Applied>(var applied) -> {
                Map<String, Object> body = new LinkedHashMap<>();
                body.put("id", applied.upload().id());
                body.put("counts", applied.counts());
                yield json(body);
            }
        };
    }

    private record Asked(String plan, Answers answers) {}

    private static Asked asked(JsonNode body) {
        if (!body.isObject()) {
            throw new IllegalArgumentException("not an object");
        }
        String lastDay = body.path("lastDay").asString("");
        return new Asked(
                body.path("plan").asString(""),
                new Answers(
                        ids(body.path("left")),
                        lastDay.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(lastDay)),
                        ids(body.path("ended")),
                        body.path("homeroomTeachesRest").asBoolean(false)));
    }

    private static Set<UUID> ids(JsonNode list) {
        Set<UUID> ids = new LinkedHashSet<>();
        list.forEach(each -> ids.add(UUID.fromString(each.asString(""))));
        return ids;
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // no id of ours
        }
    }

    private static Map<String, Object> told(Checked checked) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", checked.upload().id());
        body.put("kind", checked.upload().kind().code());
        body.put("schoolYear", checked.upload().schoolYear());
        body.put("sha256", checked.upload().sha256());
        body.put("blocked", checked.blocked());
        body.put("changesNothing", checked.plan().changesNothing());
        body.put("plan", checked.plan().digest());
        body.put("counts", new java.util.TreeMap<>(checked.plan().counts()));
        body.put("remarks", checked.remarks().stream().map(IntakeApi::told).toList());
        body.put(
                "columns",
                checked.reading().headings().stream()
                        .map(found -> {
                            Map<String, Object> column = new LinkedHashMap<>();
                            column.put("letter", found.letter());
                            column.put("heading", found.words());
                            column.put("taken", found.taken());
                            found.key().ifPresent(key -> column.put("key", key));
                            return column;
                        })
                        .toList());
        List<Map<String, Object>> questions = new ArrayList<>();
        switch (checked.plan()) {
            case Plan.Pupils plan ->
                plan.unlisted()
                        .forEach(each -> questions.add(
                                Map.of("left", each.pupil(), "name", each.fullName(), "class", each.className())));
            case Plan.Teaching plan ->
                plan.unnamed()
                        .forEach(each -> questions.add(Map.of(
                                "ended", each.mandate(),
                                "name", each.name(),
                                "class", each.className(),
                                "subject", each.subject().orElse(""))));
        }
        body.put("questions", questions);
        return body;
    }

    private static Map<String, Object> told(org.matricula.registry.gradebook.Problem remark) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("severity", remark.severity());
        told.put("sheet", remark.sheet());
        told.put("cell", remark.cell());
        remark.pupil().ifPresent(who -> told.put("who", who));
        told.put("en", remark.words().en());
        told.put("vi", remark.words().local());
        return told;
    }

    private ResponseEntity<byte[]> refused(HttpServletRequest request, List<Refusal> reasons) {
        Page page = desk.page(request);
        return refused.problem(request, reasons, HttpStatus.CONFLICT, (reason, _) -> OfficeDesk.words(page, reason));
    }

    private ResponseEntity<byte[]> problem(HttpServletRequest request, HttpStatus status, String name) {
        Page page = desk.page(request);
        return Problem.of(status, name, page.language(), page.say("api." + name))
                .answer(page.language());
    }

    private static ResponseEntity<byte[]> json(Object body) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(body));
    }
}
