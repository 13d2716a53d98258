package org.matricula.registry.gradebook.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matricula.registry.gradebook.flows.School.change;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.gradebook.CellChange;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.gradebook.flows.SheetChanges.Change;
import org.matricula.registry.gradebook.store.CellStore;
import org.matricula.registry.gradebook.store.CellStore.How;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadingASheetTest {
    private static final String HEADINGS = "Họ và tên,Ngày sinh,Toán,,\n,,Mức,Điểm,Nhận xét\n";

    private School school;
    private ClassRoom room;
    private Actor lan;

    @BeforeAll
    void a_school() {
        school = new School();
    }

    @AfterAll
    void end() {
        school.close();
    }

    @BeforeEach
    void a_class() {
        room = school.room();
        lan = school.teacher(room, "MATHEMATICS");
    }

    private SheetChanges compare(String csv) {
        return switch (school.get(UploadSheet.class)
                .compare(school.block(room, "MATHEMATICS"), csv.getBytes(StandardCharsets.UTF_8), lan)) {
            case Outcome.Done<SheetChanges>(var changes) -> changes;
            case Outcome.Refused<SheetChanges>(var reasons) -> throw new AssertionError(reasons);
        };
    }

    private Outcome<Entered> take(SheetChanges changes) {
        return school.get(UploadSheet.class)
                .enter(
                        school.block(room, "MATHEMATICS"),
                        changes.changes().stream().map(Change::entered).toList(),
                        lan);
    }

    private List<String> stands() {
        return school.get(CellStore.class).cells(room.id()).stream()
                .map(cell -> cell.column() + "=" + cell.value())
                .sorted()
                .toList();
    }

    @Test
    void shows_each_cell_that_would_change_and_changes_nothing() {
        UUID an = school.pupils(room).getFirst();
        school.get(EnterMarks.class)
                .run(
                        school.block(room, "MATHEMATICS"),
                        List.of(change(an, "MATHEMATICS.test", "7", 0), change(an, "MATHEMATICS.level", "T", 0)),
                        How.TYPED,
                        lan);
        SheetChanges changes = compare(HEADINGS + "Nguyễn An,10/01/2019,T,9,\nTrần Bình,11/01/2019,H,,Ngoan\n");
        assertThat(changes.problems()).isEmpty();
        assertThat(changes.changes())
                .extracting(c -> c.cell() + " " + c.name() + " " + c.column().key() + " " + c.was() + ">" + c.value())
                .containsExactly(
                        "D3 Nguyễn An MATHEMATICS.test 7>9",
                        "C4 Trần Bình MATHEMATICS.level >H",
                        "E4 Trần Bình MATHEMATICS.comment >Ngoan");
        assertThat(changes.same()).isEqualTo(1);
        assertThat(stands()).containsExactly("MATHEMATICS.level=T", "MATHEMATICS.test=7");
    }

    @Test
    void enters_exactly_what_was_shown() {
        SheetChanges changes = compare(HEADINGS + "Nguyễn An,10/01/2019,T,9,Tốt\n");
        assertThat(take(changes)).isInstanceOf(Outcome.Done.class);
        assertThat(stands()).containsExactly("MATHEMATICS.comment=Tốt", "MATHEMATICS.level=T", "MATHEMATICS.test=9");
        assertThat(compare(HEADINGS + "Nguyễn An,10/01/2019,T,9,Tốt\n").changes())
                .isEmpty();
    }

    @Test
    void takes_nothing_when_somebody_changed_the_class_meanwhile() {
        SheetChanges changes = compare(HEADINGS + "Nguyễn An,10/01/2019,T,9,Tốt\nTrần Bình,11/01/2019,H,8,\n");
        school.get(EnterMarks.class)
                .run(
                        school.block(room, "MATHEMATICS"),
                        List.of(change(school.pupils(room).get(1), "MATHEMATICS.test", "5", 0)),
                        How.TYPED,
                        lan);
        assertThat(take(changes)).isEqualTo(Outcome.refused(new SheetNoLongerFits()));
        assertThat(stands()).containsExactly("MATHEMATICS.test=5");
    }

    @Test
    void says_what_has_to_be_mended_and_is_not_taken_by_halves() {
        SheetChanges changes = compare(HEADINGS + "Nguyễn An,10/01/2019,T,11,\nTrần Bình,11/01/2019,H,8,\n");
        assertThat(changes.takable()).isFalse();
        assertThat(changes.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.cell()).isEqualTo("D3");
            assertThat(problem.pupil()).contains("Nguyễn An");
        });
    }

    @Test
    void of_the_whole_class_serves_too_and_the_columns_of_others_are_not_judged() {
        SheetChanges changes = compare("""
                Lớp: %s,Năm học: 2025-2026
                Họ và tên,Mã số,Ngày sinh,Toán,,,Âm nhạc,
                ,,,Mức,Điểm,Nhận xét,Mức,Nhận xét
                Nguyễn An,1,10/01/2019,T,9,Tốt,XYZ,Hát
                """.formatted(room.name()));
        assertThat(changes.problems()).isEmpty();
        assertThat(changes.changes())
                .extracting(c -> c.column().key())
                .containsExactly("MATHEMATICS.level", "MATHEMATICS.test", "MATHEMATICS.comment");
    }

    @Test
    void of_another_class_is_not_taken() {
        SheetChanges changes = compare("Lớp: 1X\n" + HEADINGS + "Nguyễn An,10/01/2019,T,9,\n");
        assertThat(changes.takable()).isFalse();
        assertThat(changes.problems()).extracting(p -> p.words().en()).anyMatch(words -> words.contains("1X"));
    }

    @Test
    void leaves_out_rows_that_are_nobody_here_or_could_be_two_and_lists_them() {
        SheetChanges changes = compare(HEADINGS
                + "Nguyễn An,10/01/2019,T,9,\nNguyễn An,11/01/2019,T,8,\nVũ Dũng,12/01/2019,H,7,\nLê Chi,12/01/2019,H,6,\n"
                + "LÊ  CHI,12/01/2019,H,5,\n");
        assertThat(changes.changes()).extracting(Change::name).containsOnly("Nguyễn An");
        assertThat(changes.strangers())
                .extracting(s -> s.name() + " " + s.twice())
                .containsExactly("Nguyễn An false", "Vũ Dũng false", "Lê Chi true", "LÊ CHI true");
    }

    @Test
    void that_would_change_a_closed_record_is_not_taken() {
        school.get(Gradebook.class)
                .close(room.id(), List.of(school.pupils(room).getFirst()), Actor.system(), school.now());
        SheetChanges changes = compare(HEADINGS + "Nguyễn An,10/01/2019,T,9,\n");
        assertThat(changes.takable()).isFalse();
        assertThat(take(changes)).isEqualTo(Outcome.refused(new SheetNoLongerFits()));
    }

    @Test
    void that_is_no_sheet_is_said_to_be_none() {
        SheetChanges changes = compare("dear parents");
        assertThat(changes.takable()).isFalse();
        assertThat(changes.problems()).isNotEmpty();
    }

    @Nested
    class Outside_the_time_for_entry {
        private final byte[] file = (HEADINGS + "Nguyễn An,10/01/2019,T,9,Tốt\n").getBytes(StandardCharsets.UTF_8);

        private void is_refused(Refusal why) {
            Block block = school.block(room, "MATHEMATICS");
            assertThat(school.get(UploadSheet.class).compare(block, file, lan)).isEqualTo(Outcome.refused(why));
            assertThat(school.get(UploadSheet.class)
                            .enter(
                                    block,
                                    List.of(change(school.pupils(room).getFirst(), "MATHEMATICS.test", "9", 0)),
                                    lan))
                    .isEqualTo(Outcome.refused(why));
            assertThat(stands()).isEmpty();
        }

        @Test
        void a_sheet_is_neither_compared_nor_taken_before_the_class_opens() {
            school.open(room, School.OPENS.plusDays(2), School.CLOSES);
            is_refused(new EntryWindowNotYetOpen(School.OPENS.plusDays(2)));
        }

        @Test
        void nor_after_it_has_closed() {
            school.open(room, School.OPENS, School.OPENS.plusHours(1));
            is_refused(new EntryWindowClosed(School.OPENS.plusHours(1)));
        }

        @Test
        void nor_while_nobody_has_said_when() {
            UUID an = school.pupils(room).getFirst();
            room = school.get(Gradebook.class)
                    .add(room.institution(), "2032-2033", 1, "1Z", "test.small", Actor.system(), school.now());
            school.get(Gradebook.class).join(room.id(), an, 1, Actor.system(), school.now());
            lan = school.teacher(room, "MATHEMATICS");
            is_refused(new EntryWindowNotSet());
        }
    }

    @Nested
    class A_program_that_made_the_changes_itself {
        private Outcome<Entered> enter(List<CellChange> changes) {
            return school.get(UploadSheet.class).enter(school.block(room, "MATHEMATICS"), changes, lan);
        }

        @Test
        void enters_nothing_when_one_column_belongs_to_another_teacher() {
            UUID an = school.pupils(room).getFirst();
            assertThat(enter(List.of(change(an, "MATHEMATICS.test", "9", 0), change(an, "MUSIC.level", "T", 0))))
                    .isEqualTo(Outcome.refused(new OtherColumns("MUSIC.level")));
            assertThat(stands()).isEmpty();
        }

        @Test
        void enters_nothing_when_it_sends_more_cells_than_any_class_has() {
            CellChange one = change(school.pupils(room).getFirst(), "MATHEMATICS.test", "9", 0);
            assertThat(enter(Collections.nCopies(5_001, one)))
                    .isEqualTo(Outcome.refused(new TooManyCells(5_001, 5_000)));
            assertThat(stands()).isEmpty();
            assertThat(enter(Collections.nCopies(5_000, one))).isInstanceOf(Outcome.Done.class);
        }
    }
}
