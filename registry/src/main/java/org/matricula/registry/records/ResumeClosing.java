package org.matricula.registry.records;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.records.store.ClosingStore;
import org.matricula.registry.records.store.ClosingStore.Unfinished;
import org.matricula.registry.records.store.WorkStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// After a fall: carries every intent to close to its end, and tells the people who were signing that their work
/// stopped, since a key that was unlocked is locked again.
///
/// Several nodes may work on one database. Of a node that works, something is heard every few seconds; what was not
/// heard of for a while is taken up by whoever looks first. Two nodes at one closing do no harm, since each step holds
/// it and asks what is left.
@Component
public final class ResumeClosing {
    private static final Logger LOG = LoggerFactory.getLogger(ResumeClosing.class);
    /// Nobody is at work that was not heard of for so long: several times what [WorkRunner] rests between two beats.
    static final Duration SILENCE = Duration.ofSeconds(90);

    private final ClosingStore closings;
    private final WorkStore works;
    private final ClosingWork work;
    private final WorkRunner runner;
    private final InstantSource clock;

    ResumeClosing(ClosingStore closings, WorkStore works, ClosingWork work, WorkRunner runner, InstantSource clock) {
        this.closings = closings;
        this.works = works;
        this.work = work;
        this.runner = runner;
        this.clock = clock;
    }

    /// At the start of the only node of a database, where nothing runs yet: all that says it runs was interrupted.
    /// Returns when it is done, so that a node that says it is ready has nothing half done.
    public void atStart() {
        carryOn(Instant.MAX);
    }

    /// Now and again, and at the start of a node that may have others beside it: what was lost with its node, and
    /// closings that stopped at a fault which may have passed.
    public void lost() {
        carryOn(clock.instant().minus(SILENCE));
    }

    private void carryOn(Instant heardBefore) {
        works.lost(heardBefore).stream()
                .filter(lost -> lost.kind() != Work.Kind.CLOSE)
                .forEach(lost -> works.end(lost.id(), Optional.of(Stop.restarted()), clock.instant()));
        for (Unfinished closing : closings.unfinished(heardBefore)) {
            UUID begun = closing.work();
            LOG.info(
                    "closing {} was interrupted; it is carried to its end",
                    closing.closing().id());
            works.again(begun, clock.instant());
            runner.run(begun, work.steps(closing.closing()));
        }
    }
}
