package org.matricula.registry.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Post;
import org.matricula.registry.directory.Posts;
import org.matricula.registry.directory.RefusalWords;
import org.matricula.registry.directory.Refused;
import org.matricula.registry.directory.SignInDesk.OneTimeCode;
import org.matricula.registry.directory.flows.CloseAccountFlow;
import org.matricula.registry.directory.flows.OpenAccountFlow;
import org.matricula.registry.directory.flows.OpenAccountFlow.Opened;
import org.matricula.registry.directory.flows.ReadPeople;
import org.matricula.registry.directory.flows.ReopenAccountFlow;
import org.matricula.registry.directory.flows.ResetSignInFlow;
import org.matricula.registry.directory.web.People.Person;
import org.matricula.registry.directory.web.People.State;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Pages;
import org.matricula.registry.page.Parts.Fault;
import org.matricula.registry.page.Parts.Option;
import org.matricula.registry.page.Texts;
import org.matricula.registry.page.Tone;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// The list of people, and accounts opened, closed and helped into again.
@Controller
final class PeoplePages {
    private final Pages pages;
    private final Posts posts;
    private final Office office;
    private final People people;
    private final Refused refused;
    private final OpenAccountFlow open;
    private final CloseAccountFlow close;
    private final ReopenAccountFlow reopen;
    private final ResetSignInFlow reset;
    private final Texts texts = Texts.load("directory");

    PeoplePages(
            Pages pages,
            Posts posts,
            Office office,
            People people,
            Refused refused,
            OpenAccountFlow open,
            CloseAccountFlow close,
            ReopenAccountFlow reopen,
            ResetSignInFlow reset) {
        this.pages = pages;
        this.posts = posts;
        this.office = office;
        this.people = people;
        this.refused = refused;
        this.open = open;
        this.close = close;
        this.reopen = reopen;
        this.reset = reset;
    }

    /// The institution whose people a person reads, if he or she may.
    Optional<Institution> readable(Actor actor, String at) {
        return posts.of(actor, at)
                .map(Post::institution)
                .filter(institution -> office.may(ReadPeople.class, actor, institution.place()));
    }

    @GetMapping("/people")
    ResponseEntity<byte[]> list(
            HttpServletRequest request,
            Actor actor,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "all") String state,
            @RequestParam(defaultValue = "") String done) {
        Optional<Institution> institution = readable(actor, at);
        if (institution.isEmpty()) {
            return refused.page(request, List.of(new NotYours("read-people")), "/account");
        }
        Page page = pages.page(request, texts);
        Institution school = institution.get();
        LocalDate today = office.now(school.place()).date();
        State asked = State.of(state);
        List<Person> all = people.at(school);
        List<PersonRow> rows = all.stream()
                .filter(person -> q.isBlank() || People.meant(person, q))
                .filter(person -> asked.has(person, today))
                .map(person -> row(page, person, school, today))
                .toList();
        List<Option> states = List.of(State.values()).stream()
                .map(each -> new Option(each.name(), page.say(each.key())))
                .toList();
        return pages.show(
                HttpStatus.OK,
                "directory/people.jte",
                page,
                Map.of(
                        "school", school.name(),
                        "schools", schools(actor, school),
                        "at", school.id().toString(),
                        "rows", rows,
                        "total", all.size(),
                        "q", q,
                        "states", states,
                        "state", asked.name(),
                        "mayOpen", office.may(OpenAccountFlow.class, actor, school.place()),
                        "done", done.equals("first") ? page.say("people.first") : ""));
    }

    /// The institutions to choose from; empty when there is but one.
    private List<Option> schools(Actor actor, Institution here) {
        List<Option> schools = posts.of(actor).stream()
                .map(Post::institution)
                .map(school -> new Option(school.id().toString(), school.name()))
                .toList();
        return schools.size() < 2 ? List.of() : schools;
    }

    private PersonRow row(Page page, Person person, Institution school, LocalDate today) {
        Account account = person.account();
        List<String> roles = people.roles(person, school, today, page.language());
        Tone tone;
        String key;
        if (account.closed()) {
            tone = Tone.CALM;
            key = "people.state.closed";
        } else {
            key = switch (person.readiness()) {
                case NO_PASSWORD -> "people.state.new";
                case PASSWORD -> "people.state.weak";
                case SECOND_FACTOR -> "people.state.open";
            };
            tone = switch (person.readiness()) {
                case NO_PASSWORD -> Tone.WARN;
                case PASSWORD -> Tone.INFO;
                case SECOND_FACTOR -> Tone.GOOD;
            };
        }
        return new PersonRow(
                "/people/" + account.id() + "?at=" + school.id(),
                account.name(),
                account.login(),
                roles.isEmpty() ? List.of(page.say("people.state.none")) : roles,
                tone,
                page.say(key));
    }

    @GetMapping("/people/open")
    ResponseEntity<byte[]> form(HttpServletRequest request, Actor actor, @RequestParam(defaultValue = "") String at) {
        return form(request, actor, at, HttpStatus.OK, "", "", List.of());
    }

    private ResponseEntity<byte[]> form(
            HttpServletRequest request,
            Actor actor,
            String at,
            HttpStatus status,
            String name,
            String login,
            List<Fault> faults) {
        Optional<Institution> school = readable(actor, at)
                .filter(institution -> office.may(OpenAccountFlow.class, actor, institution.place()));
        if (school.isEmpty()) {
            return refused.page(request, List.of(new NotYours("open-account")), "/account");
        }
        return pages.show(
                status,
                "directory/open.jte",
                pages.page(request, texts).at("/people/open"),
                Map.of(
                        "at", school.get().id().toString(),
                        "school", school.get().name(),
                        "name", name,
                        "login", login,
                        "faults", faults));
    }

    @PostMapping("/people/open")
    ResponseEntity<byte[]> open(
            HttpServletRequest request,
            Actor actor,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String login) {
        Optional<Post> post = posts.of(actor, at);
        if (post.isEmpty()) {
            return refused.page(request, List.of(new NotYours("open-account")), "/account");
        }
        Institution school = post.get().institution();
        return switch (open.run(actor, school, login, name)) {
            case Outcome.Done<Opened>(Opened opened) -> paper(request, school, opened.account(), opened.code());
            case Outcome.Refused<Opened>(List<Refusal> reasons)
            when reasons.stream().anyMatch(reason -> reason instanceof NotYours) ->
                refused.page(request, reasons, "/people");
            case Outcome.Refused<Opened>(List<Refusal> reasons) -> {
                Page page = pages.page(request, texts);
                List<Fault> faults = reasons.stream()
                        .map(reason -> new Fault(
                                reason.getClass().getSimpleName().startsWith("Login") ? "login" : "name",
                                RefusalWords.of(reason, page.language())))
                        .toList();
                yield form(request, actor, at, HttpStatus.UNPROCESSABLE_CONTENT, name, login, faults);
            }
        };
    }

    /// What is printed and handed over. The code is in no address, so nobody finds it in a history.
    private ResponseEntity<byte[]> paper(
            HttpServletRequest request, Institution school, Account account, OneTimeCode code) {
        Page page = pages.page(request, texts).at("/people/" + account.id() + "?at=" + school.id());
        String address = ServletUriComponentsBuilder.fromContextPath(request)
                .path("/welcome")
                .toUriString();
        LocalDate until = LocalDate.ofInstant(code.until(), school.zone());
        return pages.show(
                HttpStatus.OK,
                "directory/paper.jte",
                page,
                Map.of(
                        "name", account.name(),
                        "login", account.login(),
                        "school", school.name(),
                        "address", address,
                        "code", code.code(),
                        "until", People.day(until, page.language()),
                        "onward", "/people/" + account.id() + "?at=" + school.id()));
    }

    @PostMapping("/people/{id}/close")
    ResponseEntity<byte[]> close(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String at) {
        return done(request, actor, id, at, "closed", school -> close.run(actor, school, id));
    }

    @PostMapping("/people/{id}/reopen")
    ResponseEntity<byte[]> reopen(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String at) {
        return done(request, actor, id, at, "opened", school -> reopen.run(actor, school, id));
    }

    private ResponseEntity<byte[]> done(
            HttpServletRequest request,
            Actor actor,
            UUID id,
            String at,
            String word,
            Function<Institution, Outcome<Account>> act) {
        Optional<Post> post = posts.of(actor, at);
        if (post.isEmpty()) {
            return refused.page(request, List.of(new NotYours("close-account")), "/account");
        }
        String back = "/people/" + id + "?at=" + post.get().institution().id();
        return switch (act.apply(post.get().institution())) {
            case Outcome.Done<Account> _ -> PersonPages.to(back + "&done=" + word);
            case Outcome.Refused<Account>(List<Refusal> reasons) -> refused.page(request, reasons, back);
        };
    }

    @PostMapping("/people/{id}/reset")
    ResponseEntity<byte[]> reset(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String factor) {
        Optional<Post> post = posts.of(actor, at);
        if (post.isEmpty()) {
            return refused.page(request, List.of(new NotYours("reset-sign-in")), "/account");
        }
        Institution school = post.get().institution();
        return switch (reset.run(actor, school, id, factor.equals("yes"))) {
            case Outcome.Done<OneTimeCode>(OneTimeCode code) ->
                paper(
                        request,
                        school,
                        people.find(id, school).map(Person::account).orElseThrow(),
                        code);
            case Outcome.Refused<OneTimeCode>(List<Refusal> reasons) ->
                refused.page(request, reasons, "/people/" + id + "?at=" + school.id());
        };
    }
}
