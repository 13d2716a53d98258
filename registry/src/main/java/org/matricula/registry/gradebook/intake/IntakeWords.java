package org.matricula.registry.gradebook.intake;

import org.matricula.law.Sentence;

/// What to say of a row against what the register knows.
final class IntakeWords {
    private IntakeWords() {}

    static Sentence noClass(String shown) {
        return Sentence.of(
                "'%s' is not the name of a class. Write the grade and the letter, for example 4A.",
                "'%s' không phải tên lớp. Hãy ghi khối và chữ cái, ví dụ 4A.", shown);
    }

    static Sentence classMissing() {
        return new Sentence("The class is empty. Fill it in, for example 4A.", "Chưa ghi lớp. Hãy điền, ví dụ 4A.");
    }

    static Sentence noGrade(String name, String grades) {
        return Sentence.of(
                "The class %s has no grade of this school (%s). Correct it, or delete the row.",
                "Lớp %s không thuộc khối của trường (%s). Hãy sửa lại hoặc xóa dòng.", name, grades);
    }

    static Sentence otherYear(String told, String chosen) {
        return Sentence.of(
                "The file says school year %s, but you chose %s. Bring the file of the right year, or choose its year.",
                "Tệp ghi năm học %s nhưng thầy cô chọn %s. Hãy dùng tệp của đúng năm học hoặc chọn lại năm học.",
                told,
                chosen);
    }

    static Sentence otherSchool(String told, String own) {
        return Sentence.of(
                "The file is of the school with the code %s; yours is %s.",
                "Tệp của trường có mã %s; mã trường của thầy cô là %s.", told, own);
    }

    static Sentence sameNumber(String others) {
        return Sentence.of(
                "The same personal number stands in %s. Two pupils never share one: correct the wrong one.",
                "Mã số này trùng với ô %s. Hai học sinh không thể trùng mã số: hãy sửa mã số sai.", others);
    }

    static Sentence twice(int row, String className) {
        return Sentence.of(
                "Row %d has the same name and the same date of birth, in class %s. Check that the pupil was not entered twice.",
                "Dòng %d có cùng họ tên và ngày sinh, ở lớp %s. Hãy kiểm tra xem có nhập trùng học sinh không.",
                row,
                className);
    }

    static Sentence numberOfAnother(String name, String bornOn) {
        return Sentence.of(
                "The register knows this number as that of %s, born %s. If it is another child, correct the number; otherwise name and birth date will change.",
                "Mã số này trong sổ là của %s, sinh %s. Nếu là học sinh khác, hãy sửa mã số; nếu không, họ tên và ngày sinh sẽ được đổi.",
                name,
                bornOn);
    }

    static Sentence otherNumber(String number) {
        return Sentence.of(
                "The register has a pupil with this name and birth date under the number %s. If it is the same child, bring the right number first; otherwise a second pupil is added.",
                "Trong sổ đã có học sinh cùng họ tên và ngày sinh với mã số %s. Nếu là một người, hãy sửa mã số trước; nếu không, một học sinh mới sẽ được thêm.",
                number);
    }

    static Sentence severalKnown(int count) {
        return Sentence.of(
                "The register has %d pupils with this name and birth date and without a number; this row was taken as one of them. Give the personal number to be sure.",
                "Trong sổ có %d học sinh cùng họ tên, ngày sinh và chưa có mã số; dòng này được coi là một trong số đó. Hãy ghi mã số để chắc chắn.",
                count);
    }

    static Sentence closed(String className) {
        return Sentence.of(
                "The report book of this pupil in class %s is closed; in this school year the pupil cannot change class. Delete the row, or ask the principal to recall the book.",
                "Học bạ của học sinh ở lớp %s đã khóa sổ; trong năm học này không chuyển lớp được. Hãy xóa dòng hoặc đề nghị hiệu trưởng thu hồi học bạ.",
                className);
    }

    static Sentence classUnknown(String name, String year) {
        return Sentence.of(
                "There is no class %s in %s. Correct the name, or import the pupils first.",
                "Không có lớp %s trong năm học %s. Hãy sửa tên lớp hoặc nhập danh sách học sinh trước.", name, year);
    }

    static Sentence subjectNotInGrade(Sentence subject, int grade) {
        return new Sentence(
                "'%s' is not taught in grade %d. Clear it, or correct the class.".formatted(subject.en(), grade),
                "'%s' không được dạy ở lớp %d. Hãy xóa hoặc sửa lại lớp.".formatted(subject.local(), grade));
    }

    static Sentence noTeacher() {
        return new Sentence(
                "There is no teacher in this row. Fill in the name, or delete the row.",
                "Dòng này chưa có giáo viên. Hãy ghi họ tên hoặc xóa dòng.");
    }

    static Sentence noSubject() {
        return new Sentence(
                "The row names a teacher but no subject. Write the subject, or 'Chủ nhiệm' for the homeroom teacher.",
                "Dòng này có giáo viên nhưng chưa có môn. Hãy ghi môn học, hoặc 'Chủ nhiệm' cho giáo viên chủ nhiệm.");
    }

    static Sentence namesakes(String name, String logins) {
        return Sentence.of(
                "Several people here are called %s (%s). Add a column 'Sign-in name' and say which.",
                "Có nhiều người tên %s (%s). Hãy thêm cột 'Tên đăng nhập' để phân biệt.", name, logins);
    }

    static Sentence loginOfAnother(String login, String name) {
        return Sentence.of(
                "The sign-in name %s belongs to %s. Correct one of the two.",
                "Tên đăng nhập %s là của %s. Hãy sửa lại một trong hai.", login, name);
    }

    static Sentence loginElsewhere(String login) {
        return Sentence.of(
                "The sign-in name %s is taken by a person of another institution. Choose another one.",
                "Tên đăng nhập %s đã có người ở đơn vị khác dùng. Hãy chọn tên khác.", login);
    }

    static Sentence badLogin(String login) {
        return Sentence.of(
                "'%s' cannot be a sign-in name: 3 to 40 letters without diacritics, digits, dots, hyphens and underscores.",
                "'%s' không dùng làm tên đăng nhập được: 3 đến 40 chữ cái không dấu, chữ số, dấu chấm, gạch nối và gạch dưới.",
                login);
    }

    static Sentence twoHomerooms(String className) {
        return Sentence.of(
                "Class %s gets two homeroom teachers. A class has one: correct the wrong one.",
                "Lớp %s có hai giáo viên chủ nhiệm. Mỗi lớp chỉ có một: hãy sửa lại.", className);
    }
}
