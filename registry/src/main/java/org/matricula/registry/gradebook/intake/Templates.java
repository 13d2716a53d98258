package org.matricula.registry.gradebook.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.matricula.law.Sentence;
import org.matricula.registry.directory.Assignment;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Mandates;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.gradebook.ListForm;
import org.matricula.registry.gradebook.ListTemplate;
import org.matricula.registry.gradebook.ListTemplate.Content;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.springframework.stereotype.Component;

/// The files that an office fills in. That of the assignments comes with the school's classes in it, and with whoever
/// teaches there today: a clerk changes three names and sends it back.
@Component
public final class Templates {
    private static final int ROOM_FOR_PUPILS = 300;

    private final Gradebook gradebook;
    private final Mandates mandates;
    private final IntakeForms forms;

    Templates(Gradebook gradebook, Mandates mandates, IntakeForms forms) {
        this.gradebook = gradebook;
        this.mandates = mandates;
        this.forms = forms;
    }

    /// A template for a school year.
    ///
    /// @param spreadsheet whether it is a workbook; otherwise CSV
    public byte[] write(IntakeKind kind, Institution school, String schoolYear, LocalDate today, boolean spreadsheet) {
        ClassSheetForm sheet = forms.sheet(school);
        ListForm form = forms.list(kind, sheet);
        List<ClassRoom> rooms = gradebook.classes(school.id(), schoolYear);
        ListTemplate template =
                new ListTemplate(form, title(kind, schoolYear), kind == IntakeKind.PUPILS ? PUPILS : TEACHING);
        Content content = kind == IntakeKind.PUPILS ? pupils(form, sheet, rooms) : teaching(form, rooms, today);
        return spreadsheet ? template.workbook(content) : template.csv(content);
    }

    private static Sentence title(IntakeKind kind, String schoolYear) {
        String years = schoolYear.replace("-", "–");
        return switch (kind) {
            case PUPILS -> new Sentence("Pupils " + years, "Học sinh " + years);
            case TEACHING -> new Sentence("Teaching assignments " + years, "Phân công " + years);
        };
    }

    private static Content pupils(ListForm form, ClassSheetForm sheet, List<ClassRoom> rooms) {
        int grade = sheet.grades().first();
        Map<String, String> example = new LinkedHashMap<>();
        example.put(ListForm.CLASS, grade + "A");
        sheet.example(grade).forEach((key, value) -> {
            if (form.columns().stream().anyMatch(column -> column.key().equals(key))) {
                example.put(key, value);
            }
        });
        return new Content(
                form.columns().stream().map(column -> column.key()).toList(),
                example,
                List.of(),
                ROOM_FOR_PUPILS,
                Map.of(ListForm.CLASS, rooms.stream().map(ClassRoom::name).toList()));
    }

    private Content teaching(ListForm form, List<ClassRoom> rooms, LocalDate today) {
        List<String> columns = form.columns().stream()
                .map(column -> column.key())
                .filter(key -> key.equals(ListForm.CLASS) || key.startsWith(IntakeForms.TEACHER_OF))
                .toList();
        Map<String, String> example = new LinkedHashMap<>();
        example.put(ListForm.CLASS, "4A");
        example.put(IntakeForms.TEACHER_OF + IntakeForms.HOMEROOM, "Nguyễn Thị Hoa");
        columns.stream()
                .filter(key -> key.endsWith(".MUSIC"))
                .findFirst()
                .ifPresent(key -> example.put(key, "Trần Văn Nhạc"));
        List<Map<String, String>> rows =
                rooms.stream().map(room -> row(room, today)).toList();
        return new Content(columns, example, rows, rows.isEmpty() ? 40 : 5, Map.of());
    }

    private Map<String, String> row(ClassRoom room, LocalDate today) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put(ListForm.CLASS, room.name());
        List<UUID> homeroom = new ArrayList<>();
        List<Assignment> inForce = mandates.ofClass(room.id()).stream()
                .filter(each -> each.mandate().inForce(today))
                .toList();
        for (Assignment each : inForce) {
            if (each.mandate().role() == Role.HOMEROOM_TEACHER) {
                homeroom.add(each.account());
                row.put(IntakeForms.TEACHER_OF + IntakeForms.HOMEROOM, each.name());
            }
        }
        for (Assignment each : inForce) {
            // What the homeroom teacher teaches as well stays blank: blank means the homeroom teacher.
            if (each.mandate().role() == Role.SUBJECT_TEACHER && !homeroom.contains(each.account())) {
                each.mandate().subject().ifPresent(subject -> row.put(IntakeForms.TEACHER_OF + subject, each.name()));
            }
        }
        return row;
    }

    private static final List<Sentence> PUPILS = List.of(
            new Sentence(
                    "One row per pupil, all classes in one table. A file from the ministry's database can be used as it is: the order of columns does not matter, and unknown columns are passed over.",
                    "Mỗi học sinh một dòng, mọi lớp trong một bảng. Có thể dùng thẳng tệp xuất từ cơ sở dữ liệu ngành: thứ tự cột không quan trọng, cột lạ được bỏ qua."),
            new Sentence(
                    "Needed: class, full name, date of birth, sex. A pupil without a personal number is taken in and listed, so that the number can be brought later.",
                    "Bắt buộc: lớp, họ và tên, ngày sinh, giới tính. Học sinh chưa có số định danh vẫn được nhập và được liệt kê để bổ sung sau."),
            new Sentence(
                    "A blank cell erases nothing. Send the same list again as often as you like: only what is new or changed is taken in, and you see it first.",
                    "Ô trống không xóa dữ liệu cũ. Có thể gửi lại danh sách nhiều lần: chỉ phần mới hoặc thay đổi được nhập, và được xem trước."),
            new Sentence(
                    "Several sheets are read, each for the class that its name says (4A).",
                    "Nhiều trang tính đều được đọc; tên trang (4A) là tên lớp."));

    private static final List<Sentence> TEACHING = List.of(
            new Sentence(
                    "One row per class. Write the homeroom teacher, and below each subject the name of whoever else teaches it. What stays blank is taught by the homeroom teacher.",
                    "Mỗi lớp một dòng. Ghi giáo viên chủ nhiệm và, dưới mỗi môn, họ tên giáo viên dạy môn đó nếu khác. Môn để trống do giáo viên chủ nhiệm dạy."),
            new Sentence(
                    "A list with one row per class and subject is read as well: columns Class, Subject, Teacher. A cell may hold several classes: 4A, 4B.",
                    "Cũng đọc được bảng mỗi lớp và môn một dòng: các cột Lớp, Môn, Giáo viên. Một ô có thể ghi nhiều lớp: 4A, 4B."),
            new Sentence(
                    "Who has no account yet gets one; you print the one-time codes. When two people share a name, add the column 'Sign-in name'.",
                    "Giáo viên chưa có tài khoản sẽ được mở tài khoản; thầy cô in mã dùng một lần. Nếu trùng họ tên, hãy thêm cột 'Tên đăng nhập'."));
}
