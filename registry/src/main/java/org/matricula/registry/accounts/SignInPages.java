package org.matricula.registry.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matricula.registry.accounts.SignIn.Result;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Parts.Fault;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The way in: login and password, then the code; and the first time, with a code on paper.
@Controller
final class SignInPages {
    private final AccountPage pages;
    private final SignIn signIn;
    private final Sessions sessions;
    private final CurrentActor current;
    private final Accounts accounts;
    private final Credentials credentials;
    private final CredentialStore store;
    private final Visitors visitors;
    private final InstantSource clock;
    private final Optional<DemoDoor> demo;
    private final TransactionTemplate transaction;

    SignInPages(
            AccountPage pages,
            SignIn signIn,
            Sessions sessions,
            CurrentActor current,
            Accounts accounts,
            Credentials credentials,
            CredentialStore store,
            Visitors visitors,
            InstantSource clock,
            ObjectProvider<DemoDoor> demo,
            PlatformTransactionManager transactions) {
        this.pages = pages;
        this.signIn = signIn;
        this.sessions = sessions;
        this.current = current;
        this.accounts = accounts;
        this.credentials = credentials;
        this.store = store;
        this.visitors = visitors;
        this.clock = clock;
        this.demo = Optional.ofNullable(demo.getIfUnique());
        this.transaction = new TransactionTemplate(transactions);
    }

    @GetMapping("/sign-in")
    ResponseEntity<byte[]> form(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(defaultValue = "") String out) {
        Optional<Actor> actor = current.find(request);
        if (actor.isPresent()) {
            String local = AccountPage.local(back);
            return AccountPage.to(local.isEmpty() ? visitors.home(actor.get()) : local);
        }
        return form(request, HttpStatus.OK, "", back, List.of(), !out.isEmpty());
    }

    @PostMapping("/sign-in")
    ResponseEntity<byte[]> enter(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String back) {
        Page page = pages.page(request);
        if (login.isBlank() || password.isEmpty()) {
            String field = login.isBlank() ? "login" : "password";
            Fault fault = new Fault(field, page.say(field + ".missing"));
            return form(request, HttpStatus.UNPROCESSABLE_CONTENT, login, back, List.of(fault), false);
        }
        return switch (signIn.password(login, password, request.getRemoteAddr())) {
            case Result.Right(Account account, boolean codeWanted)
            when codeWanted -> {
                sessions.await(request, response, account.id());
                yield AccountPage.to(AccountPage.with("/sign-in/code", back));
            }
            case Result.Right(Account account, boolean _) -> in(request, response, account, false, back);
            case Result.Wrong _ ->
                form(
                        request,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        login,
                        back,
                        List.of(new Fault("login", page.say("signin.wrong"))),
                        false);
            case Result.Wait(Duration left) ->
                wait(
                        left,
                        form(
                                request,
                                HttpStatus.TOO_MANY_REQUESTS,
                                login,
                                back,
                                List.of(new Fault("login", page.say("signin.wait", AccountPage.wait(page, left)))),
                                false));
        };
    }

    @GetMapping("/sign-in/code")
    ResponseEntity<byte[]> code(HttpServletRequest request, @RequestParam(defaultValue = "") String back) {
        return sessions.awaited(request).isEmpty()
                ? AccountPage.to(AccountPage.with("/sign-in", back))
                : code(request, HttpStatus.OK, back, List.of());
    }

    @PostMapping("/sign-in/code")
    ResponseEntity<byte[]> enterCode(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String back) {
        Optional<Account> awaited = sessions.awaited(request);
        if (awaited.isEmpty()) {
            return AccountPage.to(AccountPage.with("/sign-in", back));
        }
        Page page = pages.page(request);
        return switch (signIn.code(awaited.get(), code, request.getRemoteAddr())) {
            case Result.Right(Account account, boolean _) -> in(request, response, account, true, back);
            case Result.Wrong _ ->
                code(
                        request,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        back,
                        List.of(new Fault("code", page.say("code.wrong"))));
            case Result.Wait(Duration left) ->
                wait(
                        left,
                        code(
                                request,
                                HttpStatus.TOO_MANY_REQUESTS,
                                back,
                                List.of(new Fault("code", page.say("signin.wait", AccountPage.wait(page, left))))));
        };
    }

    @PostMapping("/sign-out")
    ResponseEntity<byte[]> leave(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request, response);
        return AccountPage.to("/sign-in?out=1");
    }

    @GetMapping("/welcome")
    ResponseEntity<byte[]> welcome(HttpServletRequest request, @RequestParam(defaultValue = "") String code) {
        return welcome(request, HttpStatus.OK, code, List.of());
    }

    @PostMapping("/welcome")
    ResponseEntity<byte[]> begin(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again) {
        Page page = pages.page(request);
        return switch (signIn.oneTimeCode(code, request.getRemoteAddr())) {
            case Result.Wrong _ ->
                welcome(
                        request,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        code,
                        List.of(new Fault("code", page.say("welcome.wrong"))));
            case Result.Wait(Duration left) ->
                wait(
                        left,
                        welcome(
                                request,
                                HttpStatus.TOO_MANY_REQUESTS,
                                code,
                                List.of(new Fault("code", page.say("signin.wait", AccountPage.wait(page, left))))));
            case Result.Right(Account account, boolean _) -> {
                List<Fault> faults = NewPassword.faults(page, account.login(), password, again);
                if (!faults.isEmpty()) {
                    yield welcome(request, HttpStatus.UNPROCESSABLE_CONTENT, code, faults);
                }
                yield setFirst(account, code, password)
                        ? enterOrAsk(request, response, account)
                        : welcome(
                                request,
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                code,
                                List.of(new Fault("code", page.say("welcome.wrong"))));
            }
        };
    }

    private boolean setFirst(Account account, String code, String password) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            if (!store.useOneTimeCode(code, clock.instant())) {
                return false;
            }
            credentials.changePassword(account.id(), password, clock.instant());
            return true;
        }));
    }

    /// Whoever has a second factor still shows it after a new password: a code on paper does not replace it.
    private ResponseEntity<byte[]> enterOrAsk(
            HttpServletRequest request, HttpServletResponse response, Account account) {
        if (store.totp(account.id()).isPresent()) {
            sessions.await(request, response, account.id());
            return AccountPage.to("/sign-in/code");
        }
        return in(request, response, account, false, "");
    }

    private ResponseEntity<byte[]> in(
            HttpServletRequest request, HttpServletResponse response, Account account, boolean strong, String back) {
        sessions.begin(request, response, account.id(), strong);
        store.happened(account.id(), "signed-in", Sessions.browser(request), clock.instant());
        return AccountPage.to(after(account, strong, back));
    }

    /// Where a person goes after signing in: to what was asked for, or to the place of the work. A signer without a
    /// second factor is first asked to set one up.
    String after(Account account, boolean strong, String back) {
        Actor actor = accounts.actor(account, strong);
        String local = AccountPage.local(back);
        String onward = local.isEmpty() ? visitors.home(actor) : local;
        return !strong && visitors.signs(actor) && !credentials.hasSecondFactor(account.id())
                ? AccountPage.with("/account/second-factor", onward)
                : onward;
    }

    private ResponseEntity<byte[]> form(
            HttpServletRequest request, HttpStatus status, String login, String back, List<Fault> faults, boolean out) {
        Page page = pages.page(request).at(AccountPage.with("/sign-in", back));
        return pages.show(
                status,
                "signin",
                page,
                Map.of(
                        "login",
                        login,
                        "back",
                        AccountPage.local(back),
                        "faults",
                        faults,
                        "out",
                        out,
                        "demo",
                        demo.filter(DemoDoor::open).isPresent()));
    }

    private ResponseEntity<byte[]> code(
            HttpServletRequest request, HttpStatus status, String back, List<Fault> faults) {
        Page page = pages.page(request).at(AccountPage.with("/sign-in/code", back));
        return pages.show(status, "code", page, Map.of("back", AccountPage.local(back), "faults", faults));
    }

    private ResponseEntity<byte[]> welcome(
            HttpServletRequest request, HttpStatus status, String code, List<Fault> faults) {
        return pages.show(status, "welcome", pages.page(request), Map.of("code", code, "faults", faults));
    }

    private static ResponseEntity<byte[]> wait(Duration left, ResponseEntity<byte[]> shown) {
        return ResponseEntity.status(shown.getStatusCode())
                .headers(shown.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, left.toSeconds())))
                .body(shown.getBody());
    }
}
