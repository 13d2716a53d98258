package org.matricula.registry.gradebook;

import java.util.List;
import org.matricula.law.Sentence;

/// What to say about a sheet, its headings and its rows.
final class SheetWords {
    private SheetWords() {}

    static Sentence noCells() {
        return new Sentence(
                "The file has no filled cell. Fill in the template and save it.",
                "Tệp không có ô nào được điền. Hãy điền vào tệp mẫu rồi lưu lại.");
    }

    static Sentence noTable(String name) {
        return Sentence.of(
                "No class table was found: no row holds the heading '%s' together with headings of subjects. Put the headings back, or start from the template.",
                "Không tìm thấy bảng của lớp: không có dòng nào chứa tiêu đề '%s' cùng tiêu đề các môn học. Hãy khôi phục dòng tiêu đề hoặc dùng tệp mẫu.",
                name);
    }

    static Sentence onlyHidden() {
        return new Sentence(
                "The class table is on a hidden sheet, which is not read. Right-click a sheet tab, choose Unhide, look at it, and save.",
                "Bảng của lớp nằm ở trang tính bị ẩn nên không được đọc. Hãy bấm chuột phải vào thẻ trang tính, chọn Hiện (Unhide), kiểm tra rồi lưu lại.");
    }

    static Sentence secondTable() {
        return new Sentence(
                "A second class table begins here. One file holds one class: save the other table as a file of its own.",
                "Một bảng lớp thứ hai bắt đầu tại đây. Mỗi tệp chỉ chứa một lớp: hãy lưu bảng kia thành tệp riêng.");
    }

    static Sentence noPupils() {
        return new Sentence(
                "There is no pupil under the headings. Fill in one row per pupil.",
                "Không có học sinh nào dưới dòng tiêu đề. Hãy điền mỗi học sinh một dòng.");
    }

    static Sentence tooMany(int rows, int most) {
        return Sentence.of(
                "The sheet has %d filled rows under the headings; a class has at most %d pupils. Save each class as a file of its own.",
                "Trang tính có %d dòng được điền dưới tiêu đề; một lớp có tối đa %d học sinh. Hãy lưu mỗi lớp thành một tệp riêng.",
                rows,
                most);
    }

    static Sentence columnMissing(Sentence title) {
        return new Sentence(
                "The column '%s' is missing. Add it with this heading.".formatted(title.en()),
                "Thiếu cột '%s'. Hãy thêm cột với tiêu đề này.".formatted(title.local()));
    }

    static Sentence groupMissing(Sentence group, List<Sentence> columns, int grade) {
        return new Sentence(
                "'%s' is missing, which grade %d needs. Add the columns: %s."
                        .formatted(
                                group.en(),
                                grade,
                                String.join(
                                        ", ", columns.stream().map(Sentence::en).toList())),
                "Thiếu '%s', lớp %d phải có. Hãy thêm các cột: %s."
                        .formatted(
                                group.local(),
                                grade,
                                String.join(
                                        ", ",
                                        columns.stream().map(Sentence::local).toList())));
    }

    static Sentence columnTwice(Sentence title, String first) {
        return new Sentence(
                "The heading '%s' stands here again; it already stands over column %s. Rename or remove one of them."
                        .formatted(title.en(), first),
                "Tiêu đề '%s' bị lặp lại; đã có ở cột %s. Hãy đổi tên hoặc xóa một cột."
                        .formatted(title.local(), first));
    }

    static Sentence otherGrade(Sentence title, int grade) {
        return new Sentence(
                "'%s' does not belong to grade %d, but the column is filled. Clear it, or correct the grade of the class."
                        .formatted(title.en(), grade),
                "'%s' không thuộc lớp %d nhưng cột đã được điền. Hãy xóa nội dung hoặc sửa lại khối lớp."
                        .formatted(title.local(), grade));
    }

    static Sentence unknownColumn(String heading) {
        return Sentence.of(
                "The heading '%s' is not known; the column is not read.",
                "Không nhận ra tiêu đề '%s'; cột này không được đọc.", heading);
    }

    static Sentence noHeading() {
        return new Sentence(
                "This column has values but no heading; it is not read.",
                "Cột này có dữ liệu nhưng không có tiêu đề nên không được đọc.");
    }

    static Sentence noHeadingBesideName(String family, String given) {
        return Sentence.of(
                "This column stands beside the names and has no heading. If it holds the given names, write '%s' and '%s' over the two columns; otherwise clear it.",
                "Cột này nằm cạnh cột họ tên nhưng không có tiêu đề. Nếu là cột tên, hãy ghi '%s' và '%s' trên hai cột; nếu không, hãy xóa cột.",
                family,
                given);
    }

    static Sentence headingWithoutDiacritics(String typed, String taken) {
        return Sentence.of(
                "The heading '%s' was read as '%s' although the diacritics differ.",
                "Tiêu đề '%s' được hiểu là '%s' dù khác dấu.", typed, taken);
    }

    static Sentence hiddenColumn(Sentence title) {
        return new Sentence(
                "The column '%s' is hidden, so nobody can have checked it. Show it (select the columns around it, right-click, Unhide), look at it, and save."
                        .formatted(title.en()),
                "Cột '%s' đang bị ẩn nên không ai kiểm tra được. Hãy hiện cột (chọn các cột hai bên, bấm chuột phải, Hiện), kiểm tra rồi lưu lại."
                        .formatted(title.local()));
    }

    static Sentence hiddenRow() {
        return new Sentence(
                "This row is hidden, perhaps by a filter, so nobody can have checked it. Clear the filter or show the row, look at it, and save; delete it if the pupil is not in the class.",
                "Dòng này đang bị ẩn, có thể do bộ lọc, nên không ai kiểm tra được. Hãy bỏ bộ lọc hoặc hiện dòng, kiểm tra rồi lưu lại; nếu học sinh không thuộc lớp thì xóa dòng.");
    }

    static Sentence merged(String address) {
        return Sentence.of(
                "The cells %s are merged, so it is unclear to which pupil or column the value belongs. Unmerge them and fill each cell.",
                "Các ô %s bị gộp nên không rõ giá trị thuộc học sinh hay cột nào. Hãy bỏ gộp ô và điền từng ô.",
                address);
    }

    static Sentence formulas(int count, Sentence title) {
        return new Sentence(
                "%d cells of '%s' hold formulas; the results stored in the file were read."
                        .formatted(count, title.en()),
                "Có %d ô ở cột '%s' dùng công thức; kết quả lưu trong tệp đã được đọc."
                        .formatted(count, title.local()));
    }

    static Sentence gap() {
        return new Sentence(
                "There are blank rows above this pupil; they were skipped.",
                "Có dòng trống phía trên học sinh này; các dòng đó được bỏ qua.");
    }

    static Sentence notAPupil() {
        return new Sentence(
                "This row under the table has no personal number, no date and no result; it was not read as a pupil.",
                "Dòng này nằm dưới bảng, không có mã số định danh, ngày tháng hay kết quả nên không được đọc là học sinh.");
    }

    static Sentence hardlyAPupil() {
        return new Sentence(
                "This row has neither a personal number nor a date. If it is a pupil, fill it in; if it is not (statistics, signatures, a row number alone), delete the row.",
                "Dòng này không có mã số định danh và ngày tháng. Nếu là học sinh thì hãy điền đủ; nếu không phải (thống kê, chữ ký, chỉ có số thứ tự) thì hãy xóa dòng.");
    }

    static Sentence exampleRow() {
        return new Sentence("The example row of the template was not read.", "Dòng ví dụ của tệp mẫu không được đọc.");
    }

    static Sentence sameNumber(String others) {
        return Sentence.of(
                "The same personal number stands in %s. Two pupils never share one: correct the wrong one.",
                "Mã số này trùng với ô %s. Hai học sinh không thể trùng mã số: hãy sửa mã số sai.", others);
    }

    static Sentence samePupil(int row) {
        return Sentence.of(
                "Row %d has the same name and the same date of birth. Check that the pupil was not entered twice.",
                "Dòng %d có cùng họ tên và ngày sinh. Hãy kiểm tra xem có nhập trùng học sinh không.", row);
    }

    static Sentence neededWithGroup(Sentence column, Sentence group) {
        return new Sentence(
                "'%s' is empty although other cells of '%s' are filled. Fill it, or clear the others."
                        .formatted(column.en(), group.en()),
                "Ô '%s' còn trống trong khi các ô khác của '%s' đã điền. Hãy điền hoặc xóa các ô kia."
                        .formatted(column.local(), group.local()));
    }
}
