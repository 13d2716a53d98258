package org.matricula.registry.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.RefusalWords;
import org.matricula.registry.directory.Refused;
import org.matricula.registry.directory.flows.RenamePersonFlow;
import org.matricula.registry.directory.web.People.Person;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Pages;
import org.matricula.registry.page.Parts.Fault;
import org.matricula.registry.page.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Another name for a person.
@Controller
final class NamePages {
    private final Pages pages;
    private final Office office;
    private final People people;
    private final PeoplePages list;
    private final Refused refused;
    private final RenamePersonFlow renaming;
    private final Texts texts = Texts.load("directory");

    NamePages(Pages pages, Office office, People people, PeoplePages list, Refused refused, RenamePersonFlow renaming) {
        this.pages = pages;
        this.office = office;
        this.people = people;
        this.list = list;
        this.refused = refused;
        this.renaming = renaming;
    }

    @GetMapping("/people/{id}/name")
    ResponseEntity<byte[]> form(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String at) {
        return form(request, actor, id, at, HttpStatus.OK, Optional.empty(), List.of());
    }

    @PostMapping("/people/{id}/name")
    ResponseEntity<byte[]> rename(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String name) {
        Optional<Institution> school = renamable(actor, at);
        if (school.isEmpty()) {
            return nobody(request);
        }
        Page page = pages.page(request, texts);
        return switch (renaming.run(actor, school.get(), id, name)) {
            case Outcome.Done<Account> _ ->
                PersonPages.to("/people/%s?at=%s&done=renamed"
                        .formatted(id, school.get().id()));
            case Outcome.Refused<Account>(List<Refusal> reasons) ->
                form(
                        request,
                        actor,
                        id,
                        at,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        Optional.of(name),
                        RefusalWords.of(reasons, page.language()).stream()
                                .map(words -> new Fault("name", words))
                                .toList());
        };
    }

    private Optional<Institution> renamable(Actor actor, String at) {
        return list.readable(actor, at).filter(school -> office.may(RenamePersonFlow.class, actor, school.place()));
    }

    private ResponseEntity<byte[]> nobody(HttpServletRequest request) {
        return refused.page(request, List.of(new NotYours("rename-person")), "/people");
    }

    private ResponseEntity<byte[]> form(
            HttpServletRequest request,
            Actor actor,
            UUID id,
            String at,
            HttpStatus status,
            Optional<String> typed,
            List<Fault> faults) {
        Optional<Institution> school = renamable(actor, at);
        if (school.isEmpty()) {
            return nobody(request);
        }
        Person person =
                people.find(id, school.get()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Page page = pages.page(request, texts)
                .at("/people/" + id + "/name?at=" + school.get().id());
        return pages.show(
                status,
                "directory/name.jte",
                page,
                Map.of(
                        "id", id.toString(),
                        "at", school.get().id().toString(),
                        "known", person.account().name(),
                        "name", typed.orElse(person.account().name()),
                        "faults", faults));
    }
}
