package org.matricula.registry.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.directory.Assignment;
import org.matricula.registry.directory.ClassRegister.SchoolClass;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.RefusalWords;
import org.matricula.registry.directory.Refused;
import org.matricula.registry.directory.flows.CloseAccountFlow;
import org.matricula.registry.directory.flows.EndMandateFlow;
import org.matricula.registry.directory.flows.GiveMandateFlow;
import org.matricula.registry.directory.flows.GiveMandateFlow.Gift;
import org.matricula.registry.directory.flows.Keepers;
import org.matricula.registry.directory.flows.RenamePersonFlow;
import org.matricula.registry.directory.web.People.Person;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.flow.Role;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Pages;
import org.matricula.registry.page.Parts.Fault;
import org.matricula.registry.page.Parts.Option;
import org.matricula.registry.page.Parts.Row;
import org.matricula.registry.page.Texts;
import org.matricula.registry.page.Tone;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// One person: the account, the mandates, and mandates given and ended.
@Controller
final class PersonPages {
    private static final List<String> DONE = List.of("opened", "closed", "given", "ended", "renamed");

    private final Pages pages;
    private final Office office;
    private final People people;
    private final PeoplePages list;
    private final Keepers keepers;
    private final Refused refused;
    private final GiveMandateFlow give;
    private final EndMandateFlow end;
    private final Texts texts = Texts.load("directory");

    PersonPages(
            Pages pages,
            Office office,
            People people,
            PeoplePages list,
            Keepers keepers,
            Refused refused,
            GiveMandateFlow give,
            EndMandateFlow end) {
        this.pages = pages;
        this.office = office;
        this.people = people;
        this.list = list;
        this.keepers = keepers;
        this.refused = refused;
        this.give = give;
        this.end = end;
    }

    static ResponseEntity<byte[]> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .build();
    }

    @GetMapping("/people/{id}")
    ResponseEntity<byte[]> person(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String done) {
        return person(request, actor, id, at, HttpStatus.OK, done, Map.of(), List.of());
    }

    private ResponseEntity<byte[]> person(
            HttpServletRequest request,
            Actor actor,
            UUID id,
            String at,
            HttpStatus status,
            String done,
            Map<String, String> typed,
            List<Fault> faults) {
        Optional<Institution> institution = list.readable(actor, at);
        if (institution.isEmpty()) {
            return refused.page(request, List.of(new NotYours("read-people")), "/account");
        }
        Institution school = institution.get();
        Person person = found(id, school);
        Moment now = office.now(school.place());
        Page page = pages.page(request, texts).at("/people/" + id + "?at=" + school.id());
        List<Role> gives = keepers.gives(actor, school.place(), now);
        Map<String, Object> values = new HashMap<>();
        values.put("id", id.toString());
        values.put("at", school.id().toString());
        values.put("name", person.account().name());
        values.put(
                "facts",
                List.of(
                        new Row(
                                page.say("people.name"),
                                person.account().name(),
                                !person.account().closed() && office.may(RenamePersonFlow.class, actor, school.place())
                                        ? "/people/" + id + "/name?at=" + school.id()
                                        : ""),
                        new Row(page.say("people.login"), person.account().login()),
                        new Row(page.say("people.at"), school.name()),
                        new Row(
                                page.say("person.state"),
                                page.say(person.account().closed() ? "people.state.closed" : "people.state.open")),
                        new Row(
                                page.say("person.signin"),
                                page.say(
                                        "person.readiness." + person.readiness().name()))));
        values.put("closed", person.account().closed());
        values.put(
                "manages",
                office.may(CloseAccountFlow.class, actor, school.place())
                        && !actor.account().equals(Optional.of(id)));
        values.put(
                "mandates",
                person.mandates().stream()
                        .map(held -> row(page, held, school, now.date(), gives))
                        .toList());
        values.put(
                "roles",
                gives.stream()
                        .map(role -> new Option(
                                role.name(),
                                page.say("role." + role.name()),
                                page.say("role." + role.name() + ".hint")))
                        .toList());
        values.put("classes", classes(page, school));
        values.put("typed", typed);
        values.put("faults", faults);
        values.put("done", DONE.contains(done) ? page.say("person.done." + done) : "");
        return pages.show(status, "directory/person.jte", page, values);
    }

    private Person found(UUID id, Institution school) {
        return people.find(id, school).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private MandateRow row(Page page, Assignment held, Institution school, LocalDate today, List<Role> gives) {
        var mandate = held.mandate();
        boolean over = mandate.to().filter(last -> last.isBefore(today)).isPresent();
        boolean ahead = mandate.from().isAfter(today);
        return new MandateRow(
                page.say("role." + mandate.role().name()),
                people.where(mandate, school, page.language()),
                People.day(mandate.from(), page.language()),
                mandate.to().map(last -> People.day(last, page.language())).orElse(page.say("person.lasting")),
                over ? Tone.CALM : ahead ? Tone.INFO : Tone.GOOD,
                over ? page.say("person.over") : ahead ? page.say("person.ahead") : page.say("people.state.open"),
                over || !gives.contains(mandate.role())
                        ? ""
                        : "/people/%s/mandates/%s/end?at=%s".formatted(held.account(), held.id(), school.id()));
    }

    /// Classes and their subjects in one list: `class` for the class itself, `class/subject` for a subject in it.
    private List<Option> classes(Page page, Institution school) {
        List<Option> options = new ArrayList<>();
        for (SchoolClass each : people.classes(school, page.language())) {
            options.add(new Option(each.id().toString(), page.say("person.homeroom", each.name())));
            each.subjects()
                    .forEach(subject -> options.add(
                            new Option(each.id() + "/" + subject.code(), each.name() + ", " + subject.name())));
        }
        return options;
    }

    @PostMapping("/people/{id}/mandates")
    ResponseEntity<byte[]> give(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String at,
            @RequestParam Map<String, String> typed) {
        Optional<Institution> school = list.readable(actor, at);
        if (school.isEmpty()) {
            return refused.page(request, List.of(new NotYours("give-mandate")), "/account");
        }
        Page page = pages.page(request, texts);
        List<Fault> faults = new ArrayList<>();
        Optional<Role> role = role(typed.getOrDefault("role", ""));
        if (role.isEmpty()) {
            faults.add(new Fault("role", page.say("person.role.missing")));
        }
        Optional<LocalDate> from = day(page, typed, "from", faults);
        Optional<LocalDate> to = day(page, typed, "to", faults);
        if (!faults.isEmpty()) {
            return person(request, actor, id, at, HttpStatus.UNPROCESSABLE_CONTENT, "", typed, faults);
        }
        String[] where = typed.getOrDefault("class", "").split("/", 2);
        Gift gift = new Gift(
                id,
                role.orElseThrow(),
                uuid(where[0]),
                where.length < 2 || where[1].isEmpty() ? Optional.empty() : Optional.of(where[1]),
                from,
                to);
        return switch (give.run(actor, school.get(), gift)) {
            case Outcome.Done<UUID> _ ->
                to("/people/%s?at=%s&done=given".formatted(id, school.get().id()));
            case Outcome.Refused<UUID>(List<Refusal> reasons) ->
                person(
                        request,
                        actor,
                        id,
                        at,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "",
                        typed,
                        reasons.stream()
                                .map(reason -> new Fault(field(reason), RefusalWords.of(reason, page.language())))
                                .toList());
        };
    }

    private static String field(Refusal reason) {
        String name = reason.getClass().getSimpleName();
        return name.startsWith("LastDay") ? "to" : name.startsWith("Class") ? "class" : "role";
    }

    /// The class chosen; whatever is no id chooses none, and the act then asks for one.
    private static Optional<UUID> uuid(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<Role> role(String name) {
        return List.of(Role.values()).stream()
                .filter(role -> role.name().equals(name))
                .findFirst();
    }

    private static Optional<LocalDate> day(Page page, Map<String, String> typed, String field, List<Fault> faults) {
        String text = typed.getOrDefault(field, "").strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(People.typedDay(text));
        } catch (DateTimeParseException _) {
            faults.add(new Fault(field, page.say("person.day.wrong")));
            return Optional.empty();
        }
    }

    @GetMapping("/people/{id}/mandates/{mandate}/end")
    ResponseEntity<byte[]> end(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID mandate,
            @RequestParam(defaultValue = "") String at) {
        return end(request, actor, id, mandate, at, HttpStatus.OK, "", List.of());
    }

    private ResponseEntity<byte[]> end(
            HttpServletRequest request,
            Actor actor,
            UUID id,
            UUID mandate,
            String at,
            HttpStatus status,
            String last,
            List<Fault> faults) {
        Optional<Institution> school = list.readable(actor, at);
        if (school.isEmpty()) {
            return refused.page(request, List.of(new NotYours("end-mandate")), "/account");
        }
        Person person = found(id, school.get());
        Assignment held = person.mandates().stream()
                .filter(each -> each.id().equals(mandate))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Page page = pages.page(request, texts);
        return pages.show(
                status,
                "directory/end.jte",
                page,
                Map.of(
                        "lead",
                        page.say(
                                "person.end.lead",
                                people.words(held.mandate(), school.get(), page.language()),
                                person.account().name()),
                        "action",
                        "/people/%s/mandates/%s/end".formatted(id, mandate),
                        "at",
                        school.get().id().toString(),
                        "back",
                        "/people/%s?at=%s".formatted(id, school.get().id()),
                        "last",
                        last,
                        "faults",
                        faults));
    }

    @PostMapping("/people/{id}/mandates/{mandate}/end")
    ResponseEntity<byte[]> ended(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID mandate,
            @RequestParam(defaultValue = "") String at,
            @RequestParam Map<String, String> typed) {
        Optional<Institution> school = list.readable(actor, at);
        if (school.isEmpty()) {
            return refused.page(request, List.of(new NotYours("end-mandate")), "/account");
        }
        Page page = pages.page(request, texts);
        List<Fault> faults = new ArrayList<>();
        Optional<LocalDate> last = day(page, typed, "last", faults);
        if (faults.isEmpty()) {
            switch (end.run(actor, school.get(), mandate, last)) {
                case Outcome.Done<LocalDate> _ -> {
                    return to("/people/%s?at=%s&done=ended"
                            .formatted(id, school.get().id()));
                }
                case Outcome.Refused<LocalDate>(List<Refusal> reasons) ->
                    reasons.forEach(reason -> faults.add(new Fault("last", RefusalWords.of(reason, page.language()))));
            }
        }
        return end(
                request,
                actor,
                id,
                mandate,
                at,
                HttpStatus.UNPROCESSABLE_CONTENT,
                typed.getOrDefault("last", ""),
                faults);
    }
}
