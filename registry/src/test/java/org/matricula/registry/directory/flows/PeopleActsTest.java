package org.matricula.registry.directory.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.directory.flows.OpenAccountFlow.Opened;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Role;
import org.matricula.registry.flow.SecondFactorNeeded;

/// What stands in the way of the acts around people. Who may carry them out stands in the permission table of `app`.
class PeopleActsTest extends PeopleOffice {
    /// Every role, with every role that it could give.
    static Stream<Arguments> gifts() {
        return Stream.of(Role.ADMINISTRATOR, Role.OFFICE, Role.PRINCIPAL)
                .flatMap(by -> Stream.of(Role.values()).map(role -> Arguments.of(by, role)));
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
            node.get(Accounts.class).close(guest.id(), true, Actor.system(), now);
            assertThat(node.get(ReopenAccountFlow.class).run(administrator, school, guest.id()))
                    .isEqualTo(Outcome.refused(new AccountElsewhere()));
            assertThat(node.get(Accounts.class).find(guest.id()).orElseThrow().closed())
                    .isTrue();
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

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Lê\u0000An",
                    "Lê \u202EAn",
                    "Lê\u200BAn",
                    "Lê An\uD83D",
                    "Lê \u2028An",
                    "=HYPERLINK(1)",
                    "@An"
                })
        void bears_no_name_with_signs_that_nobody_sees_or_that_a_spreadsheet_computes(String name) {
            Actor administrator = who(Role.ADMINISTRATOR, school);
            UUID subject = account(school).id();
            assertThat(reasons(node.get(OpenAccountFlow.class).run(administrator, school, "le.an.moi", name)))
                    .containsExactly(new NameMissing());
            assertThat(reasons(node.get(RenamePersonFlow.class).run(administrator, school, subject, name)))
                    .containsExactly(new NameMissing());
        }

        @Test
        void keeps_a_name_in_composed_letters_however_it_was_typed() {
            String decomposed = java.text.Normalizer.normalize("Phạm  Thu Hà", java.text.Normalizer.Form.NFD);
            Outcome<Opened> outcome = node.get(OpenAccountFlow.class)
                    .run(who(Role.ADMINISTRATOR, school), school, "thu.ha.nfd", decomposed);
            assertThat(((Outcome.Done<Opened>) outcome).value().account().name())
                    .isEqualTo("Phạm Thu Hà");
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
}
