package org.matricula.app.ops;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Checks everything that the register has stored while it works: the same eyes as `./matricula fsck`, one check at a
/// time, and the last result stays until the node stops.
@Component
@Act(
        value = "check-register",
        by = {Role.ADMINISTRATOR, Role.PRINCIPAL})
@Refuses(NotYours.class)
public final class CheckRegister implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(CheckRegister.class);

    private final Office office;
    private final Eyes eyes;
    private final InstantSource clock;
    private final ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();

    private Standing standing = new Standing(Optional.empty(), Optional.empty());

    CheckRegister(Office office, Eyes eyes, InstantSource clock) {
        this.office = office;
        this.eyes = eyes;
        this.clock = clock;
    }

    /// What looks at everything.
    @FunctionalInterface
    public interface Eyes {
        /// @param at the moment for which files are judged
        Fsck.Report check(Instant at);
    }

    /// A check that ended.
    ///
    /// @param report empty when the check itself fell
    public record Checked(Instant at, Optional<Fsck.Report> report) {
        Checked of(Set<UUID> institutions) {
            return new Checked(at, report.map(found -> found.of(institutions)));
        }
    }

    /// How it stands.
    ///
    /// @param since when the check that is running began; empty when none is
    /// @param last the check before
    public record Standing(Optional<Instant> since, Optional<Checked> last) {
        /// The same for people of some institutions.
        Standing of(Set<UUID> institutions) {
            return new Standing(since, last.map(checked -> checked.of(institutions)));
        }
    }

    /// Begins a check, unless one is running.
    public Outcome<Standing> run(Actor actor, Institution institution) {
        return office.look(CheckRegister.class, actor, institution.place(), (now, notes) -> begin(now.at()));
    }

    private synchronized Standing begin(Instant now) {
        if (standing.since().isEmpty()) {
            standing = new Standing(Optional.of(now), standing.last());
            thread.submit(this::check);
        }
        return standing;
    }

    private void check() {
        Optional<Fsck.Report> report = Optional.empty();
        try {
            report = Optional.of(eyes.check(clock.instant()));
        } catch (RuntimeException fault) {
            LOG.error("the check of the register fell", fault);
        }
        ended(new Checked(clock.instant(), report));
    }

    private synchronized void ended(Checked checked) {
        standing = new Standing(Optional.empty(), Optional.of(checked));
    }

    /// How it stands, for a person who may begin one.
    public synchronized Standing standing() {
        return standing;
    }

    /// Waits for a check that runs; used when the node stops.
    @Override
    public void destroy() {
        thread.close();
    }
}
