package org.matricula.verifier.record;

/// What was asked to be written cannot be part of a record; nothing was written.
public final class UnwritableRecord extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /// @param message which part, what is wrong with it and how to mend it
    public UnwritableRecord(String message) {
        super(message);
    }
}
