package org.matricula.registry.gradebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matricula.registry.gradebook.SheetKit.AN;
import static org.matricula.registry.gradebook.SheetKit.BINH;
import static org.matricula.registry.gradebook.SheetKit.CLASS;
import static org.matricula.registry.gradebook.SheetKit.HEADINGS;
import static org.matricula.registry.gradebook.SheetKit.csv;
import static org.matricula.registry.gradebook.SheetKit.pupils;
import static org.matricula.registry.gradebook.SheetKit.read;
import static org.matricula.registry.gradebook.SheetKit.said;
import static org.matricula.registry.gradebook.SheetKit.xlsx;

import java.text.Normalizer;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SheetHeadingsTest {

    @Nested
    class Headings {
        @Test
        void may_be_in_any_order() {
            var reading = csv(CLASS + """
                    Toán,,Ngày sinh,Họ và tên,Mã số
                    Điểm,Mức,,,
                    9,T,31/01/2016,Nguyễn An,022316000001
                    """);
            assertThat(said(reading)).isEmpty();
            assertThat(pupils(reading).getFirst().value("MATHEMATICS.test")).contains("9");
        }

        @Test
        void may_be_in_english_and_in_one_row() {
            var reading = csv("""
                    School,Hoa Sen
                    Class,1A
                    School year,2025-2026
                    Homeroom teacher,Nguyễn Thị Hoa
                    No.,Full name,Number,Born on,Mathematics - level,Mathematics (mark),Comment: Mathematics
                    1,Nguyễn An,022316000001,2016-01-31,t,"9,0",Good
                    """);
            assertThat(said(reading)).isEmpty();
            assertThat(pupils(reading).getFirst().values())
                    .containsEntry("MATHEMATICS.level", "T")
                    .containsEntry("MATHEMATICS.test", "9")
                    .containsEntry("MATHEMATICS.comment", "Good");
        }

        @Test
        void are_known_decomposed_and_with_line_breaks_invisible_marks_and_trailing_blanks() {
            var odd = """
                    \u200FSTT ,HỌ VÀ TÊN  ,"Mã
                    \u200Bsố\u00A0",ngày sinh:,Toán,,
                    ,,,, Mức\t,(Điểm),nhận xét\u00AD
                    """;
            odd = Normalizer.normalize(odd, Normalizer.Form.NFD);
            assertThat(said(csv(CLASS + odd + AN))).isEmpty();
        }

        @Test
        void without_diacritics_are_read_with_a_note() {
            var reading = csv(CLASS + HEADINGS.replace("Ngày sinh", "Ngay sinh") + AN);
            assertThat(said(reading))
                    .containsExactly(
                            "NOTE D5: The heading 'Ngay sinh' was read as 'Ngày sinh' although the diacritics differ.");
            assertThat(reading).isInstanceOf(Reading.Read.class);
        }

        @Test
        void in_three_rows_are_read_with_a_neutral_heading_on_top() {
            var reading = read(xlsx(CLASS + """
                            STT,Họ và tên,Mã số,Ngày sinh,Các môn học,,,
                            ,,,,Toán,,Âm nhạc,
                            ,,,,Mức,Điểm,Mức,Nhận xét
                            1,Nguyễn An,022316000001,31/01/2016,T,9,H,Hát hay
                            """, s -> {
                s.addMergedRegion(CellRangeAddress.valueOf("E4:H4"));
                s.addMergedRegion(CellRangeAddress.valueOf("E5:F5"));
                s.addMergedRegion(CellRangeAddress.valueOf("G5:H5"));
                s.addMergedRegion(CellRangeAddress.valueOf("B4:B6"));
            }));
            assertThat(said(reading)).isEmpty();
            assertThat(pupils(reading).getFirst().values())
                    .containsEntry("MUSIC.level", "H")
                    .containsEntry("MUSIC.comment", "Hát hay");
        }

        @Test
        void numbered_below_do_not_make_a_pupil() {
            var reading = csv(CLASS + HEADINGS + "(1),(2),(3),(4),(5),(6),(7)\n" + AN);
            assertThat(said(reading)).isEmpty();
            assertThat(pupils(reading)).hasSize(1);
        }

        @Test
        void are_not_sought_in_the_row_of_a_pupil_without_a_name() {
            var reading = csv(CLASS + HEADINGS + AN.replace("Nguyễn An", "").replace("Tốt", "Toán") + BINH);
            assertThat(said(reading)).containsExactly("ERROR B6: 'Full name' is empty and must be filled.");
        }

        @Test
        void in_two_languages_below_each_other_are_one_table() {
            var reading = csv(CLASS + """
                    STT,Họ và tên,Mã số,Ngày sinh,Toán - Mức,Toán - Điểm
                    No.,Full name,Number,Born on,,
                    1,Nguyễn An,022316000001,31/01/2016,T,9
                    """);
            assertThat(said(reading)).isEmpty();
            assertThat(pupils(reading)).hasSize(1);
        }

        @Test
        void repeated_in_a_hidden_row_of_field_names_are_no_second_class() {
            var reading = read(xlsx(
                    CLASS + HEADINGS + "STT,HO_TEN,MA_SO,NGAY_SINH,TOAN_MUC,TOAN_DIEM,\n" + AN,
                    s -> s.getRow(5).setZeroHeight(true)));
            assertThat(said(reading))
                    .anyMatch(s -> s.contains("This row is hidden"))
                    .noneMatch(s -> s.contains("second class"));
            assertThat(pupils(reading)).hasSize(1);
        }

        @Test
        void numbered_beyond_a_hundred_do_not_make_a_pupil() {
            var reading = csv(CLASS + HEADINGS + "(98),(99),(100),(101),(102),(103),(104)\n" + AN);
            assertThat(said(reading)).isEmpty();
        }

        @Test
        void under_another_persons_heading_are_not_the_pupils() {
            var reading = csv(CLASS + """
                    Họ và tên,Mã số,Ngày sinh,Toán,,Cha,
                    ,,,Mức,Điểm,Họ và tên,Ngày sinh
                    Nguyễn An,022316000001,31/01/2016,T,9,Nguyễn Ba,01/01/1980
                    """);
            assertThat(pupils(reading).getFirst().value("fullName")).contains("Nguyễn An");
            assertThat(said(reading)).allMatch(s -> s.startsWith("WARNING")).hasSize(2);
        }

        @Test
        void of_a_column_that_is_missing_are_asked_for() {
            var reading = csv(CLASS + HEADINGS.replace("Mã số", "") + AN);
            assertThat(said(reading))
                    .anyMatch(s -> s.equals("ERROR 4:5: The column 'Number' is missing. Add it with this heading.")
                            || s.equals("ERROR 5:5: The column 'Number' is missing. Add it with this heading."));
            assertThat(pupils(reading)).isEmpty();
        }

        @Test
        void of_a_subject_that_is_missing_are_asked_for_once() {
            var reading = csv(CLASS.replace("1A", "2A") + HEADINGS + AN);
            assertThat(said(reading))
                    .containsExactly(
                            "ERROR 5:5: 'Science' is missing, which grade 2 needs. Add the columns: Level, Mark.");
        }

        @Test
        void of_a_subject_of_another_grade_are_refused_when_filled() {
            var headings = HEADINGS.replace("Toán,,", "Toán,,,Khoa học").replace("Nhận xét", "Nhận xét,Mức");
            assertThat(said(csv(CLASS + headings + AN))).isEmpty();
            assertThat(said(csv(CLASS + headings + AN.strip() + ",T\n")))
                    .singleElement()
                    .asString()
                    .startsWith("ERROR H6: 'Science › Level' does not belong to grade 1");
        }

        @Test
        void that_stand_twice_are_refused() {
            var headings = HEADINGS.replace("Mã số", "Họ tên");
            assertThat(said(csv(CLASS + headings + AN)))
                    .anyMatch(s -> s.startsWith(
                            "ERROR C5: The heading 'Full name' stands here again; it already stands over column B"));
        }

        @Test
        void that_are_not_known_are_named() {
            var headings = HEADINGS.replace("Toán,,", "Toán,,,Tôn giáo").replace("Nhận xét", "Nhận xét,");
            assertThat(said(csv(CLASS + headings + AN.strip() + ",Không\n")))
                    .containsExactly("WARNING H5: The heading 'Tôn giáo' is not known; the column is not read.");
        }

        @Test
        void that_are_hidden_are_refused() {
            var reading = read(xlsx(CLASS + HEADINGS + AN, s -> s.setColumnHidden(5, true)));
            assertThat(said(reading))
                    .singleElement()
                    .asString()
                    .startsWith("ERROR 1A!F:F: The column 'Mathematics › Mark' is hidden");
            assertThat(pupils(reading)).isEmpty();
        }
    }

    @Nested
    class A_name_in_two_columns {
        @Test
        void is_joined_when_both_have_headings() {
            var reading = csv(CLASS + """
                    STT,Họ đệm,Tên,Mã số,Ngày sinh,Toán - mức,Toán - điểm
                    1,Nguyễn Minh,An,022316000001,31/01/2016,T,9
                    """);
            assertThat(said(reading)).isEmpty();
            assertThat(pupils(reading).getFirst().value("fullName")).contains("Nguyễn Minh An");
        }

        @Test
        void is_joined_when_one_heading_spans_both() {
            var reading = read(xlsx(CLASS + """
                            STT,Họ và tên,,Mã số,Ngày sinh,Toán - mức,Toán - điểm
                            1,Nguyễn Minh,An,022316000001,31/01/2016,T,9
                            """, s -> s.addMergedRegion(CellRangeAddress.valueOf("B4:C4"))));
            assertThat(said(reading)).isEmpty();
            assertThat(pupils(reading).getFirst().value("fullName")).contains("Nguyễn Minh An");
        }

        @Test
        void is_not_cut_in_half_when_the_second_has_no_heading() {
            var reading = csv(CLASS + """
                    STT,Họ và tên,,Mã số,Ngày sinh,Toán - mức,Toán - điểm
                    1,Nguyễn Minh,An,022316000001,31/01/2016,T,9
                    """);
            assertThat(said(reading))
                    .singleElement()
                    .asString()
                    .startsWith("ERROR C5: This column stands beside the names");
        }
    }
}
