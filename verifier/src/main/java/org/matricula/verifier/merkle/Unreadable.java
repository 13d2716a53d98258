package org.matricula.verifier.merkle;

/// Bytes that are not what they are said to be: a note, a checkpoint, a key or a proof that breaks its
/// format. The message says where, and never repeats what was read.
public final class Unreadable extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
        super(message);
    }
}
