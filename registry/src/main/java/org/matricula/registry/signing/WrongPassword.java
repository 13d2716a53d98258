package org.matricula.registry.signing;

/// A key does not open with the password or PIN that was given.
public final class WrongPassword extends KeyProblem {
    private static final long serialVersionUID = 1L;

    WrongPassword(String message, Throwable cause) {
        super(message, cause);
    }
}
