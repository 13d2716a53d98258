package org.matricula.packs.vn.reportbook.sheet;

import java.util.Arrays;
import java.util.List;
import org.matricula.packs.vn.reportbook.rules.Subject;
import org.matricula.registry.gradebook.spi.Heading;

/// A subject or educational activity of the 2018 programme at primary level.
///
/// Here are the words of its columns; which grades have it and which test it, [Subject] says. The order is that of
/// the report book. Informatics and Technology, and Music and Fine arts, are lines of their own, since different
/// teachers often answer for them.
enum SchoolSubject {
    VIETNAMESE("Vietnamese", "Tiếng Việt", "TV", "T.Việt", "Môn Tiếng Việt", "Vietnamese language"),
    MATHEMATICS("Mathematics", "Toán", "Môn Toán", "Maths", "Math"),
    FOREIGN_LANGUAGE_1(
            "Foreign language 1",
            "Ngoại ngữ 1",
            "Ngoại ngữ",
            "NN",
            "NN1",
            "Tiếng Anh",
            "T.Anh",
            "TA",
            "Ngoại ngữ 1 (Tiếng Anh)",
            "Ngoại ngữ (Tiếng Anh)",
            "Môn Ngoại ngữ",
            "English"),
    ETHICS("Ethics", "Đạo đức", "ĐĐ", "Môn Đạo đức"),
    NATURE_AND_SOCIETY("Nature and Society", "Tự nhiên và Xã hội", "TN&XH", "TNXH", "TN-XH", "Tự nhiên & Xã hội"),
    HISTORY_AND_GEOGRAPHY(
            "History and Geography",
            "Lịch sử và Địa lí",
            "Lịch sử và Địa lý",
            "Lịch sử & Địa lí",
            "Lịch sử & Địa lý",
            "LS&ĐL",
            "LS-ĐL",
            "LSĐL",
            "LS và ĐL",
            "Sử - Địa",
            "Sử Địa"),
    SCIENCE("Science", "Khoa học", "KH", "Môn Khoa học"),
    INFORMATICS(
            "Informatics",
            "Tin học",
            "TH",
            "Môn Tin học",
            "Tin",
            "Tin học và Công nghệ (Tin học)",
            "TH-CN (Tin học)",
            "IT"),
    TECHNOLOGY(
            "Technology", "Công nghệ", "CN", "Môn Công nghệ", "Tin học và Công nghệ (Công nghệ)", "TH-CN (Công nghệ)"),
    PHYSICAL_EDUCATION("Physical education", "Giáo dục thể chất", "GDTC", "Thể dục", "GD thể chất", "PE"),
    MUSIC("Music", "Âm nhạc", "ÂN", "Nghệ thuật (Âm nhạc)", "NT (Âm nhạc)", "Hát nhạc"),
    FINE_ARTS(
            "Fine arts",
            "Mĩ thuật",
            "Mỹ thuật",
            "MT",
            "Nghệ thuật (Mĩ thuật)",
            "Nghệ thuật (Mỹ thuật)",
            "NT (Mĩ thuật)",
            "NT (Mỹ thuật)",
            "Art"),
    EXPERIENTIAL_ACTIVITIES(
            "Experiential activities", "Hoạt động trải nghiệm", "HĐTN", "HĐ trải nghiệm", "Trải nghiệm"),
    ETHNIC_LANGUAGE(
            "Ethnic-minority language", "Tiếng dân tộc thiểu số", "Tiếng dân tộc", "TDT", "Tiếng DT", "Tiếng DTTS");

    private final Subject rule;
    private final Heading heading;

    SchoolSubject(String en, String vi, String... aliases) {
        this.rule = Subject.valueOf(name());
        this.heading = Heading.of(name(), en, vi, aliases);
    }

    Heading heading() {
        return heading;
    }

    /// Every pupil of the grade takes it.
    boolean isCompulsory(int grade) {
        return rule.compulsoryIn(grade);
    }

    /// Whether the year ends with a test that gives a mark, or may end with one.
    boolean isTested(int grade) {
        return rule.mayBeTestedIn(grade);
    }

    static List<SchoolSubject> of(int grade) {
        return Arrays.stream(values()).filter(s -> s.rule.taughtIn(grade)).toList();
    }
}
