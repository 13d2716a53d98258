package org.matricula.registry.records.flows;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.matricula.law.Finding;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Notes;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Place;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.records.ClassRecords;
import org.matricula.registry.records.ClosingWork;
import org.matricula.registry.records.Reaches;
import org.matricula.registry.records.RecordIssuing;
import org.matricula.registry.records.RecordState;
import org.matricula.registry.records.SealKeyMissing;
import org.matricula.registry.records.SealKeySilent;
import org.matricula.registry.records.WorkRunner;
import org.matricula.registry.records.WorkingRecord;
import org.matricula.registry.records.pdf.PdfBatch;
import org.matricula.registry.records.pdf.UnprintableCharacters;
import org.matricula.registry.records.spi.ClassRecordForm;
import org.matricula.registry.records.spi.ClassRecordForm.SealInUse;
import org.matricula.registry.records.store.ClosingStore;
import org.matricula.registry.records.store.ClosingStore.Closing;
import org.matricula.registry.records.store.WorkStore;
import org.matricula.registry.signing.InstitutionKeys;
import org.matricula.registry.signing.InstitutionSeals;
import org.matricula.registry.signing.InstitutionSeals.Seal;
import org.matricula.verifier.record.Issue;
import org.matricula.verifier.record.RecordSealing;
import org.matricula.verifier.signature.Signer.SigningFailed;
import org.springframework.stereotype.Component;

/// The head closes the approved records of a class: the institution's seal goes on them, they take effect, and both
/// formats are issued. From the intent on nothing in them can change.
///
/// Everything that can be checked is checked before the intent is written, and the intent is committed before the
/// institution's key is used.
@Component
@Act(value = "close-records", by = Role.PRINCIPAL, strong = true)
@Reaches(RecordState.CLOSED)
@Refuses({
    CloseRecords.NothingToClose.class,
    CloseRecords.LawForbidsClosing.class,
    CloseRecords.CannotBePrinted.class,
    SealKeyMissing.class,
    SealKeySilent.class
})
public final class CloseRecords {
    private final Office office;
    private final Gradebook gradebook;
    private final ClassRecords records;
    private final ClosingStore store;
    private final ClosingWork work;
    private final WorkStore works;
    private final WorkRunner runner;
    private final InstitutionKeys keys;
    private final InstitutionSeals seals;

    CloseRecords(
            Office office,
            Gradebook gradebook,
            ClassRecords records,
            ClosingStore store,
            ClosingWork work,
            WorkStore works,
            WorkRunner runner,
            InstitutionKeys keys,
            InstitutionSeals seals) {
        this.office = office;
        this.gradebook = gradebook;
        this.records = records;
        this.store = store;
        this.work = work;
        this.works = works;
        this.runner = runner;
        this.keys = keys;
        this.seals = seals;
    }

    /// No record of the class is approved and still open: they are closed, being closed, or wait for a signature.
    @WithoutClause("what each record waits for is told beside it, with its clauses")
    public record NothingToClose() implements Refusal {
        @Override
        public List<String> clauses() {
            return List.of();
        }

        @Override
        public Sentence words() {
            return new Sentence(
                    "There is nothing to close: the approved records of this class are closed or being closed, and the others are not approved yet.",
                    "Không có học bạ nào để chốt: học bạ đã duyệt của lớp đã chốt hoặc đang chốt, các học bạ khác chưa được duyệt.");
        }
    }

    /// The law has something against closing a record.
    public record LawForbidsClosing(String number, Finding finding) implements Refusal {
        @Override
        public List<String> clauses() {
            return List.of(finding.clause());
        }

        @Override
        public Sentence words() {
            return new Sentence(
                    number + ": " + finding.because().en(),
                    number + ": " + finding.because().local());
        }
    }

    /// A record holds a character that no font of the print has.
    @WithoutClause("a limit of the print, not of a regulation")
    public record CannotBePrinted(String characters) implements Refusal {
        @Override
        public List<String> clauses() {
            return List.of();
        }

        @Override
        public Sentence words() {
            return Sentence.of(
                    "The print has no letter for %s. Find it in the records of this class and write it differently.",
                    "Bản in không có chữ cho %s. Hãy tìm trong học bạ của lớp và viết lại.", characters);
        }
    }

    /// Begins to close.
    ///
    /// @return the work that goes on by itself, also after a restart of the register
    public Outcome<UUID> run(Actor actor, ClassRoom room) {
        Place place = gradebook.place(room);
        List<Begun> begun = new ArrayList<>();
        Outcome<UUID> outcome = office.act(CloseRecords.class, actor, place, (now, notes) -> {
            Outcome<Begun> intended = intend(room, actor, now, notes);
            return switch (intended) {
                case Outcome.Done<Begun>(var b) -> {
                    begun.add(b);
                    yield new Outcome.Done<>(b.work());
                }
                case Outcome.Refused<Begun>(var why) -> new Outcome.Refused<>(why);
            };
        });
        begun.forEach(b -> runner.start(b.work(), work.steps(b.closing())));
        return outcome;
    }

    /// What stands against closing the approved records of a class now, for the page that asks before anything happens.
    /// Writes nothing and uses no key.
    ///
    /// @param look the records of the class, as [ClassRecords#look] gives them
    public List<Refusal> obstacles(ClassRoom room, List<WorkingRecord> look, Moment now) {
        List<WorkingRecord> approved = look.stream()
                .filter(record -> record.state() == RecordState.APPROVED)
                .toList();
        return approved.isEmpty()
                ? List.of(new NothingToClose())
                : lawAgainst(room, approved, now, now.at().truncatedTo(ChronoUnit.SECONDS));
    }

    private record Begun(UUID work, Closing closing) {}

    private Outcome<Begun> intend(ClassRoom room, Actor actor, Moment now, Notes notes) {
        Set<UUID> pupils = gradebook.pupils(room.id(), now.date()).stream()
                .filter(pupil -> !pupil.closed())
                .map(pupil -> pupil.pupil())
                .collect(Collectors.toCollection(HashSet::new));
        List<WorkingRecord> held = records.hold(room, pupils, actor, now).stream()
                .filter(record -> record.state() == RecordState.APPROVED)
                .toList();
        // Asked while the records are held: somebody else may have begun to close them a moment ago.
        Set<UUID> intended = store.intended(held.stream().map(CloseRecords::id).toList());
        List<WorkingRecord> approved =
                held.stream().filter(record -> !intended.contains(id(record))).toList();
        if (approved.isEmpty()) {
            return Outcome.refused(new NothingToClose());
        }
        Instant effectiveAt = now.at().truncatedTo(ChronoUnit.SECONDS);
        List<Refusal> refusals = lawAgainst(room, approved, now, effectiveAt);
        if (!refusals.isEmpty()) {
            return new Outcome.Refused<>(refusals);
        }
        Closing closing =
                store.intend(room.id(), approved.stream().map(CloseRecords::id).toList(), effectiveAt, actor, now);
        List<UUID> closed = approved.stream().map(WorkingRecord::pupil).toList();
        gradebook.close(room.id(), closed, actor, now);
        notes.about(closed).detail("records", closed.size());
        UUID id = works.beginClosing(closing, actor, now);
        return new Outcome.Done<>(new Begun(id, closing));
    }

    private static UUID id(WorkingRecord record) {
        return record.kept().orElseThrow().id();
    }

    private List<Refusal> lawAgainst(ClassRoom room, List<WorkingRecord> approved, Moment now, Instant effectiveAt) {
        ClassRecordForm form = records.form(room);
        RecordIssuing issuing = new RecordIssuing(form, "", keys.demo());
        Optional<Seal> seal;
        try {
            seal = seals.of(
                    room.institution(),
                    approved.getFirst().sealing().orElseThrow().content().issuer(),
                    effectiveAt,
                    now);
        } catch (SigningFailed unreached) {
            return List.of(new SealKeySilent());
        }
        if (seal.isEmpty()) {
            return List.of(new SealKeyMissing());
        }
        SealInUse inUse = new SealInUse(seal.get().certificate(), seal.get().declared());
        List<Refusal> refusals = new ArrayList<>();
        for (WorkingRecord record : approved) {
            RecordSealing sealing = record.sealing().orElseThrow();
            form.obstaclesToSealing(
                            sealing.content(),
                            sealing.signatures(),
                            inUse,
                            effectiveAt.atZone(form.zone()).toLocalDateTime())
                    .forEach(f ->
                            refusals.add(new LawForbidsClosing(sealing.content().id(), f)));
        }
        if (refusals.isEmpty() && seal.get().signer().isEmpty()) {
            refusals.add(new SealKeyMissing());
        }
        try {
            PdfBatch.lint(approved.stream()
                    .map(record -> record.sealing().orElseThrow().content())
                    .map(content -> {
                        Issue issue = issuing.issue(
                                records.numbers(),
                                content,
                                effectiveAt.atZone(form.zone()).toOffsetDateTime());
                        return issuing.draft(content, issuing.sealing(issue, List.of()));
                    })
                    .toList());
        } catch (UnprintableCharacters e) {
            refusals.add(new CannotBePrinted(Unprintable.named(e.codePoints())));
        }
        return refusals;
    }
}
