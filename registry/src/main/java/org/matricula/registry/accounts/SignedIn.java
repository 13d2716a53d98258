package org.matricula.registry.accounts;

import java.util.List;
import org.matricula.registry.directory.Account;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// Who is signed in, as Spring Security passes it on. What the person may do is not in it: mandates are asked anew for
/// each request.
final class SignedIn extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Account account;
    private final boolean strong;
    private final boolean program;

    /// @param account who
    /// @param strong whether a second factor was shown in this session
    /// @param program whether a program asks, with a token
    SignedIn(Account account, boolean strong, boolean program) {
        super(List.of());
        this.account = account;
        this.strong = strong;
        this.program = program;
        super.setAuthenticated(true);
    }

    Account account() {
        return account;
    }

    boolean strong() {
        return strong;
    }

    boolean program() {
        return program;
    }

    @Override
    public String getName() {
        return account.login();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return account.id();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedIn that
                && account.equals(that.account)
                && strong == that.strong
                && program == that.program;
    }

    @Override
    public int hashCode() {
        return account.hashCode();
    }
}
