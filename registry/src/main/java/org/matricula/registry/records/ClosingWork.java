package org.matricula.registry.records;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.matricula.law.Finding;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.records.WorkRunner.Progress;
import org.matricula.registry.records.pdf.PdfBatch;
import org.matricula.registry.records.pdf.PdfDocument;
import org.matricula.registry.records.spi.ClassRecordForm;
import org.matricula.registry.records.store.ClosingStore;
import org.matricula.registry.records.store.ClosingStore.Closing;
import org.matricula.registry.records.store.ClosingStore.Sealed;
import org.matricula.registry.records.store.ClosingStore.ToSeal;
import org.matricula.registry.signing.InstitutionKeys;
import org.matricula.registry.signing.InstitutionSeals;
import org.matricula.registry.signing.InstitutionSeals.Seal;
import org.matricula.registry.signing.Stampers;
import org.matricula.registry.transparency.TransparencyLog;
import org.matricula.verifier.merkle.LeafCommitment;
import org.matricula.verifier.merkle.LoggedAct;
import org.matricula.verifier.merkle.Salt;
import org.matricula.verifier.record.RecordSealing;
import org.matricula.verifier.record.SignerIdentity;
import org.matricula.verifier.record.SigningAct;
import org.matricula.verifier.signature.Signer;
import org.matricula.verifier.signature.Signer.SigningFailed;
import org.matricula.verifier.signature.Stamper.StampingFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Carries out an intent to close that is already committed: seals the XML and enters it in the log, then
/// prints and seals the PDF and issues both.
///
/// It may fall at any step and be taken up again by anybody: what is committed is never done twice, what
/// is not committed was never handed out. A record that is sealed is in the log, by one transaction; a
/// record that is issued has both formats, by one transaction.
@Component
public final class ClosingWork {
    private static final Logger LOG = LoggerFactory.getLogger(ClosingWork.class);
    private static final int CHUNK = 35;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ClosingStore store;
    private final ClassRecords records;
    private final Gradebook gradebook;
    private final InstitutionKeys keys;
    private final InstitutionSeals seals;
    private final Stampers stampers;
    private final TransparencyLog log;
    private final LookupAddress lookup;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    ClosingWork(
            ClosingStore store,
            ClassRecords records,
            Gradebook gradebook,
            InstitutionKeys keys,
            InstitutionSeals seals,
            Stampers stampers,
            TransparencyLog log,
            LookupAddress lookup,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.records = records;
        this.gradebook = gradebook;
        this.keys = keys;
        this.seals = seals;
        this.stampers = stampers;
        this.log = log;
        this.lookup = lookup;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Where anyone looks a record up; the lookup code is added at the end.
    public record LookupAddress(String prefix) {}

    /// The steps to the end of an intent, whatever of it is done already.
    public List<WorkRunner.Step> steps(Closing closing) {
        List<WorkRunner.Step> steps = new ArrayList<>();
        for (int done = 0; done < closing.records(); done += CHUNK) {
            steps.add(() -> withKey(() -> seal(closing)));
        }
        steps.add(() -> {
            log.integrate(clock.instant());
            return Progress.of(0);
        });
        for (int done = 0; done < closing.records(); done += CHUNK) {
            steps.add(() -> withKey(() -> issue(closing)));
        }
        return steps;
    }

    /// A step that uses the institution's key: when it, or the time-stamp authority, cannot be reached,
    /// nothing was written, the work stops and says why, and it is taken up again later. Nothing is ever
    /// sealed at a lower level instead.
    private static Progress withKey(WorkRunner.Step step) {
        try {
            return step.run();
        } catch (StampingFailed failed) {
            LOG.warn("a closing waits for time stamps or revocation data", failed);
            return Progress.stopped(Stop.unreachable(String.valueOf(failed.getMessage())));
        } catch (SigningFailed failed) {
            LOG.warn("a closing waits for the institution's key", failed);
            return Progress.stopped(
                    failed.reason() == SigningFailed.Reason.UNREACHABLE
                            ? Stop.unreachable(String.valueOf(failed.getMessage()))
                            : Stop.fault(failed));
        }
    }

    /// Seals some records as XML and enters them in the log. The key is used outside of any transaction:
    /// what it seals follows from the intent alone. A seal that came too late, because another node was
    /// here first, was never handed out and is dropped.
    private Progress seal(Closing closing) {
        List<ToSeal> toSeal = store.toSeal(closing.id(), CHUNK);
        if (toSeal.isEmpty()) {
            return Progress.of(0);
        }
        RecordIssuing issuing = issuing(closing);
        OffsetDateTime effectiveAt =
                closing.effectiveAt().atZone(issuing.form().zone()).toOffsetDateTime();
        SequencedMap<UUID, RecordSealing> sealing = new LinkedHashMap<>();
        toSeal.forEach(each -> sealing.put(each.record(), RecordSealing.resume(each.file())));
        Optional<Signer> usable = seals.of(
                        institution(closing),
                        sealing.firstEntry().getValue().content().issuer(),
                        closing.effectiveAt(),
                        new Moment(clock.instant(), issuing.form().zone()))
                .filter(Seal::declared)
                .flatMap(Seal::signer);
        if (usable.isEmpty()) {
            return Progress.stopped(Stop.refused(new SealKeyMissing()));
        }
        Signer seal = usable.get();
        SigningAct act = new SigningAct(SignerIdentity.of(seal), closing.effectiveAt());
        for (RecordSealing record : sealing.values()) {
            act.seal(record, issuing.issue(records.numbers(), record.content(), effectiveAt));
        }
        act.signWith(seal, stampers.seals());
        return transaction.execute(_ -> {
            store.hold(closing);
            sealing.keySet().removeAll(store.sealedAmong(sealing.keySet()));
            enter(closing, sealing);
            return Progress.of(0);
        });
    }

    private void enter(Closing closing, SequencedMap<UUID, RecordSealing> sealing) {
        List<UUID> ids = List.copyOf(sealing.keySet());
        List<RecordSealing> sealed = List.copyOf(sealing.values());
        List<byte[]> xml = sealed.stream().map(RecordSealing::toBytes).toList();
        List<LeafCommitment> leaves = new ArrayList<>();
        for (int i = 0; i < xml.size(); i++) {
            var content = sealed.get(i).content();
            leaves.add(LeafCommitment.of(
                    Salt.fresh(RANDOM),
                    LoggedAct.issuing(content.version()),
                    content.id(),
                    content.version(),
                    xml.get(i)));
        }
        List<Long> indexes = log.append(leaves, closing.effectiveAt());
        for (int i = 0; i < xml.size(); i++) {
            RecordSealing record = sealed.get(i);
            store.sealed(
                    ids.get(i),
                    record.content().id(),
                    record.content().version(),
                    record.issue().orElseThrow(),
                    record.dataDigest(),
                    xml.get(i),
                    indexes.get(i),
                    leaves.get(i).salt().bytes(),
                    clock.instant());
        }
    }

    /// Prints some sealed records, seals the print outside of any transaction, and issues both formats.
    private Progress issue(Closing closing) {
        List<Sealed> sealed = store.toIssue(closing.id(), CHUNK);
        if (sealed.isEmpty()) {
            return Progress.of(0);
        }
        RecordIssuing issuing = issuing(closing);
        List<RecordSealing> resumed =
                sealed.stream().map(Sealed::xml).map(RecordSealing::resume).toList();
        List<PdfDocument> documents = new ArrayList<>();
        List<Finding> obstacles = new ArrayList<>();
        for (int i = 0; i < sealed.size(); i++) {
            Sealed each = sealed.get(i);
            RecordSealing record = resumed.get(i);
            PdfDocument document = issuing.document(record, each.xml(), Optional.of(proof(each)));
            documents.add(document);
            obstacles.addAll(issuing.obstacles(record, each.xml(), document));
        }
        if (!obstacles.isEmpty()) {
            return Progress.stopped(Stop.refused(obstacles.getFirst()));
        }
        // The print bears the seal of its XML, even when a newer one was declared in between.
        Map<X509Certificate, List<Integer>> bySeal = IntStream.range(0, sealed.size())
                .boxed()
                .collect(Collectors.groupingBy(i -> SealedWith.of(sealed.get(i).xml())));
        Map<UUID, byte[]> pdf = new HashMap<>();
        for (var same : bySeal.entrySet()) {
            Optional<Signer> seal = seals.with(
                    institution(closing), resumed.getFirst().content().issuer(), same.getKey(), closing.effectiveAt());
            if (seal.isEmpty()) {
                return Progress.stopped(Stop.refused(new SealKeyMissing()));
            }
            List<byte[]> files = PdfBatch.of(
                            same.getValue().stream().map(documents::get).toList())
                    .seal(seal.get(), stampers.seals());
            for (int i = 0; i < files.size(); i++) {
                pdf.put(sealed.get(same.getValue().get(i)).record(), files.get(i));
            }
        }
        return transaction.execute(_ -> {
            store.hold(closing);
            Set<UUID> before =
                    store.issuedAmong(sealed.stream().map(Sealed::record).toList());
            pdf.keySet().removeAll(before);
            pdf.forEach((record, file) -> store.issued(record, file, clock.instant()));
            return Progress.of(sealed.size() - before.size());
        });
    }

    private UUID institution(Closing closing) {
        return gradebook.find(closing.classId()).orElseThrow().institution();
    }

    private String proof(Sealed sealed) {
        LeafCommitment leaf = LeafCommitment.of(
                Salt.of(sealed.salt()),
                LoggedAct.issuing(sealed.version()),
                sealed.number(),
                sealed.version(),
                sealed.xml());
        return log.proof(sealed.leaf(), leaf)
                .map(proof -> new String(proof.toJson(), StandardCharsets.UTF_8))
                .orElseThrow(() ->
                        new IllegalStateException("no checkpoint covers leaf %d; it is signed before records are issued"
                                .formatted(sealed.leaf())));
    }

    private RecordIssuing issuing(Closing closing) {
        ClassRoom room = gradebook.find(closing.classId()).orElseThrow();
        ClassRecordForm form = records.form(room);
        return new RecordIssuing(form, lookup.prefix(), keys.demo());
    }
}
