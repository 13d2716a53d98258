package org.matricula.verifier.record;

/// What came of reading bytes as a record: all of it, or the first place where they are not one.
public sealed interface Reading {
    /// The bytes are a record in the exact byte form of the format, sealed or still being signed.
    record Accepted(RecordFile file) implements Reading {}

    /// The bytes are not in the exact byte form.
    ///
    /// @param fault what is wrong
    /// @param offset the byte at which it was noticed, from 0
    /// @param where the part of the record, for example `subject.MATHEMATICS/comment`
    record Rejected(Fault fault, int offset, String where) implements Reading {}

    /// Why bytes are rejected.
    enum Fault {
        /// Longer than [Limits#FILE_BYTES].
        TOO_LONG,
        /// The file ends before the record does.
        TRUNCATED,
        /// Something follows the end of the record.
        TRAILING,
        /// A byte order mark; the format has none.
        BYTE_ORDER_MARK,
        /// An XML declaration; the format has none.
        XML_DECLARATION,
        /// A document type declaration.
        DOCTYPE,
        /// A comment.
        COMMENT,
        /// A CDATA section.
        CDATA,
        /// A processing instruction.
        PROCESSING_INSTRUCTION,
        /// A character or entity reference that canonical XML would not write.
        REFERENCE,
        /// Text that is not UTF-8, not NFC, not escaped as canonical XML does, or has forbidden characters.
        TEXT,
        /// An id or name that the format does not allow.
        NAME,
        /// Two parts with one id.
        DUPLICATE_ID,
        /// A number or a time not written as the format writes it.
        NUMBER,
        /// Base64 that is not exactly what its bytes give.
        BASE64,
        /// A certificate that cannot be read.
        CERTIFICATE,
        /// An algorithm that the format does not allow.
        ALGORITHM,
        /// More parts, or longer ones, than the format allows.
        LIMIT,
        /// An element, attribute or order that the format does not have.
        UNEXPECTED
    }
}
