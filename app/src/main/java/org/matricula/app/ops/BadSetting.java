package org.matricula.app.ops;

/// A setting that this node was given cannot be used; the message names it, its value and what is possible.
public final class BadSetting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadSetting(String message) {
        super(message);
    }
}
