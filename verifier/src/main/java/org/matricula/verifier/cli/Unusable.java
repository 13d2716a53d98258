package org.matricula.verifier.cli;

/// A request that cannot be carried out, in the reader's words.
final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String message) {
        super(message, null, false, false);
    }
}
