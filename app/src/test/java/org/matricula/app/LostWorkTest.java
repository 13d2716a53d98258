package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.records.ResumeClosing;
import org.matricula.registry.records.Stop;
import org.matricula.registry.records.Work;
import org.matricula.registry.records.flows.ApproveRecords;
import org.matricula.registry.records.flows.CloseRecords;
import org.matricula.registry.records.flows.SignConsolidation;
import org.matricula.registry.records.store.WorkStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Work that stops in the middle, or whose node is not heard of any more: the register goes on by itself.
@Tag("node")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostWorkTest {
    private RunningNode node;
    private HoaSenSchool school;

    @BeforeAll
    void a_school(@TempDir Path data) throws IOException {
        node = RunningNode.start(data);
        school = new HoaSenSchool(node);
    }

    @AfterAll
    void end() {
        node.close();
    }

    @Test
    void a_closing_that_stopped_at_a_fault_is_carried_to_its_end_once_the_fault_has_passed() throws SQLException {
        ClassRoom room = approved("4A");
        asOwner("""
                create function records.disk_full() returns trigger language plpgsql as
                $$ begin raise exception 'no space left on device'; end $$;
                create trigger disk_full before insert on records.issued
                    for each row execute function records.disk_full()""");
        UUID work = begun(school.get(CloseRecords.class).run(school.principal(), room));
        Work stopped = node.ended(work);
        assertThat(stopped.problem().map(Stop::why)).contains(Stop.Why.FAULT);
        assertThat(issued(room)).isZero();
        assertThat(school.get(CloseRecords.class).run(school.principal(), room))
                .as("nobody can begin it a second time")
                .isInstanceOf(Outcome.Refused.class);

        asOwner("drop function records.disk_full() cascade");
        school.get(ResumeClosing.class).lost();
        assertThat(node.ended(work))
                .satisfies(done -> assertThat(done.problem()).isEmpty())
                .satisfies(done -> assertThat(done.done()).isEqualTo(done.total()));
        assertThat(issued(room)).isEqualTo(2);

        school.get(ResumeClosing.class).lost();
        assertThat(issued(room)).as("once is enough").isEqualTo(2);
    }

    @Test
    void only_work_of_which_nothing_was_heard_for_a_while_is_taken_for_lost() throws SQLException {
        ClassRoom room = school.enter("4B", 2);
        Actor teacher = school.teacherOf("MATHEMATICS");
        UUID here = beginning(room, teacher, Instant.now());
        UUID lost = beginning(room, teacher, Instant.now());
        asOwner("update records.work set heard_at = heard_at - interval '91 seconds' where id = '" + lost + "'");
        asOwner("update records.work set heard_at = heard_at - interval '80 seconds' where id = '" + here + "'");
        school.get(ResumeClosing.class).lost();
        assertThat(found(here).state()).isEqualTo(Work.State.RUNNING);
        assertThat(found(lost).problem()).contains(Stop.restarted());

        school.get(WorkStore.class).heard(Set.of(here), Instant.now());
        school.get(ResumeClosing.class).atStart();
        assertThat(found(here).problem())
                .as("at the start of the only node nothing can be running")
                .contains(Stop.restarted());
    }

    @Test
    void the_look_for_lost_work_is_among_the_chores_that_the_nodes_share() {
        for (int looks = 0; looks < 1000 && !chores().contains("carry-on-closings"); looks++) {
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(chores()).contains("carry-on-closings");
    }

    private List<String> chores() {
        return node.get(JdbcClient.class)
                .sql("select task_name from jobs.scheduled_tasks")
                .query(String.class)
                .list();
    }

    private UUID beginning(ClassRoom room, Actor teacher, Instant heard) {
        UUID id = school.in(now -> school.get(WorkStore.class)
                .begin(room.id(), Work.Kind.SIGN_SUBJECT, Optional.of("MATHEMATICS"), 2, teacher, now));
        school.get(WorkStore.class).heard(Set.of(id), heard);
        return id;
    }

    private ClassRoom approved(String name) {
        ClassRoom room = school.enter(name, 2);
        school.subjectsSign(room);
        node.done(school.get(SignConsolidation.class).run(school.homeroom(), room, school.key(school.homeroom())));
        node.done(school.get(ApproveRecords.class).run(school.principal(), room, school.key(school.principal())));
        return room;
    }

    private static UUID begun(Outcome<UUID> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<UUID>) outcome).value();
    }

    private Work found(UUID work) {
        return school.get(WorkStore.class).find(work).orElseThrow();
    }

    private long issued(ClassRoom room) {
        return node.get(JdbcClient.class)
                .sql("""
                        select count(*) from records.issued i join records.record r on r.id = i.record
                         where r.class_id = :class""")
                .param("class", room.id())
                .query(Long.class)
                .single();
    }

    /// The owner can do what the server itself cannot.
    private void asOwner(String... statements) throws SQLException {
        try (Connection connection = node.get(DataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("reset role");
            for (String each : List.of(statements)) {
                statement.execute(each);
            }
            statement.execute("set role matricula_app");
        }
    }
}
