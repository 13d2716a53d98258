package org.matricula.registry.signing;

/// A key is missing, locked, expired or not fit; the message says which and how to mend it.
public final class KeyProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyProblem(String message) {
        super(message);
    }

    KeyProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
