package org.matricula.packs.vn.reportbook.sheet;

import java.util.List;
import java.util.Map;
import org.matricula.law.Sentence;
import org.matricula.registry.gradebook.spi.Kind;
import org.matricula.registry.gradebook.spi.Kind.Option;

/// The closed lists of the sheet. The letter C is shared: for a subject it means not completed, for a quality or a
/// competence that effort is needed.
final class Levels {
    private static final Sentence NOT_FOR_SUBJECTS = new Sentence(
            "Đ is a level of qualities and competences. A subject or activity takes T (well completed), H (completed) or C (not completed).",
            "Đ là mức của phẩm chất, năng lực. Môn học và hoạt động giáo dục dùng T (Hoàn thành tốt), H (Hoàn thành) hoặc C (Chưa hoàn thành).");
    private static final Sentence NOT_FOR_QUALITIES = new Sentence(
            "H is a level of subjects. A quality or competence takes T (good), Đ (reached) or C (needs effort).",
            "H là mức của môn học. Phẩm chất, năng lực dùng T (Tốt), Đ (Đạt) hoặc C (Cần cố gắng).");

    /// The level of a subject or activity.
    static final Kind.Choice SUBJECT = new Kind.Choice(
            List.of(
                    Option.of("T", "T", "well completed", "Hoàn thành tốt", "HTT"),
                    Option.of("H", "H", "completed", "Hoàn thành", "HT"),
                    Option.of("C", "C", "not completed", "Chưa hoàn thành", "CHT")),
            Map.of("Đ", NOT_FOR_SUBJECTS, "D", NOT_FOR_SUBJECTS, "Đạt", NOT_FOR_SUBJECTS));

    /// The level of a quality or a competence. `D` is what is left of Đ on a keyboard without Vietnamese
    /// letters, and nothing else in this list can be meant by it.
    static final Kind.Choice QUALITY = new Kind.Choice(
            List.of(
                    Option.of("T", "T", "good", "Tốt"),
                    Option.of("D", "Đ", "reached", "Đạt", "D"),
                    Option.of("C", "C", "needs effort", "Cần cố gắng", "CCG")),
            Map.of("H", NOT_FOR_QUALITIES, "HT", NOT_FOR_QUALITIES, "Hoàn thành", NOT_FOR_QUALITIES));

    static final Kind.Choice SEX = new Kind.Choice(
            List.of(Option.of("MALE", "Nam", "male", "Nam", "M"), Option.of("FEMALE", "Nữ", "female", "Nữ", "F")),
            Map.of(
                    "x",
                    new Sentence(
                            "A cross is not read, since it could stand for either. Write Nam or Nữ.",
                            "Dấu x không được đọc vì có thể hiểu theo hai cách. Hãy ghi Nam hoặc Nữ.")));

    static final Kind.Choice YES_NO = new Kind.Choice(
            List.of(
                    Option.of("YES", "Có", "yes", "Có", "x", "true", "lưu ban", "1"),
                    Option.of("NO", "Không", "no", "Không", "false", "0")),
            Map.of());

    static final Kind.Choice YEAR_RESULT = new Kind.Choice(
            List.of(
                    Option.of(
                            "EXCELLENT", "Hoàn thành xuất sắc", "excellent", "Hoàn thành xuất sắc", "HTXS", "Xuất sắc"),
                    Option.of("GOOD", "Hoàn thành tốt", "good", "Hoàn thành tốt", "HTT"),
                    Option.of("COMPLETED", "Hoàn thành", "completed", "Hoàn thành", "HT"),
                    Option.of("NOT_COMPLETED", "Chưa hoàn thành", "not completed", "Chưa hoàn thành", "CHT")),
            Map.of());

    private Levels() {}

    /// What becomes of the pupil after the year.
    static Kind.Choice promotion(int grade) {
        var next = grade < 5
                ? Option.of(
                        "PROMOTED",
                        "Được lên lớp",
                        "promoted",
                        "Được lên lớp",
                        "Lên lớp",
                        "Lên lớp " + (grade + 1),
                        "Được lên lớp " + (grade + 1),
                        "Hoàn thành chương trình lớp " + grade)
                : Option.of(
                        "PROGRAMME_COMPLETED",
                        "Hoàn thành chương trình tiểu học",
                        "primary programme completed",
                        "Hoàn thành chương trình tiểu học",
                        "HTCTTH");
        return new Kind.Choice(
                List.of(
                        next,
                        Option.of(
                                "NOT_PROMOTED",
                                "Chưa được lên lớp",
                                "not promoted",
                                "Chưa được lên lớp",
                                "Ở lại lớp",
                                "Lưu ban",
                                "Chưa hoàn thành chương trình"),
                        Option.of(
                                "SUPPLEMENTARY",
                                "Đánh giá bổ sung",
                                "to be assessed again",
                                "Đánh giá bổ sung",
                                "Rèn luyện trong hè",
                                "Rèn luyện lại")),
                Map.of());
    }
}
