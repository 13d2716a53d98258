package org.matricula.registry.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Journal;
import org.matricula.registry.flow.Mandate;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Place;
import org.matricula.registry.flow.Role;
import org.matricula.registry.flow.SecondFactorNeeded;
import org.matricula.registry.testing.Node;
import org.matricula.registry.testing.StandingClock;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DirectoryTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final UUID CLASS_4A = UUID.randomUUID();

    /// 3 a.m. on 1 June in Hanoi is still 31 May in UTC.
    private final StandingClock clock = new StandingClock("2026-05-31T20:00:00Z");

    private final Actor system = Actor.system();
    private Node node;
    private Institution school;
    private Moment now;

    @BeforeAll
    void a_school() {
        node = new Node(
                clock, Journal.class, Office.class, Institutions.class, Accounts.class, Mandates.class, Pupils.class);
        now = new Moment(clock.instant(), HANOI);
        school = node.get(Institutions.class)
                .add(
                        "22001234",
                        "Trường Tiểu học Bình Minh",
                        LocalDate.of(2000, 9, 5),
                        "VN",
                        HANOI,
                        Map.of("province", "Quảng Ninh"),
                        now);
    }

    @AfterAll
    void end() {
        node.close();
    }

    private Account teacher(String login) {
        return node.get(Accounts.class).open(login, "Nguyễn Thị Hoa", system, now);
    }

    private void give(Account account, Role role, String subject, String from, String to) {
        node.get(Mandates.class)
                .give(
                        account.id(),
                        new Mandate(
                                role,
                                school.id(),
                                Optional.of(CLASS_4A),
                                Optional.ofNullable(subject),
                                LocalDate.parse(from),
                                Optional.ofNullable(to).map(LocalDate::parse)),
                        system,
                        now);
    }

    private Actor actor(Account account) {
        return node.get(Accounts.class).actor(account, false);
    }

    @Act(value = "test-enter", by = Role.SUBJECT_TEACHER)
    private static final class Enter {}

    @Act(value = "test-sign", by = Role.SUBJECT_TEACHER, strong = true)
    private static final class Sign {}

    private Outcome<String> enter(Actor actor, Place place) {
        return node.get(Office.class).act(Enter.class, actor, place, (at, notes) -> {
            notes.about(UUID.nameUUIDFromBytes(new byte[] {1})).detail("cells", 3);
            return new Outcome.Done<>(at.date().toString());
        });
    }

    @Nested
    class An_institution {
        @Test
        void has_the_name_of_the_day() {
            assertThat(node.get(Institutions.class).get(school.id(), LocalDate.of(2026, 6, 1)))
                    .isEqualTo(school);
            assertThat(node.get(Institutions.class).byCode("22001234", LocalDate.of(2026, 6, 1)))
                    .contains(school);
        }

        @Test
        void is_known_by_its_first_name_on_days_before_it() {
            assertThat(node.get(Institutions.class)
                            .get(school.id(), LocalDate.of(1999, 1, 1))
                            .name())
                    .isEqualTo("Trường Tiểu học Bình Minh");
        }
    }

    @Nested
    class A_person {
        @Test
        void signs_in_with_a_login_in_any_case() {
            Account account = teacher("Hoa.Nguyen");
            assertThat(node.get(Accounts.class).byLogin(" HOA.nguyen ")).contains(account);
        }

        @Test
        void who_was_renamed_is_known_by_the_new_name() {
            Account account = teacher("renamed");
            node.get(Accounts.class).rename(account.id(), "Nguyễn Thị Hoa Mai", system, now);
            assertThat(node.get(Accounts.class).find(account.id()).orElseThrow().name())
                    .isEqualTo("Nguyễn Thị Hoa Mai");
        }

        @Test
        void whose_account_is_closed_may_nothing() {
            Account account = teacher("closed");
            give(account, Role.SUBJECT_TEACHER, "MATHEMATICS", "2025-09-01", null);
            node.get(Accounts.class).close(account.id(), true, system, now);
            Account closed = node.get(Accounts.class).find(account.id()).orElseThrow();
            assertThat(closed.closed()).isTrue();
            assertThat(actor(closed).mandates()).isEmpty();
        }
    }

    @Nested
    class A_mandate {
        @Test
        void holds_from_its_first_day_to_its_last_by_the_school_s_clock() {
            Account account = teacher("dates");
            give(account, Role.SUBJECT_TEACHER, "MATHEMATICS", "2026-05-01", "2026-05-31");
            Place place = school.place().ofClass(CLASS_4A).ofSubject("MATHEMATICS");
            clock.set("2026-05-31T16:59:59Z"); // the last second of 31 May in Hanoi
            assertThat(enter(actor(account), place)).isEqualTo(new Outcome.Done<>("2026-05-31"));
            clock.set("2026-05-31T17:00:00Z");
            assertThat(enter(actor(account), place)).isEqualTo(Outcome.refused(new NotYours("test-enter")));
            clock.set("2026-04-30T16:59:59Z");
            assertThat(enter(actor(account), place)).isEqualTo(Outcome.refused(new NotYours("test-enter")));
            clock.set("2026-04-30T17:00:00Z");
            assertThat(enter(actor(account), place)).isEqualTo(new Outcome.Done<>("2026-05-01"));
        }

        @Test
        void reaches_its_own_subject_and_class_and_nothing_else() {
            Account account = teacher("reach");
            give(account, Role.SUBJECT_TEACHER, "MATHEMATICS", "2025-09-01", null);
            Place own = school.place().ofClass(CLASS_4A).ofSubject("MATHEMATICS");
            assertThat(enter(actor(account), own)).isInstanceOf(Outcome.Done.class);
            for (Place other : List.of(
                    school.place(),
                    school.place().ofClass(CLASS_4A),
                    school.place().ofClass(CLASS_4A).ofSubject("ENGLISH"),
                    school.place().ofClass(UUID.randomUUID()).ofSubject("MATHEMATICS"),
                    Place.of(UUID.randomUUID(), HANOI).ofClass(CLASS_4A).ofSubject("MATHEMATICS"))) {
                assertThat(enter(actor(account), other)).isEqualTo(Outcome.refused(new NotYours("test-enter")));
            }
        }

        @Test
        void in_another_role_does_not_help() {
            Account account = teacher("homeroom");
            give(account, Role.HOMEROOM_TEACHER, null, "2025-09-01", null);
            assertThat(enter(actor(account), school.place().ofClass(CLASS_4A).ofSubject("MATHEMATICS")))
                    .isEqualTo(Outcome.refused(new NotYours("test-enter")));
        }

        @Test
        void that_is_ended_holds_to_the_day_named() {
            Account account = teacher("ended");
            give(account, Role.SUBJECT_TEACHER, "MATHEMATICS", "2025-09-01", null);
            UUID id = node.get(Mandates.class).ofClass(CLASS_4A).stream()
                    .filter(a -> a.account().equals(account.id()))
                    .findFirst()
                    .orElseThrow()
                    .id();
            node.get(Mandates.class).end(id, LocalDate.of(2026, 5, 10), system, now);
            assertThat(actor(account).mandates().getFirst().to()).contains(LocalDate.of(2026, 5, 10));
        }

        @Test
        void that_is_ended_before_it_began_never_held() {
            Account account = teacher("never");
            give(account, Role.SUBJECT_TEACHER, "MATHEMATICS", "2026-09-01", null);
            UUID id = node.get(Mandates.class).ofClass(CLASS_4A).stream()
                    .filter(a -> a.account().equals(account.id()))
                    .findFirst()
                    .orElseThrow()
                    .id();
            node.get(Mandates.class).end(id, LocalDate.of(2026, 8, 1), system, now);
            assertThat(actor(account).mandates()).isEmpty();
        }
    }

    @Nested
    class An_act {
        @Test
        void that_wants_a_second_factor_is_refused_without() {
            Account account = teacher("strong");
            give(account, Role.SUBJECT_TEACHER, "MATHEMATICS", "2025-09-01", null);
            Place place = school.place().ofClass(CLASS_4A).ofSubject("MATHEMATICS");
            Outcome<String> weak = node.get(Office.class)
                    .act(Sign.class, actor(account), place, (_, _) -> new Outcome.Done<>("signed"));
            Outcome<String> strong = node.get(Office.class)
                    .act(
                            Sign.class,
                            node.get(Accounts.class).actor(account, true),
                            place,
                            (_, _) -> new Outcome.Done<>("signed"));
            assertThat(weak).isEqualTo(Outcome.refused(new SecondFactorNeeded()));
            assertThat(strong).isEqualTo(new Outcome.Done<>("signed"));
        }

        @Test
        void leaves_a_line_in_the_journal_whether_done_or_refused() {
            Account account = teacher("journal");
            give(account, Role.SUBJECT_TEACHER, "MATHEMATICS", "2025-09-01", null);
            UUID pupil = UUID.nameUUIDFromBytes(new byte[] {1});
            enter(actor(account), school.place().ofClass(CLASS_4A).ofSubject("MATHEMATICS"));
            enter(actor(account), school.place().ofClass(CLASS_4A).ofSubject("ENGLISH"));
            List<Journal.Line> lines = node.get(Journal.class).aboutClass(school.id(), CLASS_4A, Long.MAX_VALUE, 2);
            assertThat(lines).extracting(Journal.Line::kind).containsExactly(Journal.Kind.REFUSED, Journal.Kind.DONE);
            assertThat(lines.get(1).details()).containsEntry("cells", "3");
            assertThat(lines.get(1).role()).isEqualTo("SUBJECT_TEACHER");
            assertThat(node.get(Journal.class).aboutPupil(school.id(), pupil, Long.MAX_VALUE, 1))
                    .containsExactly(lines.get(1));
        }

        @Test
        void that_is_refused_changes_nothing() {
            Outcome<String> outcome = node.get(Office.class).act(Enter.class, system, school.place(), (at, _) -> {
                node.get(Accounts.class).open("ghost", "Nobody", system, at);
                return Outcome.refused(new NotYours("test-enter"));
            });
            assertThat(outcome).isInstanceOf(Outcome.Refused.class);
            assertThat(node.get(Accounts.class).byLogin("ghost")).isEmpty();
        }
    }

    @Nested
    class What_is_known_of_a_pupil {
        @Test
        void is_added_and_the_newest_counts() {
            UUID pupil = node.get(Pupils.class)
                    .add(school.id(), Map.of("fullName", "Trần An", "personalNumber", "022217000001"), system, now);
            node.get(Pupils.class)
                    .tell(pupil, Map.of("fullName", "Trần Bảo An", "personalNumber", "022217000001"), system, now);
            assertThat(node.get(Pupils.class).get(List.of(pupil)).get(pupil).fullName())
                    .isEqualTo("Trần Bảo An");
            assertThat(node.get(Pupils.class).byPersonalNumber(school.id(), List.of("022217000001")))
                    .extracting(Pupil::id)
                    .containsExactly(pupil);
        }

        @Test
        void cannot_be_changed_or_deleted_by_the_server() {
            for (String statement : List.of(
                    "update directory.pupil_data set full_name = 'X'",
                    "delete from directory.pupil_data",
                    "truncate directory.pupil_data",
                    "delete from flow.journal",
                    "update directory.mandate set role = 'PRINCIPAL'")) {
                assertThatThrownBy(() -> node.database().sql().sql(statement).update())
                        .hasStackTraceContaining("permission denied");
            }
        }
    }
}
