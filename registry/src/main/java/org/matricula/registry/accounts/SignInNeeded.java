package org.matricula.registry.accounts;

/// A stranger asks for what only a signed-in person may have. [Door] answers it.
public final class SignInNeeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SignInNeeded() {
        super("nobody is signed in");
    }
}
