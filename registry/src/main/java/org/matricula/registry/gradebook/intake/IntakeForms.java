package org.matricula.registry.gradebook.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.gradebook.ListForm;
import org.matricula.registry.gradebook.spi.Charge;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.Column.Need;
import org.matricula.registry.gradebook.spi.Heading;
import org.matricula.registry.gradebook.spi.Kind;
import org.springframework.stereotype.Component;

/// What the office's lists hold: the pupil's own data of the class sheet with a class before them, and assignments by
/// row or by column.
@Component
public final class IntakeForms {
    /// The key of the column with a teacher's name in a list by row.
    public static final String TEACHER = "teacher";
    /// The key of the column with a teacher's sign-in name.
    public static final String LOGIN = "login";
    /// The key of the column with the subject in a list by row.
    public static final String SUBJECT = "subject";
    /// The value of [#SUBJECT] that means the homeroom teacher; also the last part of the key of its own column.
    public static final String HOMEROOM = "HOMEROOM";
    /// What keys of columns begin with that hold the teacher of one subject.
    public static final String TEACHER_OF = "teacherOf.";

    /// Without these a pupil is not known; everything else may come later.
    private static final Set<String> NEEDED = Set.of(ClassSheetForm.FULL_NAME, ClassSheetForm.BORN_ON, "sex");

    private static final String[] HOMEROOM_WORDINGS = {
        "GVCN", "GV chủ nhiệm", "Chủ nhiệm", "Chủ nhiệm lớp", "Giáo viên chủ nhiệm lớp", "Công tác chủ nhiệm"
    };

    private final List<ClassSheetForm> forms;

    IntakeForms(List<ClassSheetForm> forms) {
        this.forms = List.copyOf(forms);
    }

    /// The class sheet of an institution: the one that its country's pack supplies.
    ///
    /// @throws IllegalStateException when no pack supplies one
    public ClassSheetForm sheet(Institution institution) {
        String country = institution.country().toLowerCase(Locale.ROOT) + ".";
        return forms.stream()
                .filter(form -> form.id().startsWith(country))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("no pack supplies a class sheet for " + institution.country()));
    }

    /// Whether the institution has classes with a class sheet; a university has none.
    public boolean has(Institution institution) {
        String country = institution.country().toLowerCase(Locale.ROOT) + ".";
        return forms.stream().anyMatch(form -> form.id().startsWith(country));
    }

    /// The list of a kind.
    public ListForm list(IntakeKind kind, ClassSheetForm sheet) {
        return switch (kind) {
            case PUPILS -> pupils(sheet);
            case TEACHING -> teaching(sheet);
        };
    }

    private static ListForm pupils(ClassSheetForm sheet) {
        List<Column> columns = new ArrayList<>();
        columns.add(className(Need.ALWAYS));
        for (int grade : sheet.grades()) {
            sheet.columns(grade).stream()
                    .filter(column -> sheet.charge(grade, column) instanceof Charge.Pupil)
                    .filter(column -> columns.stream().noneMatch(c -> c.key().equals(column.key())))
                    .map(column -> new Column(
                            column.key(),
                            column.group(),
                            column.heading(),
                            column.kind(),
                            NEEDED.contains(column.key()) ? Need.ALWAYS : Need.OPTIONAL,
                            column.alone()))
                    .forEach(columns::add);
        }
        return new ListForm(sheet, columns, Set.of());
    }

    private static Column className(Need need) {
        return Column.single(
                Heading.of(
                        ListForm.CLASS,
                        "Class",
                        "Lớp",
                        "Tên lớp",
                        "Lớp học",
                        "Lớp hiện tại",
                        "Lớp dạy",
                        "Dạy lớp",
                        "Mã lớp",
                        "Classes",
                        "Class name"),
                new Kind.Text(200, true),
                need);
    }

    private static ListForm teaching(ClassSheetForm sheet) {
        List<Heading> subjects = List.copyOf(subjects(sheet).values());
        List<Column> columns = new ArrayList<>();
        columns.add(className(Need.ALWAYS));
        columns.add(Column.single(
                Heading.of(SUBJECT, "Subject", "Môn", "Môn học", "Môn dạy", "Phân công", "Nhiệm vụ", "Duty"),
                choice(subjects),
                Need.OPTIONAL));
        columns.add(Column.single(
                Heading.of(
                        TEACHER,
                        "Teacher",
                        "Giáo viên",
                        "Họ và tên giáo viên",
                        "Họ tên giáo viên",
                        "Tên giáo viên",
                        "Giáo viên dạy",
                        "GV",
                        "Họ và tên",
                        "Họ tên",
                        "Name",
                        "Full name"),
                new Kind.Name(),
                Need.OPTIONAL));
        columns.add(Column.single(
                Heading.of(LOGIN, "Sign-in name", "Tên đăng nhập", "Tài khoản", "Login", "User name"),
                new Kind.Text(100, false),
                Need.OPTIONAL));
        columns.add(Column.single(
                Heading.of(TEACHER_OF + HOMEROOM, "Homeroom teacher", "Giáo viên chủ nhiệm", HOMEROOM_WORDINGS),
                new Kind.Name(),
                Need.OPTIONAL));
        for (Heading subject : subjects) {
            columns.add(Column.single(
                    new Heading(TEACHER_OF + subject.code(), subject.label(), subject.aliases()),
                    new Kind.Name(),
                    Need.OPTIONAL));
        }
        return new ListForm(sheet, columns, Set.of(ListForm.CLASS, SUBJECT));
    }

    private static Kind.Choice choice(List<Heading> subjects) {
        List<Kind.Option> options = new ArrayList<>();
        options.add(
                Kind.Option.of(HOMEROOM, "Chủ nhiệm", "Homeroom teacher", "Giáo viên chủ nhiệm", HOMEROOM_WORDINGS));
        subjects.forEach(subject -> options.add(
                new Kind.Option(subject.code(), subject.label().local(), subject.label(), subject.aliases())));
        return new Kind.Choice(options, Map.of());
    }

    /// Every subject of the form by its code, in the order of the form.
    public static Map<String, Heading> subjects(ClassSheetForm sheet) {
        Map<String, Heading> subjects = new LinkedHashMap<>();
        sheet.grades().forEach(grade -> sheet.subjects(grade).forEach(s -> subjects.putIfAbsent(s.code(), s)));
        return subjects;
    }

    /// The subjects that every pupil of a grade takes, and that somebody must therefore teach.
    public static List<String> compulsory(ClassSheetForm sheet, int grade) {
        return sheet.subjects(grade).stream()
                .map(Heading::code)
                .filter(code -> sheet.columns(grade).stream()
                        .anyMatch(column -> column.need() == Need.ALWAYS
                                && sheet.charge(grade, column).equals(new Charge.Subject(code))))
                .toList();
    }

    /// How an assignment is called.
    public static Optional<Heading> subject(ClassSheetForm sheet, String code) {
        return Optional.ofNullable(subjects(sheet).get(code));
    }
}
