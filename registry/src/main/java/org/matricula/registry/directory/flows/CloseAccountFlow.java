package org.matricula.registry.directory.flows;

import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.SignInDesk;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.springframework.stereotype.Component;

/// Closes an account: its person is out at once and does not get in again. What was signed with it stays signed.
@Component
@Act(
        value = "close-account",
        by = {Role.ADMINISTRATOR, Role.PRINCIPAL})
@Refuses({AccountElsewhere.class, AccountIsClosed.class, NotForYourself.class})
public final class CloseAccountFlow {
    private final Office office;
    private final Accounts accounts;
    private final Keepers keepers;
    private final SignInDesk desk;

    CloseAccountFlow(Office office, Accounts accounts, Keepers keepers, SignInDesk desk) {
        this.office = office;
        this.accounts = accounts;
        this.keepers = keepers;
        this.desk = desk;
    }

    /// @param institution which keeps the account
    public Outcome<Account> run(Actor actor, Institution institution, UUID account) {
        return office.act(CloseAccountFlow.class, actor, institution.place(), (now, notes) -> {
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
            accounts.close(account, true, actor, now);
            desk.signOutEverywhere(account, now);
            notes.detail("account", account);
            return new Outcome.Done<>(kept.get());
        });
    }
}
