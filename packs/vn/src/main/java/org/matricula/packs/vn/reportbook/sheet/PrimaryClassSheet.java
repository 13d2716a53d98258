package org.matricula.packs.vn.reportbook.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.matricula.law.Clause;
import org.matricula.law.Finding;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VNRB;
import org.matricula.packs.vn.reportbook.rules.PersonalNumber;
import org.matricula.registry.gradebook.spi.Charge;
import org.matricula.registry.gradebook.spi.ClassKey;
import org.matricula.registry.gradebook.spi.ClassKey.Format;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.Heading;
import org.matricula.registry.gradebook.spi.Kind;

/// The class sheet of grades 1 to 5: the results at the end of the year by Circular 27/2020.
///
/// Keys of a row: `fullName`, `personalNumber`, `bornOn`, `sex` and the other personal data; for each subject
/// `<SUBJECT>.level`, `<SUBJECT>.test`, `<SUBJECT>.comment`; the qualities and competences by their codes, with
/// `qualities.comment`, `competences.generalComment` and `competences.specificComment`; `yearResult`, `awards`,
/// `adHocAwards` and `promotion`. `docs/formats/class-sheet.md` lists them all.
public final class PrimaryClassSheet implements ClassSheetForm {
    private static final SortedSet<Integer> GRADES = new TreeSet<>(List.of(1, 2, 3, 4, 5));

    private static final Map<Integer, List<Column>> COLUMNS =
            GRADES.stream().collect(Collectors.toUnmodifiableMap(g -> g, PrimaryClassSheet::made));

    /// Boards and grids ask for every column of every class: the answers are found once.
    private static final Map<Integer, Map<String, Charge>> CHARGES = GRADES.stream()
            .collect(Collectors.toUnmodifiableMap(
                    g -> g,
                    g -> COLUMNS.get(g).stream()
                            .collect(Collectors.toUnmodifiableMap(Column::key, column -> whose(g, column.key())))));

    @Override
    public String id() {
        return "vn.class-sheet.primary.2020";
    }

    /// A personal number that does not fit sex and day of birth: the same finding on which closing will insist.
    @Override
    public Map<String, Sentence> odd(Map<String, String> values) {
        if (!values.keySet().containsAll(List.of(PERSONAL_NUMBER, BORN_ON, "sex"))) {
            return Map.of();
        }
        Finding finding = PersonalNumber.fitsThePersonalData(
                values.get(PERSONAL_NUMBER),
                PersonalNumber.Sex.valueOf(values.get("sex")),
                LocalDate.parse(values.get(BORN_ON)));
        return finding.result() == Finding.Result.NEEDS_PERSON ? Map.of(PERSONAL_NUMBER, finding.because()) : Map.of();
    }

    @Override
    public Sentence title() {
        return new Sentence("Class summary of educational results", "Bảng tổng hợp kết quả đánh giá giáo dục của lớp");
    }

    @Override
    public SortedSet<Integer> grades() {
        return new TreeSet<>(GRADES);
    }

    @Override
    public List<Column> columns(int grade) {
        demand(grade);
        return COLUMNS.get(grade);
    }

    private static List<Column> made(int grade) {
        var columns = new ArrayList<Column>();
        columns.addAll(PersonalColumns.identity());
        columns.addAll(PersonalColumns.year());
        columns.addAll(ResultColumns.subjects(grade));
        columns.addAll(ResultColumns.qualities());
        columns.addAll(ResultColumns.competences(grade));
        columns.addAll(ResultColumns.outcome(grade));
        return List.copyOf(columns);
    }

    /// The class list and the pupils' personal data are the office's and the homeroom teacher's; a subject's results
    /// are its teacher's; what is left of the year is the homeroom teacher's.
    @Override
    @Clause({VNRB.II_7_1_1, VNRB.II_7_2_1, VNRB.II_9_1_2})
    public Charge charge(int grade, Column column) {
        Charge known = CHARGES.getOrDefault(grade, Map.of()).get(column.key());
        return known == null ? whose(grade, column.key()) : known;
    }

    private static Charge whose(int grade, String key) {
        int dot = key.indexOf('.');
        if (dot > 0
                && SchoolSubject.of(grade).stream()
                        .anyMatch(subject -> subject.heading().code().equals(key.substring(0, dot)))) {
            return new Charge.Subject(key.substring(0, dot));
        }
        boolean personal = PersonalColumns.identity().stream()
                .anyMatch(identity -> identity.key().equals(key));
        return personal ? new Charge.Pupil() : new Charge.Homeroom();
    }

    @Override
    public List<ClassKey> classKeys() {
        return List.of(
                key(Format.TEXT, true, "school", "School", "Trường", "Tên trường", "Đơn vị"),
                key(Format.TEXT, true, "schoolCode", "School code", "Mã trường", "Mã định danh trường", "Mã đơn vị"),
                key(
                        Format.TEXT,
                        false,
                        "commune",
                        "Commune or ward",
                        "Xã/Phường",
                        "Xã",
                        "Phường",
                        "Xã, phường",
                        "Phường/Xã",
                        "Xã (phường)"),
                key(
                        Format.TEXT,
                        true,
                        "province",
                        "Province or city",
                        "Tỉnh/Thành phố",
                        "Tỉnh",
                        "Thành phố",
                        "Tỉnh, thành phố",
                        "Tỉnh (thành phố)",
                        "Province"),
                key(Format.SCHOOL_YEAR, true, "schoolYear", "School year", "Năm học", "Niên khóa", "Niên khoá"),
                key(Format.GRADE, false, GRADE, "Grade", "Khối", "Khối lớp"),
                key(Format.CLASS_NAME, true, CLASS_NAME, "Class", "Lớp", "Tên lớp"),
                key(
                        Format.NAME,
                        true,
                        HOMEROOM_TEACHER,
                        "Homeroom teacher",
                        "Giáo viên chủ nhiệm",
                        "GVCN",
                        "GV chủ nhiệm",
                        "Chủ nhiệm"),
                key(Format.NAME, true, "principal", "Principal", "Hiệu trưởng", "Họ tên hiệu trưởng"));
    }

    private static ClassKey key(Format format, boolean required, String key, String en, String vi, String... aliases) {
        return new ClassKey(Heading.of(key, en, vi, aliases), format, required);
    }

    @Override
    public List<Heading> subjects(int grade) {
        demand(grade);
        return SchoolSubject.of(grade).stream().map(SchoolSubject::heading).toList();
    }

    @Override
    public Heading ordinal() {
        return Heading.of("ordinal", "No.", "STT", "TT", "Số TT", "Số thứ tự", "No");
    }

    @Override
    public List<Heading> nameParts() {
        return List.of(
                Heading.of(
                        "familyName",
                        "Family and middle name",
                        "Họ và tên đệm",
                        "Họ và chữ đệm",
                        "Họ đệm",
                        "Họ, chữ đệm",
                        "Họ và đệm",
                        "Họ lót"),
                Heading.of("givenName", "Given name", "Tên"));
    }

    @Override
    public List<Heading> neutralGroups() {
        return List.of(
                Heading.of(
                        "subjects",
                        "Subjects and activities",
                        "Môn học và hoạt động giáo dục",
                        "Môn học và HĐGD",
                        "Môn học, hoạt động giáo dục",
                        "Các môn học và hoạt động giáo dục",
                        "Kết quả học tập các môn học và hoạt động giáo dục",
                        "Subjects"),
                Heading.of("subject", "Subject", "Môn học", "Môn"),
                Heading.of(
                        "pupil",
                        "Pupil",
                        "Thông tin học sinh",
                        "Học sinh",
                        "Sơ yếu lí lịch",
                        "Sơ yếu lý lịch",
                        "Lí lịch học sinh"),
                Heading.of("competences", "Core competences", "Năng lực cốt lõi", "Những năng lực cốt lõi", "Năng lực"),
                Heading.of("teacher", "Teacher", "Giáo viên", "Giáo viên bộ môn", "Giáo viên dạy"),
                Heading.of("year", "School year", "Quá trình học tập", "Thông tin năm học", "Trong năm học"),
                Heading.of("outcome", "Year", "Tổng hợp", "Kết quả cuối năm học", "Tổng hợp cuối năm"));
    }

    @Override
    public List<Heading> ignored() {
        return List.of(
                Heading.of("note", "Note", "Ghi chú", "Chữ ký", "Chữ kí", "Kí tên", "Ký tên", "Signature", "Notes"));
    }

    @Override
    public Map<String, String> example(int grade) {
        var values = new LinkedHashMap<String, String>();
        values.put(FULL_NAME, "Nguyễn Thị Minh Anh");
        values.put("personalNumber", "0223%02d004321".formatted((2025 - 5 - grade) % 100));
        values.put("bornOn", "%d-09-05".formatted(2025 - 5 - grade));
        values.put("sex", "FEMALE");
        values.put("ethnicity", "Kinh");
        values.put("nationality", "Việt Nam");
        values.put("birthplace", "Quảng Ninh");
        values.put("father", "Nguyễn Văn Bình");
        values.put("mother", "Trần Thị Hà");
        values.put("absentExcused", "2");
        values.put("absentUnexcused", "0");
        for (var column : columns(grade)) {
            switch (column.kind()) {
                case Kind.Choice choice -> {
                    if (choice == Levels.SUBJECT && column.need() == Column.Need.ALWAYS) {
                        values.put(column.key(), "T");
                    } else if (choice == Levels.QUALITY) {
                        values.put(column.key(), "T");
                    }
                }
                case Kind.Whole(var _, var most) -> {
                    if (most == 10 && column.need() == Column.Need.ALWAYS) {
                        values.put(column.key(), "9");
                    }
                }
                case Kind.Name _, Kind.Text _, Kind.Digits _, Kind.Day _, Kind.Measure _, Kind.Unused _ -> {
                    // The personal data stand above; comments differ from pupil to pupil.
                }
            }
        }
        values.put("VIETNAMESE.comment", "Đọc to, rõ ràng; viết câu đúng ngữ pháp.");
        values.put("yearResult", "EXCELLENT");
        values.put("awards", "Học sinh Xuất sắc");
        values.put("promotion", grade < 5 ? "PROMOTED" : "PROGRAMME_COMPLETED");
        return values;
    }

    @Override
    public List<Sentence> instructions(int grade) {
        return Instructions.of(grade);
    }

    private static void demand(int grade) {
        if (!GRADES.contains(grade)) {
            throw new IllegalArgumentException("primary school has grades 1 to 5, not " + grade);
        }
    }
}
