package org.matricula.packs.vn.reportbook.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.matricula.registry.records.spi.Part;
import org.matricula.registry.records.spi.Part.Align;
import org.matricula.registry.records.spi.Part.Tone;
import org.matricula.registry.records.spi.PrintedForm;
import org.matricula.registry.records.spi.RecordForm;
import org.matricula.registry.records.spi.Sealing;
import org.matricula.verifier.record.Block;
import org.matricula.verifier.record.RecordContent;

/// The report book of one primary-school year (Circular 27/2020), with what the digital book adds: the pupil's
/// identification number, the lookup code, and the date from which it is in force.
///
/// It prints what the record says with the labels that the record has; only the headings that the form prescribes, and
/// the words about signing and checking, are its own. Parts that the record does not have are left out.
public final class PrimaryReportBookPrint implements RecordForm {
    private static final Locale VIETNAMESE = Locale.of("vi");

    /// The red of the state seal, calm enough for headings.
    private static final PrintedForm.Colour ACCENT = new PrintedForm.Colour(0x9B, 0x1C, 0x1F);

    @Override
    public String id() {
        return "vn.report-book.primary.2020";
    }

    @Override
    public PrintedForm layout(RecordContent content, Sealing sealing) {
        Values values = new Values(content);
        List<Part> parts = new ArrayList<>();
        front(content, values, parts);
        parts.add(new Part.PageBreak());
        new YearPages(values, parts).add();
        signatures(content, values, sealing, parts);
        parts.add(verification(content, values, sealing));
        String name = values.of("pupil", "fullName");
        return new PrintedForm(
                "Học bạ số cấp tiểu học – " + name + " – năm học " + values.of("year", "schoolYear"),
                "vi",
                ACCENT,
                new PrintedForm.Footer(
                        "Học bạ số " + content.id() + ", phiên bản " + content.version() + " · " + name,
                        "Trang {page}/{pages}",
                        sealing.demonstration()
                                ? "BẢN TRÌNH DIỄN: ký bằng khóa thử nghiệm, không có giá trị pháp lý"
                                : ""),
                parts);
    }

    private static void front(RecordContent content, Values values, List<Part> parts) {
        String school = values.has("year", "school")
                ? values.of("year", "school")
                : content.issuer().name();
        parts.add(new Part.Masthead(
                List.of(values.joined(", ", "commune", "province"), school.toUpperCase(VIETNAMESE)),
                List.of("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập – Tự do – Hạnh phúc")));
        parts.add(new Part.Title(
                "HỌC BẠ SỐ",
                "Cấp tiểu học · Năm học " + values.of("year", "schoolYear") + " · Lớp "
                        + values.of("year", "className"),
                values.of("pupil", "fullName")));
        pupil(values, parts);
        history(values, parts);
    }

    private static void pupil(Values values, List<Part> parts) {
        parts.add(new Part.Heading(1, "Thông tin học sinh"));
        List<Part.Pair> pairs = new ArrayList<>();
        for (String narrow : List.of("fullName", "sex", "bornOn", "personalNumber", "ethnicity", "nationality")) {
            values.pair("pupil", narrow, 1).ifPresent(pairs::add);
        }
        for (String wide : List.of("birthplace", "homeTown", "address", "father", "mother", "guardian")) {
            values.pair("pupil", wide, 2).ifPresent(pairs::add);
        }
        parts.add(new Part.Pairs(2, pairs));
    }

    private static void history(Values values, List<Part> parts) {
        List<Part.Cell> cells = List.of(
                Part.Cell.heading(values.of("year", "schoolYear")),
                Part.Cell.of(values.of("year", "className")),
                Part.Cell.of(values.joined(", ", "school", "commune", "province")),
                Part.Cell.of(values.of("year", "schoolCode")),
                Part.Cell.of(arrival(values)));
        List<Part> history = new ArrayList<>();
        history.add(new Part.Heading(1, "Quá trình học tập"));
        history.add(new Part.Table(
                "Quá trình học tập",
                List.of(
                        new Part.Column(15, Align.LEFT),
                        new Part.Column(9, Align.CENTRE),
                        new Part.Column(40, Align.LEFT),
                        new Part.Column(16, Align.LEFT),
                        new Part.Column(26, Align.LEFT)),
                List.of(Part.Row.of(
                        Part.Cell.of("Năm học"),
                        Part.Cell.of("Lớp"),
                        Part.Cell.of("Tên trường, địa chỉ"),
                        Part.Cell.of("Mã trường"),
                        Part.Cell.of("Nhập học, chuyển đến"))),
                List.of(new Part.Row(cells))));
        parts.add(new Part.Together(history));
    }

    private static String arrival(Values values) {
        List<String> lines = new ArrayList<>();
        for (String field : List.of("arrivedOn", "arrivedFrom", "repeating")) {
            values.pair("year", field, 1)
                    .filter(p -> !p.value().isBlank())
                    .ifPresent(p -> lines.add(p.label() + ": " + p.value()));
        }
        return lines.isEmpty() ? "Học từ đầu năm học" : String.join("\n", lines);
    }

    private static void signatures(RecordContent content, Values values, Sealing sealing, List<Part> parts) {
        teachers(content, values, sealing, parts);
        List<Part.Signature> people = new ArrayList<>();
        people.add(signature("GIÁO VIÊN CHỦ NHIỆM", Block.Role.HOMEROOM, sealing));
        people.add(signature("HIỆU TRƯỞNG", Block.Role.HEAD, sealing));
        people.add(new Part.Signature(
                "NHÀ TRƯỜNG",
                "(đóng dấu số)",
                sealing.first(Block.Role.SEAL)
                        .map(Sealing.SignedBy::name)
                        .orElse(content.issuer().name()),
                sealing.first(Block.Role.SEAL).map(s -> Dates.moment(s.at())).orElse(""),
                true));
        String place = values.of("year", "commune");
        String date = Dates.inWords(sealing.effectiveAt());
        parts.add(new Part.Together(List.of(
                new Part.Paragraph(place.isBlank() ? date : place + ", " + date, Tone.REMARK, Align.RIGHT),
                new Part.Signatures(people))));
    }

    private static Part.Signature signature(String office, Block.Role role, Sealing sealing) {
        return sealing.first(role)
                .map(s -> new Part.Signature(office, "(ký số)", s.name(), Dates.moment(s.at()), false))
                .orElse(new Part.Signature(office, "(chưa ký)", "", "", false));
    }

    private static void teachers(RecordContent content, Values values, Sealing sealing, List<Part> parts) {
        List<Part.Cell> cells = new ArrayList<>();
        for (Block block : content.blocks()) {
            if (block.by() == Block.Role.SUBJECT) {
                var signed = sealing.ofBlock(block.id());
                cells.add(Part.Cell.of(block.label()));
                cells.add(Part.Cell.of(signed.map(Sealing.SignedBy::name).orElse(values.of(block.id(), "teacher"))));
                cells.add(new Part.Cell(
                        signed.map(s -> Dates.moment(s.at())).orElse("chưa ký"), Tone.QUIET, false, 1, 1));
            }
        }
        if (cells.isEmpty()) {
            return;
        }
        if (cells.size() / 3 % 2 == 1) {
            cells.add(Part.Cell.of("").spanning(3, 1));
        }
        List<Part.Row> rows = new ArrayList<>();
        for (int i = 0; i < cells.size(); i += 6) {
            rows.add(new Part.Row(cells.subList(i, Math.min(i + 6, cells.size()))));
        }
        List<Part.Column> columns = new ArrayList<>();
        List<Part.Cell> header = new ArrayList<>();
        for (int side = 0; side < 2; side++) {
            columns.add(new Part.Column(27, Align.LEFT));
            columns.add(new Part.Column(34, Align.LEFT));
            columns.add(new Part.Column(27, Align.LEFT));
            header.add(Part.Cell.of("Môn học, hoạt động"));
            header.add(Part.Cell.of("Giáo viên"));
            header.add(Part.Cell.of("Ký số lúc"));
        }
        parts.add(new Part.Heading(2, "Giáo viên môn học ký số"));
        parts.add(new Part.Table("Giáo viên môn học và thời điểm ký số", columns, List.of(new Part.Row(header)), rows));
    }

    private static Part verification(RecordContent content, Values values, Sealing sealing) {
        return new Part.Verification(
                "Tra cứu và xác thực",
                "Quét mã QR hoặc mở địa chỉ dưới mã, rồi so sánh nội dung hiện ra với bản này. Tệp XML đã ký, có giá"
                        + " trị như bản này, nằm trong phần đính kèm của tệp PDF.",
                sealing.address(),
                "Mã QR của địa chỉ tra cứu " + sealing.address(),
                List.of(
                        new Part.Pair("Mã tra cứu", sealing.lookupCode()),
                        new Part.Pair("Mã xác nhận", sealing.confirmationCode()),
                        new Part.Pair("Mã học bạ", content.id() + " (phiên bản " + content.version() + ")"),
                        new Part.Pair("Số định danh cá nhân", values.of("pupil", "personalNumber")),
                        new Part.Pair("Ngày hiệu lực", Dates.day(sealing.effectiveAt())),
                        new Part.Pair("Cơ sở giáo dục", content.issuer().name(), 2)));
    }
}
