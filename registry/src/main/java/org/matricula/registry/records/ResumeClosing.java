package org.matricula.registry.records;

import java.time.InstantSource;
import java.util.List;
import org.matricula.registry.records.store.ClosingStore;
import org.matricula.registry.records.store.ClosingStore.Closing;
import org.matricula.registry.records.store.WorkStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// After a fall: carries every intent to close to its end, and tells the people who were signing that their work
/// stopped, since a key that was unlocked is locked again.
@Component
public final class ResumeClosing {
    private static final Logger LOG = LoggerFactory.getLogger(ResumeClosing.class);

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

    /// Runs to the end before it returns: a node that says it is ready has nothing half done.
    public void run() {
        List<Work> running = works.running();
        for (Work each : running) {
            if (each.kind() != Work.Kind.CLOSE) {
                works.end(each.id(), "the register was restarted; begin again to sign what is left", clock.instant());
            }
        }
        for (Closing closing : closings.unfinished()) {
            LOG.info("closing {} was interrupted; it is carried to its end", closing.id());
            running.stream()
                    .filter(each ->
                            each.kind() == Work.Kind.CLOSE && each.classId().equals(closing.classId()))
                    .reduce((_, last) -> last)
                    .ifPresentOrElse(
                            each -> runner.run(each.id(), work.steps(closing)),
                            () -> work.steps(closing).forEach(WorkRunner.Step::run));
        }
    }
}
