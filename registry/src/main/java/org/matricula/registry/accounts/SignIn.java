package org.matricula.registry.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.accounts.Attempts.Counter;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.springframework.stereotype.Component;

/// Judges what somebody shows at the sign-in. It begins no session; that is the page's business.
@Component
final class SignIn {
    private final Accounts accounts;
    private final CredentialStore store;
    private final Passwords passwords;
    private final Attempts attempts;
    private final InstantSource clock;

    SignIn(Accounts accounts, CredentialStore store, Passwords passwords, Attempts attempts, InstantSource clock) {
        this.accounts = accounts;
        this.store = store;
        this.passwords = passwords;
        this.attempts = attempts;
        this.clock = clock;
    }

    /// What came of an attempt.
    sealed interface Result {
        /// It was right.
        ///
        /// @param codeWanted whether the account has an authenticator application, whose code must follow
        record Right(Account account, boolean codeWanted) implements Result {}

        /// It was wrong; what of it, is not said.
        record Wrong() implements Result {}

        /// There were too many attempts; this one was not looked at.
        record Wait(Duration left) implements Result {}
    }

    /// Judges a login with a password.
    Result password(String login, String password, String address) {
        Instant now = clock.instant();
        Counter account = Counter.login(login);
        Counter from = Counter.address(address);
        Optional<Duration> wait = attempts.count(now, List.of(account, from));
        if (wait.isPresent()) {
            return new Result.Wait(wait.get());
        }
        Optional<Account> found = accounts.byLogin(login).filter(open -> !open.closed());
        if (!passwords.matches(password, found.flatMap(a -> store.password(a.id())))) {
            return new Result.Wrong();
        }
        attempts.right(now, account, from);
        Account right = found.orElseThrow();
        return new Result.Right(right, store.totp(right.id()).isPresent());
    }

    /// Judges the code of an authenticator application, or a recovery code, of an account whose password was right.
    Result code(Account account, String typed, String address) {
        Instant now = clock.instant();
        Counter counter = Counter.code(account.id());
        Counter from = Counter.address(address);
        Optional<Duration> wait = attempts.count(now, List.of(counter, from));
        if (wait.isPresent()) {
            return new Result.Wait(wait.get());
        }
        if (!codeIsRight(account.id(), typed, now)) {
            return new Result.Wrong();
        }
        attempts.right(now, counter, from);
        return new Result.Right(account, false);
    }

    private boolean codeIsRight(UUID account, String typed, Instant now) {
        Optional<CredentialStore.Secret> secret = store.totp(account);
        if (secret.isEmpty()) {
            return false;
        }
        var step = Totp.step(secret.get().bytes(), typed, now);
        if (step.isPresent()) {
            return store.use(account, step.getAsLong());
        }
        boolean recovered = typed.strip().length() > 6 && store.useRecoveryCode(secret.get(), typed, now);
        if (recovered) {
            store.happened(account, "recovery-code", "", now);
        }
        return recovered;
    }

    /// Judges a one-time code. It is not used up yet; [CredentialStore#useOneTimeCode] does that.
    Result oneTimeCode(String typed, String address) {
        Instant now = clock.instant();
        Counter code = new Counter(Secrets.codeHash(typed), Integer.MAX_VALUE);
        Counter from = Counter.address(address);
        Optional<Duration> wait = attempts.count(now, List.of(from));
        if (wait.isPresent()) {
            return new Result.Wait(wait.get());
        }
        Optional<Account> found =
                store.oneTimeCode(typed, now).flatMap(accounts::find).filter(account -> !account.closed());
        if (found.isEmpty()) {
            return new Result.Wrong();
        }
        attempts.right(now, code, from);
        return new Result.Right(found.get(), false);
    }
}
