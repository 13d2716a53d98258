package org.matricula.registry.accounts;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Institutions;
import org.matricula.registry.directory.Mandates;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Mandate;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Place;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.springframework.stereotype.Component;

/// Sets an empty register up: its first school, and the administrator who opens all other accounts. Once, and then
/// never again. It is the register's own act: there is nobody yet who could have a mandate.
@Component
@Act(
        value = "set-up-school",
        by = {})
@Refuses({SchoolIsThere.class, SchoolNotFit.class})
public final class SetUpSchoolFlow {
    /// Where a country's schools count their days. A school that lives by another clock changes it later by hand.
    static final Map<String, ZoneId> ZONES = Map.of(
            "VN", ZoneId.of("Asia/Ho_Chi_Minh"),
            "KZ", ZoneId.of("Asia/Almaty"),
            "RU", ZoneId.of("Europe/Moscow"));

    /// Long before any act, so that a book of an earlier year prints the name too.
    private static final LocalDate EVER = LocalDate.of(1900, 1, 1);

    private static final UUID NOWHERE = new UUID(0, 0);

    private final Office office;
    private final Institutions institutions;
    private final Accounts accounts;
    private final Mandates mandates;
    private final Credentials credentials;

    SetUpSchoolFlow(
            Office office, Institutions institutions, Accounts accounts, Mandates mandates, Credentials credentials) {
        this.office = office;
        this.institutions = institutions;
        this.accounts = accounts;
        this.mandates = mandates;
        this.credentials = credentials;
    }

    /// What the first person tells.
    ///
    /// @param code of the school in the national register
    /// @param country `VN`, `KZ` or `RU`
    /// @param commune may be empty
    /// @param province may be empty
    public record School(String code, String name, String country, String commune, String province) {}

    /// The administrator.
    public record Administrator(String login, String name, String password) {}

    /// @return the administrator's account
    public Outcome<Account> run(School school, Administrator administrator) {
        ZoneId zone = ZONES.getOrDefault(school.country(), ZoneOffset.UTC);
        Actor register = Actor.system();
        return office.act(SetUpSchoolFlow.class, register, Place.of(NOWHERE, zone), (now, notes) -> {
            if (!ZONES.containsKey(school.country())
                    || school.code().isBlank()
                    || school.name().isBlank()) {
                return Outcome.refused(new SchoolNotFit());
            }
            institutions.alone();
            if (!institutions.all(now.date()).isEmpty()) {
                return Outcome.refused(new SchoolIsThere());
            }
            Institution made = add(school, zone, now);
            Account account = accounts.open(administrator.login(), administrator.name(), register, now);
            accounts.keep(account.id(), made.id(), now);
            mandates.give(account.id(), Mandate.over(Role.ADMINISTRATOR, made.id(), now.date()), register, now);
            credentials.setPassword(account.id(), administrator.password(), now);
            notes.detail("institution", made.id()).detail("account", account.id());
            return new Outcome.Done<>(account);
        });
    }

    private Institution add(School school, ZoneId zone, Moment now) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("commune", school.commune().strip());
        values.put("province", school.province().strip());
        values.values().removeIf(String::isEmpty);
        return institutions.add(
                school.code().strip(), school.name().strip(), EVER, school.country(), zone, values, now);
    }
}
