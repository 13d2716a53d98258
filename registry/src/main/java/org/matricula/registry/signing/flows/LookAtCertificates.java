package org.matricula.registry.signing.flows;

import java.util.List;
import java.util.Optional;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.signing.PersonalKeys;
import org.matricula.registry.signing.PersonalKeys.PersonalKey;
import org.matricula.registry.signing.SealCertificates;
import org.matricula.registry.signing.SealCertificates.SealCertificate;
import org.springframework.stereotype.Component;

/// Looks at every certificate of an institution, its seals' and its people's: which are in use, and which end soon.
@Component
@Act(
        value = "look-at-certificates",
        by = {Role.ADMINISTRATOR, Role.PRINCIPAL})
@Refuses(NotYours.class)
public final class LookAtCertificates {
    private final Office office;
    private final Accounts accounts;
    private final SealCertificates register;
    private final PersonalKeys keys;

    LookAtCertificates(Office office, Accounts accounts, SealCertificates register, PersonalKeys keys) {
        this.office = office;
        this.accounts = accounts;
        this.register = register;
        this.keys = keys;
    }

    /// The certificates of an institution.
    ///
    /// @param at the moment of the look
    /// @param seals every one that was ever declared, the newest declaration first
    /// @param people the key with which each person signs, or would if it had not ended; revoked ones left out
    public record Certificates(Moment at, List<SealCertificate> seals, List<Held> people) {
        public Certificates {
            seals = List.copyOf(seals);
            people = List.copyOf(people);
        }
    }

    /// A person's newest key.
    public record Held(Account account, PersonalKey key) {}

    /// Looks.
    public Outcome<Certificates> run(Actor actor, Institution institution) {
        return office.look(LookAtCertificates.class, actor, institution.place(), (now, _) -> {
            List<Account> people = accounts.at(institution.id()).stream()
                    .filter(account -> !account.closed())
                    .toList();
            List<PersonalKey> all = keys.of(people.stream().map(Account::id).toList());
            List<Held> held = people.stream()
                    .flatMap(person -> newest(person, all).map(key -> new Held(person, key)).stream())
                    .toList();
            return new Certificates(now, register.of(institution.id()), held);
        });
    }

    private static Optional<PersonalKey> newest(Account person, List<PersonalKey> all) {
        return all.stream()
                .filter(key -> key.account().equals(person.id()))
                .findFirst()
                .filter(key -> !key.revoked());
    }
}
