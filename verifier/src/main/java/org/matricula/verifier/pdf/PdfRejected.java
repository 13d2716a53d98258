package org.matricula.verifier.pdf;

/// The file is not a PDF of our profile.
public final class PdfRejected extends Exception {
    private static final long serialVersionUID = 1L;

    private final int offset;

    PdfRejected(String what, int offset) {
        super(what, null, false, false);
        this.offset = offset;
    }

    /// The byte at which it was noticed, from 0.
    public int offset() {
        return offset;
    }
}
