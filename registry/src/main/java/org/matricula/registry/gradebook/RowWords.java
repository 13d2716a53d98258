package org.matricula.registry.gradebook;

import org.matricula.law.Sentence;

/// What a row of a table is called in remarks, and how many there may be.
enum RowWords {
    /// One pupil of one class.
    CLASS(100),
    /// One pupil of a school.
    SCHOOL(10_000),
    /// Who teaches what in which class.
    TEACHING(10_000);

    private final int most;

    RowWords(int most) {
        this.most = most;
    }

    /// Most rows. Of a class far more than it has, since two classes in one sheet are meant to be noticed.
    int most() {
        return most;
    }

    Sentence tooMany(int rows) {
        return this == CLASS
                ? SheetWords.tooMany(rows, most)
                : Sentence.of(
                        "The sheet has %d filled rows under the headings; at most %d are read. Save it as several files.",
                        "Trang tính có %d dòng được điền dưới tiêu đề; tối đa %d dòng được đọc. Hãy chia thành nhiều tệp.",
                        rows,
                        most);
    }

    Sentence none() {
        return this == TEACHING
                ? new Sentence(
                        "There is nothing under the headings. Fill in one row per class, or per class and subject.",
                        "Không có gì dưới dòng tiêu đề. Hãy điền mỗi lớp, hoặc mỗi lớp và môn, một dòng.")
                : SheetWords.noPupils();
    }

    Sentence gap() {
        return this == TEACHING
                ? new Sentence(
                        "There are blank rows above this row; they were skipped.",
                        "Có dòng trống phía trên dòng này; các dòng đó được bỏ qua.")
                : SheetWords.gap();
    }

    Sentence below() {
        return this == TEACHING
                ? new Sentence(
                        "This row under the table does not name a class with its teacher; it was not read.",
                        "Dòng này nằm dưới bảng và không ghi lớp cùng giáo viên nên không được đọc.")
                : SheetWords.notAPupil();
    }
}
