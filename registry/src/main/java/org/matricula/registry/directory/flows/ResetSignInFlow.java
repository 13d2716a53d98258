package org.matricula.registry.directory.flows;

import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.SignInDesk;
import org.matricula.registry.directory.SignInDesk.OneTimeCode;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.springframework.stereotype.Component;

/// Helps a person who cannot get in: a new one-time code for a forgotten password, and for a lost telephone the second
/// factor taken away as well.
///
/// Whoever holds the code can become that person. So it wants a second factor of the one who makes it, leaves a line in
/// the journal and in the person's own list, and a second factor that is left in place is still asked for.
@Component
@Act(
        value = "reset-sign-in",
        by = {Role.ADMINISTRATOR, Role.PRINCIPAL},
        strong = true)
@Refuses({AccountElsewhere.class, AccountIsClosed.class, NotForYourself.class})
public final class ResetSignInFlow {
    private final Office office;
    private final Keepers keepers;
    private final SignInDesk desk;

    ResetSignInFlow(Office office, Keepers keepers, SignInDesk desk) {
        this.office = office;
        this.keepers = keepers;
        this.desk = desk;
    }

    /// @param institution which keeps the account
    /// @param secondFactorToo whether the second factor is lost
    public Outcome<OneTimeCode> run(Actor actor, Institution institution, UUID account, boolean secondFactorToo) {
        return office.act(ResetSignInFlow.class, actor, institution.place(), (now, notes) -> {
            Optional<Account> kept = keepers.kept(account, institution.place());
            if (kept.isEmpty()) {
                return Outcome.refused(new AccountElsewhere());
            }
            if (actor.account().equals(Optional.of(account))) {
                return Outcome.refused(new NotForYourself());
            }
            if (kept.get().closed()) {
                return Outcome.refused(new AccountIsClosed());
            }
            desk.signOutEverywhere(account, now);
            if (secondFactorToo) {
                desk.takeSecondFactors(account, now);
            }
            notes.detail("account", account).detail("secondFactor", secondFactorToo);
            return new Outcome.Done<>(desk.oneTimeCode(account, now));
        });
    }
}
