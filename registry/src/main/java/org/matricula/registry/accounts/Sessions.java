package org.matricula.registry.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/// Knows who asks: by the cookie of a session, or by the token of a program. A closed account is nobody at once.
@Component
final class Sessions implements SecurityContextRepository {
    private static final String BEARER = "Bearer ";

    private final SessionStore store;
    private final TokenStore tokens;
    private final Accounts accounts;
    private final InstantSource clock;

    Sessions(SessionStore store, TokenStore tokens, Accounts accounts, InstantSource clock) {
        this.store = store;
        this.tokens = tokens;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// The token that a program shows; a request with one is no browser's, whatever cookies it carries.
    static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip());
    }

    private Optional<SignedIn> who(HttpServletRequest request) {
        Optional<String> token = bearer(request);
        if (token.isPresent()) {
            return request.getRequestURI().startsWith("/api/")
                    ? tokens.account(token.get(), clock.instant())
                            .flatMap(this::open)
                            .map(account -> new SignedIn(account, false, true))
                    : Optional.empty();
        }
        return Cookies.SESSION
                .of(request)
                .flatMap(secret -> store.find(secret, clock.instant()))
                .flatMap(session ->
                        open(session.account()).map(account -> new SignedIn(account, session.strong(), false)));
    }

    private Optional<Account> open(UUID account) {
        return accounts.find(account).filter(found -> !found.closed());
    }

    /// Signs a person in with this browser under a new secret; the old one ends.
    void begin(HttpServletRequest request, HttpServletResponse response, UUID account, boolean strong) {
        Cookies.SESSION.of(request).ifPresent(store::end);
        Cookies.WAITING.of(request).ifPresent(secret -> {
            store.end(secret);
            Cookies.WAITING.clear(request, response);
        });
        Cookies.SESSION.set(request, response, store.begin(account, strong, false, browser(request), clock.instant()));
    }

    /// Remembers that the password was right while the code is still to come.
    void await(HttpServletRequest request, HttpServletResponse response, UUID account) {
        Cookies.WAITING.set(request, response, store.begin(account, false, true, browser(request), clock.instant()));
    }

    /// Whose code is still to come.
    Optional<Account> awaited(HttpServletRequest request) {
        return Cookies.WAITING
                .of(request)
                .flatMap(secret -> store.waiting(secret, clock.instant()))
                .flatMap(this::open);
    }

    /// Signs this browser out.
    void end(HttpServletRequest request, HttpServletResponse response) {
        Cookies.SESSION.of(request).ifPresent(store::end);
        Cookies.SESSION.clear(request, response);
        SecurityContextHolder.clearContext();
    }

    static String browser(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return who(holder.getRequest()).map(SecurityContextImpl::new).orElseGet(SecurityContextImpl::new);
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        throw new UnsupportedOperationException("a session begins by signing in, and in no other way");
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return who(request).isPresent();
    }
}
