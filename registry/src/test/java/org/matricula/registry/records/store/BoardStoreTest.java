package org.matricula.registry.records.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.matricula.registry.directory.Institutions;
import org.matricula.registry.directory.Mandates;
import org.matricula.registry.directory.Pupils;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Journal;
import org.matricula.registry.flow.Mandate;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.ClassBoard;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.gradebook.SmallForm;
import org.matricula.registry.gradebook.store.CellStore;
import org.matricula.registry.gradebook.store.ClassStore;
import org.matricula.registry.gradebook.store.MissingStore;
import org.matricula.registry.records.RecordState;
import org.matricula.registry.records.flows.LookAtBoard;
import org.matricula.registry.records.flows.LookAtBoard.Board;
import org.matricula.registry.testing.Node;
import org.matricula.registry.testing.StandingClock;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The board over 25 generated schools of 25 classes with 32 pupils each: 20,000 records, 40,000 signatures.
class BoardStoreTest {
    private static Node node;
    private static UUID school;

    /// Remembers every question to the database.
    static final class Questions implements BeanPostProcessor {
        static final List<String> ASKED = new ArrayList<>();

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof JdbcClient client
                    ? Proxy.newProxyInstance(
                            JdbcClient.class.getClassLoader(),
                            new Class<?>[] {JdbcClient.class},
                            (_, method, given) -> {
                                if (method.getName().equals("sql")) {
                                    ASKED.add(((String) given[0]).strip());
                                }
                                try {
                                    return method.invoke(client, given);
                                } catch (InvocationTargetException e) {
                                    throw e.getCause();
                                }
                            })
                    : bean;
        }
    }

    @BeforeAll
    static void many_schools() {
        node = new Node(
                new StandingClock("2026-05-21T02:00:00Z"),
                Questions.class,
                Journal.class,
                Office.class,
                Institutions.class,
                Mandates.class,
                Pupils.class,
                ClassStore.class,
                CellStore.class,
                MissingStore.class,
                Gradebook.class,
                SmallForm.class,
                ClassBoard.class,
                BoardStore.class,
                LookAtBoard.class);
        JdbcClient owner = JdbcClient.create(node.database().owner());
        for (String made : List.of("""
                insert into directory.institution (code, country, zone, added_at)
                select 'S' || n, 'VN', 'Asia/Ho_Chi_Minh', now() from generate_series(1, 25) n""", """
                insert into directory.institution_name (institution, name, since)
                select id, code, date '2000-01-01' from directory.institution""", """
                insert into gradebook.class_ (institution, school_year, grade, name, form, added_at)
                select i.id, '2025-2026', 1, 'C' || n, 'test.small', now()
                  from directory.institution i, generate_series(1, 25) n""", """
                insert into gradebook.class_pupil (class_id, pupil, position, at)
                select c.id, uuidv7(), n, now() from gradebook.class_ c, generate_series(1, 32) n""", """
                insert into records.record (institution, class_id, pupil, number, version, state, changed_at)
                select c.institution, p.class_id, p.pupil, p.pupil::text, 1,
                       case when p.position <= 30 then 'SUBJECT_SIGNED' else 'DRAFT' end, now()
                  from gradebook.class_pupil p join gradebook.class_ c on c.id = p.class_id""", """
                insert into records.signature (record, key, account, name, at)
                select r.id, key, r.id, 'Somebody', now()
                  from records.record r, unnest(array['subject.MATHEMATICS', 'subject.MUSIC']) key""", "analyze")) {
            owner.sql(made).update();
        }
        school = owner.sql("select id from directory.institution where code = 'S7'")
                .query(UUID.class)
                .single();
    }

    @AfterAll
    static void end() {
        node.close();
    }

    private static Actor principal() {
        return new Actor(
                Optional.of(UUID.randomUUID()),
                "Principal",
                List.of(Mandate.over(Role.PRINCIPAL, school, LocalDate.of(2020, 1, 1))),
                false);
    }

    private static Board board() {
        return ((Outcome.Done<Board>) node.get(LookAtBoard.class).run(principal(), school, "")).value();
    }

    @Test
    void counts_every_class_of_the_school_and_no_other() {
        Board board = board();
        assertThat(board.rows()).hasSize(25).allMatch(row -> row.pupils() == 32);
        assertThat(board.rows())
                .allMatch(row -> row.in(RecordState.SUBJECT_SIGNED) == 30 && row.in(RecordState.DRAFT) == 2)
                .allMatch(row -> row.unnumbered() == 32);
    }

    @Test
    void asks_the_database_five_times_at_most_however_many_classes_there_are() {
        board(); // the clock of the school is known from now on
        Questions.ASKED.clear();
        board();
        assertThat(Questions.ASKED)
                .filteredOn(question -> !question.startsWith("insert into flow.journal"))
                .hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void finds_the_records_by_the_indexes() {
        List<UUID> classes = new ArrayList<>();
        List<UUID> pupils = new ArrayList<>();
        JdbcClient sql = node.database().sql();
        sql.sql("""
                select p.class_id, p.pupil from gradebook.class_pupil p
                  join gradebook.class_ c on c.id = p.class_id where c.institution = :school""").param("school", school).query(row -> {
            classes.add(row.getObject(1, UUID.class));
            pupils.add(row.getObject(2, UUID.class));
        });
        String plan = String.join(
                "\n",
                sql.sql("explain " + BoardStore.COUNTS)
                        .param("classes", classes.toArray(UUID[]::new))
                        .param("pupils", pupils.toArray(UUID[]::new))
                        .query(String.class)
                        .list());
        assertThat(plan)
                .contains("record_class_id_pupil_version_key")
                .contains("signature_pkey")
                .doesNotContain("Seq Scan on record")
                .doesNotContain("Seq Scan on signature");
    }
}
