package org.matricula.registry.gradebook.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.directory.Mandates;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.intake.flows.Answers;
import org.matricula.registry.gradebook.intake.store.IntakeStore;

class TeachingIntakeTest {
    private static final Answers REST = new Answers(Set.of(), Optional.empty(), Set.of(), true);
    private static final String WIDE = "Lớp,GVCN,Âm nhạc";
    private static final String LONG = "Lớp,Môn,Giáo viên";

    private final OfficeKit office = new OfficeKit();

    @BeforeEach
    void two_classes() {
        office.apply(office.pupils(
                "Lớp,Họ và tên,Ngày sinh,Giới tính",
                "4A,Nguyễn An,01/09/2016,Nam",
                "4B,Lê Chi,05/06/2016,Nữ",
                "1A,Trần Bé,05/06/2019,Nữ"));
    }

    /// Who teaches in a class today: `MUSIC=Trần Nhạc`, `homeroom=...`.
    private Map<String, String> taught(String className) {
        return office.node.get(Mandates.class).ofClass(office.room(className).id()).stream()
                .filter(each -> each.mandate().inForce(office.now().date()))
                .collect(Collectors.toMap(
                        each -> each.mandate().subject().orElse("homeroom"),
                        each -> each.name(),
                        (a, b) -> a + " + " + b));
    }

    @Nested
    class A_row_for_each_class {
        @Test
        void names_its_teachers_and_leaves_the_rest_to_the_homeroom_teacher_if_asked() {
            office.apply(office.teaching(WIDE, "4A,Nguyễn Thị Hoa,Trần Nhạc", "4B,Vũ Phượng,Trần Nhạc"), REST);
            assertThat(taught("4A"))
                    .containsOnly(
                            Map.entry("homeroom", "Nguyễn Thị Hoa"),
                            Map.entry("VIETNAMESE", "Nguyễn Thị Hoa"),
                            Map.entry("MATHEMATICS", "Nguyễn Thị Hoa"),
                            Map.entry("HISTORY", "Nguyễn Thị Hoa"),
                            Map.entry("MUSIC", "Trần Nhạc"));
        }

        @Test
        void leaves_other_subjects_open_unless_asked() {
            office.apply(office.teaching(WIDE, "4A,Nguyễn Thị Hoa,Trần Nhạc"));
            assertThat(taught("4A")).containsOnlyKeys("homeroom", "MUSIC");
        }

        @Test
        void changes_nothing_when_it_comes_again() {
            office.apply(office.teaching(WIDE, "4A,Nguyễn Thị Hoa,Trần Nhạc"), REST);
            long before = office.facts();
            Checked again = office.teaching(WIDE, "4A,Nguyễn Thị Hoa,Trần Nhạc");
            assertThat(again.plan().changesNothing()).isTrue();
            office.apply(again, REST);
            assertThat(office.facts()).isEqualTo(before);
        }
    }

    @Nested
    class A_row_for_each_assignment {
        @Test
        void may_hold_several_classes_and_subjects() {
            office.apply(office.teaching(
                    LONG, "\"4A, 4B\",Âm nhạc,Trần Nhạc", "4A,\"Toán, Tiếng Việt\",Lê Toán", "4A,Chủ nhiệm,Lê Toán"));
            assertThat(taught("4A"))
                    .containsOnly(
                            Map.entry("homeroom", "Lê Toán"),
                            Map.entry("MUSIC", "Trần Nhạc"),
                            Map.entry("MATHEMATICS", "Lê Toán"),
                            Map.entry("VIETNAMESE", "Lê Toán"));
            assertThat(taught("4B")).containsOnly(Map.entry("MUSIC", "Trần Nhạc"));
        }

        @Test
        void may_name_a_subject_that_has_an_and_in_it() {
            office.apply(office.teaching(LONG, "4A,Lịch sử và Địa lí,Lê Sử"));
            assertThat(taught("4A")).containsOnly(Map.entry("HISTORY", "Lê Sử"));
        }

        @Test
        void is_told_what_is_wrong_with_it_all_at_once() {
            Checked checked = office.teaching(
                    LONG,
                    "9Z,Toán,Lê Toán",
                    "4A,Bay lượn,Lê Toán",
                    "1A,Lịch sử và Địa lí,Lê Sử",
                    "4A,Toán,",
                    "4A,,Lê Toán");
            assertThat(OfficeKit.errors(checked)).hasSize(5);
            assertThat(OfficeKit.errors(checked)).anyMatch(words -> words.contains("There is no class 9Z"));
            assertThat(OfficeKit.errors(checked)).anyMatch(words -> words.contains("not taught in grade 1"));
        }
    }

    @Nested
    class A_teacher {
        @Test
        void without_an_account_gets_one_that_the_school_keeps() {
            office.apply(office.teaching(LONG, "4A,Toán,Đặng Thị Ngọc Ánh"));
            Account opened = office.node.get(Accounts.class).byLogin("anh.dtn").orElseThrow();
            assertThat(opened.name()).isEqualTo("Đặng Thị Ngọc Ánh");
            assertThat(office.node.get(Accounts.class).home(opened.id())).contains(office.school.id());
        }

        @Test
        void who_is_known_by_name_keeps_the_account() {
            office.apply(office.teaching(LONG, "4A,Toán,Lê Toán"));
            office.apply(office.teaching(LONG, "4A,Toán,Lê Toán", "4B,Toán,Lê Toán"));
            assertThat(office.node.get(Accounts.class).at(office.school.id()))
                    .filteredOn(account -> account.name().equals("Lê Toán"))
                    .hasSize(1);
        }

        @Test
        void who_shares_a_name_is_asked_for_the_sign_in_name() {
            office.person("toan.le", "Lê Toán", Role.OFFICE, office.school);
            office.person("le.toan", "Lê Toán", Role.OFFICE, office.school);
            assertThat(OfficeKit.errors(office.teaching(LONG, "4A,Toán,Lê Toán")))
                    .singleElement()
                    .asString()
                    .contains("le.toan", "toan.le");
            office.apply(office.teaching(LONG + ",Tên đăng nhập", "4A,Toán,Lê Toán,toan.le" + office.number));
            assertThat(taught("4A")).containsOnly(Map.entry("MATHEMATICS", "Lê Toán"));
        }

        @Test
        void of_another_school_is_not_taken_for_ours() {
            office.person("far.away", "Lê Toán", Role.OFFICE, office.add("22009999", "Trường khác"));
            assertThat(OfficeKit.errors(
                            office.teaching(LONG + ",Tên đăng nhập", "4A,Toán,Lê Toán,far.away" + office.number)))
                    .singleElement()
                    .asString()
                    .contains("another institution");
        }

        @Test
        void is_remembered_with_the_file_until_the_code_is_printed() {
            Checked checked = office.teaching(LONG, "4A,Toán,Lê Toán");
            office.apply(checked);
            assertThat(office.node
                            .get(IntakeStore.class)
                            .accounts(checked.upload().id()))
                    .hasSize(1);
        }
    }

    @Nested
    class An_assignment_that_the_file_does_not_name {
        @Test
        void is_asked_about_and_stays_without_an_answer() {
            office.apply(office.teaching(LONG, "4A,Toán,Lê Toán", "4A,Âm nhạc,Trần Nhạc"));
            Checked other = office.teaching(LONG, "4A,Toán,Phạm Mới");
            assertThat(office.teachingPlan(other).unnamed())
                    .extracting(each -> each.name() + " " + each.takenOver())
                    .containsExactlyInAnyOrder("Lê Toán true", "Trần Nhạc false");
            office.apply(other);
            assertThat(taught("4A")).containsEntry("MATHEMATICS", "Lê Toán + Phạm Mới");
        }

        @Test
        void ends_when_the_office_says_so() {
            office.apply(office.teaching(LONG, "4A,Toán,Lê Toán"));
            Checked other = office.teaching(LONG, "4A,Toán,Phạm Mới");
            UUID old = office.teachingPlan(other).unnamed().getFirst().mandate();
            office.apply(other, new Answers(Set.of(), Optional.empty(), Set.of(old), false));
            assertThat(taught("4A")).containsOnly(Map.entry("MATHEMATICS", "Phạm Mới"));
        }
    }

    @Test
    void a_class_has_one_homeroom_teacher() {
        assertThat(OfficeKit.errors(office.teaching(LONG, "4A,Chủ nhiệm,Lê Toán", "4A,Chủ nhiệm,Trần Nhạc")))
                .singleElement()
                .asString()
                .contains("two homeroom teachers");
    }

    @Test
    void sign_in_names_are_made_of_the_given_name_and_initials() {
        Set<String> taken = Set.of("hoa.nt");
        assertThat(List.of(
                        Logins.of("Nguyễn Thị Hoa", taken::contains),
                        Logins.of("Đỗ Văn Đạt", taken::contains),
                        Logins.of("Hạnh", taken::contains)))
                .containsExactly("hoa.nt2", "dat.dv", "hanh.gv");
    }
}
