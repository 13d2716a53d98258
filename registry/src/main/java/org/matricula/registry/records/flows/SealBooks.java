package org.matricula.registry.records.flows;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.matricula.law.Finding;
import org.matricula.registry.records.BookNumbers;
import org.matricula.registry.records.RecordIssuing;
import org.matricula.registry.records.SealKeys;
import org.matricula.registry.records.pdf.PdfBatch;
import org.matricula.registry.records.pdf.PdfDocument;
import org.matricula.registry.records.spi.ClassRecordForm;
import org.matricula.registry.records.spi.ClassRecordForm.SealInUse;
import org.matricula.registry.records.spi.ClassRecordForm.Signatory;
import org.matricula.registry.records.spi.Sealing;
import org.matricula.verifier.record.Block;
import org.matricula.verifier.record.Issue;
import org.matricula.verifier.record.RecordContent;
import org.matricula.verifier.record.RecordSealing;
import org.matricula.verifier.record.SignerIdentity;
import org.matricula.verifier.record.SigningAct;
import org.matricula.verifier.signature.Signer;
import org.matricula.verifier.signature.Stamper;

/// Signs composed records in order, seals them, and makes both formats from the one snapshot.
///
/// Every stage is one act of one signer over the whole batch: the subject teachers, the homeroom teacher, the
/// principal, the seal of the XML, the seal of the PDF. Everything that can be checked is checked before a key is
/// used: the XML is written and digested, and a character that no font has is found before the first signature.
public final class SealBooks {
    private final ClassRecordForm form;
    private final SealKeys keys;
    private final BookNumbers numbers;
    private final ZoneId zone;
    private final RecordIssuing issuing;
    private final InstantSource clock;
    private final Map<Signatory, SignerIdentity> identities = new HashMap<>();

    /// @param lookupAddress where anyone looks a book up; the lookup code is added at the end
    /// @param clock the server's clock: the time of signing is never the client's
    public SealBooks(
            ClassRecordForm form, SealKeys keys, BookNumbers numbers, String lookupAddress, InstantSource clock) {
        this.form = form;
        this.keys = keys;
        this.numbers = numbers;
        this.zone = form.zone();
        this.issuing = new RecordIssuing(form, lookupAddress, keys.demo());
        this.clock = clock;
        keys.signers().forEach((signatory, signer) -> identities.put(signatory, SignerIdentity.of(signer)));
    }

    /// A sealed book: one snapshot, two formats.
    ///
    /// @param signatures how many signatures the XML carries
    public record SealedBook(RecordContent content, byte[] xml, byte[] pdf, int signatures) {}

    /// What the law has against sealing one record.
    public record ObstacleFound(String book, Finding finding) {}

    /// The law has something against sealing; nothing was issued.
    public static final class NotToBeSealed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient List<ObstacleFound> obstacles;

        NotToBeSealed(List<ObstacleFound> obstacles) {
            super(obstacles.size() + " obstacle(s) to sealing, the first: " + obstacles.getFirst());
            this.obstacles = List.copyOf(obstacles);
        }

        /// All of them.
        public List<ObstacleFound> obstacles() {
            return obstacles;
        }
    }

    /// Told after each act.
    @FunctionalInterface
    public interface Progress {
        /// @param signatory whose act it was
        /// @param signatures how many signatures it made
        void signed(Signatory signatory, int signatures);
    }

    /// How many signatures a batch will need, one PDF seal for each book included.
    public int signaturesFor(List<RecordContent> contents) {
        int signatures = 0;
        for (RecordContent content : contents) {
            signatures += (int) content.blocks().stream()
                            .filter(b -> b.by() == Block.Role.SUBJECT)
                            .count()
                    + 4;
        }
        return signatures;
    }

    /// Seals a batch.
    ///
    /// @throws Signer.SigningFailed when a key refuses; nothing is issued then
    /// @throws NotToBeSealed when the law has something against it; nothing is issued then
    /// @throws org.matricula.registry.records.pdf.UnprintableCharacters before any key is used
    public List<SealedBook> seal(List<RecordContent> contents, Progress progress) {
        lint(contents);
        List<RecordSealing> records =
                contents.stream().map(RecordSealing::prepare).toList();
        Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        keys.signers().forEach((signatory, signer) -> {
            if (signatory.role() == Block.Role.SEAL) {
                examine(
                        records,
                        record -> form.obstaclesToSealing(
                                record.content(),
                                record.signatures(),
                                // Who gives the key to the act declares it.
                                new SealInUse(signer.certificate(), true),
                                local(at).toLocalDateTime()));
            }
            SigningAct act = new SigningAct(identities.get(signatory), at);
            for (RecordSealing record : records) {
                add(act, record, signatory, at);
            }
            int size = act.size();
            act.signWith(signer, signatory.role() == Block.Role.SEAL ? keys.stamper() : Stamper.NONE);
            progress.signed(signatory, size);
        });
        return sealPdf(records, progress);
    }

    /// Lays every record out with the codes and names it will carry, so that what cannot be printed is found now.
    private void lint(List<RecordContent> contents) {
        Instant at = clock.instant();
        PdfBatch.lint(contents.stream()
                .map(content -> issuing.draft(content, issuing.sealing(issue(content, at), planned(content, at))))
                .toList());
    }

    private List<Sealing.SignedBy> planned(RecordContent content, Instant at) {
        return keys.signers().keySet().stream()
                .filter(signatory -> signatory.role() != Block.Role.SUBJECT
                        || content.blocks().stream().anyMatch(b -> b.id().equals(signatory.blockId())))
                .map(signatory ->
                        new Sealing.SignedBy(signatory.role(), signatory.blockId(), signatory.name(), local(at)))
                .toList();
    }

    /// Examines every record of the batch by the law; what it has against one, it has against the act.
    private static void examine(List<RecordSealing> records, Function<RecordSealing, List<Finding>> law) {
        List<ObstacleFound> obstacles = new ArrayList<>();
        for (RecordSealing record : records) {
            law.apply(record)
                    .forEach(f ->
                            obstacles.add(new ObstacleFound(record.content().id(), f)));
        }
        if (!obstacles.isEmpty()) {
            throw new NotToBeSealed(obstacles);
        }
    }

    private OffsetDateTime local(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime();
    }

    private void add(SigningAct act, RecordSealing record, Signatory signatory, Instant at) {
        switch (signatory.role()) {
            case SUBJECT -> {
                if (record.content().blocks().stream().anyMatch(b -> b.id().equals(signatory.blockId()))) {
                    act.subject(record, signatory.blockId());
                }
            }
            case HOMEROOM -> act.homeroom(record);
            case HEAD -> act.head(record);
            case SEAL -> act.seal(record, issue(record.content(), at));
        }
    }

    private Issue issue(RecordContent content, Instant at) {
        return issuing.issue(numbers, content, local(at));
    }

    private List<SealedBook> sealPdf(List<RecordSealing> records, Progress progress) {
        Map<RecordSealing, byte[]> xml = new LinkedHashMap<>();
        Map<RecordSealing, PdfDocument> documents = new LinkedHashMap<>();
        for (RecordSealing record : records) {
            byte[] bytes = record.toBytes();
            xml.put(record, bytes);
            documents.put(record, issuing.document(record, bytes, Optional.empty()));
        }
        examine(records, record -> issuing.obstacles(record, xml.get(record), documents.get(record)));
        Map.Entry<Signatory, Signer> seal = keys.signers().entrySet().stream()
                .filter(e -> e.getKey().role() == Block.Role.SEAL)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a class has a seal among its signatories"));
        List<byte[]> pdf = PdfBatch.of(List.copyOf(documents.values())).seal(seal.getValue(), keys.stamper());
        progress.signed(seal.getKey(), pdf.size());
        List<SealedBook> sealed = new ArrayList<>(records.size());
        for (int i = 0; i < records.size(); i++) {
            RecordSealing record = records.get(i);
            sealed.add(new SealedBook(
                    record.content(),
                    xml.get(record),
                    pdf.get(i),
                    record.signatures().size()));
        }
        return sealed;
    }
}
