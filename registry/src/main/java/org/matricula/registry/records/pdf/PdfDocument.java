package org.matricula.registry.records.pdf;

import java.time.OffsetDateTime;
import org.matricula.registry.records.spi.PrintedForm;

/// One record to be printed, with the signed XML that says the same.
///
/// @param recordId its functional number; the attachment is named `<record id>.xml`
/// @param version 1 for the original
/// @param dataDigest SHA-256 of the record's data in hexadecimal, as the XML has it
/// @param sealedAt when the institution seals it, to the second, with the offset of its zone
/// @param form what is printed
/// @param xml the signed XML
public record PdfDocument(
        String recordId, int version, String dataDigest, OffsetDateTime sealedAt, PrintedForm form, AttachedXml xml) {
    public PdfDocument {
        if (!recordId.matches("[A-Za-z0-9._-]{1,100}")) {
            throw new IllegalArgumentException("a record id names a file, so it has letters, digits, dot, hyphen and "
                    + "underscore only: " + recordId);
        }
        sealedAt = sealedAt.withNano(0);
    }
}
