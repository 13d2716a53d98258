package org.matricula.packs.vn.reportbook.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.matricula.law.Clause;
import org.matricula.packs.vn.VNRB;
import org.matricula.registry.records.spi.Part;
import org.matricula.registry.records.spi.Part.Align;
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
@Clause({VNRB.I_5_2_B_2, VNRB.I_5_2_B_3, VNRB.I_5_2_B_4, VNRB.I_5_3_C_1})
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
        parts.add(new Part.Foot(List.of(verification(content, values, sealing))));
        parts.add(new Part.PageBreak());
        YearPages year = new YearPages(values, parts);
        year.add();
        List<Part> end = new ArrayList<>();
        end.add(year.results());
        new SigningPages(content, values, sealing).add(end);
        parts.add(new Part.Together(end));
        String name = values.of("pupil", "fullName");
        return new PrintedForm(
                "Học bạ số cấp tiểu học – " + name + " – năm học " + values.of("year", "schoolYear"),
                "vi",
                ACCENT,
                new PrintedForm.Footer(
                        "Học bạ số " + content.id() + ", phiên bản " + content.version() + " · " + name,
                        "Trang {page}/{pages}",
                        notice(sealing)),
                parts);
    }

    /// What must be seen on every page: a book without every signature is a draft.
    private static String notice(Sealing sealing) {
        if (sealing.first(Block.Role.SEAL).isEmpty()) {
            return "BẢN NHÁP: chưa ký đủ, không có giá trị pháp lý";
        }
        return sealing.demonstration() ? "BẢN TRÌNH DIỄN: ký bằng khóa thử nghiệm, không có giá trị pháp lý" : "";
    }

    private static void front(RecordContent content, Values values, List<Part> parts) {
        String school = values.has("year", "school")
                ? values.of("year", "school")
                : content.issuer().name();
        parts.add(new Part.Masthead(
                List.of(values.joined(", ", "commune", "province"), school.toUpperCase(VIETNAMESE)),
                List.of("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")));
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
        for (String narrow : List.of(
                "fullName", "sex", "bornOn", "personalNumber", "ethnicity", "nationality", "father", "mother")) {
            values.pair("pupil", narrow, 1).ifPresent(pairs::add);
        }
        for (String wide : List.of("guardian", "birthplace", "homeTown", "address")) {
            values.pair("pupil", wide, 2).ifPresent(pairs::add);
        }
        parts.add(new Part.Pairs(2, pairs));
    }

    private static void history(Values values, List<Part> parts) {
        List<Part.Cell> cells = List.of(
                Part.Cell.heading(values.of("year", "schoolYear")),
                Part.Cell.of(values.of("year", "className")),
                Part.Cell.of((values.of("year", "school") + "\n" + values.joined(", ", "commune", "province")).strip()),
                Part.Cell.of(values.of("year", "schoolCode")),
                Part.Cell.of(values.of("year", "registerNumber")),
                Part.Cell.of(arrival(values)));
        List<Part> history = new ArrayList<>();
        history.add(new Part.Heading(1, "Quá trình học tập"));
        history.add(new Part.Table(
                "Quá trình học tập",
                List.of(
                        new Part.Column(15, Align.LEFT),
                        new Part.Column(8, Align.CENTRE),
                        new Part.Column(32, Align.LEFT),
                        new Part.Column(14, Align.LEFT),
                        new Part.Column(13, Align.LEFT),
                        new Part.Column(24, Align.LEFT)),
                List.of(Part.Row.of(
                        Part.Cell.of("Năm học"),
                        Part.Cell.of("Lớp"),
                        Part.Cell.of("Tên trường, địa chỉ"),
                        Part.Cell.of("Mã trường"),
                        Part.Cell.of("Số đăng bộ"),
                        Part.Cell.of("Nhập học, chuyển đến"))),
                List.of(new Part.Row(cells)),
                ""));
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

    private static Part verification(RecordContent content, Values values, Sealing sealing) {
        return new Part.Verification(
                "Tra cứu và xác thực",
                "Quét mã QR hoặc mở địa chỉ tra cứu, rồi so sánh nội dung hiện ra với bản này. Tệp XML đã ký, có"
                        + " giá trị như bản này, được đính kèm trong tệp PDF.",
                sealing.address(),
                "Mã QR của địa chỉ tra cứu " + sealing.address(),
                List.of(
                        new Part.Pair("Mã tra cứu", sealing.lookupCode()),
                        new Part.Pair("Mã xác nhận", sealing.confirmationCode()),
                        new Part.Pair("Mã học bạ", content.id()),
                        new Part.Pair(
                                "Phiên bản, ngày hiệu lực",
                                content.version() + ", từ " + Dates.day(sealing.effectiveAt())),
                        new Part.Pair("Số định danh cá nhân", values.of("pupil", "personalNumber")),
                        new Part.Pair("Mã trường", content.issuer().code()),
                        new Part.Pair("Địa chỉ tra cứu", host(sealing), 2)));
    }

    /// The host and, where it is not the usual one, the port.
    private static String host(Sealing sealing) {
        String host = sealing.address().getHost();
        int port = sealing.address().getPort();
        return host == null ? sealing.address().toString() : port < 0 ? host : host + ":" + port;
    }
}
