package org.matricula.verifier.pdf;

/// The file is not a PDF of our profile.
///
/// The message says more, in English, for whoever writes such files.
public final class PdfRejected extends Exception {
    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final int offset;

    /// What is wrong, as far as it is told in every language.
    public enum Fault {
        /// Something stands where it does not belong.
        SYNTAX,
        /// More than is read, or nested deeper.
        LIMIT,
        /// A part that must be there is not.
        MISSING,
        /// The end is not there, or something follows it.
        END,
        /// An object or an entry comes twice.
        TWICE,
        /// Objects are not where the cross-reference says, or it is of another kind.
        PLACES,
        /// A stream is packed in another way, or broken.
        STREAM,
        /// A bundle of objects holds something besides its objects.
        BUNDLE
    }

    PdfRejected(Fault fault, String what, int offset) {
        super(what, null, false, false);
        this.fault = fault;
        this.offset = offset;
    }

    /// What is wrong.
    public Fault fault() {
        return fault;
    }

    /// The byte at which it was noticed, from 0.
    public int offset() {
        return offset;
    }
}
