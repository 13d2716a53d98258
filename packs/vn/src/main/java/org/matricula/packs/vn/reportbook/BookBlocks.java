package org.matricula.packs.vn.reportbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matricula.law.Clause;
import org.matricula.packs.vn.VNRB;
import org.matricula.packs.vn.reportbook.rules.Subject;
import org.matricula.packs.vn.reportbook.rules.Trait;
import org.matricula.packs.vn.reportbook.rules.YearResult;
import org.matricula.registry.gradebook.spi.ClassInfo;
import org.matricula.registry.gradebook.spi.ClassKey;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.PupilRow;
import org.matricula.verifier.record.Block;
import org.matricula.verifier.record.Block.Field;
import org.matricula.verifier.record.Block.Role;

/// The blocks of one pupil's book: each block has one person who answers for it (VNRB:I.4.3/2).
///
/// Labels are the headings of the form, in Vietnamese, so that the file explains itself for decades.
@Clause({VNRB.I_4_3_2, VNRB.I_5_2_B_1})
final class BookBlocks {
    /// The block of the pupil's personal data.
    static final String PUPIL_BLOCK = "pupil";

    private static final List<String> PUPIL = List.of(
            "fullName",
            "personalNumber",
            "bornOn",
            "sex",
            "ethnicity",
            "nationality",
            "birthplace",
            "homeTown",
            "address",
            "father",
            "mother",
            "guardian");
    private static final List<String> CLASS = List.of(
            "schoolYear",
            "school",
            "schoolCode",
            "commune",
            "province",
            "grade",
            "className",
            "homeroomTeacher",
            "principal");
    private static final List<String> YEAR = List.of(
            "registerNumber",
            "arrivedOn",
            "arrivedFrom",
            "repeating",
            "heightCm",
            "weightKg",
            "health",
            "absentExcused",
            "absentUnexcused");

    /// Headings that stand under a group in the sheet and alone in the book.
    private static final Map<String, String> OWN_WORDS = Map.of(
            "absentExcused", "Số ngày nghỉ có phép",
            "absentUnexcused", "Số ngày nghỉ không phép",
            "adHocAwards", "Khen thưởng đột xuất");

    private final ClassInfo info;
    private final PupilRow row;
    private final Map<String, String> labels = new HashMap<>();

    private BookBlocks(ClassSheetForm sheet, ClassInfo info, PupilRow row) {
        this.info = info;
        this.row = row;
        for (ClassKey key : sheet.classKeys()) {
            labels.put(key.key(), key.heading().label().local());
        }
        for (Column column : sheet.columns(info.grade())) {
            labels.put(column.key(), column.heading().label().local());
        }
        labels.putAll(OWN_WORDS);
    }

    /// The block of one subject.
    static Block of(ClassSheetForm sheet, ClassInfo info, PupilRow row, Subject subject) {
        return new BookBlocks(sheet, info, row).subject(subject);
    }

    /// All blocks in the order of the official form.
    static List<Block> of(ClassSheetForm sheet, ClassInfo info, PupilRow row, YearResult result) {
        return new BookBlocks(sheet, info, row).all(result);
    }

    private List<Block> all(YearResult result) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(pupil());
        blocks.add(year());
        for (Subject subject : Subject.values()) {
            if (row.value(subject.name() + ".level").isPresent()) {
                blocks.add(subject(subject));
            }
        }
        blocks.add(qualities());
        blocks.add(competences());
        blocks.add(result(result));
        return blocks;
    }

    /// The block of a subject or activity.
    static String subjectBlock(Subject subject) {
        return "subject." + subject.name();
    }

    @Clause(VNRB.I_5_2_B_3)
    private Block pupil() {
        List<Field> fields = new ArrayList<>();
        PUPIL.forEach(key -> add(fields, key));
        return new Block(PUPIL_BLOCK, "Thông tin học sinh", Role.HOMEROOM, fields);
    }

    private Block year() {
        List<Field> fields = new ArrayList<>();
        for (String key : CLASS) {
            info.value(key).ifPresent(value -> fields.add(new Field(key, label(key), value)));
        }
        YEAR.forEach(key -> add(fields, key));
        fields.removeIf(
                field -> field.name().equals("repeating") && field.value().equals("NO"));
        return new Block("year", "Năm học " + PrimaryReportBook.said(info, "schoolYear"), Role.HOMEROOM, fields);
    }

    private Block subject(Subject subject) {
        List<Field> fields = new ArrayList<>();
        add(fields, subject.name() + ".level", "level", "Mức đạt được");
        add(fields, subject.name() + ".test", "test", "Điểm kiểm tra định kì");
        add(fields, subject.name() + ".comment", "comment", "Nhận xét");
        fields.add(
                new Field("teacher", "Giáo viên", info.teacherOf(subject.name()).orElse("")));
        return new Block(subjectBlock(subject), subject.label().local(), Role.SUBJECT, fields);
    }

    private Block qualities() {
        List<Field> fields = new ArrayList<>();
        for (Trait.Quality quality : Trait.Quality.values()) {
            rated(fields, quality);
        }
        add(fields, "qualities.comment", "comment", "Nhận xét");
        return new Block("qualities", "Phẩm chất chủ yếu", Role.HOMEROOM, fields);
    }

    private Block competences() {
        List<Field> fields = new ArrayList<>();
        for (Trait.Competence competence : Trait.Competence.rated(info.grade())) {
            rated(fields, competence);
        }
        add(fields, "competences.generalComment", "generalComment", "Nhận xét về năng lực chung");
        add(fields, "competences.specificComment", "specificComment", "Nhận xét về năng lực đặc thù");
        return new Block("competences", "Năng lực cốt lõi", Role.HOMEROOM, fields);
    }

    private void rated(List<Field> fields, Trait trait) {
        row.value(trait.name())
                .ifPresent(level ->
                        fields.add(new Field(trait.name(), trait.label().local(), level.equals("D") ? "Đ" : level)));
    }

    private Block result(YearResult result) {
        int grade = info.grade();
        List<Field> fields = new ArrayList<>();
        fields.add(new Field(
                "yearResult", "Kết quả đánh giá giáo dục", result.label().local()));
        add(fields, "awards");
        add(fields, "adHocAwards");
        String programme = grade == 5 ? "chương trình tiểu học" : "chương trình lớp " + grade;
        fields.add(new Field(
                "completion",
                grade == 5 ? "Hoàn thành chương trình tiểu học" : "Hoàn thành chương trình lớp học",
                (result.classCompleted() ? "Hoàn thành " : "Chưa hoàn thành ") + programme));
        promotion(grade, result).ifPresent(words -> fields.add(new Field("promotion", "Lên lớp", words)));
        return new Block("result", "Kết quả cuối năm học", Role.HOMEROOM, fields);
    }

    /// What follows from the result, or else from the principal's decision; empty before there is one.
    private Optional<String> promotion(int grade, YearResult result) {
        Optional<String> decided = row.value(BookRules.PROMOTION).filter(d -> !d.equals(BookRules.SUPPLEMENTARY));
        if (result.classCompleted()
                || decided.filter(BookRules.UPWARDS::contains).isPresent()) {
            return Optional.of(grade == 5 ? "Đủ điều kiện xét tuyển vào lớp 6" : "Được lên lớp " + (grade + 1));
        }
        return decided.map(_ -> "Ở lại lớp " + grade);
    }

    private void add(List<Field> fields, String key) {
        add(fields, key, key, label(key));
    }

    private void add(List<Field> fields, String key, String name, String label) {
        row.value(key).ifPresent(value -> fields.add(new Field(name, label, shown(key, value))));
    }

    /// The few coded values of the pupil as the Vietnamese form writes them.
    private static String shown(String key, String value) {
        return switch (key) {
            case "sex" -> value.equals("FEMALE") ? "Nữ" : "Nam";
            case "repeating" -> value.equals("YES") ? "có" : value;
            default -> value;
        };
    }

    private String label(String key) {
        return labels.getOrDefault(key, key);
    }
}
