package org.matricula.registry.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.matricula.registry.directory.SignInDesk;
import org.matricula.registry.flow.Moment;
import org.springframework.stereotype.Component;

/// The passwords and second factors of accounts, for acts that run in a transaction of their own.
@Component
public final class Credentials implements SignInDesk {
    private static final Duration CODE_LASTS = Duration.ofDays(7);
    private static final int RECOVERY_CODES = 10;

    private final CredentialStore store;
    private final PasskeyStore passkeys;
    private final SessionStore sessions;
    private final TokenStore tokens;
    private final Passwords passwords;

    Credentials(
            CredentialStore store,
            PasskeyStore passkeys,
            SessionStore sessions,
            TokenStore tokens,
            Passwords passwords) {
        this.store = store;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.tokens = tokens;
        this.passwords = passwords;
    }

    /// Sets a password, as demo data does. It is not asked whether it is a good one.
    public void setPassword(UUID account, String password, Moment now) {
        store.setPassword(account, passwords.hash(password), now.at());
    }

    /// Sets the secret of an authenticator application, as demo data does.
    ///
    /// @param base32 as applications show it
    /// @return recovery codes, shown once
    /// @throws IllegalArgumentException when it is not Base32
    public List<String> setTotp(UUID account, String base32, Moment now) {
        return setTotp(account, Totp.fromBase32(base32), now.at());
    }

    /// What an authenticator application shows at a moment, for the page of the demo data.
    ///
    /// @param base32 its secret
    /// @throws IllegalArgumentException when it is not Base32
    public static String codeOf(String base32, Instant at) {
        return Totp.code(Totp.fromBase32(base32), at);
    }

    /// Sets a new password of a person: every session and program of the old one ends, and no code on paper opens the
    /// account any more.
    void changePassword(UUID account, String password, Instant now) {
        store.setPassword(account, passwords.hash(password), now);
        store.useOneTimeCodes(account, now);
        store.happened(account, "password", "", now);
        sessions.endAll(account);
        tokens.endAll(account, now);
    }

    List<String> setTotp(UUID account, byte[] secret, Instant now) {
        long id = store.setTotp(account, Optional.of(secret), now);
        List<String> codes =
                Stream.generate(() -> Secrets.code(3)).limit(RECOVERY_CODES).toList();
        store.addRecoveryCodes(account, id, codes);
        return codes;
    }

    @Override
    public OneTimeCode oneTimeCode(UUID account, Moment now) {
        String code = Secrets.code(4);
        Instant until = now.at().plus(CODE_LASTS);
        store.addOneTimeCode(account, code, until, now.at());
        store.happened(account, "code", "", now.at());
        return new OneTimeCode(code, until);
    }

    @Override
    public void takeSecondFactors(UUID account, Moment now) {
        store.setTotp(account, Optional.empty(), now.at());
        passkeys.endAll(account, now.at());
        store.happened(account, "factors-taken", "", now.at());
    }

    @Override
    public void signOutEverywhere(UUID account, Moment now) {
        sessions.endAll(account);
        tokens.endAll(account, now.at());
    }

    @Override
    public Readiness readiness(UUID account) {
        if (hasSecondFactor(account)) {
            return Readiness.SECOND_FACTOR;
        }
        return store.password(account).isPresent() ? Readiness.PASSWORD : Readiness.NO_PASSWORD;
    }

    boolean hasSecondFactor(UUID account) {
        return store.totp(account).isPresent() || !passkeys.of(account).isEmpty();
    }
}
