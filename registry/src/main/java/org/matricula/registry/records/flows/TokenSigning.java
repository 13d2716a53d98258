package org.matricula.registry.records.flows;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.records.ClassRecords;
import org.matricula.registry.records.Work;
import org.matricula.registry.records.WorkingRecord;
import org.matricula.registry.records.flows.Prepared.Part;
import org.matricula.registry.records.flows.TwoStepSigning.Taken;
import org.matricula.registry.records.store.PreparedStore;
import org.matricula.registry.records.store.PreparedStore.Open;
import org.matricula.registry.signing.CertificateJudge;
import org.matricula.registry.signing.CertifiedKey;
import org.matricula.registry.signing.PersonKeyRefusals;
import org.matricula.verifier.signature.Stamper.StampingFailed;
import org.springframework.stereotype.Component;

/// A person signs a class with a key that never comes here: digests go out to the person's computer,
/// values come back, all or some at a time. Each act is the same as with a key that is unlocked here, and
/// allowed, refused and journalled as that.
@Component
public final class TokenSigning {
    /// How long values are taken.
    public static final Duration VALID = Duration.ofMinutes(30);

    private final Office office;
    private final Gradebook gradebook;
    private final ClassRecords records;
    private final TwoStepSigning steps;
    private final PreparedStore store;
    private final CertificateJudge judge;
    private final SignSubject subjects;
    private final SignConsolidation consolidation;
    private final ApproveRecords approval;

    TokenSigning(
            Office office,
            Gradebook gradebook,
            ClassRecords records,
            TwoStepSigning steps,
            PreparedStore store,
            CertificateJudge judge,
            SignSubject subjects,
            SignConsolidation consolidation,
            ApproveRecords approval) {
        this.office = office;
        this.gradebook = gradebook;
        this.records = records;
        this.steps = steps;
        this.store = store;
        this.judge = judge;
        this.subjects = subjects;
        this.consolidation = consolidation;
        this.approval = approval;
    }

    /// What the token is asked to sign.
    ///
    /// @param digests SHA-256, 32 bytes each
    /// @param until until when values are taken
    public record Asked(UUID id, List<byte[]> digests, Instant until) {}

    /// What came of some values.
    ///
    /// @param signed how many of them are signed, now or before
    /// @param leftOut how many are not, since something under the signature changed meanwhile
    public record Given(int signed, int leftOut) {}

    /// The first step.
    ///
    /// @param kind any but closing
    /// @param subject the subject's code, for the kind that has one
    /// @param key the certificate of the token, with those above it
    public Outcome<Asked> prepare(
            Actor actor, ClassRoom room, Work.Kind kind, Optional<String> subject, CertifiedKey key) {
        SigningTask task = task(kind, room, subject);
        // Whoever may not sign does not make this node ask strangers about a certificate.
        Optional<PersonKeyRefusals> unfit = actor.strong() && office.may(task.act(), actor, task.place())
                ? judge.elsewhere(key, actor.name(), office.now(task.place()).at())
                : Optional.empty();
        return office.act(task.act(), actor, task.place(), (now, notes) -> {
            if (unfit.isPresent()) {
                return Outcome.refused(unfit.get());
            }
            Instant until = now.at().plus(VALID);
            return switch (steps.prepare(task, actor, () -> key, Optional.of(until), now, notes)) {
                case Outcome.Refused<Prepared>(var reasons) -> new Outcome.Refused<>(reasons);
                case Outcome.Done<Prepared>(Prepared prepared) ->
                    new Outcome.Done<>(new Asked(
                            prepared.id(),
                            prepared.parts().stream().map(Part::digest).toList(),
                            until));
            };
        });
    }

    /// What was prepared with an id and still takes values of this person.
    public Optional<Open> open(Actor actor, UUID id) {
        return store.open(id, actor.id()).filter(open -> now(open).at().isBefore(open.until()));
    }

    /// The second step: signs as many of what was prepared as values came; those that came before do no
    /// harm.
    ///
    /// @param values by their digests, each one of what was prepared
    /// @throws StampingFailed when a time stamp could not be had; nothing was signed then, and the
    ///     values can be sent
    ///     again
    public Outcome<Given> give(Actor actor, Open open, Map<ByteBuffer, byte[]> values) {
        SigningTask task = task(open.kind(), gradebook.find(open.classId()).orElseThrow(), open.subject());
        Map<UUID, WorkingRecord> standing = records.look(task.room(), now(open)).stream()
                .filter(record -> record.kept().isPresent())
                .collect(Collectors.toMap(record -> record.kept().orElseThrow().id(), Function.identity()));
        Map<Part, byte[]> fresh = new LinkedHashMap<>();
        int before = 0;
        int changed = 0;
        for (Map.Entry<UUID, byte[]> asked : open.digests().entrySet()) {
            byte[] value = values.get(ByteBuffer.wrap(asked.getValue()));
            if (value == null) {
                continue; // comes later, or never
            }
            Optional<WorkingRecord> record = Optional.ofNullable(standing.get(asked.getKey()));
            Optional<Part> part = record.flatMap(each -> steps.again(task, each, open.key(), open.signedAt()))
                    .filter(each -> Arrays.equals(each.digest(), asked.getValue()));
            if (part.isPresent()) {
                fresh.put(part.get(), value);
            } else if (record.filter(each -> each.signed().contains(task.key())).isPresent()) {
                before++;
            } else {
                changed++;
            }
        }
        int signed = before;
        int leftOut = changed;
        return switch (steps.bringIn(task, actor, open.key(), fresh)) {
            case Outcome.Done<Taken>(Taken taken) ->
                new Outcome.Done<>(new Given(signed + taken.signed() + taken.before(), leftOut + taken.leftOut()));
            case Outcome.Refused<Taken>(var reasons) -> new Outcome.Refused<>(reasons);
        };
    }

    /// Gives up what was prepared: no value is taken any more, and what is signed stays signed.
    public void giveUp(Open open) {
        store.giveUp(open.id(), now(open));
    }

    private Moment now(Open open) {
        return office.now(gradebook.place(gradebook.find(open.classId()).orElseThrow()));
    }

    private SigningTask task(Work.Kind kind, ClassRoom room, Optional<String> subject) {
        return switch (kind) {
            case SIGN_SUBJECT -> subjects.task(room, subject.orElseThrow());
            case SIGN_CONSOLIDATION -> consolidation.task(room);
            case APPROVE -> approval.task(room);
            case CLOSE -> throw new IllegalArgumentException("closing seals with the institution's key");
        };
    }
}
