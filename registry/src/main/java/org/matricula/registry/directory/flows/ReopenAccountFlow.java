package org.matricula.registry.directory.flows;

import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.springframework.stereotype.Component;

/// Opens a closed account again. Mandates that are still in force hold again.
@Component
@Act(
        value = "reopen-account",
        by = {Role.ADMINISTRATOR, Role.PRINCIPAL})
@Refuses({AccountElsewhere.class, AccountIsOpen.class})
public final class ReopenAccountFlow {
    private final Office office;
    private final Accounts accounts;
    private final Keepers keepers;

    ReopenAccountFlow(Office office, Accounts accounts, Keepers keepers) {
        this.office = office;
        this.accounts = accounts;
        this.keepers = keepers;
    }

    /// @param institution which keeps the account
    public Outcome<Account> run(Actor actor, Institution institution, UUID account) {
        return office.act(ReopenAccountFlow.class, actor, institution.place(), (now, notes) -> {
            Optional<Account> kept = keepers.kept(account, institution.place());
            if (kept.isEmpty()) {
                return Outcome.refused(new AccountElsewhere());
            }
            if (!kept.get().closed()) {
                return Outcome.refused(new AccountIsOpen());
            }
            accounts.close(account, false, actor, now);
            notes.detail("account", account);
            return new Outcome.Done<>(kept.get());
        });
    }
}
