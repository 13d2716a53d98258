package org.matricula.packs.vn.reportbook.sheet;

import java.util.Arrays;
import java.util.List;
import org.matricula.registry.gradebook.spi.Heading;

/// A subject or educational activity of the 2018 programme at primary level.
///
/// The order is the order of the report book. Informatics and Technology, and Music and Fine arts, are lines of
/// their own, since different teachers often answer for them.
enum SchoolSubject {
    VIETNAMESE(1, 5, true, "Vietnamese", "Tiếng Việt", "TV", "T.Việt", "Môn Tiếng Việt", "Vietnamese language"),
    MATHEMATICS(1, 5, true, "Mathematics", "Toán", "Môn Toán", "Maths", "Math"),
    FOREIGN_LANGUAGE_1(
            3,
            5,
            true,
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
    ETHICS(1, 5, false, "Ethics", "Đạo đức", "ĐĐ", "Môn Đạo đức"),
    NATURE_AND_SOCIETY(
            1, 3, false, "Nature and Society", "Tự nhiên và Xã hội", "TN&XH", "TNXH", "TN-XH", "Tự nhiên & Xã hội"),
    HISTORY_AND_GEOGRAPHY(
            4,
            5,
            true,
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
    SCIENCE(4, 5, true, "Science", "Khoa học", "KH", "Môn Khoa học"),
    INFORMATICS(
            3,
            5,
            true,
            "Informatics",
            "Tin học",
            "TH",
            "Môn Tin học",
            "Tin",
            "Tin học và Công nghệ (Tin học)",
            "TH-CN (Tin học)",
            "IT"),
    TECHNOLOGY(
            3,
            5,
            true,
            "Technology",
            "Công nghệ",
            "CN",
            "Môn Công nghệ",
            "Tin học và Công nghệ (Công nghệ)",
            "TH-CN (Công nghệ)"),
    PHYSICAL_EDUCATION(1, 5, false, "Physical education", "Giáo dục thể chất", "GDTC", "Thể dục", "GD thể chất", "PE"),
    MUSIC(1, 5, false, "Music", "Âm nhạc", "ÂN", "Nghệ thuật (Âm nhạc)", "NT (Âm nhạc)", "Hát nhạc"),
    FINE_ARTS(
            1,
            5,
            false,
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
            1, 5, false, "Experiential activities", "Hoạt động trải nghiệm", "HĐTN", "HĐ trải nghiệm", "Trải nghiệm"),
    ETHNIC_LANGUAGE(
            6,
            5,
            true,
            "Ethnic-minority language",
            "Tiếng dân tộc thiểu số",
            "Tiếng dân tộc",
            "TDT",
            "Tiếng DT",
            "Tiếng DTTS");

    private final int from;
    private final int to;
    private final boolean tested;
    private final Heading heading;

    SchoolSubject(int from, int to, boolean tested, String en, String vi, String... aliases) {
        this.from = from;
        this.to = to;
        this.tested = tested;
        this.heading = Heading.of(name(), en, vi, aliases);
    }

    Heading heading() {
        return heading;
    }

    /// Every pupil of the grade takes it.
    boolean isCompulsory(int grade) {
        return grade >= from && grade <= to;
    }

    /// A school may teach it: a foreign language before grade 3, an ethnic-minority language in any grade.
    boolean isOptional(int grade) {
        return this == ETHNIC_LANGUAGE || this == FOREIGN_LANGUAGE_1 && grade < from;
    }

    /// Whether the year ends with a test that gives a mark. An optional foreign language has none.
    boolean isTested(int grade) {
        return tested && (isCompulsory(grade) || this == ETHNIC_LANGUAGE);
    }

    static List<SchoolSubject> of(int grade) {
        return Arrays.stream(values())
                .filter(s -> s.isCompulsory(grade) || s.isOptional(grade))
                .toList();
    }
}
