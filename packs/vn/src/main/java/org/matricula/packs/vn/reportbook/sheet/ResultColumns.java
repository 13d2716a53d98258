package org.matricula.packs.vn.reportbook.sheet;

import static org.matricula.registry.gradebook.spi.Column.Need.ALWAYS;
import static org.matricula.registry.gradebook.spi.Column.Need.OPTIONAL;
import static org.matricula.registry.gradebook.spi.Column.Need.WITH_GROUP;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.matricula.law.Sentence;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.Heading;
import org.matricula.registry.gradebook.spi.Kind;

/// The results of the year: subjects with level, mark and comment, qualities, competences, result, awards.
final class ResultColumns {
    private static final int COMMENT = 1_000;
    private static final int AWARD = 500;

    private static final Heading LEVEL = Heading.of(
            "level", "Level", "Mức đạt được", "Mức", "MĐĐ", "Mức độ", "Xếp mức", "Mức đánh giá", "Đánh giá", "ĐG");
    private static final Heading TEST = Heading.of(
            "test",
            "Test mark",
            "Điểm KTĐK",
            "Điểm",
            "KTĐK",
            "Điểm KT",
            "Điểm kiểm tra",
            "Điểm kiểm tra định kì",
            "Điểm kiểm tra định kỳ",
            "Điểm KT định kì",
            "Điểm KT định kỳ",
            "Điểm KTCN",
            "KTCN",
            "Mark",
            "Test");
    private static final Heading COMMENT_HEADING =
            Heading.of("comment", "Comment", "Nhận xét", "NX", "Lời nhận xét", "Nội dung nhận xét", "Comments");

    private static final Heading QUALITIES = Heading.of(
            "qualities",
            "Qualities",
            "Phẩm chất chủ yếu",
            "Phẩm chất",
            "PC",
            "Những phẩm chất chủ yếu",
            "Các phẩm chất chủ yếu");
    private static final Heading GENERAL = Heading.of(
            "competences.general",
            "General competences",
            "Năng lực chung",
            "NL chung",
            "Những năng lực chung",
            "Năng lực cốt lõi",
            "Những năng lực cốt lõi",
            "Năng lực",
            "Competences");
    private static final Heading SPECIFIC = Heading.of(
            "competences.specific",
            "Specific competences",
            "Năng lực đặc thù",
            "NL đặc thù",
            "Những năng lực đặc thù",
            "Năng lực cốt lõi",
            "Những năng lực cốt lõi",
            "Năng lực",
            "Competences");

    private ResultColumns() {}

    static List<Column> subjects(int grade) {
        var columns = new ArrayList<Column>();
        for (var subject : SchoolSubject.of(grade)) {
            columns.addAll(subject(subject, grade));
        }
        return columns;
    }

    private static List<Column> subject(SchoolSubject subject, int grade) {
        boolean compulsory = subject.isCompulsory(grade);
        var group = subject.heading();
        var test = !subject.isTested(grade)
                ? Column.under(group, subject.name() + ".test", TEST, noTest(subject), OPTIONAL)
                : Column.under(
                        group, subject.name() + ".test", TEST, new Kind.Whole(0, 10), compulsory ? ALWAYS : OPTIONAL);
        return List.of(
                Column.under(
                        group,
                        subject.name() + ".level",
                        LEVEL,
                        Levels.SUBJECT,
                        compulsory ? ALWAYS : WITH_GROUP,
                        group.wordings().toArray(String[]::new)),
                test,
                Column.under(
                        group, subject.name() + ".comment", COMMENT_HEADING, new Kind.Text(COMMENT, true), OPTIONAL));
    }

    private static Kind noTest(SchoolSubject subject) {
        var label = subject.heading().label();
        return new Kind.Unused(new Sentence(
                "%s has no periodic test in this grade, so there is no mark. Clear the cell; the level and the comment say how the pupil did."
                        .formatted(label.en()),
                "Môn %s không có bài kiểm tra định kì ở lớp này nên không có điểm. Hãy xóa ô; mức đạt được và nhận xét đã nêu kết quả."
                        .formatted(label.local())));
    }

    static List<Column> qualities() {
        return List.of(
                level(QUALITIES, "PATRIOTISM", "Patriotism", "Yêu nước"),
                level(QUALITIES, "KINDNESS", "Kindness", "Nhân ái"),
                level(QUALITIES, "DILIGENCE", "Diligence", "Chăm chỉ"),
                level(QUALITIES, "HONESTY", "Honesty", "Trung thực"),
                level(QUALITIES, "RESPONSIBILITY", "Responsibility", "Trách nhiệm"),
                comment(QUALITIES, "qualities.comment"));
    }

    static List<Column> competences(int grade) {
        var columns = new ArrayList<>(List.of(
                level(
                        GENERAL,
                        "SELF_CONTROL_SELF_STUDY",
                        "Self-control and self-study",
                        "Tự chủ và tự học",
                        "TC-TH",
                        "Tự chủ, tự học",
                        "Tự chủ - tự học"),
                level(
                        GENERAL,
                        "COMMUNICATION_COOPERATION",
                        "Communication and cooperation",
                        "Giao tiếp và hợp tác",
                        "GT-HT",
                        "Giao tiếp, hợp tác",
                        "Giao tiếp - hợp tác"),
                level(
                        GENERAL,
                        "PROBLEM_SOLVING_CREATIVITY",
                        "Problem solving and creativity",
                        "Giải quyết vấn đề và sáng tạo",
                        "GQVĐ-ST",
                        "GQVĐ và sáng tạo",
                        "GQVĐ&ST",
                        "Giải quyết vấn đề, sáng tạo"),
                comment(GENERAL, "competences.generalComment"),
                specific("LANGUAGE", "Language", "Ngôn ngữ"),
                specific("CALCULATION", "Calculation", "Tính toán"),
                specific("SCIENCE", "Science", "Khoa học")));
        if (grade >= 3) {
            columns.add(specific("TECHNOLOGY", "Technology", "Công nghệ"));
            columns.add(specific("INFORMATICS", "Informatics", "Tin học"));
        }
        columns.add(specific("AESTHETICS", "Aesthetics", "Thẩm mĩ", "Thẩm mỹ"));
        columns.add(specific("PHYSICAL", "Physical", "Thể chất"));
        columns.add(comment(SPECIFIC, "competences.specificComment"));
        return columns;
    }

    static List<Column> outcome(int grade) {
        return List.of(
                single(
                        Levels.YEAR_RESULT,
                        "yearResult",
                        "Year result",
                        "Đánh giá kết quả giáo dục",
                        "Kết quả giáo dục",
                        "Đánh giá KQGD",
                        "KQGD",
                        "ĐGKQGD",
                        "Xếp loại",
                        "Kết quả cuối năm"),
                single(
                        new Kind.Text(AWARD, true),
                        "awards",
                        "Awards",
                        "Khen thưởng",
                        "Khen thưởng cuối năm",
                        "Danh hiệu",
                        "KT cuối năm"),
                single(
                        new Kind.Text(AWARD, true),
                        "adHocAwards",
                        "Ad hoc awards",
                        "Khen thưởng đột xuất",
                        "Khen đột xuất",
                        "Khen thưởng khác"),
                single(
                        Levels.promotion(grade),
                        "promotion",
                        "Promotion",
                        "Hoàn thành chương trình lớp học",
                        "Lên lớp",
                        "Được lên lớp",
                        "HTCT lớp học",
                        "Hoàn thành chương trình lớp học/cấp tiểu học",
                        "Hoàn thành chương trình",
                        "HTCT"));
    }

    private static Column single(Kind kind, String key, String en, String vi, String... aliases) {
        return Column.single(Heading.of(key, en, vi, aliases), kind, OPTIONAL);
    }

    private static Column level(Heading group, String key, String en, String vi, String... aliases) {
        var alone = Stream.concat(Stream.of(vi, en, vi + " " + en), Stream.of(aliases))
                .toArray(String[]::new);
        return Column.under(group, key, Heading.of(key, en, vi, aliases), Levels.QUALITY, ALWAYS, alone);
    }

    /// A specific competence shares its word with a subject (`Khoa học`), so alone it needs the word competence.
    private static Column specific(String key, String en, String vi, String... aliases) {
        var alone = Stream.concat(
                        Stream.of("Competence: " + en, "Năng lực " + vi, "NL " + vi),
                        Stream.of(aliases).flatMap(a -> Stream.of("Năng lực " + a, "NL " + a)))
                .toArray(String[]::new);
        return Column.under(SPECIFIC, key, Heading.of(key, en, vi, aliases), Levels.QUALITY, ALWAYS, alone);
    }

    private static Column comment(Heading group, String key) {
        return Column.under(group, key, COMMENT_HEADING, new Kind.Text(COMMENT, true), OPTIONAL);
    }
}
