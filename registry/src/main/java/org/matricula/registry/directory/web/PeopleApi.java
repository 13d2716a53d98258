package org.matricula.registry.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Assignment;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Post;
import org.matricula.registry.directory.Posts;
import org.matricula.registry.directory.Refused;
import org.matricula.registry.directory.SignInDesk.OneTimeCode;
import org.matricula.registry.directory.flows.CloseAccountFlow;
import org.matricula.registry.directory.flows.EndMandateFlow;
import org.matricula.registry.directory.flows.GiveMandateFlow;
import org.matricula.registry.directory.flows.GiveMandateFlow.Gift;
import org.matricula.registry.directory.flows.OpenAccountFlow;
import org.matricula.registry.directory.flows.OpenAccountFlow.Opened;
import org.matricula.registry.directory.flows.RenamePersonFlow;
import org.matricula.registry.directory.flows.ReopenAccountFlow;
import org.matricula.registry.directory.flows.ResetSignInFlow;
import org.matricula.registry.directory.web.People.Person;
import org.matricula.registry.directory.web.People.State;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.flow.Role;
import org.matricula.registry.page.Language;
import org.matricula.registry.page.Pages;
import org.matricula.registry.page.Problem;
import org.matricula.registry.page.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The acts of the people pages for programs. `at` names the institution; without it, the first where the caller acts.
@RestController
@RequestMapping("/api/v1/people")
final class PeopleApi {
    private static final int LARGEST = 16 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Pages pages;
    private final Posts posts;
    private final Office office;
    private final People people;
    private final PeoplePages readers;
    private final Refused refused;
    private final OpenAccountFlow open;
    private final CloseAccountFlow close;
    private final ReopenAccountFlow reopen;
    private final ResetSignInFlow reset;
    private final RenamePersonFlow rename;
    private final GiveMandateFlow give;
    private final EndMandateFlow end;
    private final Texts texts = Texts.load("directory");

    PeopleApi(
            Pages pages,
            Posts posts,
            Office office,
            People people,
            PeoplePages readers,
            Refused refused,
            OpenAccountFlow open,
            CloseAccountFlow close,
            ReopenAccountFlow reopen,
            ResetSignInFlow reset,
            RenamePersonFlow rename,
            GiveMandateFlow give,
            EndMandateFlow end) {
        this.pages = pages;
        this.posts = posts;
        this.office = office;
        this.people = people;
        this.readers = readers;
        this.refused = refused;
        this.open = open;
        this.close = close;
        this.reopen = reopen;
        this.reset = reset;
        this.rename = rename;
        this.give = give;
        this.end = end;
    }

    @GetMapping
    ResponseEntity<byte[]> list(
            HttpServletRequest request,
            Actor actor,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "all") String state) {
        Optional<Institution> school = readers.readable(actor, at);
        if (school.isEmpty()) {
            return refused.problem(request, List.of(new NotYours("read-people")));
        }
        LocalDate today = office.now(school.get().place()).date();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("institution", school.get().id().toString());
        ArrayNode list = body.putArray("people");
        people.at(school.get()).stream()
                .filter(person -> q.isBlank() || People.meant(person, q))
                .filter(person -> State.of(state).has(person, today))
                .forEach(person -> list.add(person(person)));
        return json(HttpStatus.OK, body);
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> one(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String at) {
        Optional<Institution> school = readers.readable(actor, at);
        if (school.isEmpty()) {
            return refused.problem(request, List.of(new NotYours("read-people")));
        }
        return people.find(id, school.get())
                .map(person -> json(HttpStatus.OK, person(person)))
                .orElseGet(() -> problem(request, HttpStatus.NOT_FOUND, "not-found", "api.notfound"));
    }

    private static ObjectNode person(Person person) {
        ObjectNode node = account(person.account());
        node.put("closed", person.account().closed());
        node.put("signIn", person.readiness().name());
        ArrayNode mandates = node.putArray("mandates");
        for (Assignment held : person.mandates()) {
            ObjectNode mandate = mandates.addObject();
            mandate.put("id", held.id().toString());
            mandate.put("role", held.mandate().role().name());
            held.mandate().classId().ifPresent(id -> mandate.put("classId", id.toString()));
            held.mandate().subject().ifPresent(code -> mandate.put("subject", code));
            mandate.put("from", held.mandate().from().toString());
            held.mandate().to().ifPresent(last -> mandate.put("to", last.toString()));
        }
        return node;
    }

    private static ObjectNode account(Account account) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", account.id().toString())
                .put("login", account.login())
                .put("name", account.name());
    }

    private static ObjectNode code(ObjectNode node, OneTimeCode code) {
        return node.put("oneTimeCode", code.code()).put("until", code.until().toString());
    }

    @PostMapping
    ResponseEntity<byte[]> open(HttpServletRequest request, Actor actor, @RequestParam(defaultValue = "") String at)
            throws IOException {
        return with(
                request,
                actor,
                at,
                "open-account",
                (school, body) -> answer(
                        request,
                        open.run(
                                actor,
                                school,
                                text(body, "login").orElse(""),
                                text(body, "name").orElse("")),
                        HttpStatus.CREATED,
                        (Opened opened) -> code(account(opened.account()), opened.code())));
    }

    @PostMapping("/{id}/close")
    ResponseEntity<byte[]> close(
            HttpServletRequest request, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String at)
            throws IOException {
        return with(
                request,
                actor,
                at,
                "close-account",
                (school, _) -> answer(request, close.run(actor, school, id), HttpStatus.OK, PeopleApi::account));
    }

    @PostMapping("/{id}/reopen")
    ResponseEntity<byte[]> reopen(
            HttpServletRequest request, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String at)
            throws IOException {
        return with(
                request,
                actor,
                at,
                "reopen-account",
                (school, _) -> answer(request, reopen.run(actor, school, id), HttpStatus.OK, PeopleApi::account));
    }

    @PostMapping("/{id}/reset")
    ResponseEntity<byte[]> reset(
            HttpServletRequest request, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String at)
            throws IOException {
        return with(
                request,
                actor,
                at,
                "reset-sign-in",
                (school, body) -> answer(
                        request,
                        reset.run(actor, school, id, flag(body, "secondFactor")),
                        HttpStatus.OK,
                        (OneTimeCode made) -> code(JsonNodeFactory.instance.objectNode(), made)));
    }

    @PostMapping("/{id}/name")
    ResponseEntity<byte[]> rename(
            HttpServletRequest request, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String at)
            throws IOException {
        return with(
                request,
                actor,
                at,
                "rename-person",
                (school, body) -> answer(
                        request,
                        rename.run(actor, school, id, text(body, "name").orElse("")),
                        HttpStatus.OK,
                        PeopleApi::account));
    }

    @PostMapping("/{id}/mandates")
    ResponseEntity<byte[]> give(
            HttpServletRequest request, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String at)
            throws IOException {
        return with(request, actor, at, "give-mandate", (school, body) -> {
            Gift gift = read(() -> new Gift(
                    id,
                    Role.valueOf(text(body, "role").orElse("")),
                    text(body, "classId").map(UUID::fromString),
                    text(body, "subject"),
                    text(body, "from").map(People::typedDay),
                    text(body, "to").map(People::typedDay)));
            return answer(
                    request,
                    give.run(actor, school, gift),
                    HttpStatus.CREATED,
                    (UUID made) -> JsonNodeFactory.instance.objectNode().put("id", made.toString()));
        });
    }

    @PostMapping("/{id}/mandates/{mandate}/end")
    ResponseEntity<byte[]> end(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID mandate,
            @RequestParam(defaultValue = "") String at)
            throws IOException {
        return with(request, actor, at, "end-mandate", (school, body) -> {
            Optional<LocalDate> last = read(() -> text(body, "lastDay").map(People::typedDay));
            return answer(
                    request,
                    end.run(actor, school, mandate, last),
                    HttpStatus.OK,
                    (LocalDate day) -> JsonNodeFactory.instance.objectNode().put("lastDay", day.toString()));
        });
    }

    private interface Body {
        ResponseEntity<byte[]> answer(Institution school, JsonNode body);
    }

    /// Reads the body and the institution; whoever acts nowhere is refused as the act itself would.
    private ResponseEntity<byte[]> with(HttpServletRequest request, Actor actor, String at, String act, Body work)
            throws IOException {
        Optional<Post> post = posts.of(actor, at);
        if (post.isEmpty()) {
            return refused.problem(request, List.of(new NotYours(act)));
        }
        byte[] bytes = request.getInputStream().readNBytes(LARGEST);
        try {
            JsonNode body = bytes.length == 0 ? JsonNodeFactory.instance.objectNode() : JSON.readTree(bytes);
            return body.isObject()
                    ? work.answer(post.get().institution(), body)
                    : problem(request, HttpStatus.BAD_REQUEST, "not-readable", "api.body");
        } catch (JacksonException | NotReadable _) {
            return problem(request, HttpStatus.BAD_REQUEST, "not-readable", "api.body");
        }
    }

    /// A member of the body is not what this address takes.
    private static final class NotReadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotReadable(RuntimeException cause) {
            super(cause);
        }
    }

    /// What parsing gives; whatever it stumbles over makes the body unreadable.
    private static <T> T read(Supplier<T> parsing) {
        try {
            return parsing.get();
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new NotReadable(e);
        }
    }

    /// A text of the body. A number in its place is no text left out: a last day that nobody understood would become a
    /// mandate without an end.
    private static Optional<String> text(JsonNode body, String member) {
        JsonNode value = body.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw new NotReadable(new IllegalArgumentException(member + " is no text"));
        }
        return value.asString().isBlank() ? Optional.empty() : Optional.of(value.asString());
    }

    private static boolean flag(JsonNode body, String member) {
        JsonNode value = body.path(member);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw new NotReadable(new IllegalArgumentException(member + " is neither true nor false"));
        }
        return value.isBoolean() && value.asBoolean();
    }

    private <T> ResponseEntity<byte[]> answer(
            HttpServletRequest request, Outcome<T> outcome, HttpStatus status, Function<T, ObjectNode> told) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> json(status, told.apply(value));
            case Outcome.Refused<T>(List<Refusal> reasons) -> refused.problem(request, new ArrayList<>(reasons));
        };
    }

    private ResponseEntity<byte[]> problem(HttpServletRequest request, HttpStatus status, String name, String key) {
        Language language = pages.language(request);
        return Problem.of(status, name, language, texts.get(language, key)).answer(language);
    }

    private static ResponseEntity<byte[]> json(HttpStatus status, ObjectNode body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .body(JSON.writeValueAsBytes(body));
    }
}
