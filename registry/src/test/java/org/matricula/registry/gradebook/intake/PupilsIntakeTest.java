package org.matricula.registry.gradebook.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matricula.registry.flow.Journal;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.gradebook.MarksEntered;
import org.matricula.registry.gradebook.intake.Plan.Change;
import org.matricula.registry.gradebook.intake.Plan.Place;
import org.matricula.registry.gradebook.intake.flows.Answers;
import org.matricula.registry.gradebook.intake.flows.CheckIntake;
import org.matricula.registry.gradebook.intake.flows.DropIntake;
import org.matricula.registry.gradebook.intake.flows.ExplainColumns;
import org.matricula.registry.gradebook.intake.flows.FileHasFaults;
import org.matricula.registry.gradebook.intake.flows.FileNotWaiting;
import org.matricula.registry.gradebook.intake.flows.HeadingsDiffer;
import org.matricula.registry.gradebook.intake.flows.LookAtIntake;
import org.matricula.registry.gradebook.intake.flows.NothingChosen;
import org.matricula.registry.gradebook.intake.flows.PlanChanged;
import org.matricula.registry.gradebook.intake.store.IntakeStore;

class PupilsIntakeTest {
    private static final String HEAD = "STT,Lớp,Họ và tên,Mã định danh,Ngày sinh,Giới tính,Dân tộc";
    private static final String AN = "1,4A,Nguyễn An,022216000001,01/09/2016,Nam,Kinh";
    private static final String BINH = "2,4A,Trần Thị Bình,022316000002,02/03/2016,Nữ,Tày";
    private static final String CHI = "3,4B,Lê Chi,022316000003,05/06/2016,Nữ,Kinh";

    private final OfficeKit office = new OfficeKit();

    private static Answers left(UUID... pupils) {
        return new Answers(Set.of(pupils), Optional.of(LocalDate.of(2025, 9, 1)), Set.of(), false);
    }

    @Nested
    class A_list_that_is_brought {
        @Test
        void says_what_would_change_and_changes_nothing() {
            long before = office.facts();
            Checked checked = office.pupils(HEAD, AN, BINH, CHI);
            assertThat(OfficeKit.errors(checked)).isEmpty();
            assertThat(office.plan(checked).classes())
                    .containsExactly(new Plan.NewClass("4A", 4), new Plan.NewClass("4B", 4));
            assertThat(office.plan(checked).at(Place.NEW))
                    .extracting(Plan.Listed::fullName)
                    .containsExactly("Nguyễn An", "Trần Thị Bình", "Lê Chi");
            assertThat(office.facts()).isEqualTo(before);
        }

        @Test
        void is_taken_in_with_its_classes_in_its_order() {
            office.apply(office.pupils(HEAD, AN, BINH, CHI));
            assertThat(office.names("4A")).containsExactly("Nguyễn An", "Trần Thị Bình");
            assertThat(office.names("4B")).containsExactly("Lê Chi");
            assertThat(office.pupil("Trần Thị Bình").values())
                    .containsEntry("bornOn", "2016-03-02")
                    .containsEntry("sex", "FEMALE")
                    .containsEntry("ethnicity", "Tày");
        }

        @Test
        void changes_nothing_when_it_comes_again() {
            office.apply(office.pupils(HEAD, AN, BINH, CHI));
            long before = office.facts();
            Checked again = office.pupils(HEAD, AN, BINH, CHI);
            assertThat(again.plan().changesNothing()).isTrue();
            office.apply(again);
            assertThat(office.facts()).isEqualTo(before);
        }

        @Test
        void takes_pupils_without_a_number_in_and_knows_them_again() {
            String noNumber = "4,4A,Phạm Dung,,07/08/2016,Nữ,Kinh";
            office.apply(office.pupils(HEAD, AN, noNumber));
            Checked again = office.pupils(HEAD, AN, noNumber);
            assertThat(again.plan().changesNothing()).isTrue();
            assertThat(office.plan(again).withoutNumber())
                    .extracting(Plan.Listed::fullName)
                    .containsExactly("Phạm Dung");
        }

        @Test
        void gives_a_pupil_the_number_that_came_later() {
            office.apply(office.pupils(HEAD, "4,4A,Phạm Dung,,07/08/2016,Nữ,Kinh"));
            Checked later = office.pupils(HEAD, "4,4A,Phạm Dung,022316000009,07/08/2016,Nữ,Kinh");
            assertThat(office.plan(later).changed().getFirst().changes())
                    .containsExactly(new Change("personalNumber", "", "022316000009"));
            office.apply(later);
            assertThat(office.pupil("Phạm Dung").personalNumber()).contains("022316000009");
        }

        @Test
        void shows_changed_data_old_and_new_and_tells_whoever_signed_them() {
            office.apply(office.pupils(HEAD, AN, BINH));
            Checked changed = office.pupils(HEAD, AN, BINH.replace("Tày", "Nùng"));
            assertThat(office.plan(changed).changed().getFirst().changes())
                    .containsExactly(new Change("ethnicity", "Tày", "Nùng"));
            office.apply(changed);
            List<MarksEntered> heard = office.node.get(OfficeKit.Listener.class).heard;
            assertThat(heard).singleElement().satisfies(event -> {
                assertThat(event.columns()).containsExactly("ethnicity");
                assertThat(event.pupils())
                        .containsExactly(office.pupil("Trần Thị Bình").id());
            });
        }

        @Test
        void erases_nothing_by_a_blank_cell() {
            office.apply(office.pupils(HEAD, AN));
            Checked blank = office.pupils(HEAD, "1,4A,Nguyễn An,022216000001,01/09/2016,Nam,");
            assertThat(blank.plan().changesNothing()).isTrue();
        }

        @Test
        void warns_when_a_number_was_another_child_s() {
            office.apply(office.pupils(HEAD, AN));
            Checked other = office.pupils(HEAD, "1,4A,Vũ Khác,022216000001,09/09/2015,Nam,Kinh");
            assertThat(OfficeKit.warnings(other)).anyMatch(words -> words.contains("Nguyễn An, born 01/09/2016"));
        }
    }

    @Nested
    class A_pupil_in_another_class {
        @Test
        void is_moved_and_is_never_in_two() {
            office.apply(office.pupils(HEAD, AN, BINH, CHI));
            office.clock.set("2025-10-01T02:00:00Z");
            Checked moved = office.pupils(HEAD, BINH.replace("4A", "4B"), CHI);
            assertThat(office.plan(moved).at(Place.MOVES)).singleElement().satisfies(each -> {
                assertThat(each.from()).contains("4A");
                assertThat(each.className()).isEqualTo("4B");
            });
            office.apply(moved);
            assertThat(office.names("4A")).containsExactly("Nguyễn An");
            assertThat(office.names("4B")).containsExactly("Lê Chi", "Trần Thị Bình");
        }

        @Test
        void comes_back_when_the_move_was_a_mistake_and_may_go_again() {
            office.apply(office.pupils(HEAD, AN, BINH, CHI));
            office.apply(office.pupils(HEAD, AN, BINH.replace("4A", "4B"), CHI));
            office.apply(office.pupils(HEAD, AN, BINH, CHI));
            assertThat(office.names("4A")).containsExactly("Nguyễn An", "Trần Thị Bình");
            assertThat(office.names("4B")).containsExactly("Lê Chi");
            office.apply(office.pupils(HEAD, AN, BINH.replace("4A", "4B"), CHI));
            assertThat(office.names("4A")).containsExactly("Nguyễn An");
        }

        @Test
        void stays_when_the_report_book_is_closed() {
            office.apply(office.pupils(HEAD, AN, BINH, CHI));
            office.node
                    .get(Gradebook.class)
                    .close(
                            office.room("4A").id(),
                            List.of(office.pupil("Trần Thị Bình").id()),
                            office.clerk,
                            office.now());
            Checked moved = office.pupils(HEAD, AN, BINH.replace("4A", "4B"), CHI);
            assertThat(OfficeKit.errors(moved)).singleElement().asString().contains("class 4A is closed");
            assertThat(office.tryApply(moved, Answers.NONE)).isEqualTo(Outcome.refused(new FileHasFaults()));
        }
    }

    @Nested
    class A_pupil_who_is_no_longer_listed {
        @Test
        void is_asked_about_and_stays_without_an_answer() {
            office.apply(office.pupils(HEAD, AN, BINH, CHI));
            Checked shorter = office.pupils(HEAD, AN);
            assertThat(office.plan(shorter).unlisted())
                    .extracting(Plan.Unlisted::fullName)
                    .containsExactly("Trần Thị Bình");
            office.apply(shorter);
            assertThat(office.names("4A")).contains("Trần Thị Bình");
        }

        @Test
        void leaves_when_the_office_says_so_and_not_before_the_last_day_is_over() {
            office.apply(office.pupils(HEAD, AN, BINH));
            Checked shorter = office.pupils(HEAD, AN);
            office.apply(shorter, left(office.pupil("Trần Thị Bình").id()));
            assertThat(office.names("4A")).contains("Trần Thị Bình");
            office.clock.set("2025-09-02T02:00:00Z");
            assertThat(office.names("4A")).containsExactly("Nguyễn An");
        }

        @Test
        void of_a_class_that_the_file_does_not_name_is_not_asked_about() {
            office.apply(office.pupils(HEAD, AN, CHI));
            assertThat(office.plan(office.pupils(HEAD, AN)).unlisted()).isEmpty();
        }
    }

    @Nested
    class A_file_that_is_applied {
        @Test
        void leaves_nothing_behind_when_the_machine_fails_in_the_middle() {
            office.apply(office.pupils(HEAD, AN, BINH));
            long before = office.facts();
            Checked more = office.pupils(HEAD, AN.replace("Kinh", "Dao"), BINH, CHI);
            office.node.get(OfficeKit.Listener.class).fails = true;
            assertThatThrownBy(() -> office.tryApply(more, Answers.NONE)).hasMessage("the machine has failed");
            assertThat(office.facts()).isEqualTo(before);
            assertThat(office.node.get(IntakeStore.class).find(more.upload().id()))
                    .get()
                    .extracting(Upload::state)
                    .isEqualTo(Upload.State.WAITING);
            office.node.get(OfficeKit.Listener.class).fails = false;
            office.apply(more);
            assertThat(office.names("4B")).containsExactly("Lê Chi");
        }

        @Test
        void is_applied_once() {
            Checked checked = office.pupils(HEAD, AN);
            office.apply(checked);
            assertThat(office.tryApply(checked, Answers.NONE)).isEqualTo(Outcome.refused(new FileNotWaiting()));
        }

        @Test
        void is_exactly_the_one_that_was_seen() {
            Checked first = office.pupils(HEAD, AN, BINH);
            office.apply(office.pupils(HEAD, AN));
            assertThat(office.tryApply(first, Answers.NONE)).isEqualTo(Outcome.refused(new PlanChanged()));
        }

        @Test
        void is_refused_whole_for_one_bad_cell() {
            Checked checked = office.pupils(HEAD, AN, BINH.replace("02/03/2016", "31/02/2016"));
            assertThat(OfficeKit.errors(checked)).singleElement().asString().startsWith("E3: Trần Thị Bình:");
            long before = office.facts();
            assertThat(office.tryApply(checked, Answers.NONE)).isEqualTo(Outcome.refused(new FileHasFaults()));
            assertThat(office.facts()).isEqualTo(before);
        }

        @Test
        void is_remembered_with_who_when_and_how_much_and_its_bytes_are_gone() {
            Checked checked = office.pupils(HEAD, AN, BINH);
            office.apply(checked);
            IntakeStore store = office.node.get(IntakeStore.class);
            assertThat(store.newest(office.school.id(), 5)).singleElement().satisfies(upload -> {
                assertThat(upload.by()).isEqualTo("Đỗ Thị Vân");
                assertThat(upload.fileName()).isEqualTo("list.csv");
                assertThat(upload.sha256()).hasSize(64);
                assertThat(upload.state()).isEqualTo(Upload.State.APPLIED);
            });
            assertThat(store.counts(checked.upload().id())).containsEntry("new", 2);
            assertThat(store.bytes(checked.upload().id())).isEmpty();
        }

        @Test
        void stands_in_the_journal_of_each_pupil() {
            office.apply(office.pupils(HEAD, AN, BINH));
            assertThat(office.node
                            .get(Journal.class)
                            .aboutPupil(
                                    office.school.id(),
                                    office.pupil("Nguyễn An").id(),
                                    Long.MAX_VALUE,
                                    5))
                    .extracting(Journal.Line::act)
                    .containsExactly("apply-intake");
        }

        @Test
        void that_is_laid_aside_is_gone() {
            Checked checked = office.pupils(HEAD, AN);
            OfficeKit.done(office.node.get(DropIntake.class).run(checked.upload(), office.clerk));
            assertThat(office.tryApply(checked, Answers.NONE)).isEqualTo(Outcome.refused(new FileNotWaiting()));
            assertThat(OfficeKit.done(office.node.get(LookAtIntake.class).run(checked.upload(), office.clerk)))
                    .isEmpty();
        }

        @Test
        void that_is_over_can_be_neither_laid_aside_nor_explained_any_more() {
            Checked applied = office.pupils(HEAD, AN);
            office.apply(applied);
            assertThat(office.node.get(DropIntake.class).run(applied.upload(), office.clerk))
                    .isEqualTo(Outcome.refused(new FileNotWaiting()));
            assertThat(office.node
                            .get(ExplainColumns.class)
                            .run(applied.upload(), Map.of("họ và tên", ""), office.clerk))
                    .isEqualTo(Outcome.refused(new FileNotWaiting()));
            assertThat(office.node.get(IntakeStore.class).find(applied.upload().id()))
                    .get()
                    .extracting(Upload::state)
                    .isEqualTo(Upload.State.APPLIED);
            assertThat(OfficeKit.errors(office.pupils(HEAD, BINH))).isEmpty();
        }
    }

    @Nested
    class A_heading_that_nobody_knows {
        private static final String STRANGE = "Buồng,Cháu,Mã,Sinh ngày nào,Trai gái";
        private static final String ROW = "4A,Nguyễn An,022216000001,01/09/2016,Nam";

        @Test
        void is_shown_with_a_sample_and_is_explained_by_hand_once_for_all() {
            Checked checked = office.pupils(STRANGE, ROW);
            assertThat(checked.reading().headings())
                    .extracting(found -> found.words() + "=" + found.sample().orElse(""))
                    .containsExactly(
                            "Buồng=4A",
                            "Cháu=Nguyễn An",
                            "Mã=022216000001",
                            "Sinh ngày nào=01/09/2016",
                            "Trai gái=Nam");
            Checked explained = OfficeKit.done(office.node
                    .get(ExplainColumns.class)
                    .run(
                            checked.upload(),
                            Map.of(
                                    "buồng", "class",
                                    "cháu", "fullName",
                                    "mã", "personalNumber",
                                    "sinh ngày nào", "bornOn",
                                    "trai gái", "sex"),
                            office.clerk));
            office.apply(explained);
            assertThat(office.names("4A")).containsExactly("Nguyễn An");
            Checked next = office.pupils("Trai gái,Cháu,Buồng,Mã,Sinh ngày nào", "Nữ,Lê Chi,4B,,05/06/2016");
            assertThat(OfficeKit.errors(next)).isEmpty();
            assertThat(office.plan(next).at(Place.NEW))
                    .extracting(Plan.Listed::fullName)
                    .containsExactly("Lê Chi");
        }

        @Test
        void is_not_explained_by_a_meaning_that_the_form_has_not_or_for_a_heading_that_the_file_has_not() {
            Checked checked = office.pupils(STRANGE, ROW);
            for (Map<String, String> wrong :
                    List.of(Map.of("buồng", "shoeSize"), Map.of("buồng", "class", "lớp của cháu", "class"))) {
                assertThat(office.node.get(ExplainColumns.class).run(checked.upload(), wrong, office.clerk))
                        .isEqualTo(Outcome.refused(new HeadingsDiffer()));
            }
            assertThat(office.pupils(STRANGE, ROW).reading().headings())
                    .filteredOn(found -> found.words().equals("Buồng"))
                    .singleElement()
                    .satisfies(found -> assertThat(found.key()).isEmpty());
        }

        @Test
        void may_be_passed_over() {
            Checked checked = office.pupils(HEAD + ",Cha", AN + ",Không phải tên 123");
            assertThat(OfficeKit.errors(checked)).isNotEmpty();
            Checked explained = OfficeKit.done(
                    office.node.get(ExplainColumns.class).run(checked.upload(), Map.of("cha", ""), office.clerk));
            assertThat(OfficeKit.errors(explained)).isEmpty();
        }
    }

    @Test
    void a_file_of_another_year_or_school_is_not_taken_for_ours() {
        assertThat(OfficeKit.errors(office.pupils("Năm học 2024-2025", HEAD, AN)))
                .singleElement()
                .asString()
                .contains("2024-2025");
        assertThat(OfficeKit.errors(office.pupils("Mã trường: 22009999", HEAD, AN)))
                .singleElement()
                .asString()
                .contains("22009999");
    }

    @Test
    void a_file_of_no_school_year_is_not_even_kept() {
        Outcome<Checked> outcome = office.node
                .get(CheckIntake.class)
                .run(office.school.place(), IntakeKind.PUPILS, "2025", "x.csv", OfficeKit.csv(HEAD), office.clerk);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(office.node.get(IntakeStore.class).newest(office.school.id(), 5))
                .isEmpty();
    }

    @Test
    void nothing_is_kept_of_a_file_with_nothing_in_it_whatever_it_is_called() {
        for (String name : List.of("", "list.xlsx")) {
            assertThat(office.node
                            .get(CheckIntake.class)
                            .run(
                                    office.school.place(),
                                    IntakeKind.PUPILS,
                                    OfficeKit.YEAR,
                                    name,
                                    new byte[0],
                                    office.clerk))
                    .isEqualTo(Outcome.refused(new NothingChosen()));
        }
        assertThat(office.node.get(IntakeStore.class).newest(office.school.id(), 5))
                .isEmpty();
    }
}
