package org.matricula.registry.signing;

import org.jspecify.annotations.Nullable;

/// A key is missing, locked, expired or not fit; the message says which and how to mend it.
public sealed class KeyProblem extends RuntimeException permits WrongPassword {
    private static final long serialVersionUID = 1L;

    KeyProblem(String message) {
        super(message);
    }

    KeyProblem(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
