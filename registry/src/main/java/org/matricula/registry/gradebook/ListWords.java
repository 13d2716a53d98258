package org.matricula.registry.gradebook;

import org.matricula.law.Sentence;
import org.matricula.registry.gradebook.spi.Column;

/// What to say about a list as a whole.
final class ListWords {
    private ListWords() {}

    static Sentence noList() {
        return new Sentence(
                "No row of headings was found. Put the names of the columns into one row above the data, or start from the template.",
                "Không tìm thấy dòng tiêu đề. Hãy ghi tên các cột trên một dòng phía trên dữ liệu, hoặc dùng tệp mẫu.");
    }

    static Sentence columnMissing(Column column) {
        boolean ofClass = column.key().equals(ListForm.CLASS);
        return new Sentence(
                "No column is known as '%s'. %s"
                        .formatted(
                                column.title().en(),
                                ofClass
                                        ? "Say below which column it is; or write 'Class: 4A' above the table, or name the sheet 4A."
                                        : "Say below which column it is, or add it with this heading."),
                "Không nhận ra cột nào là '%s'. %s"
                        .formatted(
                                column.title().local(),
                                ofClass
                                        ? "Hãy chọn cột ở dưới; hoặc ghi 'Lớp: 4A' phía trên bảng, hoặc đặt tên trang tính là 4A."
                                        : "Hãy chọn cột ở dưới, hoặc thêm cột với tiêu đề này."));
    }
}
