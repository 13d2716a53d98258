package org.matricula.verifier;

/// What a file turned out to be.
public enum Kind {
    /// A record in the XML format.
    RECORD_XML,
    /// A PDF with a record inside.
    RECORD_PDF,
    /// Another XML document.
    OTHER_XML,
    /// Another PDF.
    OTHER_PDF,
    /// Bytes that we cannot read.
    UNREADABLE
}
