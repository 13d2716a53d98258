package org.matricula.registry.records.flows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Notes;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.records.ClassRecords;
import org.matricula.registry.records.WorkingRecord;
import org.matricula.registry.records.flows.Prepared.Part;
import org.matricula.registry.records.store.PreparedStore;
import org.matricula.registry.records.store.RecordStore;
import org.matricula.registry.signing.CertifiedKey;
import org.matricula.registry.signing.Stampers;
import org.matricula.verifier.record.SignerIdentity;
import org.matricula.verifier.record.SigningAct;
import org.matricula.verifier.signature.CertificateFacts;
import org.matricula.verifier.signature.Stamper;
import org.matricula.verifier.signature.Stamper.StampingFailed;
import org.springframework.stereotype.Component;

/// The two steps in which every signature of a person is given, wherever the key is.
///
/// The first transaction writes down what is to be signed. Then the key signs copies of the records,
/// outside of any transaction: it may take as long as it likes, and holds up nobody. The second
/// transaction takes the signatures over into those records in which they still cover what stands; the
/// others are left out, and nothing else is lost.
@Component
final class TwoStepSigning {
    private final Office office;
    private final Gradebook gradebook;
    private final ClassRecords records;
    private final RecordStore store;
    private final PreparedStore prepared;
    private final Stampers stampers;

    TwoStepSigning(
            Office office,
            Gradebook gradebook,
            ClassRecords records,
            RecordStore store,
            PreparedStore prepared,
            Stampers stampers) {
        this.office = office;
        this.gradebook = gradebook;
        this.records = records;
        this.store = store;
        this.prepared = prepared;
        this.stampers = stampers;
    }

    /// What came of bringing values in.
    ///
    /// @param signed how many records were signed
    /// @param before how many were signed already, as by the same press of the button in another window
    /// @param leftOut how many changed meanwhile
    record Taken(int signed, int before, int leftOut) {}

    /// The first step: a part of the transaction of an act.
    ///
    /// @param key whose signatures they will be; not asked for before it is clear that the person may
    ///     sign
    /// @param until until when values are taken from outside; empty for a key that is unlocked here
    Outcome<Prepared> prepare(
            SigningTask task,
            Actor actor,
            Supplier<CertifiedKey> key,
            Optional<Instant> until,
            Moment now,
            Notes notes) {
        Optional<SigningRefusals> another = anotherNamed(task, actor, now);
        if (another.isPresent()) {
            return Outcome.refused(another.get());
        }
        CertifiedKey signer = key.get();
        String certified = CertificateFacts.of(signer.certificate()).name();
        if (!certified.equals(actor.name())) {
            return Outcome.refused(new SigningRefusals.CertificateOfAnotherName(certified, actor.name()));
        }
        SignerIdentity identity = identity(signer);
        List<Part> parts = records.look(task.room(), now).stream()
                .filter(task::ready)
                .map(record -> part(task, record, identity, now.at()))
                .toList();
        if (parts.isEmpty()) {
            return Outcome.refused(new SigningRefusals.NothingToSign());
        }
        SequencedMap<UUID, byte[]> digests = new LinkedHashMap<>();
        parts.forEach(part -> digests.put(part.record(), part.digest()));
        UUID id = prepared.prepare(
                new PreparedStore.Asked(
                        task.room().id(), task.kind(), task.subject(), actor.id(), signer, now.at(), until),
                digests,
                now);
        notes.detail("records", parts.size());
        return new Outcome.Done<>(new Prepared(id, signer, parts));
    }

    private static Part part(SigningTask task, WorkingRecord record, SignerIdentity signer, Instant at) {
        var copy = record.sealing().orElseThrow();
        SigningAct act = new SigningAct(signer, at);
        task.add(act, copy);
        return new Part(record.kept().orElseThrow().id(), record.pupil(), copy, act);
    }

    private static SignerIdentity identity(CertifiedKey key) {
        return SignerIdentity.of(key.certificate(), key.chain(), key.algorithm());
    }

    /// A signature that was prepared before, written anew from the record as it is now: it has the same
    /// digest exactly when the record is the same under it. Empty when the record cannot be signed so any
    /// more.
    Optional<Part> again(SigningTask task, WorkingRecord record, CertifiedKey key, Instant signedAt) {
        // The homeroom teacher and the head never sign earlier than those whose signatures they cover.
        boolean later = task.subject().isEmpty()
                && record.sealing().stream()
                        .flatMap(sealing -> sealing.signatures().stream())
                        .anyMatch(signature -> signature.signedAt().isAfter(signedAt));
        return task.ready(record) && !later
                ? Optional.of(part(task, record, identity(key), signedAt))
                : Optional.empty();
    }

    private Optional<SigningRefusals> anotherNamed(SigningTask task, Actor actor, Moment now) {
        String named = task.named().apply(gradebook.info(task.room(), now.date()));
        return named.equals(actor.name())
                ? Optional.empty()
                : Optional.of(new SigningRefusals.NotTheOneNamed(named)); // before any key is touched
    }

    /// The second step, with the key's values for some of what was prepared; each is verified before it
    /// enters a record.
    ///
    /// @throws StampingFailed when a time stamp could not be had; nothing was signed then
    Outcome<Taken> bringIn(SigningTask task, Actor actor, CertifiedKey key, Map<Part, byte[]> values) {
        boolean fit = values.entrySet().stream()
                .allMatch(each -> key.verifies(each.getKey().digest(), each.getValue()));
        Stamper stamper = stampers.persons();
        if (fit) {
            values.forEach((part, value) -> part.act().accept(List.of(value), stamper));
        }
        Map<UUID, Part> signed = values.keySet().stream().collect(Collectors.toMap(Part::pupil, Function.identity()));
        return office.act(task.act(), actor, task.place(), (now, notes) -> {
            if (!fit) {
                return Outcome.refused(new SigningRefusals.ValueOfAnotherKey());
            }
            return anotherNamed(task, actor, now)
                    .<Outcome<Taken>>map(Outcome::refused)
                    .orElseGet(() -> new Outcome.Done<>(takeOver(task, actor, signed, now, notes)));
        });
    }

    private Taken takeOver(SigningTask task, Actor actor, Map<UUID, Part> signed, Moment now, Notes notes) {
        List<UUID> taken = new ArrayList<>();
        int before = 0;
        for (WorkingRecord record : records.hold(task.room(), signed.keySet(), actor, now)) {
            Part part = signed.get(record.pupil());
            boolean same =
                    record.kept().map(kept -> kept.id().equals(part.record())).orElse(false);
            if (record.signed().contains(task.key())) {
                before++;
            } else if (same && record.sealing().orElseThrow().takeOver(task.key(), part.copy())) {
                records.keep(record, now);
                store.signed(part.record(), task.key(), actor.id(), actor.name(), now);
                taken.add(record.pupil());
            }
        }
        int leftOut = signed.size() - before - taken.size();
        notes.about(taken).detail("signed", taken.size()).detail("left-out", leftOut);
        return new Taken(taken.size(), before, leftOut);
    }
}
