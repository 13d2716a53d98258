package org.matricula.registry.directory.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Institutions;
import org.matricula.registry.directory.Mandates;
import org.matricula.registry.directory.SignInDesk;
import org.matricula.registry.directory.flows.GiveMandateFlow.Gift;
import org.matricula.registry.directory.flows.OpenAccountFlow.Opened;
import org.matricula.registry.directory.flows.ReadJournalFlow.Question;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Journal;
import org.matricula.registry.flow.Mandate;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.flow.Role;
import org.matricula.registry.flow.SecondFactorNeeded;
import org.matricula.registry.testing.Node;
import org.matricula.registry.testing.StandingClock;

/// What stands in the way of the acts around people. Who may carry them out stands in the permission table of `app`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleActsTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 20);
    private static final UUID CLASS_4A = UUID.randomUUID();

    private final StandingClock clock = new StandingClock("2026-05-20T02:00:00Z");
    private final Moment now = new Moment(clock.instant(), HANOI);
    private final AtomicInteger count = new AtomicInteger();
    private final List<String> asked = new java.util.concurrent.CopyOnWriteArrayList<>();
    private Node node;
    private Institution school;
    private Institution other;

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

    @BeforeAll
    void two_schools() {
        node = new Node(
                clock,
                context -> context.registerBean(SignInDesk.class, Desk::new),
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

    private Account account(Institution at) {
        Account account = node.get(Accounts.class)
                .open("person" + count.incrementAndGet(), "Nguyễn Thị Hoa", Actor.system(), now);
        node.get(Accounts.class).keep(account.id(), at.id(), now);
        return account;
    }

    private Actor actor(Account account, boolean strong) {
        return node.get(Accounts.class).actor(account, strong);
    }

    private Actor who(Role role, Institution at) {
        Account account = account(at);
        hold(account, role, at);
        return actor(account, true);
    }

    private UUID hold(Account account, Role role, Institution at) {
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

    private static Gift gift(UUID account, Role role) {
        boolean teaching = role == Role.SUBJECT_TEACHER || role == Role.HOMEROOM_TEACHER;
        return new Gift(
                account,
                role,
                teaching ? Optional.of(CLASS_4A) : Optional.empty(),
                role == Role.SUBJECT_TEACHER ? Optional.of("ENGLISH") : Optional.empty(),
                Optional.empty(),
                Optional.of(TODAY.plusDays(30)));
    }

    /// Every role, with every role that it could give.
    static Stream<Arguments> gifts() {
        return Stream.of(Role.ADMINISTRATOR, Role.OFFICE, Role.PRINCIPAL)
                .flatMap(by -> Stream.of(Role.values()).map(role -> Arguments.of(by, role)));
    }

    private static List<Refusal> reasons(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(List<Refusal> reasons) ? reasons : List.of();
    }

    private Outcome<UUID> give(Actor actor, Gift gift) {
        return node.get(GiveMandateFlow.class).run(actor, school, gift);
    }

    @Nested
    class Nobody {
        @ParameterizedTest
        @MethodSource("org.matricula.registry.directory.flows.PeopleActsTest#gifts")
        void gives_himself_a_role_but_a_principal_who_also_teaches(Role by, Role role) {
            Actor self = who(by, school);
            boolean may = by == Role.PRINCIPAL && role != Role.PRINCIPAL;
            assertThat(give(self, gift(self.id(), role)) instanceof Outcome.Done<?>)
                    .isEqualTo(may);
        }

        @Test
        void closes_or_resets_the_own_account() {
            Actor self = who(Role.ADMINISTRATOR, school);
            assertThat(node.get(CloseAccountFlow.class).run(self, school, self.id()))
                    .isEqualTo(Outcome.refused(new NotForYourself()));
            assertThat(node.get(ResetSignInFlow.class).run(self, school, self.id(), true))
                    .isEqualTo(Outcome.refused(new NotForYourself()));
        }

        @Test
        void manages_an_account_that_another_school_keeps() {
            Actor administrator = who(Role.ADMINISTRATOR, school);
            Account guest = account(other);
            hold(guest, Role.OFFICE, school);
            assertThat(node.get(ResetSignInFlow.class).run(administrator, school, guest.id(), false))
                    .isEqualTo(Outcome.refused(new AccountElsewhere()));
            assertThat(node.get(CloseAccountFlow.class).run(administrator, school, guest.id()))
                    .isEqualTo(Outcome.refused(new AccountElsewhere()));
        }
    }

    @Nested
    class An_account {
        @Test
        void is_opened_with_a_code_for_its_person_and_no_right_at_all() {
            Outcome<Opened> outcome = node.get(OpenAccountFlow.class)
                    .run(who(Role.ADMINISTRATOR, school), school, " Thu.Ha ", " Phạm Thu Hà ");
            Opened opened = ((Outcome.Done<Opened>) outcome).value();
            assertThat(opened.account().login()).isEqualTo("thu.ha");
            assertThat(opened.account().name()).isEqualTo("Phạm Thu Hà");
            assertThat(asked).contains("code " + opened.account().id());
            assertThat(actor(opened.account(), false).mandates()).isEmpty();
            assertThat(node.get(Accounts.class).at(school.id())).contains(opened.account());
        }

        @Test
        void is_not_opened_under_a_login_that_is_taken_or_cannot_be_typed() {
            Actor administrator = who(Role.ADMINISTRATOR, school);
            String taken = account(school).login();
            assertThat(reasons(node.get(OpenAccountFlow.class).run(administrator, school, taken, "Lê An")))
                    .containsExactly(new LoginTaken(taken));
            assertThat(reasons(node.get(OpenAccountFlow.class).run(administrator, school, "thầy an", " ")))
                    .containsExactly(new LoginNotFit(), new NameMissing());
        }

        @Test
        void gets_another_name_with_single_blanks_and_the_old_one_stays_with_what_was_done_under_it() {
            Actor office = who(Role.OFFICE, school);
            Account subject = account(school);
            Outcome<Account> outcome =
                    node.get(RenamePersonFlow.class).run(office, school, subject.id(), "  Nguyễn  Thị Hòa ");
            assertThat(outcome).isInstanceOf(Outcome.Done.class);
            assertThat(node.get(Accounts.class).find(subject.id()).orElseThrow().name())
                    .isEqualTo("Nguyễn Thị Hòa");
            assertThat(reasons(node.get(RenamePersonFlow.class).run(office, school, subject.id(), " ")))
                    .containsExactly(new NameMissing());
            assertThat(reasons(node.get(RenamePersonFlow.class)
                            .run(who(Role.OFFICE, other), other, subject.id(), "Lê An")))
                    .containsExactly(new AccountElsewhere());
            node.get(Accounts.class).close(subject.id(), true, Actor.system(), now);
            assertThat(reasons(node.get(RenamePersonFlow.class).run(office, school, subject.id(), "Lê An")))
                    .containsExactly(new AccountIsClosed());
        }

        @Test
        void that_is_closed_is_out_at_once_and_gets_nothing_until_it_is_opened_again() {
            Actor principal = who(Role.PRINCIPAL, school);
            Account subject = account(school);
            hold(subject, Role.OFFICE, school);
            node.get(CloseAccountFlow.class).run(principal, school, subject.id());
            assertThat(asked).contains("out " + subject.id());
            Account closed = node.get(Accounts.class).find(subject.id()).orElseThrow();
            assertThat(actor(closed, true).mandates()).isEmpty();
            assertThat(node.get(CloseAccountFlow.class).run(principal, school, subject.id()))
                    .isEqualTo(Outcome.refused(new AccountIsClosed()));
            assertThat(node.get(ResetSignInFlow.class).run(principal, school, subject.id(), false))
                    .isEqualTo(Outcome.refused(new AccountIsClosed()));
            assertThat(reasons(give(principal, gift(subject.id(), Role.OFFICE))))
                    .contains(new AccountIsClosed());
            assertThat(node.get(ReopenAccountFlow.class).run(principal, school, subject.id()))
                    .isInstanceOf(Outcome.Done.class);
            assertThat(node.get(ReopenAccountFlow.class).run(principal, school, subject.id()))
                    .isEqualTo(Outcome.refused(new AccountIsOpen()));
        }

        @Test
        void is_reset_only_by_somebody_with_a_second_factor_and_keeps_its_own_unless_it_is_lost() {
            Account administrator = account(school);
            hold(administrator, Role.ADMINISTRATOR, school);
            Account subject = account(school);
            assertThat(node.get(ResetSignInFlow.class).run(actor(administrator, false), school, subject.id(), false))
                    .isEqualTo(Outcome.refused(new SecondFactorNeeded()));
            node.get(ResetSignInFlow.class).run(actor(administrator, true), school, subject.id(), false);
            assertThat(asked).contains("out " + subject.id(), "code " + subject.id());
            assertThat(asked).doesNotContain("factors " + subject.id());
            node.get(ResetSignInFlow.class).run(actor(administrator, true), school, subject.id(), true);
            assertThat(asked).contains("factors " + subject.id());
        }
    }

    @Nested
    class A_mandate {
        @Test
        void of_a_teacher_names_the_class_and_that_of_anybody_else_does_not() {
            Actor principal = who(Role.PRINCIPAL, school);
            UUID subject = account(school).id();
            assertThat(reasons(give(principal, where(subject, Role.SUBJECT_TEACHER, CLASS_4A, null))))
                    .containsExactly(new ClassMissing(Role.SUBJECT_TEACHER));
            assertThat(reasons(give(principal, where(subject, Role.HOMEROOM_TEACHER, null, null))))
                    .containsExactly(new ClassMissing(Role.HOMEROOM_TEACHER));
            assertThat(reasons(give(principal, where(subject, Role.HOMEROOM_TEACHER, CLASS_4A, "ENGLISH"))))
                    .containsExactly(new ClassNotFit(Role.HOMEROOM_TEACHER));
            assertThat(reasons(give(principal, where(subject, Role.OFFICE, CLASS_4A, null))))
                    .containsExactly(new ClassNotFit(Role.OFFICE));
        }

        private static Gift where(UUID account, Role role, UUID classId, String subject) {
            return new Gift(
                    account,
                    role,
                    Optional.ofNullable(classId),
                    Optional.ofNullable(subject),
                    Optional.empty(),
                    Optional.empty());
        }

        @Test
        void of_an_inspector_lasts_ninety_days_at_most() {
            Actor principal = who(Role.PRINCIPAL, school);
            UUID subject = account(school).id();
            assertThat(reasons(give(principal, inspector(subject, null)))).containsExactly(new LastDayMissing(90));
            assertThat(reasons(give(principal, inspector(subject, TODAY.plusDays(91)))))
                    .containsExactly(new LastDayMissing(90));
            assertThat(give(principal, inspector(subject, TODAY.plusDays(90)))).isInstanceOf(Outcome.Done.class);
        }

        private static Gift inspector(UUID account, LocalDate to) {
            return new Gift(
                    account,
                    Role.INSPECTOR,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(TODAY),
                    Optional.ofNullable(to));
        }

        @Test
        void does_not_end_before_it_begins() {
            Actor principal = who(Role.PRINCIPAL, school);
            Gift gift = new Gift(
                    account(school).id(),
                    Role.OFFICE,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(TODAY),
                    Optional.of(TODAY.minusDays(1)));
            assertThat(reasons(give(principal, gift))).containsExactly(new LastDayBeforeFirst());
        }

        @Test
        void is_given_to_nobody_whom_the_school_does_not_know() {
            Actor principal = who(Role.PRINCIPAL, school);
            assertThat(reasons(give(principal, gift(account(other).id(), Role.OFFICE))))
                    .containsExactly(new AccountElsewhere());
        }

        @Test
        void that_ends_is_gone_at_once_and_not_before_yesterday() {
            Actor principal = who(Role.PRINCIPAL, school);
            Account subject = account(school);
            UUID mandate = hold(subject, Role.OFFICE, school);
            assertThat(node.get(EndMandateFlow.class).run(principal, school, mandate, Optional.of(TODAY.minusDays(2))))
                    .isEqualTo(Outcome.refused(new LastDayPast()));
            assertThat(node.get(EndMandateFlow.class).run(principal, school, mandate, Optional.empty()))
                    .isEqualTo(new Outcome.Done<>(TODAY.minusDays(1)));
            assertThat(actor(subject, true).mandates()).noneMatch(held -> held.inForce(TODAY));
            assertThat(node.get(EndMandateFlow.class).run(principal, school, mandate, Optional.empty()))
                    .isEqualTo(Outcome.refused(new MandateUnknown()));
        }

        @Test
        void of_another_school_is_not_found_here() {
            UUID mandate = hold(account(other), Role.OFFICE, other);
            assertThat(node.get(EndMandateFlow.class)
                            .run(who(Role.PRINCIPAL, school), school, mandate, Optional.empty()))
                    .isEqualTo(Outcome.refused(new MandateUnknown()));
        }
    }

    @Nested
    class The_journal {
        @Test
        void says_who_gave_what_to_whom() {
            Actor principal = who(Role.PRINCIPAL, school);
            Account subject = account(school);
            give(principal, gift(subject.id(), Role.OFFICE));
            Journal.Line line = node.get(Journal.class)
                    .aboutInstitution(school.id(), java.util.Set.of(Journal.Kind.DONE), Long.MAX_VALUE, 1)
                    .getFirst();
            assertThat(line.act()).isEqualTo("give-mandate");
            assertThat(line.account()).contains(principal.id());
            assertThat(line.details())
                    .containsEntry("account", subject.id().toString())
                    .containsEntry("role", "OFFICE");
        }

        @Test
        void is_open_to_a_homeroom_teacher_for_the_own_class_alone() {
            Actor homeroom = who(Role.HOMEROOM_TEACHER, school);
            assertThat(read(homeroom, CLASS_4A)).isInstanceOf(Outcome.Done.class);
            assertThat(read(homeroom, UUID.randomUUID())).isEqualTo(Outcome.refused(new NotYours("read-journal")));
            assertThat(read(who(Role.SUBJECT_TEACHER, school), CLASS_4A))
                    .isEqualTo(Outcome.refused(new NotYours("read-journal")));
        }

        private Outcome<List<Journal.Line>> read(Actor actor, UUID classId) {
            return node.get(ReadJournalFlow.class)
                    .run(
                            actor,
                            school,
                            new Question(
                                    Optional.of(classId),
                                    Optional.empty(),
                                    java.util.Set.of(Journal.Kind.DONE),
                                    Long.MAX_VALUE,
                                    10));
        }
    }
}
