package org.matricula.registry.records.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matricula.registry.records.spi.Part;

class PdfBatchTest {
    private static final TestSeal SEAL = TestSeal.elliptic();

    private static List<PdfDocument> aClass() {
        List<PdfDocument> documents = new ArrayList<>();
        for (int i = 1; i <= 35; i++) {
            documents.add(Samples.document("HB-" + i, Samples.paragraph("Học sinh số " + i)));
        }
        return documents;
    }

    private static String text(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Nested
    class A_class {
        @Test
        void is_sealed_in_one_act_of_the_key() {
            TestSeal seal = TestSeal.elliptic();
            assertThat(PdfBatch.of(aClass()).seal(seal)).hasSize(35);
            assertThat(seal.acts).isEqualTo(1);
        }

        @Test
        void gives_each_pupil_their_own_file() throws IOException {
            List<byte[]> sealed = PdfBatch.of(aClass()).seal(SEAL);
            assertThat(text(sealed.get(6))).contains("Học sinh số 7").doesNotContain("Học sinh số 8");
        }

        @Test
        void needs_as_many_signature_values_as_it_has_files() {
            var prepared = PdfBatch.of(aClass()).prepare(SEAL.certificate(), SEAL.chain(), SEAL.algorithm());
            List<byte[]> values = SEAL.sign(prepared.digests()).subList(0, 34);
            assertThatThrownBy(() -> prepared.assemble(values))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("35 files need as many signature values, not 34");
        }
    }

    @Nested
    class The_same_data {
        @Test
        void give_the_same_bytes_and_the_same_digests() {
            var first = PdfBatch.of(aClass()).prepare(SEAL.certificate(), SEAL.chain(), SEAL.algorithm());
            var second = PdfBatch.of(aClass()).prepare(SEAL.certificate(), SEAL.chain(), SEAL.algorithm());
            assertThat(second.digests()).usingElementComparator(Arrays::compare).isEqualTo(first.digests());
            List<byte[]> values = SEAL.sign(first.digests());
            assertThat(second.assemble(values))
                    .usingElementComparator(Arrays::compare)
                    .isEqualTo(first.assemble(values));
        }

        @Test
        void give_the_same_bytes_however_often_a_batch_is_written() {
            PdfBatch batch = PdfBatch.of(List.of(Samples.everything("HB-1")));
            byte[] before = batch.unsealed().getFirst();
            batch.seal(SEAL);
            assertThat(batch.unsealed().getFirst()).isEqualTo(before);
        }
    }

    @Nested
    class A_character_that_no_font_has {
        @Test
        void is_named_before_any_key_is_used() {
            TestSeal seal = TestSeal.elliptic();
            List<PdfDocument> documents = List.of(
                    Samples.document("HB-1"), Samples.document("HB-2", Samples.paragraph("Tên 阮 \uD83D\uDE00")));
            assertThatThrownBy(() -> PdfBatch.of(documents).seal(seal))
                    .isInstanceOfSatisfying(UnprintableCharacters.class, e -> {
                        assertThat(e.recordId()).isEqualTo("HB-2");
                        assertThat(e.codePoints()).containsExactly(0x962E, 0x1F600);
                    })
                    .hasMessageContaining("U+962E (CJK UNIFIED IDEOGRAPHS 962E)")
                    .hasMessageContaining("U+1F600 (GRINNING FACE)");
            assertThat(seal.acts).isZero();
        }

        @Test
        void may_be_one_that_cannot_be_seen() {
            assertThatThrownBy(() -> PdfBatch.of(List.of(Samples.document("HB-1", Samples.paragraph("a\u0007b")))))
                    .isInstanceOf(UnprintableCharacters.class)
                    .hasMessageContaining("U+0007 (BEL)");
        }
    }

    @Test
    void every_letter_of_the_four_languages_is_printed_and_read_back() throws IOException {
        String letters = "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY ÀẢÃÁẠẰẲẴẮẶẦẨẪẤẬỀỂỄẾỆỒỔỖỐỘỜỞỠỚỢỪỬỮỨỰỲỶỸÝỴ "
                + "ấầẩẫậếềểễệốồổỗộớờởỡợứừửữự đÐð ӘәҒғҚқҢңӨөҰұҮүҺһІі ЁёЪъЫыЬьЭэЮюЯя №«»–—“”„’…·";
        byte[] file = PdfBatch.of(List.of(Samples.document("HB-1", Samples.paragraph(letters))))
                .unsealed()
                .getFirst();
        assertThat(text(file).replaceAll("\\s+", " ")).contains(letters);
    }

    @Test
    void the_signed_range_is_the_whole_file_but_the_signature() throws IOException {
        byte[] file =
                PdfBatch.of(List.of(Samples.everything("HB-1"))).seal(SEAL).getFirst();
        try (PDDocument document = Loader.loadPDF(file)) {
            PDSignature signature = document.getSignatureDictionaries().getFirst();
            int[] range = signature.getByteRange();
            assertThat(range[0]).isZero();
            assertThat(file[range[1]]).isEqualTo((byte) '<');
            assertThat(file[range[2] - 1]).isEqualTo((byte) '>');
            assertThat(range[2] + range[3]).isEqualTo(file.length);
            assertThat(signature.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
        }
    }

    @Test
    void the_file_says_by_which_record_it_was_made() throws IOException {
        byte[] file =
                PdfBatch.of(List.of(Samples.everything("HB-1"))).unsealed().getFirst();
        try (PDDocument document = Loader.loadPDF(file)) {
            String xmp = new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertThat(xmp)
                    .contains(
                            "<matricula:recordId>HB-1</matricula:recordId>",
                            "<matricula:version>1</matricula:version>",
                            "<matricula:dataDigest>" + "ab".repeat(32),
                            "Học bạ của Nguyễn Thị Minh Khuê",
                            "2026-06-02T16:30:00+07:00");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("vi");
        }
    }

    @Test
    void a_record_id_that_could_not_name_a_file_is_refused() {
        assertThatThrownBy(() -> Samples.document("../HB-1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("../HB-1");
    }

    @Test
    void a_qr_code_is_drawn_without_an_image() throws IOException {
        byte[] file =
                PdfBatch.of(List.of(Samples.everything("HB-1"))).unsealed().getFirst();
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).doesNotContain("/Subtype/Image");
    }

    @Test
    void an_address_that_no_telephone_could_read_from_paper_is_found_before_printing() {
        Part panel = new Part.Verification(
                "Tra cứu", "", URI.create("https://example.vn/" + "a".repeat(300)), "Mã QR", List.of());
        assertThatThrownBy(() -> PdfBatch.lint(List.of(Samples.document("HB-1", panel))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("holds 300 characters, not 319");
    }

    @Test
    void linting_finds_what_printing_would_find() {
        List<PdfDocument> documents = List.of(Samples.document("HB-1", Samples.paragraph("阮")));
        assertThatThrownBy(() -> PdfBatch.lint(documents)).isInstanceOf(UnprintableCharacters.class);
        PdfBatch.lint(aClass());
    }

    @Test
    void a_form_without_a_place_for_the_seal_is_sealed_all_the_same() throws IOException {
        byte[] file = PdfBatch.of(List.of(Samples.document("HB-1", new Part.Heading(1, "Học bạ"))))
                .seal(SEAL)
                .getFirst();
        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getSignatureDictionaries()).hasSize(1);
        }
    }
}
