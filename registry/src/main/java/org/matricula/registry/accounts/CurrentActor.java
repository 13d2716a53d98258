package org.matricula.registry.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.flow.Actor;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Who acts in this request. Asked anew for each, so that a mandate that ended is gone at once.
///
/// A method of a controller simply takes an [Actor] as a parameter; a stranger is then led to the sign-in (a page) or
/// answered 401 (a program).
@Component
public final class CurrentActor {
    private static final String KEPT = CurrentActor.class.getName();

    private final Accounts accounts;

    CurrentActor(Accounts accounts) {
        this.accounts = accounts;
    }

    /// Who is signed in; empty for a stranger.
    public Optional<Actor> find(HttpServletRequest request) {
        if (request.getAttribute(KEPT) instanceof Actor kept) {
            return Optional.of(kept);
        }
        Optional<Actor> actor = signedIn().map(who -> accounts.actor(who.account(), who.strong()));
        actor.ifPresent(who -> request.setAttribute(KEPT, who));
        return actor;
    }

    /// Who is signed in.
    ///
    /// @throws SignInNeeded when nobody is; it leads to the sign-in by itself
    public Actor of(HttpServletRequest request) {
        return find(request).orElseThrow(SignInNeeded::new);
    }

    static Optional<SignedIn> signedIn() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn who
                ? Optional.of(who)
                : Optional.empty();
    }

    static Account account() {
        return signedIn().map(SignedIn::account).orElseThrow(SignInNeeded::new);
    }
}
