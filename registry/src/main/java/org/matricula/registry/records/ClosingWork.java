package org.matricula.registry.records;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.matricula.verifier.record.Issue;
import org.matricula.verifier.record.RecordSealing;
import org.matricula.verifier.record.SignerIdentity;
import org.matricula.verifier.record.SigningAct;
import org.matricula.verifier.signature.Signer;
import org.matricula.verifier.signature.Stamper.StampingFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Carries out an intent to close that is already committed: seals the XML and enters it in the log, then prints and
/// seals the PDF and issues both.
///
/// It may fall at any step and be taken up again by anybody: what is committed is never done twice, what is not
/// committed was never handed out. A record that is sealed is in the log, by one transaction; a record that is issued
/// has both formats, by one transaction.
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
            steps.add(() -> stamped(() -> seal(closing)));
        }
        steps.add(() -> {
            log.integrate(clock.instant());
            return Progress.of(0);
        });
        for (int done = 0; done < closing.records(); done += CHUNK) {
            steps.add(() -> stamped(() -> issue(closing)));
        }
        return steps;
    }

    /// A step that wants time stamps: when the authority cannot be reached, what the step began is undone, the work
    /// stops and says why, and it is taken up again later. Nothing is ever sealed at a lower level instead.
    private static Progress stamped(WorkRunner.Step step) {
        try {
            return step.run();
        } catch (StampingFailed failed) {
            LOG.warn("a closing waits for time stamps or revocation data", failed);
            return Progress.stopped(Stop.unreachable(String.valueOf(failed.getMessage())));
        }
    }

    /// Seals some records as XML and enters them in the log.
    private Progress seal(Closing closing) {
        return transaction.execute(_ -> {
            store.hold(closing);
            List<ToSeal> toSeal = store.toSeal(closing.id(), CHUNK);
            if (toSeal.isEmpty()) {
                return Progress.of(0);
            }
            RecordIssuing issuing = issuing(closing);
            OffsetDateTime effectiveAt =
                    closing.effectiveAt().atZone(issuing.form().zone()).toOffsetDateTime();
            List<RecordSealing> sealing =
                    toSeal.stream().map(ToSeal::file).map(RecordSealing::resume).toList();
            Optional<Seal> usable = seals.of(
                            institution(closing),
                            sealing.getFirst().content().issuer(),
                            closing.effectiveAt(),
                            new Moment(clock.instant(), issuing.form().zone()))
                    .filter(Seal::declared);
            if (usable.flatMap(Seal::signer).isEmpty()) {
                return Progress.stopped(Stop.refused(new SealKeyMissing()));
            }
            Signer seal = usable.flatMap(Seal::signer).orElseThrow();
            SigningAct act = new SigningAct(SignerIdentity.of(seal), closing.effectiveAt());
            for (RecordSealing record : sealing) {
                Issue issue = issuing.issue(records.numbers(), record.content(), effectiveAt);
                act.seal(record, issue);
            }
            act.signWith(seal, stampers.seals());
            List<byte[]> xml = sealing.stream().map(RecordSealing::toBytes).toList();
            List<LeafCommitment> leaves = new ArrayList<>();
            for (int i = 0; i < xml.size(); i++) {
                var content = sealing.get(i).content();
                leaves.add(LeafCommitment.of(
                        Salt.fresh(RANDOM),
                        LoggedAct.issuing(content.version()),
                        content.id(),
                        content.version(),
                        xml.get(i)));
            }
            List<Long> indexes = log.append(leaves, closing.effectiveAt());
            for (int i = 0; i < xml.size(); i++) {
                RecordSealing record = sealing.get(i);
                store.sealed(
                        toSeal.get(i).record(),
                        record.content().id(),
                        record.content().version(),
                        record.issue().orElseThrow(),
                        record.dataDigest(),
                        xml.get(i),
                        indexes.get(i),
                        leaves.get(i).salt().bytes(),
                        clock.instant());
            }
            return Progress.of(0);
        });
    }

    /// Prints some sealed records, seals the print, and issues both formats.
    private Progress issue(Closing closing) {
        return transaction.execute(_ -> {
            store.hold(closing);
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
                    .collect(Collectors.groupingBy(
                            i -> SealedWith.of(sealed.get(i).xml()), LinkedHashMap::new, Collectors.toList()));
            for (var same : bySeal.entrySet()) {
                Optional<Signer> seal = seals.with(
                        institution(closing),
                        resumed.getFirst().content().issuer(),
                        same.getKey(),
                        closing.effectiveAt());
                if (seal.isEmpty()) {
                    return Progress.stopped(Stop.refused(new SealKeyMissing()));
                }
                List<byte[]> pdf = PdfBatch.of(
                                same.getValue().stream().map(documents::get).toList())
                        .seal(seal.get(), stampers.seals());
                for (int i = 0; i < pdf.size(); i++) {
                    store.issued(sealed.get(same.getValue().get(i)).record(), pdf.get(i), clock.instant());
                }
            }
            return Progress.of(sealed.size());
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
