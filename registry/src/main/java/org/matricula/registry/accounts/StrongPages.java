package org.matricula.registry.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.matricula.registry.accounts.SignIn.Result;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Parts.Fault;
import org.matricula.registry.page.Parts.Row;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The second factor: set up, shown anew when an act wants it, and changed.
///
/// Whoever has none may set the first one up with the password alone; every change after that wants the one there is.
@Controller
final class StrongPages {
    private final AccountPage pages;
    private final SignIn signIn;
    private final Sessions sessions;
    private final Credentials credentials;
    private final CredentialStore store;
    private final PasskeyStore passkeys;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    StrongPages(
            AccountPage pages,
            SignIn signIn,
            Sessions sessions,
            Credentials credentials,
            CredentialStore store,
            PasskeyStore passkeys,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.pages = pages;
        this.signIn = signIn;
        this.sessions = sessions;
        this.credentials = credentials;
        this.store = store;
        this.passkeys = passkeys;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    boolean mayChangeFactors(Actor actor) {
        return actor.strong() || !credentials.hasSecondFactor(actor.id());
    }

    /// Where an act that wants a second factor sends its person, and from where he or she comes back.
    @GetMapping("/account/strong")
    ResponseEntity<byte[]> strong(
            HttpServletRequest request, Actor actor, @RequestParam(defaultValue = "") String back) {
        if (actor.strong()) {
            return AccountPage.to(AccountPage.local(back).isEmpty() ? "/account" : AccountPage.local(back));
        }
        return credentials.hasSecondFactor(actor.id())
                ? strong(request, actor, HttpStatus.OK, back, List.of())
                : AccountPage.to(AccountPage.with("/account/second-factor", back));
    }

    @PostMapping("/account/strong")
    ResponseEntity<byte[]> show(
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String back) {
        Page page = pages.page(request);
        return switch (signIn.code(CurrentActor.account(), code, request.getRemoteAddr())) {
            case Result.Right _ -> {
                sessions.begin(request, response, actor.id(), true);
                yield AccountPage.to(AccountPage.local(back).isEmpty() ? "/account" : AccountPage.local(back));
            }
            case Result.Wrong _ ->
                strong(
                        request,
                        actor,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        back,
                        List.of(new Fault("code", page.say("code.wrong"))));
            case Result.Wait(java.time.Duration left) ->
                strong(
                        request,
                        actor,
                        HttpStatus.TOO_MANY_REQUESTS,
                        back,
                        List.of(new Fault("code", page.say("signin.wait", AccountPage.wait(page, left)))));
        };
    }

    @GetMapping("/account/second-factor")
    ResponseEntity<byte[]> factors(
            HttpServletRequest request, Actor actor, @RequestParam(defaultValue = "") String back) {
        return mayChangeFactors(actor)
                ? factors(request, actor, HttpStatus.OK, Totp.newSecret(), back, List.of())
                : AccountPage.to(AccountPage.with("/account/strong", AccountPage.with("/account/second-factor", back)));
    }

    @PostMapping("/account/second-factor")
    ResponseEntity<byte[]> setUp(
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String back) {
        if (!mayChangeFactors(actor)) {
            return AccountPage.to(AccountPage.with("/account/strong", "/account/second-factor"));
        }
        byte[] bytes;
        try {
            bytes = Totp.fromBase32(secret);
        } catch (IllegalArgumentException notOurs) {
            bytes = new byte[0];
        }
        if (bytes.length < 16) {
            return factors(request, actor, HttpStatus.UNPROCESSABLE_CONTENT, Totp.newSecret(), back, List.of());
        }
        var step = Totp.step(bytes, code, clock.instant());
        if (step.isEmpty()) {
            Fault fault = new Fault("code", pages.page(request).say("factor.wrong"));
            return factors(request, actor, HttpStatus.UNPROCESSABLE_CONTENT, bytes, back, List.of(fault));
        }
        byte[] right = bytes;
        List<String> codes = transaction.execute(_ -> {
            store.use(actor.id(), step.getAsLong());
            store.happened(actor.id(), "factor-added", Sessions.browser(request), clock.instant());
            return credentials.setTotp(actor.id(), right, clock.instant());
        });
        sessions.begin(request, response, actor.id(), true);
        return pages.show(
                HttpStatus.OK,
                "recovery",
                pages.page(request).at("/account/second-factor"),
                Map.of("codes", codes, "back", AccountPage.local(back)));
    }

    @PostMapping("/account/second-factor/end")
    ResponseEntity<byte[]> end(HttpServletRequest request, Actor actor) {
        if (!actor.strong()) {
            return AccountPage.to(AccountPage.with("/account/strong", "/account/second-factor"));
        }
        store.setTotp(actor.id(), java.util.Optional.empty(), clock.instant());
        store.happened(actor.id(), "factor-ended", Sessions.browser(request), clock.instant());
        return AccountPage.to("/account/second-factor");
    }

    private ResponseEntity<byte[]> strong(
            HttpServletRequest request, Actor actor, HttpStatus status, String back, List<Fault> faults) {
        Page page = pages.page(request).at(AccountPage.with("/account/strong", back));
        return pages.show(
                status,
                "strong",
                page,
                Map.of(
                        "back",
                        AccountPage.local(back),
                        "faults",
                        faults,
                        "app",
                        store.totp(actor.id()).isPresent(),
                        "passkeys",
                        !passkeys.of(actor.id()).isEmpty()));
    }

    private ResponseEntity<byte[]> factors(
            HttpServletRequest request,
            Actor actor,
            HttpStatus status,
            byte[] secret,
            String back,
            List<Fault> faults) {
        Page page = pages.page(request).at(AccountPage.with("/account/second-factor", back));
        Map<String, Object> values = new HashMap<>();
        values.put("back", AccountPage.local(back));
        values.put("faults", faults);
        values.put("app", store.totp(actor.id()).isPresent());
        values.put("left", store.recoveryCodes(actor.id()));
        values.put(
                "passkeys",
                passkeys.of(actor.id()).stream()
                        .map(passkey -> row(page, actor, passkey))
                        .toList());
        values.put("secret", Totp.base32(secret));
        values.put("typed", Totp.typed(secret));
        values.put(
                "picture",
                QrPicture.of(Totp.address(secret, CurrentActor.account().login())));
        return pages.show(status, "factors", page, values);
    }

    /// A passkey in a list; the last member is its id.
    private Row row(Page page, Actor actor, CredentialRecord passkey) {
        return new Row(
                passkey.getLabel(),
                page.say("passkey.used", pages.day(page, actor, passkey.getLastUsed())),
                passkey.getCredentialId().toBase64UrlString());
    }
}
