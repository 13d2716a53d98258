package org.matricula.registry.directory.flows;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.directory.ClassRegister;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Institutions;
import org.matricula.registry.directory.Mandates;
import org.matricula.registry.directory.SignInDesk;
import org.matricula.registry.directory.flows.GiveMandateFlow.Gift;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Journal;
import org.matricula.registry.flow.Mandate;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.flow.Role;
import org.matricula.registry.page.Language;
import org.matricula.registry.testing.Node;
import org.matricula.registry.testing.StandingClock;

/// Two schools with their people, for the tests of the acts around them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PeopleOffice {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    static final LocalDate TODAY = LocalDate.of(2026, 5, 20);
    static final UUID CLASS_4A = UUID.randomUUID();

    private final StandingClock clock = new StandingClock("2026-05-20T02:00:00Z");
    final Moment now = new Moment(clock.instant(), HANOI);
    private final AtomicInteger count = new AtomicInteger();
    final List<String> asked = new CopyOnWriteArrayList<>();
    Node node;
    Institution school;
    Institution other;

    /// Signing in, as far as the acts ask for it.
    private final class Desk implements SignInDesk {
        @Override
        public OneTimeCode oneTimeCode(UUID account, Moment at) {
            asked.add("code " + account);
            return new OneTimeCode("CODE", at.at().plusSeconds(1));
        }

        @Override
        public void takeSecondFactors(UUID account, Moment at) {
            asked.add("factors " + account);
        }

        @Override
        public void signOutEverywhere(UUID account, Moment at) {
            asked.add("out " + account);
        }

        @Override
        public Readiness readiness(UUID account) {
            return Readiness.PASSWORD;
        }
    }

    /// One class with one subject, of the first school.
    private final class Register implements ClassRegister {
        @Override
        public List<SchoolClass> classes(UUID institution, Language language) {
            return institution.equals(school.id())
                    ? List.of(new SchoolClass(CLASS_4A, "4A", List.of(new Subject("MATHEMATICS", "Toán"))))
                    : List.of();
        }

        @Override
        public Optional<SchoolClass> find(UUID institution, UUID classId, Language language) {
            return classes(institution, language).stream()
                    .filter(each -> each.id().equals(classId))
                    .findFirst();
        }

        @Override
        public Set<UUID> classesOf(UUID pupil) {
            return Set.of();
        }
    }

    @BeforeAll
    void two_schools() {
        node = new Node(
                clock,
                context -> {
                    context.registerBean(SignInDesk.class, Desk::new);
                    context.registerBean(ClassRegister.class, Register::new);
                },
                Journal.class,
                Office.class,
                Institutions.class,
                Accounts.class,
                Mandates.class,
                Keepers.class,
                OpenAccountFlow.class,
                CloseAccountFlow.class,
                ReopenAccountFlow.class,
                ResetSignInFlow.class,
                RenamePersonFlow.class,
                GiveMandateFlow.class,
                EndMandateFlow.class,
                ReadJournalFlow.class);
        school = school("22001234");
        other = school("22009999");
    }

    private Institution school(String code) {
        return node.get(Institutions.class)
                .add(code, "Trường " + code, LocalDate.of(2000, 1, 1), "VN", HANOI, Map.of(), now);
    }

    @AfterAll
    void end() {
        node.close();
    }

    Account account(Institution at) {
        Account account = node.get(Accounts.class)
                .open("person" + count.incrementAndGet(), "Nguyễn Thị Hoa", Actor.system(), now);
        node.get(Accounts.class).keep(account.id(), at.id(), now);
        return account;
    }

    Actor actor(Account account, boolean strong) {
        return node.get(Accounts.class).actor(account, strong);
    }

    Actor who(Role role, Institution at) {
        Account account = account(at);
        hold(account, role, at);
        return actor(account, true);
    }

    UUID hold(Account account, Role role, Institution at) {
        boolean teaching = role == Role.SUBJECT_TEACHER || role == Role.HOMEROOM_TEACHER;
        return node.get(Mandates.class)
                .give(
                        account.id(),
                        new Mandate(
                                role,
                                at.id(),
                                teaching ? Optional.of(CLASS_4A) : Optional.empty(),
                                role == Role.SUBJECT_TEACHER ? Optional.of("MATHEMATICS") : Optional.empty(),
                                TODAY.minusDays(1),
                                Optional.of(TODAY.plusDays(60))),
                        Actor.system(),
                        now);
    }

    static Gift gift(UUID account, Role role) {
        boolean teaching = role == Role.SUBJECT_TEACHER || role == Role.HOMEROOM_TEACHER;
        return new Gift(
                account,
                role,
                teaching ? Optional.of(CLASS_4A) : Optional.empty(),
                role == Role.SUBJECT_TEACHER ? Optional.of("MATHEMATICS") : Optional.empty(),
                Optional.empty(),
                Optional.of(TODAY.plusDays(30)));
    }

    static List<Refusal> reasons(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(List<Refusal> reasons) ? reasons : List.of();
    }

    Outcome<UUID> give(Actor actor, Gift gift) {
        return node.get(GiveMandateFlow.class).run(actor, school, gift);
    }
}
