package org.matricula.registry.gradebook.intake;

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

/// A class sheet of a primary school, small enough to be read in a minute, with the headings that offices meet.
final class OfficeForm implements ClassSheetForm {
    private static final Kind.Choice SEX = new Kind.Choice(
            List.of(
                    Kind.Option.of("MALE", "Nam", "male", "Nam", "M"),
                    Kind.Option.of("FEMALE", "Nữ", "female", "Nữ", "F")),
            Map.of());
    private static final Kind.Choice LEVEL = new Kind.Choice(
            List.of(
                    Kind.Option.of("T", "T", "well completed", "Hoàn thành tốt"),
                    Kind.Option.of("H", "H", "completed", "Hoàn thành")),
            Map.of());
    private static final Heading VIETNAMESE = Heading.of("VIETNAMESE", "Vietnamese", "Tiếng Việt", "TV");
    private static final Heading MATHEMATICS = Heading.of("MATHEMATICS", "Mathematics", "Toán");
    private static final Heading HISTORY = Heading.of("HISTORY", "History and Geography", "Lịch sử và Địa lí", "LS&ĐL");
    private static final Heading MUSIC = Heading.of("MUSIC", "Music", "Âm nhạc", "ÂN");
    private static final Heading LEVELS = Heading.of("level", "Level", "Mức");

    @Override
    public String id() {
        return "vn.test.office";
    }

    @Override
    public Sentence title() {
        return new Sentence("Class summary", "Bảng tổng hợp");
    }

    @Override
    public SortedSet<Integer> grades() {
        return new TreeSet<>(List.of(1, 2, 3, 4, 5));
    }

    @Override
    public List<Column> columns(int grade) {
        List<Column> columns = new ArrayList<>(List.of(
                column(new Kind.Name(), Need.ALWAYS, FULL_NAME, "Full name", "Họ và tên", "Họ tên", "Họ tên học sinh"),
                column(
                        new Kind.Digits(12),
                        Need.ALWAYS,
                        PERSONAL_NUMBER,
                        "Personal number",
                        "Số định danh cá nhân",
                        "Mã định danh",
                        "Số ĐDCN"),
                column(new Kind.Day(), Need.ALWAYS, BORN_ON, "Date of birth", "Ngày sinh", "Ngày tháng năm sinh"),
                column(SEX, Need.ALWAYS, "sex", "Sex", "Giới tính", "Nam/Nữ"),
                column(new Kind.Text(100, false), Need.ALWAYS, "ethnicity", "Ethnicity", "Dân tộc"),
                column(new Kind.Text(300, false), Need.OPTIONAL, "address", "Address", "Nơi ở hiện nay", "Chỗ ở"),
                column(new Kind.Name(), Need.OPTIONAL, "father", "Father", "Họ và tên cha", "Cha"),
                column(new Kind.Name(), Need.OPTIONAL, "mother", "Mother", "Họ và tên mẹ", "Mẹ")));
        for (Heading subject : subjects(grade)) {
            columns.add(Column.under(
                    subject,
                    subject.code() + ".level",
                    LEVELS,
                    LEVEL,
                    subject == MUSIC && grade < 3 ? Need.OPTIONAL : Need.ALWAYS,
                    subject.wordings().toArray(String[]::new)));
        }
        return columns;
    }

    private static Column column(Kind kind, Need need, String key, String en, String vi, String... aliases) {
        return Column.single(Heading.of(key, en, vi, aliases), kind, need);
    }

    @Override
    public Charge charge(int grade, Column column) {
        return column.group()
                .<Charge>map(subject -> new Charge.Subject(subject.code()))
                .orElseGet(Charge.Pupil::new);
    }

    @Override
    public List<ClassKey> classKeys() {
        return List.of(
                new ClassKey(Heading.of("school", "School", "Trường"), ClassKey.Format.TEXT, true),
                new ClassKey(Heading.of("schoolCode", "School code", "Mã trường"), ClassKey.Format.TEXT, false),
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
        return grade < 4 ? List.of(VIETNAMESE, MATHEMATICS, MUSIC) : List.of(VIETNAMESE, MATHEMATICS, HISTORY, MUSIC);
    }

    @Override
    public Heading ordinal() {
        return Heading.of("ordinal", "No.", "STT", "TT");
    }

    @Override
    public List<Heading> nameParts() {
        return List.of(Heading.of("family", "Family name", "Họ đệm"), Heading.of("given", "Given name", "Tên"));
    }

    @Override
    public List<Heading> neutralGroups() {
        return List.of(Heading.of("subjects", "Subjects", "Các môn học"), Heading.of("pupil", "Pupil", "Học sinh"));
    }

    @Override
    public List<Heading> ignored() {
        return List.of(Heading.of("note", "Note", "Ghi chú", "Kí tên"));
    }

    @Override
    public Map<String, String> example(int grade) {
        return Map.of(FULL_NAME, "Nguyễn Văn A", PERSONAL_NUMBER, "022316000001", BORN_ON, "2016-01-31", "sex", "MALE");
    }

    @Override
    public List<Sentence> instructions(int grade) {
        return List.of(new Sentence("Fill in the table.", "Điền bảng."));
    }
}
