package org.matricula.registry.records.flows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.records.Stop;
import org.matricula.registry.records.WorkRunner;
import org.matricula.registry.records.WorkRunner.Progress;
import org.matricula.registry.records.WorkRunner.Step;
import org.matricula.registry.records.flows.Prepared.Part;
import org.matricula.registry.records.flows.TwoStepSigning.Taken;
import org.matricula.registry.records.store.WorkStore;
import org.matricula.registry.signing.CertifiedKey;
import org.matricula.verifier.signature.Signer;
import org.matricula.verifier.signature.Signer.SigningFailed;
import org.matricula.verifier.signature.Stamper.StampingFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// One person signs a class in one act with a key that is unlocked here: each record gets its own
/// verifiable signature. What is signed stays signed; after a failure, beginning again signs what is left.
@Component
final class ClassSigning {
    private static final Logger LOG = LoggerFactory.getLogger(ClassSigning.class);
    /// Values that come one by one are brought in by so many: few enough to see a slow token go on.
    private static final int CHUNK = 10;

    private final Office office;
    private final TwoStepSigning steps;
    private final WorkStore works;
    private final WorkRunner runner;

    ClassSigning(Office office, TwoStepSigning steps, WorkStore works, WorkRunner runner) {
        this.office = office;
        this.steps = steps;
        this.works = works;
        this.runner = runner;
    }

    Outcome<UUID> begin(SigningTask task, Actor actor, Signer signer) {
        return begin(List.of(task), actor, signer);
    }

    /// Begins several acts with one unlocked key, each by itself: the refusal of one leaves the others.
    ///
    /// @param tasks at least one
    /// @return the first work that goes on; refused only when none does
    Outcome<UUID> begin(List<SigningTask> tasks, Actor actor, Signer signer) {
        SequencedMap<UUID, List<Step>> begun = new LinkedHashMap<>();
        List<Refusal> refusals = new ArrayList<>();
        for (SigningTask task : tasks) {
            switch (begun(task, actor, signer)) {
                case Outcome.Done<Begun>(Begun(UUID work, Prepared prepared)) ->
                    begun.put(work, new WithKey(task, actor, signer, prepared).steps());
                case Outcome.Refused<Begun>(var reasons) -> refusals.addAll(reasons);
            }
        }
        if (begun.isEmpty()) {
            return new Outcome.Refused<>(refusals.stream().distinct().toList());
        }
        runner.startInTurn(begun);
        return new Outcome.Done<>(begun.firstEntry().getKey());
    }

    private record Begun(UUID work, Prepared prepared) {}

    private Outcome<Begun> begun(SigningTask task, Actor actor, Signer signer) {
        return office.act(task.act(), actor, task.place(), (now, notes) -> switch (steps.prepare(
                task, actor, () -> CertifiedKey.of(signer), Optional.empty(), now, notes)) {
            case Outcome.Refused<Prepared>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<Prepared>(Prepared prepared) ->
                new Outcome.Done<>(new Begun(
                        works.begin(
                                task.room().id(),
                                task.kind(),
                                task.subject(),
                                prepared.parts().size(),
                                actor,
                                now),
                        prepared));
        });
    }

    /// A key at its work: it is asked for the whole class at once, and what it gives is brought in by and
    /// by.
    private final class WithKey {
        private final SigningTask task;
        private final Actor actor;
        private final Signer signer;
        private final Prepared prepared;
        private final Iterator<Part> parts;
        private Iterator<byte[]> values = Collections.emptyIterator();

        WithKey(SigningTask task, Actor actor, Signer signer, Prepared prepared) {
            this.task = task;
            this.actor = actor;
            this.signer = signer;
            this.prepared = prepared;
            this.parts = prepared.parts().iterator();
        }

        List<Step> steps() {
            List<Step> all = new ArrayList<>();
            all.add(() -> {
                try {
                    values = signer.oneByOne(
                            prepared.parts().stream().map(Part::digest).toList());
                    return Progress.of(0);
                } catch (SigningFailed failed) {
                    return Progress.stopped(stop(failed));
                }
            });
            for (int from = 0; from < prepared.parts().size(); from += CHUNK) {
                all.add(this::next);
            }
            return all;
        }

        /// Some more: what the key gave before it failed is brought in as well.
        private Progress next() {
            Map<Part, byte[]> given = new LinkedHashMap<>();
            Optional<Stop> failure = Optional.empty();
            try {
                while (given.size() < CHUNK && parts.hasNext()) {
                    if (!values.hasNext()) {
                        throw new SigningFailed(SigningFailed.Reason.BROKEN, "the key gave too few values", null);
                    }
                    given.put(parts.next(), values.next());
                }
            } catch (SigningFailed failed) {
                failure = Optional.of(stop(failed));
            }
            Progress progress = given.isEmpty() ? Progress.of(0) : broughtIn(given);
            return progress.problem().isPresent() ? progress : new Progress(progress.done(), failure);
        }

        private Progress broughtIn(Map<Part, byte[]> given) {
            try {
                return switch (steps.bringIn(task, actor, prepared.key(), given)) {
                    case Outcome.Done<Taken>(Taken taken) -> Progress.of(taken.signed() + taken.before());
                    case Outcome.Refused<Taken>(var why) -> Progress.stopped(Stop.refused(why.getFirst()));
                };
            } catch (StampingFailed failed) {
                return Progress.stopped(Stop.unreachable(String.valueOf(failed.getMessage())));
            }
        }

        private Stop stop(SigningFailed failed) {
            LOG.warn("a key did not sign", failed);
            return switch (failed.reason()) {
                case REFUSED -> refused(new SigningRefusals.KeyRefused());
                case LOCKED -> refused(new SigningRefusals.KeyLocked());
                case UNREACHABLE -> Stop.unreachable(String.valueOf(failed.getMessage()));
                case BROKEN -> Stop.fault(failed);
            };
        }

        /// The journal hears of it, as of every refusal.
        private Stop refused(SigningRefusals why) {
            Outcome<UUID> refused = office.act(task.act(), actor, task.place(), (_, _) -> Outcome.refused(why));
            return Stop.refused(refused instanceof Outcome.Refused<UUID>(var reasons) ? reasons.getFirst() : why);
        }
    }
}
