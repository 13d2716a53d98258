package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.page.Language;
import org.matricula.registry.records.ClassRecords;
import org.matricula.registry.records.RecordState;
import org.matricula.registry.records.ResumeClosing;
import org.matricula.registry.records.Stop;
import org.matricula.registry.records.Work;
import org.matricula.registry.records.WorkingRecord;
import org.matricula.registry.records.flows.ApproveRecords;
import org.matricula.registry.records.flows.CloseRecords;
import org.matricula.registry.records.flows.LookAtSigning;
import org.matricula.registry.records.flows.SignConsolidation;
import org.matricula.registry.records.flows.SignSubject;
import org.matricula.registry.signing.PersonalKeys;
import org.matricula.registry.signing.PersonalKeys.Unlocking;
import org.matricula.registry.transparency.TransparencyLog;
import org.matricula.verifier.signature.Signer;
import org.matricula.verifier.signature.Signer.SigningFailed.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A class is signed by keys that take their time, refuse or break: what is prepared is written down
/// first, the key works while nothing is held, and its values come into the records in which they still
/// cover what stands.
@Tag("node")
@ExtendWith(RunningNode.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoStepSigningTest {
    private static final String MATHEMATICS = "MATHEMATICS";

    private HoaSenSchool school;
    private Signer key;

    @BeforeAll
    void a_school(RunningNode node) throws IOException {
        school = new HoaSenSchool(node, "22199931");
        school.enter("4Z", 1);
        key = school.key(school.teacherOf(MATHEMATICS));
    }

    private List<WorkingRecord> records(ClassRoom room) {
        return school.in(now -> school.get(ClassRecords.class).look(room, now));
    }

    private List<WorkingRecord> signed(ClassRoom room) {
        return records(room).stream()
                .filter(record -> record.signed().contains("subject.MATHEMATICS"))
                .toList();
    }

    private UUID begun(ClassRoom room, Signer signer) {
        Outcome<UUID> outcome =
                school.get(SignSubject.class).run(school.teacherOf(MATHEMATICS), room, MATHEMATICS, signer);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<UUID>) outcome).value();
    }

    private Work signed(ClassRoom room, Signer signer) {
        return school.ended(begun(room, signer));
    }

    /// How often a record of a class was signed by the teacher of mathematics.
    private static List<Integer> times(JdbcClient sql, ClassRoom room) {
        return sql.sql("""
                        select count(*)::integer from records.signature_told t
                          join records.record r on r.id = t.record
                         where r.class_id = :class and t.key = 'subject.MATHEMATICS' and t.what = 'SIGNED'
                         group by t.record""").param("class", room.id()).query(Integer.class).list();
    }

    @Nested
    class A_token_that_is_lost_at_the_23rd_signature {
        @Test
        void leaves_22_signed_and_a_second_press_signs_the_others_and_none_twice() {
            ClassRoom room = school.enter("4A", 35);
            Work stopped = signed(room, new FakeToken(key).failing(23, Reason.UNREACHABLE));
            assertThat(stopped.state()).isEqualTo(Work.State.STOPPED);
            assertThat(stopped.problem().map(Stop::why)).contains(Stop.Why.UNREACHABLE);
            assertThat(stopped.done()).isEqualTo(22);
            assertThat(signed(room)).hasSize(22);

            FakeToken again = new FakeToken(key);
            Work rest = signed(room, again);
            assertThat(rest.problem()).isEmpty();
            assertThat(rest.total()).isEqualTo(13);
            assertThat(again.given())
                    .as("the key is asked for what is left only")
                    .isEqualTo(13);
            assertThat(signed(room)).hasSize(35);
            assertThat(times(school.get(JdbcClient.class), room)).hasSize(35).containsOnly(1);
        }
    }

    @Nested
    class A_key_that_says_no {
        @Test
        void stops_the_work_which_says_so_in_the_reader_s_language() {
            ClassRoom room = school.enter("4B", 3);
            Work stopped = signed(room, new FakeToken(key).failing(2, Reason.REFUSED));
            assertThat(stopped.done()).isEqualTo(1);
            assertThat(stopped.problem().map(Stop::why)).contains(Stop.Why.REFUSED);
            assertThat(stopped.problem().orElseThrow().said(Language.EN)).startsWith("Your key refused to sign.");
            assertThat(stopped.problem().orElseThrow().said(Language.RU)).startsWith("Ключ отказался подписывать.");
        }

        @Test
        void since_its_pin_is_wrong_says_that() {
            ClassRoom room = school.enter("4C", 2);
            Work stopped = signed(room, new FakeToken(key).failing(1, Reason.LOCKED));
            assertThat(stopped.problem().map(Stop::why)).contains(Stop.Why.REFUSED);
            assertThat(stopped.problem().orElseThrow().said(Language.EN)).startsWith("Your key stayed locked");
            assertThat(signed(room)).isEmpty();
        }

        @Test
        void since_it_is_broken_is_a_fault() {
            ClassRoom room = school.enter("4D", 2);
            Work stopped = signed(room, new FakeToken(key).failing(2, Reason.BROKEN));
            assertThat(stopped.problem().map(Stop::why)).contains(Stop.Why.FAULT);
            assertThat(signed(room)).hasSize(1);
        }
    }

    @Nested
    class A_key_of_whoever_signs {
        @ParameterizedTest
        @EnumSource(value = Work.Kind.class, names = "CLOSE", mode = EnumSource.Mode.EXCLUDE)
        void that_refuses_stays_locked_or_is_another_s_leaves_the_record_as_it_was(Work.Kind kind) {
            ClassRoom room = school.enter("4R" + kind.ordinal(), 1);
            if (kind == Work.Kind.SIGN_CONSOLIDATION) {
                school.subjectsSign(room);
            } else if (kind == Work.Kind.APPROVE) {
                school.homeroomSigns(room);
            }
            Actor who = kind == Work.Kind.APPROVE ? school.principal() : school.homeroom();
            Signer own = school.key(who);
            Signer others = school.key(kind == Work.Kind.APPROVE ? school.homeroom() : school.principal());
            for (FakeToken token : List.of(
                    new FakeToken(own).failing(1, Reason.REFUSED),
                    new FakeToken(own).failing(1, Reason.LOCKED),
                    new FakeToken(own).swapped(others))) {
                Outcome<UUID> begun = begun(kind, who, room, token);
                Work stopped = school.ended(((Outcome.Done<UUID>) begun).value());
                assertThat(stopped.problem().map(Stop::why)).contains(Stop.Why.REFUSED);
                assertThat(stopped.done()).isZero();
            }
            school.done(begun(kind, who, room, own));
        }

        private Outcome<UUID> begun(Work.Kind kind, Actor who, ClassRoom room, Signer signer) {
            return switch (kind) {
                case SIGN_SUBJECT -> school.get(SignSubject.class).run(who, room, own(room), signer);
                case SIGN_CONSOLIDATION -> school.get(SignConsolidation.class).run(who, room, signer);
                case APPROVE -> school.get(ApproveRecords.class).run(who, room, signer);
                case CLOSE -> throw new IllegalArgumentException("nobody's key");
            };
        }

        /// A subject that the homeroom teacher teaches.
        private String own(ClassRoom room) {
            return school.get(LookAtSigning.class)
                    .own(school.homeroom(), room)
                    .getFirst()
                    .code();
        }
    }

    @Nested
    class A_token_of_somebody_else {
        @Test
        void signs_nothing() {
            ClassRoom room = school.enter("4E", 2);
            Work stopped = signed(room, new FakeToken(key).swapped(school.key(school.principal())));
            assertThat(stopped.problem().orElseThrow().said(Language.EN))
                    .startsWith("What came back is not signed by the key of this certificate.");
            assertThat(signed(room)).isEmpty();
        }
    }

    @Nested
    class While_a_token_takes_its_time {
        @Test
        void what_it_is_asked_to_sign_is_written_down_already() {
            ClassRoom room = school.enter("4F", 2);
            FakeToken token = new FakeToken(key).waiting(1);
            UUID work = begun(room, token);
            token.untilItWaits();
            assertThat(school.get(JdbcClient.class)
                            .sql("""
                                    select count(*) from records.prepared p
                                      join records.prepared_digest d on d.prepared = p.id
                                     where p.class_id = :class""")
                            .param("class", room.id())
                            .query(Long.class)
                            .single())
                    .isEqualTo(2);
            token.goOn();
            assertThat(school.ended(work).problem()).isEmpty();
        }

        @Test
        void everybody_else_goes_on_and_only_the_record_that_changed_is_left_out() {
            ClassRoom room = school.enter("4G", 3);
            FakeToken token = new FakeToken(key).waiting(2);
            UUID work = begun(room, token);
            token.untilItWaits();
            school.change(records(room).getFirst().pupil(), "MATHEMATICS.test", "7");
            school.change(records(room).get(1).pupil(), "VIETNAMESE.test", "7");
            Actor other = school.teacherOf("VIETNAMESE");
            school.done(school.get(SignSubject.class).run(other, room, "VIETNAMESE", school.key(other)));
            token.goOn();

            Work done = school.ended(work);
            assertThat(done.problem()).isEmpty();
            assertThat(done.done()).isEqualTo(2);
            assertThat(records(room))
                    .extracting(WorkingRecord::signed)
                    .satisfiesExactlyInAnyOrder(
                            signed -> assertThat(signed).containsExactly("subject.VIETNAMESE"),
                            signed -> assertThat(signed)
                                    .containsExactlyInAnyOrder("subject.VIETNAMESE", "subject.MATHEMATICS"),
                            signed -> assertThat(signed)
                                    .containsExactlyInAnyOrder("subject.VIETNAMESE", "subject.MATHEMATICS"));
            assertThat(signed(room, key).total()).isEqualTo(1);
        }

        @Test
        void the_homeroom_teacher_signs_nothing_that_a_subject_s_teacher_signs_anew() {
            ClassRoom room = school.enter("4H", 2);
            school.subjectsSign(room);
            FakeToken token = new FakeToken(school.key(school.homeroom())).waiting(1);
            Outcome<UUID> begun = school.get(SignConsolidation.class).run(school.homeroom(), room, token);
            token.untilItWaits();
            school.change(records(room).getFirst().pupil(), "MATHEMATICS.comment", "Tính nhanh.");
            assertThat(signed(room, key).total()).isEqualTo(1);
            token.goOn();

            assertThat(school.ended(((Outcome.Done<UUID>) begun).value()).done())
                    .isEqualTo(1);
            assertThat(records(room))
                    .extracting(WorkingRecord::state)
                    .containsExactlyInAnyOrder(RecordState.SUBJECT_SIGNED, RecordState.HOMEROOM_SIGNED);
        }
    }

    @Nested
    class Two_presses_at_once {
        @Test
        void sign_each_record_once_and_both_say_that_all_is_done() {
            ClassRoom room = school.enter("4J", 12);
            FakeToken one = new FakeToken(key).waiting(11);
            UUID first = begun(room, one);
            one.untilItWaits();
            Work second = signed(room, new FakeToken(key));
            one.goOn();
            assertThat(school.ended(first).done()).isEqualTo(12);
            assertThat(second.done()).isEqualTo(second.total());
            assertThat(times(school.get(JdbcClient.class), room)).hasSize(12).containsOnly(1);
        }
    }

    @Nested
    class A_node_that_dies_while_a_class_is_signed {
        @Test
        void says_after_its_restart_what_is_left_and_the_next_press_signs_it(@TempDir Path data) throws IOException {
            ClassRoom room;
            Actor signs;
            UUID work;
            try (RunningNode node = RunningNode.start(data)) {
                HoaSenSchool before = new HoaSenSchool(node);
                room = before.enter("4A", 12);
                signs = before.teacherOf(MATHEMATICS);
                Signer token = new FakeToken(before.key(signs)).deadly(12);
                work = ((Outcome.Done<UUID>) before.get(SignSubject.class).run(signs, room, MATHEMATICS, token))
                        .value();
                // The eleventh value was in memory only and is lost with the node.
                while (times(node.get(JdbcClient.class), room).size() < 10) {
                    LockSupport.parkNanos(20_000_000);
                }
            }
            try (RunningNode node = RunningNode.start(data)) {
                assertThat(node.ended(work).problem()).contains(Stop.restarted());
                assertThat(node.ended(work).done()).isEqualTo(10);
                Unlocking unlocked = node.get(PersonalKeys.class).unlock(signs.id(), HoaSenSchool.PIN, Instant.now());
                Signer again = ((Unlocking.Unlocked) unlocked).signer();
                node.done(node.get(SignSubject.class).run(signs, room, MATHEMATICS, again));
                assertThat(times(node.get(JdbcClient.class), room)).hasSize(12).containsOnly(1);
            }
        }
    }

    @Nested
    class Two_nodes_at_one_closing {
        @Test
        void seal_and_issue_each_record_once() throws Exception {
            ClassRoom room = school.enter("4K", 5);
            school.approve(room);
            long leaves = leaves();
            Outcome<UUID> begun = school.get(CloseRecords.class).run(school.principal(), room);
            Callable<Boolean> takesItUp = () -> {
                school.get(ResumeClosing.class).atStart();
                return true;
            };
            try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<Boolean> each : nodes.invokeAll(List.of(takesItUp, takesItUp))) {
                    assertThat(each.get()).isTrue();
                }
            }
            school.ended(((Outcome.Done<UUID>) begun).value());
            assertThat(records(room)).allMatch(record -> record.state() == RecordState.CLOSED);
            assertThat(leaves() - leaves).isEqualTo(5);
        }

        private long leaves() {
            school.get(TransparencyLog.class).integrate(Instant.now());
            return school.get(JdbcClient.class)
                    .sql("select count(*) from transparency.leaf")
                    .query(Long.class)
                    .single();
        }
    }
}
