package org.matricula.registry.gradebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matricula.registry.gradebook.SheetKit.AN;
import static org.matricula.registry.gradebook.SheetKit.CLASS;
import static org.matricula.registry.gradebook.SheetKit.HEADINGS;
import static org.matricula.registry.gradebook.SheetKit.csv;
import static org.matricula.registry.gradebook.SheetKit.read;
import static org.matricula.registry.gradebook.SheetKit.said;
import static org.matricula.registry.gradebook.SheetKit.xlsx;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetClassTest {

    @Nested
    class The_class {
        @Test
        void is_read_from_a_title_above_the_table() {
            var reading = csv("""
                    TRƯỜNG: TIỂU HỌC HOA SEN
                    BẢNG TỔNG HỢP KẾT QUẢ LỚP 1A NĂM HỌC 2025 – 2026
                    GVCN: Nguyễn Thị Hoa
                    """ + HEADINGS + AN);
            assertThat(said(reading)).isEmpty();
            assertThat(((Reading.Read) reading).sheet().info().values())
                    .containsEntry("school", "TIỂU HỌC HOA SEN")
                    .containsEntry("className", "1A")
                    .containsEntry("grade", "1")
                    .containsEntry("schoolYear", "2025-2026")
                    .containsEntry("homeroomTeacher", "Nguyễn Thị Hoa");
        }

        @Test
        void is_read_from_several_pairs_in_one_cell() {
            var reading =
                    csv("Trường: Hoa Sen    Lớp: 1A    Năm học: 2025-2026    GVCN: Nguyễn Thị Hoa\n" + HEADINGS + AN);
            assertThat(said(reading)).isEmpty();
            assertThat(((Reading.Read) reading).sheet().info().value("school")).contains("Hoa Sen");
        }

        @Test
        void names_its_teachers_by_subject_and_the_homeroom_teacher_for_the_rest() {
            var reading = read(SheetKit.workbook(w -> {
                SheetKit.fill(w.createSheet("Bảng"), HEADINGS + AN);
                SheetKit.fill(
                        w.createSheet("Lớp"),
                        CLASS.replace("Lớp: 1A,Năm học: 2025-2026", "Lớp,1A\nNăm học,2025-2026")
                                + "Môn học,Giáo viên\nÂm nhạc,Lê Ngân\nToán,\n");
            }));
            assertThat(said(reading)).isEmpty();
            var info = ((Reading.Read) reading).sheet().info();
            assertThat(info.teacherOf("MUSIC")).contains("Lê Ngân");
            assertThat(info.teacherOf("MATHEMATICS")).contains("Nguyễn Thị Hoa");
        }

        @Test
        void with_a_teacher_of_an_unknown_subject_is_warned_about() {
            var reading = read(SheetKit.workbook(w -> {
                SheetKit.fill(w.createSheet("Bảng"), HEADINGS + AN);
                SheetKit.fill(
                        w.createSheet("Lớp"),
                        "Trường,Hoa Sen\nLớp,1A\nNăm học,2025-2026\nGVCN,Nguyễn Thị Hoa\nNhạc cụ,Lê Ngân\n");
            }));
            assertThat(said(reading))
                    .containsExactly("WARNING Lớp!A5: 'Nhạc cụ' is not known; the value beside it is not read.");
        }

        /// A teacher who is passed over would leave the subject to the homeroom teacher, who would then sign it.
        @Test
        void on_its_own_sheet_may_stand_in_several_pairs_of_a_row() {
            var reading = read(SheetKit.workbook(w -> {
                SheetKit.fill(w.createSheet("Lớp"), """
                        Trường,Hoa Sen,Năm học,2025-2026
                        Lớp,1A,GVCN,Nguyễn Thị Hoa,ghi chú
                        Toán,Trần Văn Toán,Âm nhạc,Lê Thị Nhạc
                        """);
                SheetKit.fill(w.createSheet("1A"), HEADINGS + AN);
            }));
            assertThat(said(reading)).isEmpty();
            assertThat(((Reading.Read) reading).sheet().info().teachers())
                    .containsEntry("MATHEMATICS", "Trần Văn Toán")
                    .containsEntry("MUSIC", "Lê Thị Nhạc");
        }

        @Test
        void without_what_is_required_is_refused_for_each_thing() {
            var reading = csv("Lớp: 1A\n" + HEADINGS + AN);
            assertThat(said(reading)).hasSize(3).allMatch(s -> s.startsWith("ERROR '") && s.contains("is not given"));
        }

        @ParameterizedTest
        @CsvSource({"Lớp 1A,1A", "LỚP 1 A,1A", "1/2,1/2", "1A1,1A1", "lớp 1,1"})
        void is_known_by_its_name_however_it_is_written(String typed, String name) {
            var reading = csv(CLASS.replace("Lớp: 1A", "Lớp," + typed + "\n") + HEADINGS + AN);
            assertThat(((Reading.Read) reading).sheet().info().value("className"))
                    .contains(name);
            var title = csv(CLASS.replace(
                            "Lớp: 1A", "DANH SÁCH " + (typed.startsWith("1") ? "Lớp " : "") + typed + " - Hoa Sen\n")
                    + HEADINGS
                    + AN);
            assertThat(((Reading.Read) title).sheet().info().value("className")).contains(name);
        }

        @Test
        void hidden_above_the_table_is_refused() {
            var reading = read(xlsx(CLASS + HEADINGS + AN, s -> s.getRow(1).setZeroHeight(true)));
            assertThat(said(reading))
                    .anyMatch(s -> s.startsWith("ERROR 1A!A2: This value is in a hidden row or column"));
        }

        @Test
        void without_a_grade_is_refused() {
            assertThat(said(csv(HEADINGS + AN))).singleElement().asString().contains("The grade is not given");
        }

        @Test
        void said_twice_and_differently_is_refused() {
            var reading = csv(CLASS + "Lớp: 1B,\n" + HEADINGS + AN);
            assertThat(said(reading))
                    .containsExactly("ERROR A4: 'Class' is '1B' here but '1A' in A2. Correct one of them.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"BẢNG TỔNG HỢP KẾT QUẢ LỚP 1,\nLớp: 1A", "Lớp: 1A,\nTHỐNG KÊ LỚP 1"})
        void is_not_contradicted_by_a_title_with_its_grade_alone(String lines) {
            var reading = csv(CLASS.replace("Lớp: 1A", lines) + HEADINGS + AN);
            assertThat(said(reading)).isEmpty();
            assertThat(((Reading.Read) reading).sheet().info().value("className"))
                    .contains("1A");
        }

        @Test
        void hidden_with_several_values_in_one_cell_is_refused_once() {
            var reading = read(xlsx(
                    "Lớp: 1A   Năm học: 2025-2026   Trường: Hoa Sen\n" + CLASS + HEADINGS + AN,
                    s -> s.getRow(0).setZeroHeight(true)));
            assertThat(said(reading))
                    .filteredOn(s -> s.startsWith("ERROR 1A!A1"))
                    .hasSize(1);
        }

        @Test
        void whose_name_contradicts_its_grade_is_refused() {
            assertThat(said(csv(CLASS + "Khối: 2,\n" + HEADINGS + AN)))
                    .anyMatch(s -> s.contains("The class is called '1A' but the grade is 2"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"2025-2027", "2025", "2026-2025"})
        void with_a_school_year_that_is_none_is_refused(String year) {
            assertThat(said(csv(CLASS.replace("2025-2026", year) + HEADINGS + AN)))
                    .anyMatch(s -> s.contains("'" + year + "' is not a school year"));
        }
    }
}
