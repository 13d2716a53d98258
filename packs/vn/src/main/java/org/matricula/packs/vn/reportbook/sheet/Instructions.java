package org.matricula.packs.vn.reportbook.sheet;

import java.util.List;
import org.matricula.law.Sentence;

/// The page of instructions of the template.
final class Instructions {
    private Instructions() {}

    static List<Sentence> of(int grade) {
        return List.of(
                new Sentence(
                        "Fill in the sheet 'Lớp' first: school, class, teachers. A subject without a teacher is taught by the homeroom teacher, who then signs it.",
                        "Điền trang 'Lớp' trước: trường, lớp, giáo viên. Môn không ghi giáo viên là do giáo viên chủ nhiệm dạy và kí."),
                new Sentence(
                        "On the sheet 'Bảng tổng hợp', one row is one pupil. The row marked 'Ví dụ' is an example and is not read; you may delete it.",
                        "Ở trang 'Bảng tổng hợp', mỗi dòng là một học sinh. Dòng ghi 'Ví dụ' chỉ để minh họa, không được đọc; có thể xóa."),
                new Sentence(
                        "Columns may be moved, and columns marked with a light heading may be deleted. Do not merge cells, hide rows or columns, or write two classes in one file.",
                        "Có thể đổi thứ tự cột và xóa các cột có tiêu đề nhạt màu. Không gộp ô, không ẩn dòng hay cột, không ghi hai lớp trong một tệp."),
                new Sentence(
                        "Personal number: 12 digits as on the birth certificate, kept as text so that the zero at the beginning stays.",
                        "Số định danh cá nhân: 12 chữ số theo giấy khai sinh, để dạng văn bản để không mất số 0 ở đầu."),
                new Sentence(
                        "Dates: day/month/year with four digits for the year, for example 05/09/2016.",
                        "Ngày tháng: ngày/tháng/năm, năm ghi đủ bốn chữ số, ví dụ 05/09/2016."),
                new Sentence(
                        "Level of a subject or activity: T well completed, H completed, C not completed.",
                        "Mức của môn học, hoạt động giáo dục: T Hoàn thành tốt, H Hoàn thành, C Chưa hoàn thành."),
                new Sentence(
                        "Level of a quality or competence: T good, Đ reached, C needs effort.",
                        "Mức của phẩm chất, năng lực: T Tốt, Đ Đạt, C Cần cố gắng."),
                new Sentence(
                        "Mark of the test at the end of the year: a whole number from 0 to 10, only for %s. For a pupil who sat the test again, write the last mark."
                                .formatted(tested(grade, true)),
                        "Điểm bài kiểm tra cuối năm học: số nguyên từ 0 đến 10, chỉ có ở %s. Học sinh kiểm tra lại thì ghi điểm lần cuối."
                                .formatted(tested(grade, false))),
                new Sentence(
                        "Comments may have several lines (Alt+Enter). The year result may stay empty: it is worked out, and compared when you fill it in.",
                        "Nhận xét có thể gồm nhiều dòng (Alt+Enter). Có thể để trống kết quả cuối năm: hệ thống tự xác định và đối chiếu nếu đã ghi."));
    }

    private static String tested(int grade, boolean english) {
        return String.join(
                ", ",
                SchoolSubject.of(grade).stream()
                        .filter(s -> s.isTested(grade) && s.isCompulsory(grade))
                        .map(s -> english
                                ? s.heading().label().en()
                                : s.heading().label().local())
                        .toList());
    }
}
