package org.matricula.registry.gradebook.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.matricula.registry.gradebook.flows.School.change;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Journal;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.gradebook.Cell;
import org.matricula.registry.gradebook.CellChange;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.gradebook.store.CellStore;
import org.matricula.registry.gradebook.store.CellStore.How;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnteringMarksTest {
    private static final String LEVEL = "MATHEMATICS.level";
    private static final String MARK = "MATHEMATICS.test";
    private static final String COMMENT = "MATHEMATICS.comment";

    private School school;
    private ClassRoom room;
    private Actor lan;
    private UUID an;
    private UUID binh;

    @BeforeAll
    void a_school() {
        school = new School();
    }

    @AfterAll
    void end() {
        school.close();
    }

    @BeforeEach
    void a_class_that_is_open() {
        school.clock.set("2026-05-21T02:00:00Z");
        room = school.room();
        lan = school.teacher(room, "MATHEMATICS");
        an = school.pupils(room).get(0);
        binh = school.pupils(room).get(1);
        school.heard.clear();
    }

    private Outcome<Entered> enter(Actor who, CellChange... changes) {
        return school.get(EnterMarks.class).run(school.block(room, "MATHEMATICS"), List.of(changes), How.TYPED, who);
    }

    private List<Answer> answers(Actor who, CellChange... changes) {
        return switch (enter(who, changes)) {
            case Outcome.Done<Entered>(var entered) -> entered.answers();
            case Outcome.Refused<Entered>(var reasons) -> throw new AssertionError(reasons);
        };
    }

    private long saved(Actor who, CellChange change) {
        return answers(who, change).getFirst() instanceof Answer.Saved(Cell cell, var _) ? cell.revision() : -1;
    }

    private List<String> stands() {
        return school.get(CellStore.class).cells(room.id()).stream()
                .map(cell -> cell.column() + "=" + cell.value())
                .sorted()
                .toList();
    }

    @Nested
    class What_is_typed {
        @Test
        void is_kept_in_the_one_way_in_which_it_is_written_down() {
            answers(lan, change(an, LEVEL, " hoàn thành tốt ", 0), change(an, MARK, "9,0", 0));
            assertThat(stands()).containsExactly(LEVEL + "=T", MARK + "=9");
        }

        @Test
        void and_cannot_be_kept_comes_back_with_the_reason_while_the_rest_is_saved() {
            List<Answer> answers =
                    answers(lan, change(an, MARK, "11", 0), change(binh, MARK, "7", 0), change(an, LEVEL, "X", 0));
            assertThat(answers.get(0)).isInstanceOfSatisfying(Answer.Unfit.class, unfit -> {
                assertThat(unfit.typed()).isEqualTo("11");
                assertThat(unfit.why().in("vi")).contains("11");
            });
            assertThat(answers.get(1)).isInstanceOf(Answer.Saved.class);
            assertThat(answers.get(2))
                    .isInstanceOfSatisfying(
                            Answer.Unfit.class,
                            unfit -> assertThat(unfit.why().en()).isEqualTo("X is no level"));
            assertThat(stands()).containsExactly(MARK + "=7");
        }

        @Test
        void twice_for_one_cell_counts_as_typed_last() {
            answers(lan, change(an, MARK, "7", 0), change(an, MARK, "8", 0));
            assertThat(stands()).containsExactly(MARK + "=8");
        }

        @Test
        void may_be_nothing_and_empties_the_cell() {
            long first = saved(lan, change(an, MARK, "7", 0));
            answers(lan, change(an, MARK, "  ", first));
            assertThat(stands()).containsExactly(MARK + "=");
        }

        @Test
        void is_announced_with_the_pupils_and_columns_that_changed_and_no_others() {
            long first = saved(lan, change(an, MARK, "7", 0));
            school.heard.clear();
            answers(lan, change(an, MARK, "7", first), change(binh, COMMENT, "Tiến bộ", 0), change(an, LEVEL, "?", 0));
            assertThat(school.heard).singleElement().satisfies(entered -> {
                assertThat(entered.pupils()).containsExactly(binh);
                assertThat(entered.columns()).containsExactly(COMMENT);
                assertThat(entered.by()).isEqualTo(lan);
            });
        }

        @Test
        void is_not_announced_when_nothing_changed() {
            answers(lan, change(an, MARK, "12", 0));
            assertThat(school.heard).isEmpty();
        }

        @Test
        void is_not_saved_when_what_the_law_ties_to_it_fails() {
            school.get(School.Ear.class).objects = true;
            try {
                assertThatThrownBy(() -> enter(lan, change(an, MARK, "7", 0))).hasMessageContaining("voided");
            } finally {
                school.get(School.Ear.class).objects = false;
            }
            assertThat(stands()).isEmpty();
        }

        @Test
        void leaves_a_line_in_the_journal_with_the_pupils_and_no_data_of_theirs() {
            answers(lan, change(an, COMMENT, "Rất chăm", 0));
            Journal.Line line = school.get(Journal.class)
                    .aboutPupil(room.institution(), an, Long.MAX_VALUE, 1)
                    .getFirst();
            assertThat(line.act()).isEqualTo("enter-marks");
            assertThat(line.role()).isEqualTo("SUBJECT_TEACHER");
            assertThat(line.details())
                    .containsEntry("cells", "1")
                    .containsEntry("how", "TYPED")
                    .doesNotContainValue("Rất chăm");
        }
    }

    @Nested
    class A_cell_that_somebody_else_changed {
        private Actor nga;
        private long known;

        @BeforeEach
        void two_teachers_of_one_subject() {
            nga = school.teacher(room, "MATHEMATICS");
            known = saved(lan, change(an, MARK, "7", 0));
            saved(nga, change(an, MARK, "8", known));
        }

        @Test
        void comes_back_with_what_stands_there_by_whom_and_when() {
            assertThat(answers(lan, change(an, MARK, "9", known)).getFirst())
                    .isInstanceOfSatisfying(Answer.Conflict.class, conflict -> {
                        assertThat(conflict.theirs().value()).isEqualTo("8");
                        assertThat(conflict.theirs().at()).isEqualTo(school.clock.instant());
                        assertThat(conflict.name()).isEqualTo("Phạm Lan");
                        assertThat(conflict.typed()).isEqualTo("9");
                    });
            assertThat(stands()).containsExactly(MARK + "=8");
            assertThat(school.get(Journal.class)
                            .aboutPupil(room.institution(), an, Long.MAX_VALUE, 1)
                            .getFirst()
                            .details())
                    .as("whoever is told a mark has read it")
                    .containsEntry("cells", "0");
        }

        @Test
        void does_not_hold_up_the_others() {
            List<Answer> answers = answers(lan, change(an, MARK, "9", known), change(binh, MARK, "6", 0));
            assertThat(answers.get(1)).isInstanceOf(Answer.Saved.class);
        }

        @Test
        void is_settled_by_keeping_mine_with_the_other_one_seen() {
            long theirs = ((Answer.Conflict)
                            answers(lan, change(an, MARK, "9", known)).getFirst())
                    .theirs()
                    .revision();
            assertThat(saved(lan, change(an, MARK, "9", theirs))).isPositive();
            assertThat(stands()).containsExactly(MARK + "=9");
        }

        @Test
        void is_no_conflict_when_both_want_the_same() {
            assertThat(answers(lan, change(an, MARK, "8", known)).getFirst()).isInstanceOf(Answer.Saved.class);
        }
    }

    @Nested
    class An_answer_that_was_lost {
        @Test
        void lets_the_same_entry_be_sent_again_without_harm() {
            answers(lan, change(an, MARK, "7", 0), change(an, COMMENT, "Tốt", 0));
            List<Answer> again = answers(lan, change(an, MARK, "7", 0), change(an, COMMENT, "Tốt", 0));
            assertThat(again).allMatch(answer -> answer instanceof Answer.Saved);
            assertThat(school.node
                            .database()
                            .sql()
                            .sql("select count(*) from gradebook.cell_entered where class_id = :class")
                            .param("class", room.id())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(2);
        }
    }

    @Nested
    class A_pupil {
        @Test
        void whose_record_is_closed_keeps_every_cell_while_others_are_saved() {
            school.get(Gradebook.class).close(room.id(), List.of(an), Actor.system(), school.now());
            List<Answer> answers = answers(lan, change(an, MARK, "7", 0), change(binh, MARK, "8", 0));
            assertThat(answers.get(0)).isEqualTo(new Answer.Barred(an, MARK, "7", Answer.Barred.Why.CLOSED));
            assertThat(answers.get(1)).isInstanceOf(Answer.Saved.class);
        }

        @Test
        void who_is_not_in_the_class_is_named_and_nothing_of_him_is_saved() {
            UUID stranger = school.pupils(school.room()).getFirst();
            assertThat(answers(lan, change(stranger, MARK, "7", 0)))
                    .containsExactly(new Answer.Barred(stranger, MARK, "7", Answer.Barred.Why.LEFT));
        }
    }

    @Nested
    class The_entry_window {
        private Outcome<Entered> at(String time) {
            school.clock.set(time);
            return enter(lan, change(an, MARK, "7", 0));
        }

        @Test
        void is_open_from_its_first_moment_to_just_before_it_closes() {
            assertThat(at("2026-05-20T00:59:59Z")).isEqualTo(Outcome.refused(new EntryWindowNotYetOpen(School.OPENS)));
            assertThat(at("2026-05-20T01:00:00Z")).isInstanceOf(Outcome.Done.class);
            assertThat(at("2026-05-30T09:59:59.999Z")).isInstanceOf(Outcome.Done.class);
            assertThat(at("2026-05-30T10:00:00Z")).isEqualTo(Outcome.refused(new EntryWindowClosed(School.CLOSES)));
        }

        @Test
        void that_nobody_set_lets_nothing_in() {
            room = school.get(Gradebook.class)
                    .add(room.institution(), "2031-2032", 1, "1Z", "test.small", Actor.system(), school.now());
            Actor teacher = school.teacher(room, "MATHEMATICS");
            assertThat(enter(teacher, change(an, MARK, "7", 0))).isEqualTo(Outcome.refused(new EntryWindowNotSet()));
        }
    }

    @Nested
    class A_request_from_outside_the_page {
        @Test
        void with_a_column_of_another_block_is_refused_as_a_whole() {
            assertThat(enter(lan, change(an, MARK, "7", 0), change(an, "MUSIC.level", "T", 0)))
                    .isEqualTo(Outcome.refused(new OtherColumns("MUSIC.level")));
            assertThat(enter(lan, change(an, "fullName", "X", 0)))
                    .isEqualTo(Outcome.refused(new OtherColumns("fullName")));
            assertThat(stands()).isEmpty();
        }

        @Test
        void with_more_cells_than_any_class_has_is_refused() {
            CellChange[] many = java.util.stream.IntStream.rangeClosed(0, Entry.MOST_CELLS)
                    .mapToObj(i -> change(an, MARK, "7", 0))
                    .toArray(CellChange[]::new);
            assertThat(enter(lan, many)).isEqualTo(Outcome.refused(new TooManyCells(5_001, 5_000)));
        }
    }

    @Nested
    class The_homeroom_teacher {
        @Test
        void enters_what_is_hers_and_no_subject() {
            Actor hoa = school.homeroom(room);
            Outcome<Entered> height = school.get(EnterMarks.class)
                    .run(
                            school.block(room, Block.HOMEROOM),
                            List.of(change(an, "heightCm", "118,5", 0)),
                            How.TYPED,
                            hoa);
            assertThat(height).isInstanceOf(Outcome.Done.class);
            assertThat(stands()).containsExactly("heightCm=118.5");
            assertThat(enter(hoa, change(an, MARK, "7", 0))).isEqualTo(Outcome.refused(new NotYours("enter-marks")));
        }
    }
}
