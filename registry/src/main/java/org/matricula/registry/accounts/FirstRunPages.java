package org.matricula.registry.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.matricula.registry.accounts.Attempts.Counter;
import org.matricula.registry.accounts.SetUpSchoolFlow.Administrator;
import org.matricula.registry.accounts.SetUpSchoolFlow.School;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.RefusalWords;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Parts.Fault;
import org.matricula.registry.page.Parts.Option;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// The first page of an empty register. After it there is none such at this address.
@Controller
final class FirstRunPages {
    private static final List<String> FIELDS =
            List.of("code", "country", "school", "number", "commune", "province", "name", "login");

    private final AccountPage pages;
    private final FirstRun firstRun;
    private final SetUpSchoolFlow setUp;
    private final Attempts attempts;
    private final Sessions sessions;
    private final InstantSource clock;

    FirstRunPages(
            AccountPage pages,
            FirstRun firstRun,
            SetUpSchoolFlow setUp,
            Attempts attempts,
            Sessions sessions,
            InstantSource clock) {
        this.pages = pages;
        this.firstRun = firstRun;
        this.setUp = setUp;
        this.attempts = attempts;
        this.sessions = sessions;
        this.clock = clock;
    }

    @GetMapping("/first-run")
    ResponseEntity<byte[]> form(HttpServletRequest request, @RequestParam Map<String, String> typed) {
        open();
        return form(request, HttpStatus.OK, typed, List.of());
    }

    @PostMapping("/first-run")
    ResponseEntity<byte[]> begin(
            HttpServletRequest request, HttpServletResponse response, @RequestParam Map<String, String> typed) {
        open();
        Page page = pages.page(request);
        Counter counter = Counter.login("first-run");
        Counter from = Counter.address(request.getRemoteAddr());
        Optional<Duration> wait = attempts.count(clock.instant(), List.of(counter, from));
        if (wait.isPresent()) {
            Fault fault = new Fault("code", page.say("signin.wait", AccountPage.wait(page, wait.get())));
            return form(request, HttpStatus.TOO_MANY_REQUESTS, typed, List.of(fault));
        }
        if (!firstRun.isCode(said(typed, "code"))) {
            Fault fault = new Fault("code", page.say("first.code.wrong"));
            return form(request, HttpStatus.UNPROCESSABLE_CONTENT, typed, List.of(fault));
        }
        attempts.right(clock.instant(), counter, from);
        List<Fault> faults = faults(page, typed);
        if (!faults.isEmpty()) {
            return form(request, HttpStatus.UNPROCESSABLE_CONTENT, typed, faults);
        }
        Outcome<Account> outcome = setUp.run(
                new School(
                        said(typed, "number"),
                        said(typed, "school"),
                        said(typed, "country"),
                        said(typed, "commune"),
                        said(typed, "province")),
                new Administrator(said(typed, "login"), said(typed, "name"), typed.getOrDefault("password", "")));
        return switch (outcome) {
            case Outcome.Done<Account>(Account account) -> {
                sessions.begin(request, response, account.id(), false);
                yield AccountPage.to("/people?done=first");
            }
            case Outcome.Refused<Account>(var reasons) ->
                form(
                        request,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        typed,
                        reasons.stream()
                                .map(reason -> new Fault("", RefusalWords.of(reason, page.language())))
                                .toList());
        };
    }

    private void open() {
        if (!firstRun.isWaiting()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static List<Fault> faults(Page page, Map<String, String> typed) {
        List<Fault> faults = new ArrayList<>();
        if (!SetUpSchoolFlow.ZONES.containsKey(said(typed, "country"))) {
            faults.add(new Fault("country", page.say("first.country.missing")));
        }
        if (said(typed, "school").isEmpty()) {
            faults.add(new Fault("school", page.say("first.name.missing")));
        }
        if (!said(typed, "number").matches("[\\p{L}\\p{N}._/-]{2,40}")) {
            faults.add(new Fault("number", page.say("first.number.missing")));
        }
        if (said(typed, "name").isEmpty()) {
            faults.add(new Fault("name", page.say("first.person.name.missing")));
        }
        if (!said(typed, "login").toLowerCase(Locale.ROOT).matches("[a-z0-9][a-z0-9._-]{2,39}")) {
            faults.add(new Fault("login", page.say("login.hint")));
        }
        faults.addAll(NewPassword.faults(
                page, said(typed, "login"), typed.getOrDefault("password", ""), typed.getOrDefault("again", "")));
        return faults;
    }

    private static String said(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "").strip();
    }

    private ResponseEntity<byte[]> form(
            HttpServletRequest request, HttpStatus status, Map<String, String> typed, List<Fault> faults) {
        Page page = pages.page(request).at("/first-run");
        Map<String, String> kept = new LinkedHashMap<>();
        FIELDS.forEach(field -> kept.put(field, said(typed, field)));
        List<Option> countries = List.of("VN", "KZ", "RU").stream()
                .map(country -> new Option(country, page.say("country." + country)))
                .toList();
        return pages.show(status, "firstrun", page, Map.of("typed", kept, "countries", countries, "faults", faults));
    }
}
