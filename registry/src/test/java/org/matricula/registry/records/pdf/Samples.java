package org.matricula.registry.records.pdf;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.matricula.registry.records.spi.Part;
import org.matricula.registry.records.spi.Part.Align;
import org.matricula.registry.records.spi.Part.Cell;
import org.matricula.registry.records.spi.Part.Row;
import org.matricula.registry.records.spi.Part.Tone;
import org.matricula.registry.records.spi.PrintedForm;

/// Forms that use every part of the vocabulary, in three alphabets' worth of letters.
final class Samples {
    static final URI ADDRESS = URI.create("https://tra-cuu.example.vn/K7MX2Q9DHR4T");
    static final OffsetDateTime AT = OffsetDateTime.parse("2026-06-02T16:30:00+07:00");
    static final byte[] XML = "<record>Nguyễn Thị Minh Khuê</record>".getBytes(StandardCharsets.UTF_8);

    static final String PROOF =
            "{\"version\":1,\"path\":[],\"checkpoint\":\"log.example\\n1\\n\u2026\\n\\n\u2014 log.example <&>\"}";

    private Samples() {}

    static PdfDocument document(String id, Part... parts) {
        return new PdfDocument(id, 1, "ab".repeat(32), AT, form(parts), AttachedXml.of(XML));
    }

    static PrintedForm form(Part... parts) {
        return new PrintedForm(
                "Học bạ của Nguyễn Thị Minh Khuê",
                "vi",
                new PrintedForm.Colour(0x9B, 0x1C, 0x1F),
                new PrintedForm.Footer("Học bạ số HB-1", "Trang {page}/{pages}", "BẢN TRÌNH DIỄN"),
                Arrays.asList(parts));
    }

    static Part.Paragraph paragraph(String text) {
        return new Part.Paragraph(text, Tone.PLAIN, Align.LEFT);
    }

    static Part.Table table(int rows, String comment) {
        List<Row> body = new ArrayList<>();
        for (int i = 1; i <= rows; i++) {
            body.add(Row.of(Cell.heading("Môn " + i), Cell.strong("T"), Cell.of(comment)));
        }
        return new Part.Table(
                "Các môn học",
                List.of(
                        new Part.Column(3, Align.LEFT),
                        new Part.Column(1, Align.CENTRE),
                        new Part.Column(6, Align.LEFT)),
                List.of(Row.of(Cell.of("Môn học"), Cell.of("Mức"), Cell.of("Nhận xét"))),
                body,
                "T: Hoàn thành tốt");
    }

    /// Every part once, a proof of the log too; three pages and more.
    static PdfDocument everything(String id) {
        return new PdfDocument(id, 1, "ab".repeat(32), AT, form(everyPart()), AttachedXml.of(XML), Optional.of(PROOF));
    }

    private static Part[] everyPart() {
        return new Part[] {
            new Part.Masthead(
                    List.of("Phường Hồng Hải", "TRƯỜNG TIỂU HỌC LÊ HỒNG PHONG"),
                    List.of("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")),
            new Part.Title("HỌC BẠ SỐ", "Năm học 2025-2026", "Nguyễn Thị Minh Khuê"),
            new Part.Heading(1, "Thông tin học sinh"),
            new Part.Pairs(
                    2,
                    List.of(
                            new Part.Pair("Họ và tên", "Nguyễn Thị Minh Khuê"),
                            new Part.Pair("Ngày sinh", "21/03/2016"),
                            new Part.Pair("Người giám hộ", "", 2))),
            new Part.Foot(List.of(paragraph("Ở cuối trang"))),
            new Part.PageBreak(),
            new Part.Results(List.of(
                    new Part.Pair("4. Đánh giá kết quả giáo dục", "Hoàn thành xuất sắc"),
                    new Part.Pair("5. Khen thưởng", ""))),
            new Part.Heading(2, "Kazakh: Әбілқайыр Ғұмарұлы Өңірбекқызы Ұлпан Үкілі Іңкәр Һ"),
            new Part.Paragraph("Ёлкин Пётр Щукарёв, съёмка; «кавычки» № 1", Tone.REMARK, Align.CENTRE),
            new Part.Heading(3, "Bảng"),
            table(
                    60,
                    "Em đọc lưu loát, viết câu đúng ngữ pháp và trình bày sạch; cần chú ý dấu câu khi viết nhanh hơn."),
            new Part.Paragraph("T: Hoàn thành tốt", Tone.QUIET, Align.RIGHT),
            spanning("Biết tự chuẩn bị bài, hợp tác tốt trong nhóm."),
            new Part.Together(List.of(
                    new Part.Signatures(
                            "Hồng Hải, ngày 02 tháng 06 năm 2026",
                            List.of(
                                    new Part.Signature(
                                            "HIỆU TRƯỞNG", "(ký số)", "Đặng Thị Kim Oanh", "02/06/2026", false),
                                    new Part.Signature(
                                            "NHÀ TRƯỜNG", "(đóng dấu số)", "Trường Tiểu học", "02/06/2026", true))),
                    new Part.Verification(
                            "Tra cứu",
                            "Quét mã QR hoặc mở địa chỉ.",
                            ADDRESS,
                            "Mã QR của " + ADDRESS,
                            List.of(
                                    new Part.Pair("Mã tra cứu", "K7MX-2Q9D-HR4T"),
                                    new Part.Pair("Cơ sở giáo dục", "Trường Tiểu học Lê Hồng Phong", 2)))))
        };
    }

    static Part.Table spanning(String comment) {
        return new Part.Table(
                "Phẩm chất",
                List.of(
                        new Part.Column(3, Align.LEFT),
                        new Part.Column(1, Align.CENTRE),
                        new Part.Column(6, Align.LEFT)),
                List.of(
                        Row.of(
                                Cell.of("Phẩm chất").spanning(1, 2),
                                Cell.of("Đánh giá").spanning(2, 1)),
                        Row.of(Cell.of("Mức"), Cell.of("Nhận xét"))),
                List.of(
                        Row.of(new Cell("Năng lực chung", Tone.REMARK, true, 3, 1)),
                        Row.of(
                                Cell.heading("Yêu nước"),
                                Cell.strong("T"),
                                Cell.of(comment).spanning(1, 3)),
                        Row.of(Cell.heading("Nhân ái"), Cell.strong("T")),
                        Row.of(Cell.heading("Chăm chỉ"), Cell.strong("Đ"))),
                "");
    }
}
