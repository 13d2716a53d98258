package org.matricula.packs.vn.reportbook.rules;

import java.util.List;
import java.util.stream.Stream;
import org.matricula.law.Sentence;

/// A subject or activity of the primary programme of 2018, as one line of the report book.
///
/// Which grades have it and which of them test it: programme of Circular 32/2018, tests of Circular 27/2020, Article 7.
/// Informatics and technology are one subject of the programme but two lines of the book, and so are music and fine
/// arts: each line has its own teacher and its own signature.
public enum Subject {
    VIETNAMESE("Vietnamese", "Tiếng Việt", 1, 5, 1, 1),
    MATHEMATICS("Mathematics", "Toán", 1, 5, 1, 1),
    FOREIGN_LANGUAGE_1("Foreign language 1", "Ngoại ngữ 1", 1, 5, 3, 3),
    ETHICS("Ethics", "Đạo đức", 1, 5, 1, Subject.NEVER),
    NATURE_AND_SOCIETY("Nature and society", "Tự nhiên và Xã hội", 1, 3, 1, Subject.NEVER),
    HISTORY_AND_GEOGRAPHY("History and geography", "Lịch sử và Địa lí", 4, 5, 4, 4),
    SCIENCE("Science", "Khoa học", 4, 5, 4, 4),
    INFORMATICS("Informatics", "Tin học", 3, 5, 3, 3),
    TECHNOLOGY("Technology", "Công nghệ", 3, 5, 3, 3),
    PHYSICAL_EDUCATION("Physical education", "Giáo dục thể chất", 1, 5, 1, Subject.NEVER),
    MUSIC("Music", "Âm nhạc", 1, 5, 1, Subject.NEVER),
    FINE_ARTS("Fine arts", "Mĩ thuật", 1, 5, 1, Subject.NEVER),
    EXPERIENTIAL_ACTIVITIES("Experiential activities", "Hoạt động trải nghiệm", 1, 5, 1, Subject.NEVER),
    ETHNIC_LANGUAGE("Ethnic-minority language", "Tiếng dân tộc thiểu số", 1, 5, Subject.NEVER, Subject.NEVER);

    private static final int NEVER = Integer.MAX_VALUE;

    private final Sentence label;
    private final int first;
    private final int last;
    private final int compulsoryFrom;
    private final int testedFrom;

    Subject(String en, String vi, int first, int last, int compulsoryFrom, int testedFrom) {
        this.label = new Sentence(en, vi);
        this.first = first;
        this.last = last;
        this.compulsoryFrom = compulsoryFrom;
        this.testedFrom = testedFrom;
    }

    /// Its name in English and Vietnamese, as in the form.
    public Sentence label() {
        return label;
    }

    /// Whether the grade has it at all, also as an optional subject.
    public boolean taughtIn(int grade) {
        return grade >= first && grade <= last;
    }

    /// Whether a book of the grade is incomplete without it.
    public boolean compulsoryIn(int grade) {
        return taughtIn(grade) && grade >= compulsoryFrom;
    }

    /// Whether the year ends with a test in it.
    public boolean testedIn(int grade) {
        return taughtIn(grade) && grade >= testedFrom;
    }

    /// Whether a test mark may stand in the book: where there is a test, and in the optional language of an ethnic
    /// minority, which a school may test.
    public boolean mayBeTestedIn(int grade) {
        return testedIn(grade) || this == ETHNIC_LANGUAGE;
    }

    /// What a book of the grade must have, in the order of the form.
    public static List<Subject> compulsory(int grade) {
        return Stream.of(values()).filter(s -> s.compulsoryIn(grade)).toList();
    }

    /// How a subject or activity was done over the year.
    public enum Level {
        /// Done well.
        T("done well (T)", "Hoàn thành tốt (T)"),
        /// Done.
        H("done (H)", "Hoàn thành (H)"),
        /// Not done yet. Another C than that of qualities and competences.
        C("not done yet (C)", "Chưa hoàn thành (C)");

        private final Sentence label;

        Level(String en, String vi) {
            this.label = new Sentence(en, vi);
        }

        /// Its meaning in English and Vietnamese.
        public Sentence label() {
            return label;
        }
    }
}
