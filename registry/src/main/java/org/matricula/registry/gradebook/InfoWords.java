package org.matricula.registry.gradebook;

import org.matricula.law.Sentence;

/// What to say about the values that concern the class as a whole.
final class InfoWords {
    private InfoWords() {}

    static Sentence missing(Sentence label) {
        return new Sentence(
                "'%s' is not given. Write it on the sheet 'Lớp', or in a line above the table.".formatted(label.en()),
                "Chưa có '%s'. Hãy ghi ở trang 'Lớp' hoặc ở một dòng phía trên bảng.".formatted(label.local()));
    }

    static Sentence twice(Sentence label, String here, String first, String place) {
        return new Sentence(
                "'%s' is '%s' here but '%s' in %s. Correct one of them.".formatted(label.en(), here, first, place),
                "'%s' ở đây là '%s' nhưng ở %s là '%s'. Hãy sửa lại cho thống nhất."
                        .formatted(label.local(), here, place, first));
    }

    static Sentence schoolYear(String shown) {
        return Sentence.of(
                "'%s' is not a school year. Write two years in a row, for example 2025-2026.",
                "'%s' không phải là năm học. Hãy ghi hai năm liên tiếp, ví dụ 2025-2026.", shown);
    }

    static Sentence grade(String shown, String grades) {
        return Sentence.of(
                "'%s' is not a grade of this form (%s).",
                "'%s' không phải là khối lớp của mẫu này (%s).", shown, grades);
    }

    static Sentence gradeUnknown(String grades) {
        return Sentence.of(
                "The grade is not given, and no class name begins with it (grades: %s). Write the class, for example 4A, on the sheet 'Lớp' or in a line above the table ('Lớp: 4A').",
                "Chưa có khối lớp và tên lớp không bắt đầu bằng khối (các khối: %s). Hãy ghi lớp, ví dụ 4A, ở trang 'Lớp' hoặc ở dòng phía trên bảng ('Lớp: 4A').",
                grades);
    }

    static Sentence gradeDiffers(String className, int grade) {
        return Sentence.of(
                "The class is called '%s' but the grade is %d. Correct one of them.",
                "Tên lớp là '%s' nhưng khối là %d. Hãy sửa lại cho thống nhất.", className, grade);
    }

    static Sentence unknown(String label) {
        return Sentence.of(
                "'%s' is not known; the value beside it is not read.",
                "Không nhận ra '%s'; giá trị bên cạnh không được đọc.", label);
    }

    static Sentence hidden() {
        return new Sentence(
                "This value is in a hidden row or column and is not read. Show it, look at it, and save; or delete it.",
                "Giá trị này nằm ở dòng hoặc cột bị ẩn nên không được đọc. Hãy hiện ra, kiểm tra rồi lưu lại; hoặc xóa đi.");
    }
}
