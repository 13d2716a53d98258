package org.matricula.registry.records.flows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Notes;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Place;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.spi.ClassInfo;
import org.matricula.registry.records.ClassRecords;
import org.matricula.registry.records.Stop;
import org.matricula.registry.records.Work;
import org.matricula.registry.records.WorkRunner;
import org.matricula.registry.records.WorkRunner.Progress;
import org.matricula.registry.records.WorkRunner.Step;
import org.matricula.registry.records.WorkingRecord;
import org.matricula.registry.records.store.RecordStore;
import org.matricula.registry.records.store.WorkStore;
import org.matricula.registry.signing.Stampers;
import org.matricula.verifier.record.SignerIdentity;
import org.matricula.verifier.record.SigningAct;
import org.matricula.verifier.signature.CertificateFacts;
import org.matricula.verifier.signature.Signer;
import org.matricula.verifier.signature.Stamper.StampingFailed;
import org.springframework.stereotype.Component;

/// One person signs a class in one act: each record gets its own verifiable signature, some records a transaction. What
/// is signed stays signed; after a failure, beginning again signs what is left.
@Component
final class ClassSigning {
    /// Records a transaction: few enough for a slow token, enough for a quick key.
    private static final int CHUNK = 10;

    private final Office office;
    private final ClassRecords records;
    private final RecordStore store;
    private final WorkStore works;
    private final WorkRunner runner;
    private final Stampers stampers;

    ClassSigning(
            Office office,
            ClassRecords records,
            RecordStore store,
            WorkStore works,
            WorkRunner runner,
            Stampers stampers) {
        this.office = office;
        this.records = records;
        this.store = store;
        this.works = works;
        this.runner = runner;
        this.stampers = stampers;
    }

    /// Who signs what.
    ///
    /// @param act the class of the act
    /// @param key the key in each record: a subject's block, `HOMEROOM` or `HEAD`
    /// @param named whom the records name there
    record Task(
            Class<?> act,
            Work.Kind kind,
            ClassRoom room,
            Place place,
            Optional<String> subject,
            String key,
            java.util.function.Function<ClassInfo, String> named) {}

    Outcome<UUID> begin(Task task, Actor actor, Signer signer, ClassInfo info) {
        return begin(List.of(task), actor, signer, info);
    }

    /// Begins several acts with one unlocked key, each by itself: the refusal of one leaves the others.
    ///
    /// @param tasks at least one
    /// @return the first work that goes on; refused only when none does
    Outcome<UUID> begin(List<Task> tasks, Actor actor, Signer signer, ClassInfo info) {
        SequencedMap<UUID, List<Step>> works = new LinkedHashMap<>();
        List<Refusal> refusals = new ArrayList<>();
        for (Task task : tasks) {
            switch (begun(task, actor, signer, info)) {
                case Outcome.Done<Begun>(Begun begun) -> works.put(begun.work(), begun.steps());
                case Outcome.Refused<Begun>(var reasons) -> refusals.addAll(reasons);
            }
        }
        if (works.isEmpty()) {
            return new Outcome.Refused<>(refusals.stream().distinct().toList());
        }
        runner.startInTurn(works);
        return new Outcome.Done<>(works.firstEntry().getKey());
    }

    private record Begun(UUID work, List<Step> steps) {}

    private Outcome<Begun> begun(Task task, Actor actor, Signer signer, ClassInfo info) {
        List<UUID> pupils = new ArrayList<>();
        return office.act(task.act(), actor, task.place(), (now, notes) -> {
            Optional<SigningRefusals> refusal = refusal(task, actor, signer, info);
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            records.look(task.room(), now).stream()
                    .filter(ready(task.key()))
                    .map(WorkingRecord::pupil)
                    .forEach(pupils::add);
            if (pupils.isEmpty()) {
                return Outcome.refused(new SigningRefusals.NothingToSign());
            }
            notes.detail("records", pupils.size());
            UUID work = works.begin(task.room().id(), task.kind(), task.subject(), pupils.size(), actor, now);
            return new Outcome.Done<>(new Begun(work, steps(task, actor, signer, pupils)));
        });
    }

    private static Optional<SigningRefusals> refusal(Task task, Actor actor, Signer signer, ClassInfo info) {
        String named = task.named().apply(info);
        if (!named.equals(actor.name())) {
            return Optional.of(new SigningRefusals.NotTheOneNamed(named)); // before any key is touched
        }
        String certified = CertificateFacts.of(signer.certificate()).name();
        return certified.equals(actor.name())
                ? Optional.empty()
                : Optional.of(new SigningRefusals.CertificateOfAnotherName(certified, actor.name()));
    }

    private List<Step> steps(Task task, Actor actor, Signer signer, List<UUID> pupils) {
        SignerIdentity identity = SignerIdentity.of(signer);
        List<Step> steps = new ArrayList<>();
        for (int from = 0; from < pupils.size(); from += CHUNK) {
            List<UUID> chunk = pupils.subList(from, Math.min(from + CHUNK, pupils.size()));
            steps.add(() -> {
                Outcome<Integer> signed;
                try {
                    signed = office.act(
                            task.act(),
                            actor,
                            task.place(),
                            (now, notes) -> new Outcome.Done<>(sign(task, actor, signer, identity, chunk, now, notes)));
                } catch (StampingFailed failed) {
                    return Progress.stopped(Stop.unreachable(String.valueOf(failed.getMessage())));
                }
                return switch (signed) {
                    case Outcome.Done<Integer>(var count) -> Progress.of(count);
                    case Outcome.Refused<Integer>(var why) -> Progress.stopped(Stop.refused(why.getFirst()));
                };
            });
        }
        return steps;
    }

    /// Signs what is still ready among some records: between the beginning of the work and now somebody may have
    /// changed one.
    private int sign(
            Task task,
            Actor actor,
            Signer signer,
            SignerIdentity identity,
            List<UUID> pupils,
            Moment now,
            Notes notes) {
        List<WorkingRecord> held = records.hold(task.room(), new HashSet<>(pupils), actor, now);
        // What the same press of a button in another window has signed meanwhile is done as well, not left over.
        int before = (int) held.stream()
                .filter(record -> record.signed().contains(task.key()))
                .count();
        List<WorkingRecord> ready = held.stream().filter(ready(task.key())).toList();
        SigningAct act = new SigningAct(identity, now.at());
        for (WorkingRecord record : ready) {
            var sealing = record.sealing().orElseThrow();
            switch (task.key()) {
                case WorkingRecord.HOMEROOM -> act.homeroom(sealing);
                case WorkingRecord.HEAD -> act.head(sealing);
                default -> act.subject(sealing, task.key());
            }
        }
        act.signWith(signer, stampers.persons());
        for (WorkingRecord record : ready) {
            records.keep(record, now);
            store.signed(record.kept().orElseThrow().id(), task.key(), actor.id(), actor.name(), now);
        }
        notes.about(ready.stream().map(WorkingRecord::pupil).toList()).detail("signed", ready.size());
        return before + ready.size();
    }

    private static Predicate<WorkingRecord> ready(String key) {
        return record -> record.kept().isPresent() && record.ready(key);
    }
}
