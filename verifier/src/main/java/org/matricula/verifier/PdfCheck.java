package org.matricula.verifier;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matricula.verifier.pdf.PdfFile;
import org.matricula.verifier.pdf.PdfMetadata;
import org.matricula.verifier.pdf.PdfRejected;
import org.matricula.verifier.pdf.PdfSeal;
import org.matricula.verifier.pdf.PdfValue;
import org.matricula.verifier.pdf.PdfValue.Dictionary;
import org.matricula.verifier.record.Block.Role;
import org.matricula.verifier.record.FileSignature;
import org.matricula.verifier.record.Limits;
import org.matricula.verifier.record.Reading;
import org.matricula.verifier.record.RecordFile;
import org.matricula.verifier.record.RecordReader;
import org.matricula.verifier.signature.ChainJudge;
import org.matricula.verifier.signature.KnownCertificate;
import org.matricula.verifier.signature.TrustList;

/// Checks a PDF of ours: that nothing in it acts or was added, its seal, and the record inside.
final class PdfCheck {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMddHHmmssXXX", Locale.ROOT);
    private static final int METADATA_BYTES = 256 * 1024;

    /// Entries that make a PDF act, hide something, or show one thing and hold another.
    private static final Set<String> ACTIVE_KEYS =
            Set.of("JS", "JavaScript", "AA", "OpenAction", "XFA", "OCProperties", "OC", "RichMedia", "Launch", "URI");

    private static final Set<String> ACTIVE_SUBTYPES = Set.of(
            "Link", "Movie", "Sound", "Screen", "3D", "RichMedia", "FileAttachment", "Popup", "FreeText", "Stamp");

    private static final Set<String> ACTIONS = Set.of(
            "JavaScript",
            "Launch",
            "SubmitForm",
            "ImportData",
            "ResetForm",
            "GoToR",
            "GoToE",
            "GoTo",
            "Thread",
            "Hide",
            "Named",
            "Rendition",
            "Movie",
            "Sound",
            "SetOCGState",
            "Trans",
            "GoTo3DView",
            "URI",
            "RichMediaExecute");

    private final byte[] bytes;
    private final TrustList trust;
    private final ChainJudge judge;
    private final Instant at;
    private final Findings findings;

    PdfCheck(byte[] bytes, TrustList trust, ChainJudge judge, Instant at, Findings findings) {
        this.bytes = bytes;
        this.trust = trust;
        this.judge = judge;
        this.at = at;
        this.findings = findings;
    }

    void run() {
        PdfFile file;
        try {
            file = PdfFile.read(bytes);
        } catch (PdfRejected rejected) {
            findings.fail(CheckId.PDF_STRUCTURE, "pdf-structure", rejected.getMessage(), rejected.offset());
            return;
        }
        active(file);
        Optional<List<KnownCertificate>> seal = Optional.empty();
        try {
            seal = seal(file);
        } catch (PdfRejected rejected) {
            findings.fail(CheckId.PDF_STRUCTURE, "pdf-structure", rejected.getMessage(), rejected.offset());
        }
        try {
            Optional<RecordFile> record = attachment(file);
            if (record.isPresent()) {
                same(seal, record.get());
            }
        } catch (PdfRejected rejected) {
            findings.fail(CheckId.PDF_ATTACHMENT, "pdf-structure", rejected.getMessage(), rejected.offset());
        }
        findings.pass(CheckId.PDF_STRUCTURE);
        findings.pass(CheckId.PDF_ACTIVE_CONTENT);
    }

    private void active(PdfFile file) {
        Deque<PdfValue> open = new ArrayDeque<>(file.objects().values());
        int fields = 0;
        while (!open.isEmpty()) {
            PdfValue value = open.pop();
            switch (value) {
                case PdfValue.Array(List<PdfValue> values) -> open.addAll(values);
                case PdfValue.Stream stream -> open.push(stream.dictionary());
                case Dictionary(Map<String, PdfValue> entries) -> {
                    act(entries);
                    fields += entries.containsKey("FT") ? 1 : 0;
                    open.addAll(entries.values());
                }
                case PdfValue.Null _,
                        PdfValue.Bool _,
                        PdfValue.Numeral _,
                        PdfValue.Name _,
                        PdfValue.Text _,
                        PdfValue.Reference _ -> {}
            }
        }
        if (fields > 1) {
            findings.fail(CheckId.PDF_ACTIVE_CONTENT, "pdf-active", "a form field");
        }
    }

    private void act(Map<String, PdfValue> entries) {
        for (String key : entries.keySet()) {
            if (ACTIVE_KEYS.contains(key)) {
                findings.fail(CheckId.PDF_ACTIVE_CONTENT, "pdf-active", key);
            }
        }
        if (name(entries, "Subtype").filter(ACTIVE_SUBTYPES::contains).isPresent()
                && (entries.containsKey("Rect")
                        || "Annot".equals(name(entries, "Type").orElse("")))) {
            findings.fail(
                    CheckId.PDF_ACTIVE_CONTENT,
                    "pdf-active",
                    name(entries, "Subtype").orElse(""));
        }
        boolean structure = entries.containsKey("P") && entries.containsKey("K");
        if (!structure && name(entries, "S").filter(ACTIONS::contains).isPresent()) {
            findings.fail(
                    CheckId.PDF_ACTIVE_CONTENT, "pdf-active", name(entries, "S").orElse(""));
        }
    }

    private static Optional<String> name(Map<String, PdfValue> entries, String key) {
        return entries.get(key) instanceof PdfValue.Name(String text) ? Optional.of(text) : Optional.empty();
    }

    /// The certificates of the seal, when it is one over the whole file.
    private Optional<List<KnownCertificate>> seal(PdfFile file) throws PdfRejected {
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
                || !contents.hexadecimal()) {
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
        Optional<List<KnownCertificate>> chain = PdfSeal.verified(contents.bytes(), bytes, from, to);
        if (chain.isEmpty()) {
            findings.fail(CheckId.PDF_SEAL_VALUE, "pdf-seal");
            return chain;
        }
        findings.pass(CheckId.PDF_SEAL_VALUE);
        time(signature, chain.get());
        return chain;
    }

    private void time(Dictionary signature, List<KnownCertificate> chain) {
        String text = signature.entries().get("M") instanceof PdfValue.Text m ? m.latin() : "";
        try {
            String plain = text.replaceFirst("^D:", "").replaceFirst("([+-]\\d\\d)'(\\d\\d)'?$", "$1:$2");
            Instant sealed = OffsetDateTime.parse(plain, MOMENT).toInstant();
            if (!judge.judge(chain).validAt(sealed)) {
                findings.fail(
                        CheckId.PDF_SEAL_CERTIFICATE,
                        "pdf-seal-expired",
                        chain.getFirst().facts().name(),
                        sealed);
            }
        } catch (DateTimeException _) {
            findings.fail(CheckId.PDF_SEAL_CERTIFICATE, "pdf-no-time", text);
        }
    }

    private Optional<RecordFile> attachment(PdfFile file) throws PdfRejected {
        Dictionary catalog = file.catalog();
        if (!(file.entry(catalog, "Metadata") instanceof PdfValue.Stream xmp)) {
            findings.fail(CheckId.PDF_ATTACHMENT, "pdf-no-record");
            return Optional.empty();
        }
        Optional<PdfMetadata> stated = PdfMetadata.of(file.data(xmp, METADATA_BYTES));
        Optional<PdfValue.Stream> stream = stated.isEmpty() ? Optional.empty() : embedded(file, catalog, stated.get());
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
                new RecordCheck(record, trust, judge, at, findings).run();
                states(stated.get(), record);
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

    private void same(Optional<List<KnownCertificate>> seal, RecordFile record) {
        Optional<FileSignature> inside =
                record.signatures().stream().filter(s -> s.role() == Role.SEAL).findFirst();
        if (seal.isEmpty() || inside.isEmpty()) {
            return;
        }
        KnownCertificate outer = seal.get().getFirst();
        if (fingerprints(seal.get()).equals(fingerprints(inside.get().certificates()))) {
            findings.pass(CheckId.PDF_SEAL_CERTIFICATE);
        } else {
            findings.fail(
                    CheckId.PDF_SEAL_CERTIFICATE,
                    "pdf-other-seal",
                    outer.facts().name(),
                    inside.get().signer().facts().name());
        }
    }

    private static List<KnownCertificate.Fingerprint> fingerprints(List<KnownCertificate> chain) {
        return chain.stream().map(KnownCertificate::sha256).toList();
    }
}
