package org.matricula.registry.records;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.matricula.registry.records.store.WorkStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Runs long work beside the request that began it, one small transaction after another, so that whoever
/// began it may leave the page and come back.
@Component
public final class WorkRunner implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(WorkRunner.class);
    /// How often the database hears of work that runs here.
    private static final Duration BEAT = Duration.ofSeconds(20);
    /// How long a node that stops waits for work that runs.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final WorkStore store;
    private final InstantSource clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<UUID> here = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("work-beat").daemon().factory());

    WorkRunner(WorkStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        beat.scheduleWithFixedDelay(this::tell, BEAT.toSeconds(), BEAT.toSeconds(), TimeUnit.SECONDS);
    }

    /// A step of the work.
    @FunctionalInterface
    public interface Step {
        /// Does some of it.
        ///
        /// @return how many records are now done besides, or why the work cannot go on
        Progress run();
    }

    /// What a step came to.
    ///
    /// @param done how many records it finished
    /// @param problem why the work stops; empty when it goes on
    public record Progress(int done, Optional<Stop> problem) {
        /// So many records are finished.
        public static Progress of(int done) {
            return new Progress(done, Optional.empty());
        }

        /// The work stops.
        public static Progress stopped(Stop why) {
            return new Progress(0, Optional.of(why));
        }
    }

    /// Runs steps one after the other and keeps count. What a finished step did stays, whatever the next
    /// one does.
    public void start(UUID work, List<Step> steps) {
        threads.submit(() -> run(work, steps));
    }

    /// Runs several works one after the other, so that one person takes no more than one place in the
    /// line; those that have to wait are said to be alive meanwhile.
    public void startInTurn(SequencedMap<UUID, List<Step>> works) {
        here.addAll(works.keySet());
        threads.submit(() -> {
            try {
                works.forEach(this::run);
            } finally {
                here.removeAll(works.keySet());
            }
        });
    }

    /// Runs work to its end in this thread.
    public void run(UUID work, List<Step> steps) {
        here.add(work);
        Optional<Stop> problem = Optional.empty();
        try {
            for (Step step : steps) {
                Progress progress = step.run();
                store.progress(work, progress.done(), clock.instant());
                problem = progress.problem();
                if (problem.isPresent()) {
                    break;
                }
            }
        } catch (RuntimeException fault) {
            LOG.error("work {} stopped", work, fault);
            problem = Optional.of(Stop.fault(fault));
        } finally {
            here.remove(work);
        }
        end(work, problem);
    }

    /// When even that cannot be written down, the work is found later like that of a node that fell.
    private void end(UUID work, Optional<Stop> problem) {
        try {
            store.end(work, problem, clock.instant());
        } catch (RuntimeException fault) {
            LOG.error("work {} has ended, and the database cannot be told so", work, fault);
        }
    }

    private void tell() {
        try {
            store.heard(Set.copyOf(here), clock.instant());
        } catch (RuntimeException fault) {
            LOG.warn("the database cannot be told that work goes on", fault); // it is told again at the next beat
        }
    }

    /// Waits for what runs; used when the node stops. Who waits for a key that does not answer is not
    /// waited for: what is committed stays, and the rest is told of as after a fall.
    @Override
    public void destroy() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("some work did not end in {} and is broken off", PATIENCE);
            threads.shutdownNow();
        }
        beat.close();
    }
}
