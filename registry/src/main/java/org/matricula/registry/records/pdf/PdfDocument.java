package org.matricula.registry.records.pdf;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.matricula.registry.records.spi.PrintedForm;
import org.matricula.verifier.merkle.LogProof;

/// One record to be printed, with the signed XML that says the same.
///
/// @param recordId its functional number; the attachment is named `<record id>.xml`
/// @param version 1 for the original
/// @param dataDigest SHA-256 of the record's data in hexadecimal, as the XML has it
/// @param sealedAt when the institution seals it, to the second, with the offset of its zone
/// @param form what is printed
/// @param xml the signed XML
/// @param logProof the proof that the issue of the XML is in the transparency log, as the JSON of
///     [org.matricula.verifier.merkle.LogProof#toJson]
public record PdfDocument(
        String recordId,
        int version,
        String dataDigest,
        OffsetDateTime sealedAt,
        PrintedForm form,
        AttachedXml xml,
        Optional<String> logProof) {
    public PdfDocument {
        if (!recordId.matches("[A-Za-z0-9._-]{1,100}")) {
            throw new IllegalArgumentException("a record id names a file, so it has letters, digits, dot, hyphen and "
                    + "underscore only: " + recordId);
        }
        sealedAt = sealedAt.withNano(0);
    }

    /// A record of a register without a log, or before its leaf is known.
    public PdfDocument(
            String recordId,
            int version,
            String dataDigest,
            OffsetDateTime sealedAt,
            PrintedForm form,
            AttachedXml xml) {
        this(recordId, version, dataDigest, sealedAt, form, xml, Optional.empty());
    }

    /// The same record with its proof: what is laid out stays the same, only the file's metadata grow.
    public PdfDocument provedBy(LogProof proof) {
        String json = new String(proof.toJson(), StandardCharsets.UTF_8);
        return new PdfDocument(recordId, version, dataDigest, sealedAt, form, xml, Optional.of(json));
    }
}
