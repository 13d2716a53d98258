package org.matricula.registry.directory.flows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.SignInDesk;
import org.matricula.registry.directory.SignInDesk.OneTimeCode;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.springframework.stereotype.Component;

/// Opens an account for a person. It can do nothing until mandates are given; the person sets the password alone, with
/// the code that is printed once.
@Component
@Act(
        value = "open-account",
        by = {Role.ADMINISTRATOR, Role.PRINCIPAL})
@Refuses({LoginTaken.class, LoginNotFit.class, NameMissing.class})
public final class OpenAccountFlow {
    private final Office office;
    private final Accounts accounts;
    private final SignInDesk desk;

    OpenAccountFlow(Office office, Accounts accounts, SignInDesk desk) {
        this.office = office;
        this.accounts = accounts;
        this.desk = desk;
    }

    /// What came of it.
    ///
    /// @param code for the person, shown once
    public record Opened(Account account, OneTimeCode code) {}

    /// @param institution which keeps the account
    /// @param login what the person will type
    public Outcome<Opened> run(Actor actor, Institution institution, String login, String name) {
        return office.act(OpenAccountFlow.class, actor, institution.place(), (now, notes) -> {
            Optional<String> fresh = PersonName.of(name);
            List<Refusal> reasons = reasons(login.strip(), fresh);
            if (!reasons.isEmpty()) {
                return new Outcome.Refused<>(reasons);
            }
            Account account = accounts.open(login, fresh.orElseThrow(), actor, now);
            accounts.keep(account.id(), institution.id(), now);
            notes.detail("account", account.id());
            return new Outcome.Done<>(new Opened(account, desk.oneTimeCode(account.id(), now)));
        });
    }

    private List<Refusal> reasons(String login, Optional<String> name) {
        List<Refusal> reasons = new ArrayList<>();
        if (!login.toLowerCase(Locale.ROOT).matches("[a-z0-9][a-z0-9._-]{2,39}")) {
            reasons.add(new LoginNotFit());
        } else if (accounts.byLogin(login).isPresent()) {
            reasons.add(new LoginTaken(login));
        }
        if (name.isEmpty()) {
            reasons.add(new NameMissing());
        }
        return reasons;
    }
}
