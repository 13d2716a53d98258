package org.matricula.verifier;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.matricula.verifier.merkle.Comparison;
import org.matricula.verifier.merkle.LogProof;
import org.matricula.verifier.pdf.PdfFile;
import org.matricula.verifier.pdf.PdfMetadata;
import org.matricula.verifier.pdf.PdfRejected;
import org.matricula.verifier.pdf.PdfSeal;
import org.matricula.verifier.pdf.PdfValue;
import org.matricula.verifier.pdf.PdfValue.Dictionary;
import org.matricula.verifier.pdf.SecurityUpdate;
import org.matricula.verifier.record.Block.Role;
import org.matricula.verifier.record.FileSignature;
import org.matricula.verifier.record.Limits;
import org.matricula.verifier.record.Reading;
import org.matricula.verifier.record.RecordFile;
import org.matricula.verifier.record.RecordReader;
import org.matricula.verifier.signature.KnownCertificate;
import org.matricula.verifier.signature.TrustList;

/// Checks a PDF of ours: that nothing in it acts or was added, its seal, and the record inside.
final class PdfCheck {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMddHHmmssXXX", Locale.ROOT);
    /// Of a usual packet; a longer one could declare namespaces until nobody can look them up any more.
    private static final int METADATA_BYTES = 64 * 1024;

    private final byte[] bytes;
    private final TrustList trust;
    private final Proofs.Trusted trusted;
    private final Proofs proofs;
    private final Function<String, Optional<Comparison.Known>> newest;
    private final Instant at;
    private final Findings findings;

    PdfCheck(
            byte[] whole,
            Proofs.Trusted trusted,
            Function<String, Optional<Comparison.Known>> newest,
            Instant at,
            Findings findings) {
        Optional<SecurityUpdate.Split> update = SecurityUpdate.split(whole);
        this.bytes = update.map(SecurityUpdate.Split::sealed).orElse(whole);
        this.trust = trusted.list();
        this.trusted = trusted;
        this.newest = newest;
        this.proofs = new Proofs(trusted, at, findings);
        this.at = at;
        this.findings = findings;
        update.ifPresent(split -> proofs.bring(split.known()));
    }

    /// @param beside the proof of the log that travels beside the file
    void run(Optional<LogProof> beside) {
        PdfFile file;
        try {
            file = PdfFile.read(bytes);
        } catch (PdfRejected rejected) {
            rejected(CheckId.PDF_STRUCTURE, rejected);
            return;
        }
        PdfActivity activity = PdfActivity.of(file);
        activity.found().forEach(what -> findings.fail(CheckId.PDF_ACTIVE_CONTENT, "pdf-active", what));
        if (activity.fields() > 1 || activity.widgets() > 1) {
            findings.fail(CheckId.PDF_ACTIVE_CONTENT, "pdf-form-field");
        }
        Optional<Seal> seal = Optional.empty();
        try {
            seal = seal(file);
        } catch (PdfRejected rejected) {
            rejected(CheckId.PDF_STRUCTURE, rejected);
        }
        try {
            Optional<RecordFile> record = attachment(file, activity, beside);
            if (seal.isPresent() && record.isPresent()) {
                same(seal.get(), record.get());
                proofs.demand(record.get(), seal.get().stamped(), "PDF");
            }
        } catch (PdfRejected rejected) {
            rejected(CheckId.PDF_ATTACHMENT, rejected);
        }
        seal.ifPresent(s -> s.at().ifPresent(made -> proofs.revocation(s.chain(), made)));
        proofs.end();
        findings.pass(CheckId.PDF_STRUCTURE);
        findings.pass(CheckId.PDF_ACTIVE_CONTENT);
    }

    private static Optional<String> name(Map<String, PdfValue> entries, String key) {
        return entries.get(key) instanceof PdfValue.Name(String text) ? Optional.of(text) : Optional.empty();
    }

    /// The seal of the file.
    ///
    /// @param chain its certificate, then those above it
    /// @param at the time that it states; empty when it states none that can be read
    /// @param stamped whether a time stamp is in it
    private record Seal(List<KnownCertificate> chain, Optional<Instant> at, boolean stamped) {}

    private void rejected(CheckId check, PdfRejected rejected) {
        findings.fail(check, "pdf-structure-" + rejected.fault(), rejected.offset());
    }

    /// The seal, when it is one over the whole file.
    private Optional<Seal> seal(PdfFile file) throws PdfRejected {
        if (!(file.entry(file.catalog(), "AcroForm") instanceof Dictionary form)
                || !(file.entry(form, "Fields") instanceof PdfValue.Array(List<PdfValue> fields))
                || fields.size() != 1) {
            findings.fail(CheckId.PDF_WHOLE_FILE, "pdf-no-seal");
            return Optional.empty();
        }
        Dictionary field = file.dictionary(fields.getFirst(), "the field of the seal");
        Dictionary signature = file.dictionary(field.entries().get("V"), "the signature");
        if (!name(field.entries(), "FT").equals(Optional.of("Sig"))
                || !name(signature.entries(), "SubFilter").equals(Optional.of("ETSI.CAdES.detached"))
                || !(signature.entries().get("Contents") instanceof PdfValue.Text contents)
                || !contents.hexadecimal()
                || contents.from() < 0) {
            findings.fail(CheckId.PDF_WHOLE_FILE, "pdf-no-seal");
            return Optional.empty();
        }
        List<Integer> range = new ArrayList<>();
        if (signature.entries().get("ByteRange") instanceof PdfValue.Array(List<PdfValue> values)) {
            values.forEach(v -> range.add(v instanceof PdfValue.Numeral n ? n.whole() : -1));
        }
        int from = contents.from();
        int to = contents.to();
        if (!range.equals(List.of(0, from, to, bytes.length - to))) {
            findings.fail(CheckId.PDF_WHOLE_FILE, "pdf-not-whole", range);
            return Optional.empty();
        }
        findings.pass(CheckId.PDF_WHOLE_FILE);
        Optional<PdfSeal.Verified> verified = PdfSeal.verified(contents.bytes(), bytes, from, to);
        if (verified.isEmpty()) {
            findings.fail(CheckId.PDF_SEAL_VALUE, "pdf-seal");
            return Optional.empty();
        }
        findings.pass(CheckId.PDF_SEAL_VALUE);
        return Optional.of(new Seal(
                verified.get().chain(),
                time(signature, verified.get()),
                verified.get().timeStamp().isPresent()));
    }

    /// When the seal was made: what its time stamp proves, else what it states.
    private Optional<Instant> time(Dictionary signature, PdfSeal.Verified seal) {
        List<KnownCertificate> chain = seal.chain();
        String text = signature.entries().get("M") instanceof PdfValue.Text m ? m.latin() : "";
        try {
            String plain = text.replaceFirst("^D:", "").replaceFirst("([+-]\\d\\d)'(\\d\\d)'?$", "$1:$2");
            Instant stated = OffsetDateTime.parse(plain, MOMENT).toInstant();
            Instant sealed = seal.timeStamp()
                    .flatMap(token -> proofs.stamp(token, seal.imprint(), stated, "PDF"))
                    .orElse(stated);
            if (!trusted.judge().judge(chain).validAt(sealed)) {
                findings.fail(
                        CheckId.PDF_SEAL_CERTIFICATE,
                        "pdf-seal-expired",
                        chain.getFirst().facts().name(),
                        sealed);
            }
            if (stated.isAfter(at.plus(RecordCheck.CLOCKS_DIFFER))) {
                findings.fail(CheckId.SIGNED_BEFORE_NOW, "future", "PDF", stated, at);
            }
            if (!trusted.judge().judge(chain).anchored()) {
                proofs.stranger();
            }
            return Optional.of(sealed);
        } catch (DateTimeException _) {
            findings.fail(CheckId.PDF_SEAL_CERTIFICATE, "pdf-no-time", text);
            return Optional.empty();
        }
    }

    private Optional<RecordFile> attachment(PdfFile file, PdfActivity activity, Optional<LogProof> beside)
            throws PdfRejected {
        Dictionary catalog = file.catalog();
        if (!(file.entry(catalog, "Metadata") instanceof PdfValue.Stream xmp)) {
            findings.fail(CheckId.PDF_ATTACHMENT, "pdf-no-record");
            return Optional.empty();
        }
        Optional<PdfMetadata> stated = PdfMetadata.of(file.data(xmp, METADATA_BYTES));
        Optional<PdfValue.Stream> stream = stated.isEmpty() || activity.attachments() != 1
                ? Optional.empty()
                : embedded(file, catalog, stated.get());
        if (stream.isEmpty()) {
            findings.fail(CheckId.PDF_ATTACHMENT, "pdf-no-record");
            return Optional.empty();
        }
        byte[] xml = file.data(stream.get(), Limits.FILE_BYTES);
        return switch (RecordReader.read(xml)) {
            case Reading.Rejected(Reading.Fault fault, int offset, String where) -> {
                findings.fail(CheckId.STRUCTURE, "structure-" + fault, offset, where);
                yield Optional.empty();
            }
            case Reading.Accepted(RecordFile record) -> {
                new RecordCheck(record, trusted, proofs, at, findings).run();
                states(stated.get(), record);
                new LogCheck(trust, newest, findings)
                        .run(record.content(), xml, stated.get().logProof(), beside);
                yield Optional.of(record);
            }
        };
    }

    /// The one embedded file, when it is named and placed as the profile says.
    private static Optional<PdfValue.Stream> embedded(PdfFile file, Dictionary catalog, PdfMetadata stated)
            throws PdfRejected {
        Dictionary names = file.dictionary(catalog.entries().get("Names"), "the list of attachments");
        Dictionary tree = file.dictionary(names.entries().get("EmbeddedFiles"), "the list of attachments");
        long all = file.objects().values().stream()
                .filter(v -> v instanceof PdfValue.Stream s && PdfFile.type(s).equals("EmbeddedFile"))
                .count();
        if (all != 1
                || !(file.entry(tree, "Names") instanceof PdfValue.Array(List<PdfValue> pairs))
                || pairs.size() != 2
                || !(file.entry(catalog, "AF") instanceof PdfValue.Array(List<PdfValue> associated))
                || !associated.equals(List.of(pairs.get(1)))) {
            return Optional.empty();
        }
        Dictionary specification = file.dictionary(pairs.get(1), "the attachment");
        Dictionary places = file.dictionary(specification.entries().get("EF"), "the attachment");
        String wanted = stated.recordId() + ".xml";
        boolean good = text(pairs.getFirst()).equals(wanted)
                && text(file.entry(specification, "UF")).equals(wanted)
                && text(file.entry(specification, "F")).equals(wanted)
                && name(specification.entries(), "AFRelationship").equals(Optional.of("Source"))
                && places.entries().values().stream().distinct().count() == 1;
        return good && file.entry(places, "F") instanceof PdfValue.Stream stream
                ? Optional.of(stream)
                : Optional.empty();
    }

    private static String text(PdfValue value) {
        return value instanceof PdfValue.Text text ? text.latin() : "";
    }

    private void states(PdfMetadata stated, RecordFile record) {
        String hexadecimal = HexFormat.of().formatHex(Base64.getDecoder().decode(record.dataDigest()));
        boolean digest = stated.dataDigest().equals(record.dataDigest())
                || stated.dataDigest().equals(hexadecimal);
        if (stated.recordId().equals(record.content().id())
                && stated.version().equals(Integer.toString(record.content().version()))
                && digest) {
            findings.pass(CheckId.PDF_ATTACHMENT);
        } else {
            findings.fail(
                    CheckId.PDF_ATTACHMENT,
                    "pdf-other-record",
                    stated.recordId() + "/" + stated.version(),
                    record.content().id() + "/" + record.content().version());
        }
    }

    /// The seal of the PDF is by the key that sealed the record inside, and not before it.
    private void same(Seal seal, RecordFile record) {
        Optional<FileSignature> inside =
                record.signatures().stream().filter(s -> s.role() == Role.SEAL).findFirst();
        if (inside.isEmpty()) {
            return;
        }
        if (fingerprints(seal.chain()).equals(fingerprints(inside.get().certificates()))) {
            findings.pass(CheckId.PDF_SEAL_CERTIFICATE);
        } else {
            findings.fail(
                    CheckId.PDF_SEAL_CERTIFICATE,
                    "pdf-other-seal",
                    seal.chain().getFirst().facts().name(),
                    inside.get().signer().facts().name());
        }
        Instant before = inside.get().signedAt();
        if (seal.at().isPresent() && seal.at().get().isBefore(before)) {
            findings.fail(
                    CheckId.SIGNING_ORDER,
                    "order",
                    "PDF",
                    seal.at().get(),
                    inside.get().key(),
                    before);
        }
    }

    private static List<KnownCertificate.Fingerprint> fingerprints(List<KnownCertificate> chain) {
        return chain.stream().map(KnownCertificate::sha256).toList();
    }
}
