package org.matricula.registry.signing.flows;

import java.util.List;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.signing.PersonalKeys;
import org.matricula.registry.signing.PersonalKeys.PersonalKey;
import org.springframework.stereotype.Component;

/// Looks at everybody's certificates: whose will end, who has none.
@Component
@Act(
        value = "look-at-keys",
        by = {Role.ADMINISTRATOR, Role.PRINCIPAL})
@Refuses(NotYours.class)
public final class LookAtKeys {
    private final Office office;
    private final Accounts accounts;
    private final PersonalKeys keys;

    LookAtKeys(Office office, Accounts accounts, PersonalKeys keys) {
        this.office = office;
        this.accounts = accounts;
        this.keys = keys;
    }

    /// A person with every key he or she ever had here, the newest first.
    public record Held(Account account, List<PersonalKey> keys) {
        public Held {
            keys = List.copyOf(keys);
        }
    }

    /// The people of an institution by login.
    public Outcome<List<Held>> run(Actor actor, Institution institution) {
        return office.look(LookAtKeys.class, actor, institution.place(), (_, _) -> {
            List<Account> people = accounts.at(institution.id());
            List<PersonalKey> all = keys.of(people.stream().map(Account::id).toList());
            return people.stream()
                    .map(person -> new Held(
                            person,
                            all.stream()
                                    .filter(key -> key.account().equals(person.id()))
                                    .toList()))
                    .toList();
        });
    }
}
