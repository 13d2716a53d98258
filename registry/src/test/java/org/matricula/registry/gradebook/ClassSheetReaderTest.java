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

import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matricula.registry.gradebook.spi.PupilRow;

class ClassSheetReaderTest {

    @Test
    void a_sheet_without_a_fault_is_read_in_canonical_form() {
        var reading = csv(CLASS + HEADINGS + AN + BINH);
        assertThat(said(reading)).isEmpty();
        assertThat(reading).isInstanceOf(Reading.Read.class);
        assertThat(pupils(reading))
                .containsExactly(
                        new PupilRow(
                                6,
                                Map.of(
                                        "fullName", "Nguyễn An",
                                        "number", "022316000001",
                                        "bornOn", "2016-01-31",
                                        "MATHEMATICS.level", "T",
                                        "MATHEMATICS.test", "9",
                                        "MATHEMATICS.comment", "Tốt")),
                        new PupilRow(
                                7,
                                Map.of(
                                        "fullName", "Trần Bình",
                                        "number", "022216000002",
                                        "bornOn", "2016-02-05",
                                        "MATHEMATICS.level", "H",
                                        "MATHEMATICS.test", "7")));
    }

    @Test
    void everything_wrong_is_said_at_once_and_the_good_rows_are_kept() {
        var reading =
                csv(CLASS + HEADINGS + AN.replace("9", "11").replace(",T,", ",Z,") + BINH + "3,,12,31/02/2016,,,\n");
        assertThat(said(reading))
                .hasSize(7)
                .anyMatch(s -> s.equals("ERROR F6: Nguyễn An: 11 is outside the range from 0 to 10."))
                .anyMatch(s -> s.startsWith("ERROR E6: Nguyễn An: 'Z' is not one of the values"))
                .anyMatch(s -> s.startsWith("ERROR B8: 'Full name' is empty"))
                .anyMatch(s -> s.startsWith("ERROR C8: '12' has 2 digits"))
                .anyMatch(s -> s.startsWith("ERROR D8: There is no day 31/02/2016"))
                .anyMatch(s -> s.startsWith("ERROR E8: 'Mathematics › Level' is empty"));
        assertThat(pupils(reading)).extracting(PupilRow::row).containsExactly(7);
    }

    @Test
    void every_remark_is_also_said_in_vietnamese() {
        var problem =
                SheetKit.pupilWith("022316000001", "22316000001").remarks().getFirst();
        assertThat(problem.line("vi"))
                .isEqualTo(
                        "C6: Nguyễn An: '22316000001' có 11 chữ số; cần đúng 12 chữ số. Hãy đối chiếu với giấy khai sinh hoặc cơ sở dữ liệu quốc gia.");
    }

    @Nested
    class Rows {
        @Test
        void that_are_blank_at_the_end_are_passed_over() {
            assertThat(said(csv(CLASS + HEADINGS + AN + ",,,,,,\n , ,\u00A0,,,,\n")))
                    .isEmpty();
        }

        @Test
        void that_are_blank_in_between_are_noted() {
            var reading = csv(CLASS + HEADINGS + AN + ",,,,,,\n" + BINH);
            assertThat(said(reading))
                    .containsExactly("NOTE 8:8: There are blank rows above this pupil; they were skipped.");
            assertThat(pupils(reading)).hasSize(2);
        }

        @Test
        void under_the_table_are_no_pupils() {
            var reading = csv(CLASS + HEADINGS + AN + """
                    ,Tổng số: 1 học sinh,,,,,

                    ,,,,"Quảng Ninh, ngày 30 tháng 5 năm 2026",,
                    ,Hiệu trưởng,,,,,Giáo viên chủ nhiệm
                    """);
            assertThat(pupils(reading)).hasSize(1);
            assertThat(said(reading))
                    .extracting(s -> s.substring(0, s.indexOf(":")))
                    .containsExactly("NOTE 7", "NOTE 9", "WARNING 10");
        }

        @Test
        void of_sums_are_no_pupils() {
            var reading = csv(CLASS + HEADINGS + AN + "Cộng,,,,1,9,\n");
            assertThat(pupils(reading)).hasSize(1);
            assertThat(said(reading)).singleElement().asString().startsWith("NOTE 7:7");
        }

        /// *Công* is a common given name, and without its diacritics it is the word for a sum.
        @ParameterizedTest
        @ValueSource(strings = {"Công", "Cong", "Tổng"})
        void of_a_pupil_called_like_a_sum_are_pupils(String given) {
            var reading = csv(CLASS + """
                    Họ đệm,Tên,Mã số,Ngày sinh,Toán,,
                    ,,,,Mức,Điểm,Nhận xét
                    Nguyễn,An,022316000001,31/01/2016,T,9,Tốt
                    Trần,%s,022216000002,05/02/2016,H,7,"Cộng: nhanh, đúng"
                    """.formatted(given));
            assertThat(said(reading)).isEmpty();
            assertThat(pupils(reading)).hasSize(2);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {",Tổng cộng,2,,1,9,", "Tổng số HS,,2,,1,9,", ",Điểm trung bình,,,,8,", "Tỉ lệ %,,,,50,,"})
        void of_sums_and_averages_are_no_pupils(String row) {
            var reading = csv(CLASS + HEADINGS + AN + row + "\n");
            assertThat(pupils(reading)).hasSize(1);
            assertThat(said(reading)).singleElement().asString().startsWith("NOTE 7:7");
        }

        @Test
        void with_a_number_that_lost_a_digit_after_a_blank_row_are_pupils() {
            var reading = csv(CLASS + HEADINGS + AN + "\n,Trần Bình,22216000002,,,,\n");
            assertThat(said(reading)).anyMatch(s -> s.startsWith("ERROR C8: Trần Bình: '22216000002' has 11 digits"));
        }

        @ParameterizedTest
        @ValueSource(strings = {",Số học sinh đạt mức T,,,1,1,", ",HIỆU TRƯỞNG,,,,,", "2,,,,T,,"})
        void without_number_and_date_are_told_so_once(String row) {
            var reading = csv(CLASS + HEADINGS + AN + row + "\n");
            assertThat(said(reading))
                    .singleElement()
                    .asString()
                    .startsWith("ERROR 7:7")
                    .contains("neither a personal number nor a date");
            assertThat(pupils(reading)).hasSize(1);
        }

        @Test
        void with_a_name_and_a_number_but_no_result_are_pupils_whose_results_are_missing() {
            var reading = csv(CLASS + HEADINGS + AN + "\n,Trần Bình,022216000002,,,,\n");
            assertThat(said(reading))
                    .anyMatch(s -> s.startsWith("ERROR E8: Trần Bình: 'Mathematics › Level' is empty"));
        }

        @Test
        void of_the_example_are_not_read() {
            var reading = csv(CLASS + HEADINGS + AN.replaceFirst("1", "Ví dụ") + BINH);
            assertThat(pupils(reading)).extracting(PupilRow::row).containsExactly(7);
        }

        @Test
        void that_share_a_number_name_each_other() {
            var reading = csv(CLASS + HEADINGS + AN + BINH.replace("022216000002", "022316000001"));
            assertThat(said(reading))
                    .anyMatch(s -> s.startsWith("ERROR C6: Nguyễn An: The same personal number stands in C7"))
                    .anyMatch(s -> s.startsWith("ERROR C7: Trần Bình: The same personal number stands in C6"));
            assertThat(pupils(reading)).isEmpty();
        }

        @Test
        void that_look_like_the_same_pupil_are_warned_about() {
            var reading = csv(CLASS + HEADINGS + AN + AN.replace("000001", "000009"));
            assertThat(said(reading))
                    .singleElement()
                    .asString()
                    .startsWith("WARNING 7:7: Nguyễn An: Row 6 has the same name");
        }

        @Test
        void that_are_hidden_are_refused() {
            var reading =
                    read(xlsx(CLASS + HEADINGS + AN + BINH, s -> s.getRow(6).setZeroHeight(true)));
            assertThat(said(reading))
                    .singleElement()
                    .asString()
                    .startsWith("ERROR 1A!7:7: Trần Bình: This row is hidden");
            assertThat(pupils(reading)).hasSize(1);
        }

        @Test
        void with_merged_cells_are_refused() {
            var reading = read(xlsx(
                    CLASS + HEADINGS + AN + BINH.replace(",H,", ",,"),
                    s -> s.addMergedRegion(CellRangeAddress.valueOf("E6:E7"))));
            assertThat(said(reading))
                    .anyMatch(s -> s.startsWith("ERROR 1A!E6:E7: Nguyễn An: The cells E6:E7 are merged"));
            assertThat(pupils(reading)).isEmpty();
        }

        @Test
        void beyond_a_hundred_are_not_a_class() {
            var rows = new StringBuilder();
            for (int i = 0; i < 5_000; i++) {
                rows.append(i)
                        .append(",Nguyễn An,")
                        .append("022316%06d".formatted(i))
                        .append(",31/01/2016,T,9,\n");
            }
            var reading = csv(CLASS + HEADINGS + rows);
            assertThat(said(reading))
                    .containsExactly(
                            "ERROR The sheet has 5000 filled rows under the headings; a class has at most 100 pupils. Save each class as a file of its own.");
        }

        @Test
        void of_a_class_without_pupils_are_missed() {
            assertThat(said(csv(CLASS + HEADINGS))).anyMatch(s -> s.contains("There is no pupil under the headings"));
        }
    }

    @Nested
    class A_second_class {
        @Test
        void in_the_same_sheet_is_refused() {
            var reading = csv(CLASS + HEADINGS + AN + "\nLớp: 1B\n" + HEADINGS + BINH);
            assertThat(said(reading)).anyMatch(s -> s.startsWith("ERROR B9: A second class table begins here"));
            assertThat(pupils(reading)).isEmpty();
        }

        @Test
        void in_another_sheet_is_refused() {
            var reading = read(SheetKit.workbook(w -> {
                SheetKit.fill(w.createSheet("1A"), CLASS + HEADINGS + AN);
                SheetKit.fill(w.createSheet("1B"), CLASS + HEADINGS + BINH);
            }));
            assertThat(said(reading)).singleElement().asString().startsWith("ERROR 1B!B4: A second class table");
        }

        @Test
        void in_a_hidden_sheet_is_passed_over() {
            var reading = read(SheetKit.workbook(w -> {
                SheetKit.fill(w.createSheet("1A"), CLASS + HEADINGS + AN);
                SheetKit.fill(w.createSheet("cũ"), CLASS + HEADINGS + BINH);
                w.setSheetHidden(1, true);
            }));
            assertThat(said(reading)).isEmpty();
        }
    }

    @Nested
    class A_formula {
        @Test
        void in_a_mark_is_read_with_its_stored_result_and_noted_once() {
            var reading = read(xlsx(CLASS + HEADINGS + AN, s -> {
                s.getRow(5).getCell(5).setCellFormula("4+5");
                s.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
            }));
            assertThat(said(reading))
                    .containsExactly(
                            "NOTE 1A!F:F: 1 cells of 'Mathematics › Mark' hold formulas; the results stored in the file were read.");
            assertThat(pupils(reading).getFirst().value("MATHEMATICS.test")).contains("9");
        }

        @Test
        void in_a_personal_number_is_refused() {
            var reading = read(xlsx(CLASS + HEADINGS + AN, s -> {
                s.getRow(5).getCell(2).setCellFormula("\"0223160\"&\"00001\"");
                s.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
            }));
            assertThat(said(reading))
                    .anyMatch(s -> s.startsWith("ERROR 1A!C6: Nguyễn An: A formula must not make this number"));
        }

        @Test
        void that_fails_is_refused() {
            var reading = read(xlsx(CLASS + HEADINGS + AN, s -> {
                s.getRow(5).getCell(5).setCellFormula("1/0");
                s.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
            }));
            assertThat(said(reading)).anyMatch(s -> s.contains("The formula in this cell fails (#DIV/0!)"));
        }

        @Test
        void that_was_never_computed_is_refused() {
            var reading = read(xlsx(CLASS + HEADINGS + AN, s -> {
                s.getRow(5).removeCell(s.getRow(5).getCell(5));
                s.getRow(5).createCell(5).setCellFormula("4+5");
            }));
            assertThat(said(reading)).anyMatch(s -> s.contains("has no stored result") || s.contains("F6"));
        }
    }

    @Test
    void a_hidden_table_is_asked_to_be_shown() {
        var reading = read(SheetKit.workbook(w -> {
            w.createSheet("Trống").createRow(0).createCell(0).setCellValue("xin chào");
            SheetKit.fill(w.createSheet("1A"), CLASS + HEADINGS + AN);
            w.setSheetHidden(1, true);
        }));
        assertThat(said(reading)).singleElement().asString().contains("on a hidden sheet");
    }

    @Test
    void a_sheet_without_a_table_is_told_what_is_missing() {
        assertThat(said(csv("xin chào\n")))
                .singleElement()
                .asString()
                .contains("No class table was found")
                .contains("Họ và tên");
    }

    @Test
    void an_empty_workbook_is_told_so() {
        assertThat(said(read(SheetKit.workbook(w -> w.createSheet("1A")))))
                .singleElement()
                .asString()
                .contains("no filled cell");
    }

    @Test
    void a_level_without_its_group_is_missed_only_when_the_group_is_begun() {
        var headings = HEADINGS.replace("Toán,,", "Toán,,,Âm nhạc,").replace("Nhận xét", "Nhận xét,Mức,Nhận xét");
        assertThat(said(csv(CLASS + headings + AN))).isEmpty();
        assertThat(said(csv(CLASS + headings + AN.strip() + ",,Hát hay\n")))
                .singleElement()
                .asString()
                .startsWith("ERROR H6: Nguyễn An: 'Music › Level' is empty although other cells of 'Music' are filled");
    }

    @Test
    void a_mark_where_the_subject_has_none_is_refused_with_the_reason() {
        var headings = HEADINGS.replace("Toán,,", "Toán,,,Âm nhạc,").replace("Nhận xét", "Nhận xét,Mức,Điểm");
        assertThat(said(csv(CLASS + headings + AN.strip() + ",T,9\n")))
                .containsExactly("ERROR I6: Nguyễn An: Music has no mark");
    }
}
