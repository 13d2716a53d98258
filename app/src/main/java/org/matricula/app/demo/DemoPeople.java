package org.matricula.app.demo;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.matricula.law.Sentence;
import org.matricula.registry.accounts.Credentials;
import org.matricula.registry.accounts.SetUpSchoolFlow;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Institutions;
import org.matricula.registry.directory.Mandates;
import org.matricula.registry.directory.SignInDesk.Readiness;
import org.matricula.registry.directory.flows.GiveMandateFlow;
import org.matricula.registry.directory.flows.OpenAccountFlow;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Role;
import org.matricula.registry.signing.PersonalKeys;
import org.matricula.registry.signing.SealCertificates;
import org.matricula.registry.signing.flows.DeclareCertificate;
import org.matricula.registry.signing.flows.DeclareCertificate.Source;
import org.matricula.verifier.record.RecordContent.Issuer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The institutions of the demo, and who works there.
@Component
class DemoPeople {
    static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    static final String SCHOOL = "22145678";
    private static final String SCHOOL_NAME = "Trường Tiểu học Hoa Sen";
    private static final LocalDate SINCE = LocalDate.of(1990, 9, 5);
    private static final Sentence NONE = new Sentence("-", "-");
    private static final int INSPECTION_DAYS = 90;

    private static final String ADMINISTRATOR = "quantri";
    private static final String PRINCIPAL = "hieutruong";
    private static final String OFFICE = "vanphong";
    private static final String INSPECTOR = "thanhtra";

    private final SetUpSchoolFlow setUp;
    private final Institutions institutions;
    private final Accounts accounts;
    private final Mandates mandates;
    private final Credentials credentials;
    private final PersonalKeys keys;
    private final OpenAccountFlow opening;
    private final GiveMandateFlow giving;
    private final DeclareCertificate declaring;
    private final SealCertificates certificates;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    DemoPeople(
            SetUpSchoolFlow setUp,
            Institutions institutions,
            Accounts accounts,
            Mandates mandates,
            Credentials credentials,
            PersonalKeys keys,
            OpenAccountFlow opening,
            GiveMandateFlow giving,
            DeclareCertificate declaring,
            SealCertificates certificates,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.setUp = setUp;
        this.institutions = institutions;
        this.accounts = accounts;
        this.mandates = mandates;
        this.credentials = credentials;
        this.keys = keys;
        this.opening = opening;
        this.giving = giving;
        this.declaring = declaring;
        this.certificates = certificates;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    Moment now() {
        return new Moment(clock.instant(), HANOI);
    }

    /// Whether somebody has begun to use this register.
    boolean inUse() {
        return !institutions.all(now().date()).isEmpty();
    }

    Optional<Institution> school() {
        return institutions.byCode(SCHOOL, now().date());
    }

    /// The school with its administrator, principal, clerk and inspector, and two universities beside it.
    Institution make() {
        Institution school = school().orElseGet(() -> {
            DemoActs.done(setUp.run(
                    new SetUpSchoolFlow.School(SCHOOL, SCHOOL_NAME, "VN", "Phường An Sen", "Quảng Ninh"),
                    new SetUpSchoolFlow.Administrator(ADMINISTRATOR, "Hoàng Quốc Trị", DemoLogins.PASSWORD)));
            return school().orElseThrow();
        });
        Actor administrator = actor(ADMINISTRATOR);
        ready(account(ADMINISTRATOR), school, true, false);
        person(school, administrator, PRINCIPAL, "Trần Quang Vinh", Role.PRINCIPAL, Optional.empty());
        person(school, administrator, OFFICE, "Đỗ Thị Vân", Role.OFFICE, Optional.empty());
        person(
                school,
                actor(PRINCIPAL),
                INSPECTOR,
                "Lê Minh Tra",
                Role.INSPECTOR,
                Optional.of(now().date().plusDays(INSPECTION_DAYS)));
        ready(account(PRINCIPAL), school, true, true);
        ready(account(OFFICE), school, false, false);
        ready(account(INSPECTOR), school, false, false);
        university("DHHA", "Trường Đại học Hải An", "Quảng Ninh");
        university("DHBS", "Trường Đại học Bạch Sa", "Hà Nội");
        return school;
    }

    /// Declares the demo authority's certificate of the school, as its administrator would.
    void declareSeal(Institution school) {
        if (certificates.of(school.id()).isEmpty()) {
            String seal = SealCertificates.sha256(declaring.offered(school).getFirst());
            DemoActs.done(declaring.run(actor(ADMINISTRATOR), school, new Source.Held(seal)));
        }
    }

    private void university(String code, String name, String province) {
        if (institutions.byCode(code, now().date()).isEmpty()) {
            transaction.executeWithoutResult(
                    _ -> institutions.add(code, name, SINCE, "VN", HANOI, Map.of("province", province), now()));
        }
    }

    private void person(
            Institution school, Actor by, String login, String name, Role role, Optional<LocalDate> lastDay) {
        Account account = accounts.byLogin(login)
                .orElseGet(() -> DemoActs.done(opening.run(administrator(by), school, login, name))
                        .account());
        if (mandates.of(account.id()).isEmpty()) {
            DemoActs.done(giving.run(
                    by,
                    school,
                    new GiveMandateFlow.Gift(
                            account.id(), role, Optional.empty(), Optional.empty(), Optional.empty(), lastDay)));
        }
    }

    private Actor administrator(Actor by) {
        return actor(ADMINISTRATOR).id().equals(by.id()) ? by : actor(ADMINISTRATOR);
    }

    /// Gives a person what signing in and signing need, as far as it is missing.
    void ready(Account account, Institution school, boolean secondFactor, boolean signs) {
        transaction.executeWithoutResult(_ -> {
            if (credentials.readiness(account.id()) == Readiness.NO_PASSWORD) {
                credentials.setPassword(account.id(), DemoLogins.PASSWORD, now());
            }
            if (secondFactor && credentials.readiness(account.id()) != Readiness.SECOND_FACTOR) {
                credentials.setTotp(account.id(), DemoLogins.SECRET, now());
            }
            if (signs && keys.newest(account.id()).isEmpty()) {
                keys.make(
                        accounts.actor(account, true),
                        new Issuer(school.code(), school.name()),
                        DemoLogins.PIN.toCharArray(),
                        now());
            }
        });
    }

    Account account(String login) {
        return accounts.byLogin(login).orElseThrow(() -> new IllegalStateException("the demo has no account " + login));
    }

    Actor actor(String login) {
        return accounts.actor(account(login), true);
    }

    Actor clerk() {
        return actor(OFFICE);
    }

    Actor principal() {
        return actor(PRINCIPAL);
    }

    /// The teachers, as the import opened their accounts.
    List<Account> teachers(Institution school) {
        List<String> office = List.of(ADMINISTRATOR, PRINCIPAL, OFFICE, INSPECTOR);
        return accounts.at(school.id()).stream()
                .filter(account -> !office.contains(account.login()))
                .toList();
    }

    /// Everybody, for the table of logins.
    ///
    /// @param duties the entry of a teacher
    List<DemoLogins.Person> everybody(Institution school, Function<Account, DemoLogins.Person> duties) {
        List<DemoLogins.Person> people = new java.util.ArrayList<>(List.of(
                new DemoLogins.Person(OFFICE, account(OFFICE).name(), "office", NONE, false, false),
                new DemoLogins.Person(PRINCIPAL, account(PRINCIPAL).name(), "principal", NONE, true, true)));
        teachers(school).forEach(teacher -> people.add(duties.apply(teacher)));
        people.add(new DemoLogins.Person(
                ADMINISTRATOR, account(ADMINISTRATOR).name(), "administrator", NONE, true, false));
        people.add(new DemoLogins.Person(INSPECTOR, account(INSPECTOR).name(), "inspector", NONE, false, false));
        return people;
    }
}
