package org.matricula.packs.vn.reportbook.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.registry.records.pdf.AttachedXml;
import org.matricula.registry.records.pdf.PdfBatch;
import org.matricula.registry.records.pdf.PdfDocument;
import org.matricula.registry.records.spi.Part;
import org.matricula.registry.records.spi.PrintedForm;
import org.matricula.registry.records.spi.Sealing;
import org.matricula.verifier.record.Block;
import org.matricula.verifier.record.RecordContent;

class PrimaryReportBookPrintTest {
    @TempDir
    Path folder;

    private static PrintedForm print(RecordContent content) {
        return new PrimaryReportBookPrint().layout(content, SampleBooks.sealing(content));
    }

    /// All words of a form in reading order, a tab between cells and values.
    private static String words(PrintedForm form) {
        List<String> words = new ArrayList<>();
        form.parts().forEach(part -> words(part, words));
        return String.join("\t", words);
    }

    private static void words(Part part, List<String> words) {
        switch (part) {
            case Part.Masthead p -> {
                words.addAll(p.left());
                words.addAll(p.right());
            }
            case Part.Title p -> words.addAll(List.of(p.text(), p.below(), p.whose()));
            case Part.Heading p -> words.add(p.text());
            case Part.Paragraph p -> words.add(p.text());
            case Part.Pairs p -> p.pairs().forEach(pair -> words.add(pair.label() + ": " + pair.value()));
            case Part.Results p -> p.results().forEach(pair -> words.add(pair.label() + ": " + pair.value()));
            case Part.Table p -> {
                p.header().forEach(row -> row.cells().forEach(cell -> words.add(cell.text())));
                p.rows().forEach(row -> row.cells().forEach(cell -> words.add(cell.text())));
                words.add(p.note());
            }
            case Part.Signatures p -> {
                words.add(p.dateline());
                p.signatures().forEach(s -> words.addAll(List.of(s.office(), s.how(), s.name(), s.when())));
            }
            case Part.Verification p -> p.codes().forEach(pair -> words.add(pair.label() + ": " + pair.value()));
            case Part.Together p -> p.parts().forEach(inner -> words(inner, words));
            case Part.Foot p -> p.parts().forEach(inner -> words(inner, words));
            case Part.PageBreak _ -> {}
        }
    }

    private static RecordContent without(RecordContent content, Predicate<String> fieldNames) {
        List<Block> blocks = content.blocks().stream()
                .map(b -> new Block(
                        b.id(),
                        b.label(),
                        b.by(),
                        b.fields().stream()
                                .filter(f -> !fieldNames.test(f.name()))
                                .toList()))
                .toList();
        return new RecordContent(content.form(), content.id(), content.version(), content.issuer(), blocks);
    }

    private static PdfDocument document(RecordContent content) {
        Sealing sealing = SampleBooks.sealing(content);
        return new PdfDocument(
                content.id(),
                content.version(),
                "ab".repeat(32),
                sealing.effectiveAt(),
                new PrimaryReportBookPrint().layout(content, sealing),
                AttachedXml.of("<record/>".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void the_parts_stand_in_the_order_of_the_official_form() {
        assertThat(words(print(SampleBooks.fourthGrade())))
                .containsSubsequence(
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "Độc lập - Tự do - Hạnh phúc",
                        "HỌC BẠ SỐ",
                        "Thông tin học sinh",
                        "Quá trình học tập",
                        "Năm học 2025-2026",
                        "1. Các môn học và hoạt động giáo dục",
                        "2. Những phẩm chất chủ yếu",
                        "3. Những năng lực cốt lõi",
                        "Năng lực chung",
                        "Năng lực đặc thù",
                        "4. Đánh giá kết quả giáo dục: Hoàn thành xuất sắc",
                        "5. Khen thưởng: Danh hiệu Học sinh Xuất sắc",
                        "6. Hoàn thành chương trình: Hoàn thành chương trình lớp 4\nĐược lên lớp 5",
                        "GIÁO VIÊN CHỦ NHIỆM",
                        "HIỆU TRƯỞNG",
                        "NHÀ TRƯỜNG");
    }

    @Test
    void every_value_of_the_record_is_printed() {
        for (RecordContent content : List.of(SampleBooks.fourthGrade(), SampleBooks.longest())) {
            String words = words(print(content));
            content.blocks().stream()
                    .flatMap(block -> block.fields().stream())
                    .filter(field ->
                            !field.name().equals("bornOn") && !field.name().equals("arrivedOn"))
                    .forEach(field -> assertThat(words).as(field.name()).contains(field.value()));
        }
    }

    @Test
    void a_subject_has_its_level_mark_and_comment_and_a_subject_without_test_has_no_mark() {
        assertThat(words(print(SampleBooks.fourthGrade())))
                .contains("Toán\tT\t9\tNắm vững kiến thức", "Đạo đức\tT\t\tLễ phép");
    }

    @Test
    void dates_are_written_as_people_write_them() {
        assertThat(words(print(SampleBooks.fourthGrade())))
                .contains("Ngày sinh: 21/03/2016", "Ngày nhập học: 05/09/2025", "ngày 02 tháng 06 năm 2026")
                .doesNotContain("2016-03-21");
    }

    @Test
    void a_length_has_its_unit_once() {
        assertThat(words(print(SampleBooks.fourthGrade()))).contains("Chiều cao: 138\u00A0cm", "Cân nặng: 32\u00A0kg");
    }

    @Test
    void the_codes_that_the_digital_book_adds_are_printed() {
        assertThat(words(print(SampleBooks.fourthGrade())))
                .contains(
                        "Mã tra cứu: K7MX-2Q9D-HR4T",
                        "Mã xác nhận: 83-1947-206",
                        "Số định danh cá nhân: 022316004521",
                        "Phiên bản, ngày hiệu lực: 1, từ 02/06/2026",
                        "Địa chỉ tra cứu: hocba.quangninh.example.edu.vn");
    }

    @Test
    void the_port_of_the_lookup_address_is_printed_when_it_is_not_the_usual_one() {
        RecordContent content = SampleBooks.fourthGrade();
        Sealing sealing = SampleBooks.sealing(content);
        PrintedForm form = new PrimaryReportBookPrint()
                .layout(
                        content,
                        new Sealing(
                                sealing.signers(),
                                sealing.lookupCode(),
                                sealing.confirmationCode(),
                                sealing.effectiveAt(),
                                URI.create("http://127.0.0.1:8080/tra-cuu/K7MX2Q9DHR4T"),
                                true));
        assertThat(words(form)).contains("Địa chỉ tra cứu: 127.0.0.1:8080");
    }

    @Test
    void each_teacher_is_named_once_with_all_their_subjects_and_the_time_of_signing() {
        assertThat(words(print(SampleBooks.fourthGrade())))
                .contains(
                        "Lê Văn Đức\tTin học\t29/05/2026 15:46",
                        "Nguyễn Thị Thu Hằng\tTiếng Việt, Toán, Đạo đức, Lịch sử và Địa lí, Khoa học, Công nghệ,"
                                + " Hoạt động trải nghiệm\t29/05/2026 15:04 – 16:21");
    }

    @Nested
    class A_book_that_lacks_something {
        @Test
        void leaves_out_the_fields_that_the_record_does_not_have() {
            RecordContent content = without(
                    SampleBooks.fourthGrade(),
                    name -> List.of("guardian", "heightCm", "awards", "arrivedOn", "test")
                            .contains(name));
            assertThat(words(print(content)))
                    .doesNotContain("Người giám hộ", "Chiều cao")
                    .contains("5. Khen thưởng: \t", "Học từ đầu năm học", "Toán\tT\t\tNắm");
        }

        @Test
        void is_printed_even_when_the_record_has_no_block_at_all() {
            RecordContent content = new RecordContent(
                    "vn.report-book.primary.2020",
                    "HB-1",
                    1,
                    new RecordContent.Issuer("22187401", "Trường Tiểu học Lê Hồng Phong"),
                    List.of());
            PdfDocument document = document(content);
            assertThat(PdfBatch.of(List.of(document)).unsealed()).hasSize(1);
        }

        @Test
        void is_a_draft_on_every_page_as_long_as_the_school_has_not_sealed_it() {
            RecordContent content = SampleBooks.fourthGrade();
            Sealing sealed = SampleBooks.sealing(content);
            Sealing unsigned = new Sealing(
                    List.of(),
                    sealed.lookupCode(),
                    sealed.confirmationCode(),
                    sealed.effectiveAt(),
                    sealed.address(),
                    false);
            PrintedForm form = new PrimaryReportBookPrint().layout(content, unsigned);
            assertThat(form.footer().notice()).startsWith("BẢN NHÁP");
            assertThat(words(form)).contains("(chưa ký)", "(chưa đóng dấu)", "chưa ký đủ");
        }
    }

    @Test
    void a_book_sealed_with_demonstration_keys_says_so() {
        assertThat(print(SampleBooks.fourthGrade()).footer().notice()).startsWith("BẢN TRÌNH DIỄN");
    }

    @Test
    @Tag("foreign")
    void grades_one_and_four_fill_three_pages_and_the_longest_book_is_printed_too() throws IOException {
        List<byte[]> files = PdfBatch.of(List.of(
                        document(SampleBooks.firstGrade()),
                        document(SampleBooks.fourthGrade()),
                        document(SampleBooks.longest())))
                .unsealed();
        assertThat(pages(files.get(0))).isEqualTo(3);
        assertThat(pages(files.get(1))).isEqualTo(3);
        assertThat(pages(files.get(2))).isGreaterThan(3);
    }

    private int pages(byte[] file) throws IOException {
        Path pdf = Files.write(folder.resolve("book.pdf"), file);
        return Integer.parseInt(run("pdfinfo", pdf.toString())
                .lines()
                .filter(line -> line.startsWith("Pages:"))
                .findFirst()
                .orElseThrow()
                .substring(6)
                .strip());
    }

    private static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    @Tag("foreign")
    void pdftotext_reads_the_book_in_the_order_of_the_form() throws IOException {
        byte[] file = PdfBatch.of(List.of(document(SampleBooks.fourthGrade())))
                .unsealed()
                .getFirst();
        Path pdf = Files.write(folder.resolve("book.pdf"), file);
        assertThat(run("pdftotext", pdf.toString(), "-").replaceAll("\\s+", " "))
                .containsSubsequence(
                        "HỌC BẠ SỐ",
                        "Nguyễn Thị Minh Khuê",
                        "Thông tin học sinh",
                        "Số định danh cá nhân: 022316004521",
                        "Quá trình học tập",
                        "Tra cứu và xác thực",
                        "1. Các môn học và hoạt động giáo dục",
                        "Em đọc lưu loát, diễn cảm; viết câu đúng ngữ pháp",
                        "2. Những phẩm chất chủ yếu",
                        "3. Những năng lực cốt lõi",
                        "4. Đánh giá kết quả giáo dục",
                        "Hoàn thành xuất sắc",
                        "Đặng Thị Kim Oanh");
    }
}
