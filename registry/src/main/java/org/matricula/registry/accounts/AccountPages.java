package org.matricula.registry.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.matricula.registry.directory.Account;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Role;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Parts.Fault;
import org.matricula.registry.page.Parts.Happening;
import org.matricula.registry.page.Parts.Row;
import org.matricula.registry.page.Tone;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/// One's own account: what it is, its password, where it is signed in, the access of programs, and what happened.
@Controller
final class AccountPages {
    private static final int HAPPENINGS = 20;
    private static final Set<Role> SIGNING = EnumSet.of(Role.SUBJECT_TEACHER, Role.HOMEROOM_TEACHER, Role.PRINCIPAL);
    private static final int LONGEST_TOKEN_DAYS = 365;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AccountPage pages;
    private final SignIn signIn;
    private final Sessions sessions;
    private final SessionStore sessionStore;
    private final TokenStore tokens;
    private final Credentials credentials;
    private final CredentialStore store;
    private final CurrentActor current;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    AccountPages(
            AccountPage pages,
            SignIn signIn,
            Sessions sessions,
            SessionStore sessionStore,
            TokenStore tokens,
            Credentials credentials,
            CredentialStore store,
            CurrentActor current,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.pages = pages;
        this.signIn = signIn;
        this.sessions = sessions;
        this.sessionStore = sessionStore;
        this.tokens = tokens;
        this.credentials = credentials;
        this.store = store;
        this.current = current;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @GetMapping("/account")
    ResponseEntity<byte[]> account(
            HttpServletRequest request, Actor actor, @RequestParam(defaultValue = "") String done) {
        Page page = pages.page(request).at("/account");
        Account account = CurrentActor.account();
        int programs = tokens.of(actor.id(), clock.instant()).size();
        List<Row> rows = List.of(
                new Row(page.say("account.name"), account.name()),
                new Row(page.say("login"), account.login()),
                new Row(page.say("password"), page.say("account.password"), "/account/password"),
                new Row(
                        page.say("factor.title"),
                        page.say(
                                !credentials.hasSecondFactor(actor.id())
                                        ? "factor.none"
                                        : actor.strong() ? "factor.shown" : "factor.there"),
                        "/account/second-factor"),
                new Row(
                        page.say("programs.title"),
                        programs == 0 ? page.say("programs.none") : String.valueOf(programs),
                        "/account/programs"));
        Map<String, Object> values = new HashMap<>();
        values.put("rows", rows);
        values.put("signs", actor.mandates().stream().anyMatch(mandate -> SIGNING.contains(mandate.role())));
        values.put("done", done.equals("password") || done.equals("everywhere") ? done : "");
        values.put(
                "sessions",
                sessionStore.of(actor.id(), clock.instant()).stream()
                        .map(session -> new Row(
                                browser(page, session.browser()),
                                page.say("session.seen", pages.time(page, actor, session.seenAt()))))
                        .toList());
        values.put("happenings", happenings(page, actor));
        return pages.show(HttpStatus.OK, "account", page, values);
    }

    private List<Happening> happenings(Page page, Actor actor) {
        return store.happenings(actor.id(), HAPPENINGS).stream()
                .map(line -> new Happening(
                        line.at().toString(),
                        pages.time(page, actor, line.at()),
                        page.say("happened." + line.what()),
                        line.browser().isEmpty() ? "" : browser(page, line.browser()),
                        line.what().startsWith("signed-in") ? Tone.CALM : Tone.INFO))
                .toList();
    }

    /// What a browser is to people: its name and the system, as far as it tells.
    static String browser(Page page, String agent) {
        String name = List.of("Edg", "OPR", "Firefox", "Chromium", "Chrome", "Safari").stream()
                .filter(agent::contains)
                .findFirst()
                .map(found -> found.equals("Edg") ? "Edge" : found.equals("OPR") ? "Opera" : found)
                .orElse(page.say("browser.other"));
        String system = List.of("Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux").stream()
                .filter(agent::contains)
                .findFirst()
                .orElse("");
        return system.isEmpty() ? name : name + ", " + system;
    }

    @PostMapping("/account/sign-out-everywhere")
    ResponseEntity<byte[]> everywhere(HttpServletRequest request, HttpServletResponse response, Actor actor) {
        sessionStore.endAll(actor.id());
        sessions.end(request, response);
        return AccountPage.to("/sign-in?out=1");
    }

    @GetMapping("/account/password")
    ResponseEntity<byte[]> password(HttpServletRequest request, Actor actor) {
        return password(request, HttpStatus.OK, List.of());
    }

    @PostMapping("/account/password")
    ResponseEntity<byte[]> change(
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again) {
        Page page = pages.page(request);
        Account account = CurrentActor.account();
        List<Fault> faults = NewPassword.faults(page, account.login(), password, again);
        if (!faults.isEmpty()) {
            return password(request, HttpStatus.UNPROCESSABLE_CONTENT, faults);
        }
        return switch (signIn.password(account.login(), old, request.getRemoteAddr())) {
            case SignIn.Result.Wrong _ ->
                password(
                        request,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        List.of(new Fault("old", page.say("password.old.wrong"))));
            case SignIn.Result.Wait(Duration left) ->
                password(
                        request,
                        HttpStatus.TOO_MANY_REQUESTS,
                        List.of(new Fault("old", page.say("signin.wait", AccountPage.wait(page, left)))));
            case SignIn.Result.Right _ -> {
                transaction.executeWithoutResult(
                        _ -> credentials.changePassword(account.id(), password, clock.instant()));
                sessions.begin(request, response, account.id(), actor.strong());
                yield AccountPage.to("/account?done=password");
            }
        };
    }

    private ResponseEntity<byte[]> password(HttpServletRequest request, HttpStatus status, List<Fault> faults) {
        return pages.show(status, "password", pages.page(request), Map.of("faults", faults));
    }

    @GetMapping("/account/programs")
    ResponseEntity<byte[]> programs(HttpServletRequest request, Actor actor) {
        return programs(request, actor, HttpStatus.OK, "", "", List.of());
    }

    @PostMapping("/account/programs")
    ResponseEntity<byte[]> addProgram(
            HttpServletRequest request,
            Actor actor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "90") String days) {
        Page page = pages.page(request);
        if (name.isBlank() || name.length() > 60) {
            Fault fault = new Fault("name", page.say("programs.name.missing"));
            return programs(request, actor, HttpStatus.UNPROCESSABLE_CONTENT, name, "", List.of(fault));
        }
        int lasts = days.matches("\\d{1,3}") ? Math.clamp(Integer.parseInt(days), 1, LONGEST_TOKEN_DAYS) : 90;
        Instant now = clock.instant();
        String secret = tokens.make(actor.id(), name.strip(), now.plus(Duration.ofDays(lasts)), now);
        store.happened(actor.id(), "program-added", Sessions.browser(request), now);
        return programs(request, actor, HttpStatus.OK, "", secret, List.of());
    }

    @PostMapping("/account/programs/{id}/end")
    ResponseEntity<byte[]> endProgram(HttpServletRequest request, Actor actor, @PathVariable UUID id) {
        tokens.end(actor.id(), id, clock.instant());
        store.happened(actor.id(), "program-ended", Sessions.browser(request), clock.instant());
        return AccountPage.to("/account/programs");
    }

    private ResponseEntity<byte[]> programs(
            HttpServletRequest request,
            Actor actor,
            HttpStatus status,
            String name,
            String secret,
            List<Fault> faults) {
        Page page = pages.page(request).at("/account/programs");
        List<Row> rows = tokens.of(actor.id(), clock.instant()).stream()
                .map(token -> new Row(
                        token.name(),
                        page.say("programs.until", pages.day(page, actor, token.until())),
                        token.id().toString()))
                .toList();
        return pages.show(
                status, "programs", page, Map.of("rows", rows, "name", name, "secret", secret, "faults", faults));
    }

    /// For scripts: whether somebody is signed in, and a token for what they send. A grid whose session ended asks here
    /// after its person signed in in another tab.
    @GetMapping("/session")
    ResponseEntity<byte[]> session(HttpServletRequest request) {
        Map<String, Object> body = new HashMap<>();
        current.find(request)
                .ifPresentOrElse(
                        actor -> {
                            body.put("signedIn", true);
                            body.put("name", actor.name());
                            body.put("strong", actor.strong());
                        },
                        () -> body.put("signedIn", false));
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            body.put("header", SecurityWiring.TOKEN_HEADER);
            body.put("token", token.getToken());
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .body(JSON.writeValueAsBytes(body));
    }
}
