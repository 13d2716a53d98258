package org.matricula.registry.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What `passkey.js` asks: options first, then the judgement of what the device answered.
@Controller
final class PasskeyPages {
    private static final int LARGEST = 64 * 1024;
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    private final Passkeys passkeys;
    private final PasskeyStore store;
    private final Sessions sessions;
    private final Accounts accounts;
    private final CredentialStore happenings;
    private final SignInPages signInPages;
    private final StrongPages strongPages;
    private final AccountPage pages;
    private final InstantSource clock;

    PasskeyPages(
            Passkeys passkeys,
            PasskeyStore store,
            Sessions sessions,
            Accounts accounts,
            CredentialStore happenings,
            SignInPages signInPages,
            StrongPages strongPages,
            AccountPage pages,
            InstantSource clock) {
        this.passkeys = passkeys;
        this.store = store;
        this.sessions = sessions;
        this.accounts = accounts;
        this.happenings = happenings;
        this.signInPages = signInPages;
        this.strongPages = strongPages;
        this.pages = pages;
        this.clock = clock;
    }

    @PostMapping("/sign-in/passkey/options")
    ResponseEntity<byte[]> ask(HttpServletRequest request, HttpServletResponse response) {
        return json(HttpStatus.OK, passkeys.ask(request, response));
    }

    @PostMapping("/sign-in/passkey")
    ResponseEntity<byte[]> show(
            HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String back)
            throws IOException {
        Optional<Account> account = read(
                        request, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {})
                .flatMap(shown -> passkeys.judge(request, response, shown))
                .flatMap(accounts::find)
                .filter(found -> !found.closed());
        if (account.isEmpty()) {
            return refused(request);
        }
        sessions.begin(request, response, account.get().id(), true);
        happenings.happened(account.get().id(), "signed-in-passkey", Sessions.browser(request), clock.instant());
        return json(HttpStatus.OK, Map.of("address", signInPages.after(account.get(), true, back)));
    }

    @PostMapping("/account/passkeys/options")
    ResponseEntity<byte[]> offer(HttpServletRequest request, HttpServletResponse response, Actor actor) {
        return strongPages.mayChangeFactors(actor)
                ? json(HttpStatus.OK, passkeys.offer(request, response, CurrentActor.account()))
                : refused(request);
    }

    @PostMapping("/account/passkeys")
    ResponseEntity<byte[]> add(
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String back)
            throws IOException {
        Account account = CurrentActor.account();
        Page page = pages.page(request);
        String name = label.isBlank() ? page.say("passkey.label.value") : label.strip();
        boolean added = strongPages.mayChangeFactors(actor)
                && read(request, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {})
                        .map(made -> new RelyingPartyPublicKey(made, name.substring(0, Math.min(60, name.length()))))
                        .filter(made -> passkeys.add(request, response, account, made))
                        .isPresent();
        if (!added) {
            return refused(request);
        }
        happenings.happened(account.id(), "passkey-added", Sessions.browser(request), clock.instant());
        sessions.begin(request, response, account.id(), true); // the device has just verified its person
        return json(HttpStatus.OK, Map.of("address", AccountPage.with("/account/second-factor", back)));
    }

    @PostMapping("/account/passkeys/{id}/end")
    ResponseEntity<byte[]> end(HttpServletRequest request, Actor actor, @PathVariable String id) {
        if (!strongPages.mayChangeFactors(actor)) {
            return AccountPage.to(AccountPage.with("/account/strong", "/account/second-factor"));
        }
        store.end(actor.id(), id, clock.instant());
        happenings.happened(actor.id(), "passkey-ended", Sessions.browser(request), clock.instant());
        return AccountPage.to("/account/second-factor");
    }

    private static <T> Optional<T> read(HttpServletRequest request, TypeReference<T> type) throws IOException {
        try {
            return Optional.of(JSON.readValue(request.getInputStream().readNBytes(LARGEST), type));
        } catch (JacksonException | IllegalArgumentException noPasskey) {
            return Optional.empty();
        }
    }

    private ResponseEntity<byte[]> refused(HttpServletRequest request) {
        Page page = pages.page(request);
        return Problem.of(HttpStatus.FORBIDDEN, "passkey-failed", page.language(), page.say("passkey.failed"))
                .answer(page.language());
    }

    private static ResponseEntity<byte[]> json(HttpStatus status, Object body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .body(JSON.writeValueAsBytes(body));
    }
}
