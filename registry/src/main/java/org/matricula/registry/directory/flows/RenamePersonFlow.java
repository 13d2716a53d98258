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

/// Gives a person another name: a mistyped one mended, or a new one after a marriage. What was signed under the old
/// name keeps it; the key must bear the new one before its person signs again.
@Component
@Act(
        value = "rename-person",
        by = {Role.ADMINISTRATOR, Role.PRINCIPAL, Role.OFFICE})
@Refuses({AccountElsewhere.class, AccountIsClosed.class, NameMissing.class})
public final class RenamePersonFlow {
    private final Office office;
    private final Accounts accounts;
    private final Keepers keepers;

    RenamePersonFlow(Office office, Accounts accounts, Keepers keepers) {
        this.office = office;
        this.accounts = accounts;
        this.keepers = keepers;
    }

    /// @param institution which keeps the account
    public Outcome<Account> run(Actor actor, Institution institution, UUID account, String name) {
        return office.act(RenamePersonFlow.class, actor, institution.place(), (now, notes) -> {
            Optional<Account> kept = keepers.kept(account, institution.place());
            if (kept.isEmpty()) {
                return Outcome.refused(new AccountElsewhere());
            }
            if (kept.get().closed()) {
                return Outcome.refused(new AccountIsClosed());
            }
            Optional<String> fresh = PersonName.of(name);
            if (fresh.isEmpty()) {
                return Outcome.refused(new NameMissing());
            }
            if (!fresh.get().equals(kept.get().name())) {
                accounts.rename(account, fresh.get(), actor, now);
            }
            notes.detail("account", account);
            return new Outcome.Done<>(accounts.find(account).orElseThrow());
        });
    }
}
