package org.matricula.registry.signing;

import org.jspecify.annotations.Nullable;

/// A key does not open with the password or PIN that was given.
public final class WrongPassword extends KeyProblem {
    private static final long serialVersionUID = 1L;

    WrongPassword(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
