package org.matricula.packs.vn.reportbook.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matricula.packs.vn.VNRB;
import org.matricula.packs.vn.reportbook.PrimaryReportBook;
import org.matricula.registry.gradebook.ClassSheet;
import org.matricula.registry.gradebook.spi.ClassInfo;
import org.matricula.registry.gradebook.spi.Kind;
import org.matricula.registry.gradebook.spi.PupilRow;
import org.matricula.registry.records.spi.ClassRecordForm.Composition;
import org.matricula.registry.records.spi.ClassRecordForm.Remark;
import org.matricula.verifier.record.Block;

/// A row of the class sheet becomes a book, or remarks at the values that stand in the way.
class ComposedBookTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 5);
    private static final ClassSheet CLASS = ExampleClasses.fourA();

    /// The first pupil of class 4A with this result of the year.
    private static Map<String, String> pupil(String result) {
        return CLASS.rows().stream()
                .filter(r -> r.value("yearResult").orElseThrow().equals(result))
                .map(r -> new HashMap<>(r.values()))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> pupil(String result, String key, String value) {
        var values = pupil(result);
        values.put(key, value);
        return values;
    }

    private static Composition composed(Map<String, String> values) {
        return composed(4, values);
    }

    private static Composition composed(int grade, Map<String, String> values) {
        var info = new LinkedHashMap<>(CLASS.info().values());
        info.put("grade", String.valueOf(grade));
        info.put("className", grade + "A");
        return new PrimaryReportBook()
                .compose(new ClassInfo(grade, info, Map.of()), new PupilRow(6, values), "HB-2025-EXAMPLE1", 1, TODAY);
    }

    private static String said(Composition book, String block, String field) {
        return book.content().orElseThrow().blocks().stream()
                .filter(b -> b.id().equals(block))
                .findFirst()
                .flatMap(b -> b.value(field))
                .orElse("");
    }

    private static Remark only(Composition book) {
        assertThat(book.content()).isEmpty();
        assertThat(book.remarks()).hasSize(1);
        return book.remarks().getFirst();
    }

    @Test
    void everything_that_the_sheet_says_stands_in_the_book() {
        var form = new PrimaryClassSheet();
        for (var sheet : List.of(CLASS, ExampleClasses.oneB())) {
            for (var row : sheet.rows()) {
                var book = new PrimaryReportBook().compose(sheet.info(), row, "HB-2025-EXAMPLE1", 1, TODAY);
                var values = book.content().orElseThrow().blocks().stream()
                        .flatMap(b -> b.fields().stream())
                        .map(Block.Field::value)
                        .toList();
                form.columns(sheet.info().grade()).stream()
                        .filter(c -> !(c.kind() instanceof Kind.Choice))
                        .forEach(c -> row.value(c.key())
                                .ifPresent(v -> assertThat(values).as(c.key()).contains(v)));
            }
        }
    }

    @Nested
    class A_personal_number {
        @Test
        void that_is_missing_makes_no_book() {
            var values = pupil("GOOD");
            values.remove("personalNumber");
            var remark = only(composed(values));
            assertThat(remark.key()).isEqualTo("personalNumber");
            assertThat(remark.clauses()).contains(VNRB.I_2_9_3, VNRB.I_4_4_1);
        }

        @Test
        void that_does_not_fit_the_pupil_is_shown_to_a_person_and_makes_a_book() {
            var book = composed(pupil("GOOD", "bornOn", "2015-06-08"));
            assertThat(book.content()).isPresent();
            assertThat(book.remarks()).singleElement().matches(r -> !r.blocks());
        }
    }

    @Test
    void an_entry_that_is_missing_is_told_at_its_column() {
        var values = pupil("GOOD");
        values.remove("yearResult");
        values.remove("awards");
        values.remove("HONESTY");
        values.remove("SCIENCE.test");
        values.remove("MUSIC.level");
        assertThat(composed(values).remarks())
                .allMatch(Remark::blocks)
                .extracting(Remark::key)
                .containsExactlyInAnyOrder("MUSIC.level", "SCIENCE.test", "HONESTY");
    }

    @Test
    void a_result_typed_otherwise_than_the_marks_give_is_refused() {
        var values = pupil("GOOD", "yearResult", "COMPLETED");
        values.remove("awards");
        assertThat(only(composed(values)).key()).isEqualTo("yearResult");
    }

    @Nested
    class An_award {
        @ParameterizedTest
        @CsvSource({
            "EXCELLENT,Học sinh Xuất sắc",
            "EXCELLENT,Danh hiệu Học sinh Xuất sắc",
            "GOOD,Học sinh tiêu biểu hoàn thành tốt trong học tập và rèn luyện",
            "COMPLETED,Giấy khen thành tích xuất sắc trong phong trào Đội",
            "COMPLETED,Đội viên tiêu biểu cấp thị xã"
        })
        void that_fits_the_result_or_needs_none_stands_in_the_book(String result, String award) {
            assertThat(said(composed(pupil(result, "awards", award)), "result", "awards"))
                    .isEqualTo(award);
        }

        @ParameterizedTest
        @CsvSource({
            "GOOD,Học sinh Xuất sắc",
            "GOOD,HS xuất sắc",
            "COMPLETED,HSXS",
            "GOOD,Xuất sắc",
            "COMPLETED,Học sinh tiêu biểu hoàn thành tốt trong học tập và rèn luyện",
            "EXCELLENT,Học sinh tiêu biểu"
        })
        void of_a_title_that_does_not_fit_the_result_is_refused(String result, String award) {
            var remark = only(composed(pupil(result, "awards", award)));
            assertThat(remark.key()).isEqualTo("awards");
            assertThat(remark.clauses()).containsExactly(VNRB.II_7_2_3);
        }
    }

    @Nested
    class Who_has_not_completed_the_class {
        @Test
        void waits_for_the_decision_after_the_supplementary_assessment() {
            var undecided = pupil("NOT_COMPLETED");
            undecided.remove("promotion");
            for (var values : List.of(undecided, pupil("NOT_COMPLETED", "promotion", "SUPPLEMENTARY"))) {
                assertThat(only(composed(values)).clauses()).containsExactly(VNRB.I_5_3_B_2);
            }
        }

        @Test
        void may_be_promoted_by_the_principal_and_the_book_says_both() {
            var book = composed(pupil("NOT_COMPLETED", "promotion", "PROMOTED"));
            assertThat(said(book, "result", "completion")).isEqualTo("Chưa hoàn thành chương trình lớp 4");
            assertThat(said(book, "result", "promotion")).isEqualTo("Được lên lớp 5");
        }

        @Test
        void may_stay_in_the_grade() {
            assertThat(said(composed(pupil("NOT_COMPLETED", "promotion", "NOT_PROMOTED")), "result", "promotion"))
                    .isEqualTo("Ở lại lớp 4");
        }

        @Test
        void has_not_completed_primary_school_whatever_the_sheet_says() {
            var remark = only(composed(5, pupil("NOT_COMPLETED", "promotion", "PROGRAMME_COMPLETED")));
            assertThat(remark.key()).isEqualTo("promotion");
            assertThat(remark.words().en()).contains("primary programme");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOT_PROMOTED", "SUPPLEMENTARY"})
    void who_completed_the_class_goes_on(String decision) {
        assertThat(only(composed(pupil("COMPLETED", "promotion", decision))).key())
                .isEqualTo("promotion");
    }

    @Test
    void who_completed_grade_5_completed_primary_school() {
        var book = composed(5, pupil("COMPLETED", "promotion", "PROGRAMME_COMPLETED"));
        assertThat(said(book, "result", "completion")).isEqualTo("Hoàn thành chương trình tiểu học");
        assertThat(said(book, "result", "promotion")).isEqualTo("Đủ điều kiện xét tuyển vào lớp 6");
    }
}
