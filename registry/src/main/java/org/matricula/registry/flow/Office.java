package org.matricula.registry.flow;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs the acts of the office: authorises, opens one transaction, hands in the moment, writes the journal.
///
/// What an act changes and its line in the journal are one transaction. A refusal changes nothing but leaves its own
/// line. Only here is the clock read.
@Component
public final class Office {
    private final InstantSource clock;
    private final Journal journal;
    private final TransactionTemplate transaction;

    Office(InstantSource clock, Journal journal, PlatformTransactionManager transactions) {
        this.clock = clock;
        this.journal = journal;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// The body of an act.
    @FunctionalInterface
    public interface Work<T> {
        /// @param now the moment of the act
        /// @param notes what the journal shall say of it
        Outcome<T> carryOut(Moment now, Notes notes);
    }

    /// The body of a look: it cannot be refused once it is allowed.
    @FunctionalInterface
    public interface Look<T> {
        /// @param now the moment of the look
        /// @param notes whose data is looked at
        T look(Moment now, Notes notes);
    }

    /// Carries an act out.
    ///
    /// @param act the class of the act, which bears [Act]
    public <T> Outcome<T> act(Class<?> act, Actor actor, Place place, Work<T> work) {
        return run(act, actor, place, Journal.Kind.DONE, work);
    }

    /// Looks at a pupil's data: allowed as an act is, and noted in the journal.
    ///
    /// @param act the class of the look, which bears [Act]
    public <T> Outcome<T> look(Class<?> act, Actor actor, Place place, Look<T> look) {
        return run(act, actor, place, Journal.Kind.LOOKED, (now, notes) -> new Outcome.Done<>(look.look(now, notes)));
    }

    /// Whether an act would be allowed now; for pages that show or hide a button. Writes nothing.
    public boolean may(Class<?> act, Actor actor, Place place) {
        return allowing(annotation(act), actor, place, now(place)).isPresent();
    }

    /// The moment at a place, for pages that show what day it is there.
    public Moment now(Place place) {
        return new Moment(clock.instant(), place.zone());
    }

    private <T> Outcome<T> run(Class<?> type, Actor actor, Place place, Journal.Kind kind, Work<T> work) {
        Act act = annotation(type);
        Moment now = now(place);
        Optional<String> role = allowing(act, actor, place, now);
        if (role.isEmpty()) {
            return refused(type, actor, "", place, now, Outcome.refused(new NotYours(act.value())));
        }
        if (act.strong() && !actor.strong()) {
            return refused(type, actor, role.get(), place, now, Outcome.refused(new SecondFactorNeeded()));
        }
        Outcome<T> outcome = transaction.execute(status -> {
            Notes notes = new Notes();
            Outcome<T> came = work.carryOut(now, notes);
            switch (came) {
                case Outcome.Done<T> _ -> journal.write(kind, act.value(), actor, role.get(), place, now, notes);
                case Outcome.Refused<T> _ -> status.setRollbackOnly();
            }
            return came;
        });
        return outcome instanceof Outcome.Refused<T> refused
                ? refused(type, actor, role.get(), place, now, refused)
                : outcome;
    }

    private <T> Outcome<T> refused(
            Class<?> type, Actor actor, String role, Place place, Moment now, Outcome<T> outcome) {
        Notes notes = new Notes();
        if (outcome instanceof Outcome.Refused<T>(var reasons)) {
            notes.detail("reason", reasons.getFirst().getClass().getSimpleName());
            notes.detail("reasons", reasons.size());
            reasons.forEach(reason -> ActRefused.tell(type, reason));
        }
        transaction.executeWithoutResult(
                _ -> journal.write(Journal.Kind.REFUSED, annotation(type).value(), actor, role, place, now, notes));
        return outcome;
    }

    /// The role by which the actor may, of the first mandate that is in force and reaches the place.
    private static Optional<String> allowing(Act act, Actor actor, Place place, Moment now) {
        if (actor.isSystem()) {
            return Optional.of("SYSTEM");
        }
        return actor.mandates().stream()
                .filter(mandate -> Arrays.asList(act.by()).contains(mandate.role()))
                .filter(mandate -> mandate.inForce(now.date()) && mandate.reaches(place))
                .map(mandate -> mandate.role().name())
                .findFirst();
    }

    private static Act annotation(Class<?> type) {
        Act act = type.getAnnotation(Act.class);
        if (act == null) {
            throw new IllegalArgumentException(type.getName() + " bears no @Act");
        }
        return act;
    }
}
