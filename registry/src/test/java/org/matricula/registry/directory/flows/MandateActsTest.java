package org.matricula.registry.directory.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.flows.GiveMandateFlow.Gift;
import org.matricula.registry.directory.flows.ReadJournalFlow.Question;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Journal;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Role;

/// What stands in the way of giving and ending mandates, and who reads of it.
class MandateActsTest extends PeopleOffice {
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
            assertThat(reasons(give(principal, where(subject, Role.HOMEROOM_TEACHER, CLASS_4A, "MATHEMATICS"))))
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
        void is_not_ended_by_the_one_who_holds_it_but_by_a_principal_who_also_teaches() {
            for (Role role : List.of(Role.ADMINISTRATOR, Role.PRINCIPAL)) {
                Account account = account(school);
                UUID own = hold(account, role, school);
                assertThat(node.get(EndMandateFlow.class).run(actor(account, true), school, own, Optional.empty()))
                        .isEqualTo(Outcome.refused(new NotForYourself()));
                assertThat(actor(account, true).mandates()).allMatch(held -> held.inForce(TODAY));
            }
            Account principal = account(school);
            hold(principal, Role.PRINCIPAL, school);
            UUID lessons = hold(principal, Role.SUBJECT_TEACHER, school);
            assertThat(node.get(EndMandateFlow.class).run(actor(principal, true), school, lessons, Optional.empty()))
                    .isInstanceOf(Outcome.Done.class);
        }

        @Test
        void is_given_in_no_class_of_another_school_and_in_no_subject_that_is_not_taught() {
            Actor principal = who(Role.PRINCIPAL, school);
            UUID subject = account(school).id();
            UUID elsewhere = UUID.randomUUID();
            assertThat(reasons(give(principal, where(subject, Role.HOMEROOM_TEACHER, elsewhere, null))))
                    .containsExactly(new ClassUnknown());
            assertThat(reasons(give(principal, where(subject, Role.SUBJECT_TEACHER, elsewhere, "MATHEMATICS"))))
                    .containsExactly(new ClassUnknown());
            assertThat(reasons(give(principal, where(subject, Role.SUBJECT_TEACHER, CLASS_4A, "ALCHEMY"))))
                    .containsExactly(new ClassUnknown());
        }

        @Test
        void that_ends_anyway_is_not_said_to_last_longer() {
            Actor principal = who(Role.PRINCIPAL, school);
            UUID mandate = hold(account(school), Role.OFFICE, school);
            assertThat(node.get(EndMandateFlow.class).run(principal, school, mandate, Optional.of(TODAY.plusDays(90))))
                    .isEqualTo(new Outcome.Done<>(TODAY.plusDays(60)));
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
                    .aboutInstitution(school.id(), Set.of(Journal.Kind.DONE), Long.MAX_VALUE, 1)
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
                                    Set.of(Journal.Kind.DONE),
                                    Long.MAX_VALUE,
                                    10));
        }
    }
}
