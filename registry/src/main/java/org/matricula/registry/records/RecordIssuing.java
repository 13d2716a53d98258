package org.matricula.registry.records;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matricula.law.Finding;
import org.matricula.registry.records.pdf.AttachedXml;
import org.matricula.registry.records.pdf.PdfDocument;
import org.matricula.registry.records.spi.ClassRecordForm;
import org.matricula.registry.records.spi.ClassRecordForm.Produced;
import org.matricula.registry.records.spi.Sealing;
import org.matricula.verifier.record.Block;
import org.matricula.verifier.record.Issue;
import org.matricula.verifier.record.Reading;
import org.matricula.verifier.record.RecordContent;
import org.matricula.verifier.record.RecordFile;
import org.matricula.verifier.record.RecordReader;
import org.matricula.verifier.record.RecordSealing;
import org.matricula.verifier.record.RecordSignature;
import org.matricula.verifier.signature.CertificateFacts;

/// From a sealed record to its two formats: the print says who signed and when as the record itself says it, and both
/// are read back and examined by the law before anyone gets them.
///
/// @param lookupAddress where anyone looks a record up; the lookup code is added at the end
/// @param demo whether the keys are demonstration keys, so that the print must say so
public record RecordIssuing(ClassRecordForm form, String lookupAddress, boolean demo) {
    /// The codes and the moment that the institution adds.
    public Issue issue(BookNumbers numbers, RecordContent content, OffsetDateTime effectiveAt) {
        return new Issue(
                numbers.lookup(content.id(), content.version()),
                numbers.confirmation(content.id(), content.version()),
                effectiveAt);
    }

    /// What the print says about the signing of a sealed record.
    public Sealing sealing(RecordSealing record) {
        return sealing(record.issue().orElseThrow(), signers(record));
    }

    /// Who has signed a record so far, as the print says it.
    public List<Sealing.SignedBy> signers(RecordSealing record) {
        List<Sealing.SignedBy> signers = new ArrayList<>();
        for (RecordSignature signature : record.signatures()) {
            boolean subject = signature.role() == Block.Role.SUBJECT;
            boolean seal = signature.role() == Block.Role.SEAL;
            signers.add(new Sealing.SignedBy(
                    signature.role(),
                    subject ? signature.key() : "",
                    seal
                            ? record.content().issuer().name()
                            : CertificateFacts.of(signature.signer().certificate())
                                    .name(),
                    signature.signedAt().atZone(form.zone()).toOffsetDateTime()));
        }
        return signers;
    }

    /// What the print will say, before anyone has signed.
    public Sealing sealing(Issue issue, List<Sealing.SignedBy> signers) {
        return new Sealing(
                signers,
                issue.lookupCode(),
                issue.confirmationCode(),
                issue.effectiveAt(),
                URI.create(lookupAddress + issue.lookupCode()),
                demo);
    }

    /// A sealed record as it is printed, with its XML inside.
    ///
    /// @param logProof the proof that its issue is in the log, as JSON; empty without a log
    public PdfDocument document(RecordSealing record, byte[] xml, Optional<String> logProof) {
        return document(record.content(), sealing(record), record.dataDigest(), xml, logProof);
    }

    /// A record as it would be printed, before it is sealed.
    public PdfDocument draft(RecordContent content, Sealing sealing) {
        return document(content, sealing, "", new byte[0], Optional.empty());
    }

    private PdfDocument document(
            RecordContent content, Sealing sealing, String dataDigest, byte[] xml, Optional<String> logProof) {
        return new PdfDocument(
                content.id(),
                content.version(),
                dataDigest,
                sealing.effectiveAt(),
                form.print().layout(content, sealing),
                AttachedXml.of(xml),
                logProof);
    }

    /// What the law has against handing a record out, both formats read back; empty when nothing.
    public List<Finding> obstacles(RecordSealing record, byte[] xml, PdfDocument document) {
        Optional<RecordFile> read = RecordReader.read(xml) instanceof Reading.Accepted(RecordFile file)
                ? Optional.of(file)
                : Optional.empty();
        return form.obstaclesToIssuing(new Produced(
                record.content(), sealing(record), record.dataDigest(), read, document.form(), document.dataDigest()));
    }
}
