package org.matricula.registry.gradebook.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.gradebook.Cell;
import org.matricula.registry.gradebook.ClassPupil;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.store.CellStore.Entry;
import org.matricula.registry.gradebook.store.CellStore.How;
import org.matricula.registry.testing.Node;
import org.matricula.registry.testing.StandingClock;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GradebookStoreTest {
    private final StandingClock clock = new StandingClock("2026-05-20T02:00:00Z");
    private final Moment now = new Moment(clock.instant(), ZoneId.of("Asia/Ho_Chi_Minh"));
    private final Actor system = Actor.system();
    private final UUID school = UUID.randomUUID();
    private Node node;
    private ClassStore classes;
    private CellStore cells;
    private int count;

    @BeforeAll
    void a_gradebook() {
        node = new Node(clock, ClassStore.class, CellStore.class);
        classes = node.get(ClassStore.class);
        cells = node.get(CellStore.class);
    }

    @AfterAll
    void end() {
        node.close();
    }

    private ClassRoom room() {
        return classes.add(school, "2025-2026", 4, "4-" + ++count, "test.small", system, now);
    }

    private List<Cell> save(ClassRoom room, UUID pupil, String value, long known) {
        return cells.save(
                room.id(), List.of(new Entry(pupil, "MATHEMATICS.test", value, known)), How.TYPED, system, now);
    }

    @Nested
    class A_cell {
        @Test
        void keeps_what_was_entered_and_every_entry_before_it() {
            ClassRoom room = room();
            UUID pupil = UUID.randomUUID();
            long first = save(room, pupil, "8", 0).getFirst().revision();
            long second = save(room, pupil, "9", first).getFirst().revision();
            assertThat(cells.cells(room.id())).extracting(Cell::value).containsExactly("9");
            assertThat(cells.changedSince(room.id(), first))
                    .extracting(Cell::revision)
                    .containsExactly(second);
            assertThat(node.database()
                            .sql()
                            .sql("select was || '>' || value from gradebook.cell_entered where pupil = :p order by id")
                            .param("p", pupil)
                            .query(String.class)
                            .list())
                    .containsExactly(">8", "8>9");
        }

        @Test
        void that_another_person_changed_meanwhile_is_not_overwritten() {
            ClassRoom room = room();
            UUID pupil = UUID.randomUUID();
            save(room, pupil, "8", 0);
            assertThat(save(room, pupil, "5", 0)).isEmpty();
            assertThat(cells.cells(room.id())).extracting(Cell::value).containsExactly("8");
        }

        @Test
        void that_is_saved_among_others_does_not_wait_for_them() {
            ClassRoom room = room();
            UUID one = UUID.randomUUID();
            UUID other = UUID.randomUUID();
            save(room, one, "8", 0);
            List<Cell> saved = cells.save(
                    room.id(),
                    List.of(new Entry(one, "MATHEMATICS.test", "5", 0), new Entry(other, "MATHEMATICS.test", "7", 0)),
                    How.PASTED,
                    system,
                    now);
            assertThat(saved).extracting(Cell::pupil).containsExactly(other);
        }
    }

    @Nested
    class From_closing_on {
        @Test
        void the_database_refuses_every_change_until_a_recall() {
            ClassRoom room = room();
            UUID pupil = UUID.randomUUID();
            classes.join(room.id(), pupil, 1, system, now);
            long known = save(room, pupil, "8", 0).getFirst().revision();
            classes.close(room.id(), List.of(pupil), true, system, now);
            assertThatThrownBy(() -> save(room, pupil, "9", known)).hasStackTraceContaining("is closed");
            assertThatThrownBy(() -> node.database()
                            .sql()
                            .sql("update gradebook.cell set value = '9' where pupil = :p")
                            .param("p", pupil)
                            .update())
                    .hasStackTraceContaining("is closed");
            assertThat(classes.pupils(room.id(), now.date())).containsExactly(new ClassPupil(pupil, 1, true));
            classes.close(room.id(), List.of(pupil), false, system, now);
            assertThat(save(room, pupil, "9", known)).hasSize(1);
        }

        @Test
        void nobody_deletes_a_cell_or_rewrites_its_history() {
            for (String statement : List.of(
                    "delete from gradebook.cell",
                    "update gradebook.cell_entered set value = '10'",
                    "delete from gradebook.closed",
                    "update gradebook.closed set closed = false",
                    "update gradebook.cell set pupil = uuidv7()",
                    "alter table gradebook.cell disable trigger all")) {
                assertThatThrownBy(() -> node.database().sql().sql(statement).update())
                        .as(statement)
                        .isInstanceOf(Exception.class);
            }
        }
    }

    @Nested
    class A_class {
        @Test
        void has_who_joined_and_did_not_leave_before_the_day() {
            ClassRoom room = room();
            UUID stays = UUID.randomUUID();
            UUID leaves = UUID.randomUUID();
            classes.join(room.id(), leaves, 1, system, now);
            classes.join(room.id(), stays, 2, system, now);
            classes.leave(room.id(), leaves, now.date(), system, now);
            assertThat(classes.pupils(room.id(), now.date()))
                    .extracting(ClassPupil::pupil)
                    .containsExactly(leaves, stays);
            assertThat(classes.pupils(room.id(), now.date().plusDays(1)))
                    .extracting(ClassPupil::pupil)
                    .containsExactly(stays);
        }
    }
}
