package org.matricula.registry.gradebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.matricula.law.Sentence;
import org.matricula.registry.gradebook.spi.Charge;
import org.matricula.registry.gradebook.spi.ClassKey;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.Column.Need;
import org.matricula.registry.gradebook.spi.Heading;
import org.matricula.registry.gradebook.spi.Kind;

/// A form of two grades with one of everything, so that the gradebook is tested without a country.
public final class SmallForm implements ClassSheetForm {
    public static final Kind.Choice LEVEL = new Kind.Choice(
            List.of(
                    Kind.Option.of("T", "T", "well completed", "Hoàn thành tốt"),
                    Kind.Option.of("H", "H", "completed", "Hoàn thành"),
                    Kind.Option.of("D", "Đ", "reached", "Đạt", "D")),
            Map.of("X", new Sentence("X is no level", "X không phải là mức")));

    private static final Heading MATHEMATICS = Heading.of("MATHEMATICS", "Mathematics", "Toán", "Maths");
    private static final Heading MUSIC = Heading.of("MUSIC", "Music", "Âm nhạc");
    private static final Heading SCIENCE = Heading.of("SCIENCE", "Science", "Khoa học");
    private static final Heading LEVELS = Heading.of("level", "Level", "Mức", "Mức đạt được");
    private static final Heading MARK = Heading.of("test", "Mark", "Điểm");
    private static final Heading COMMENT = Heading.of("comment", "Comment", "Nhận xét");

    @Override
    public String id() {
        return "test.small";
    }

    @Override
    public Sentence title() {
        return new Sentence("Class summary", "Bảng tổng hợp");
    }

    @Override
    public SortedSet<Integer> grades() {
        return new TreeSet<>(List.of(1, 2));
    }

    @Override
    public List<Column> columns(int grade) {
        var columns = new ArrayList<>(List.of(
                Column.single(Heading.of(FULL_NAME, "Full name", "Họ và tên", "Họ tên"), new Kind.Name(), Need.ALWAYS),
                Column.single(Heading.of("number", "Number", "Mã số"), new Kind.Digits(12), Need.ALWAYS),
                Column.single(Heading.of("bornOn", "Born on", "Ngày sinh"), new Kind.Day(), Need.ALWAYS),
                Column.single(
                        Heading.of("heightCm", "Height", "Chiều cao"),
                        new Kind.Measure(BigDecimal.valueOf(50), BigDecimal.valueOf(220), 1),
                        Need.OPTIONAL)));
        columns.addAll(subject(MATHEMATICS, new Kind.Whole(0, 10), Need.ALWAYS));
        columns.addAll(subject(
                MUSIC, new Kind.Unused(new Sentence("Music has no mark", "Âm nhạc không có điểm")), Need.OPTIONAL));
        if (grade == 2) {
            columns.addAll(subject(SCIENCE, new Kind.Whole(0, 10), Need.ALWAYS));
        }
        return columns;
    }

    private static List<Column> subject(Heading subject, Kind mark, Need need) {
        return List.of(
                Column.under(
                        subject,
                        subject.code() + ".level",
                        LEVELS,
                        LEVEL,
                        need == Need.ALWAYS ? need : Need.WITH_GROUP,
                        subject.wordings().toArray(String[]::new)),
                Column.under(subject, subject.code() + ".test", MARK, mark, need),
                Column.under(subject, subject.code() + ".comment", COMMENT, new Kind.Text(200, true), Need.OPTIONAL));
    }

    @Override
    public Charge charge(int grade, Column column) {
        return column.group().isPresent()
                ? new Charge.Subject(column.group().get().code())
                : column.key().equals("heightCm") ? new Charge.Homeroom() : new Charge.Pupil();
    }

    @Override
    public List<ClassKey> classKeys() {
        return List.of(
                new ClassKey(Heading.of("school", "School", "Trường"), ClassKey.Format.TEXT, true),
                new ClassKey(Heading.of("schoolYear", "School year", "Năm học"), ClassKey.Format.SCHOOL_YEAR, true),
                new ClassKey(Heading.of(GRADE, "Grade", "Khối"), ClassKey.Format.GRADE, false),
                new ClassKey(Heading.of(CLASS_NAME, "Class", "Lớp"), ClassKey.Format.CLASS_NAME, true),
                new ClassKey(
                        Heading.of(HOMEROOM_TEACHER, "Homeroom teacher", "Giáo viên chủ nhiệm", "GVCN"),
                        ClassKey.Format.NAME,
                        true));
    }

    @Override
    public List<Heading> subjects(int grade) {
        return grade == 2 ? List.of(MATHEMATICS, MUSIC, SCIENCE) : List.of(MATHEMATICS, MUSIC);
    }

    @Override
    public Heading ordinal() {
        return Heading.of("ordinal", "No.", "STT");
    }

    @Override
    public List<Heading> nameParts() {
        return List.of(Heading.of("family", "Family name", "Họ đệm"), Heading.of("given", "Given name", "Tên"));
    }

    @Override
    public List<Heading> neutralGroups() {
        return List.of(Heading.of("subjects", "Subjects", "Các môn học"), Heading.of("subject", "Subject", "Môn học"));
    }

    @Override
    public List<Heading> ignored() {
        return List.of(Heading.of("note", "Note", "Ghi chú"));
    }

    @Override
    public Map<String, String> example(int grade) {
        return Map.of(FULL_NAME, "Nguyễn Văn A", "number", "022316000001", "bornOn", "2016-01-31");
    }

    @Override
    public List<Sentence> instructions(int grade) {
        return List.of(new Sentence("Fill in the table.", "Điền bảng."));
    }
}
