package org.matricula.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.matricula.verifier.Check.Result;
import org.matricula.verifier.pdf.PdfSeal;
import org.matricula.verifier.record.RecordSealing;
import org.matricula.verifier.testing.SampleSchool;
import org.matricula.verifier.testing.TestPdf;
import org.matricula.verifier.testing.TestPki;

/// Files that bear a right seal of the institution, but were made for it by somebody with other plans (shadow attacks).
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PdfTricksTest {
    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");
    private static final String ID = "HB-2025-7QK4M2XN";

    private SampleSchool school;
    private RecordSealing record;

    @BeforeAll
    void open() {
        school = SampleSchool.of(TestPki.create("Kit"));
        record = school.seal(school.record(ID, "Phạm Gia Bảo", "9"));
    }

    private TestPdf pdf() {
        return TestPdf.of(record.toBytes(), ID, 1, record.dataDigest());
    }

    private void failsAt(CheckId check, TestPdf pdf) {
        Verdict verdict = Verifier.verify(pdf.sealed(school.keys().get("SEAL")), school.trust(), NOW);
        assertThat(verdict.check(check).result()).isEqualTo(Result.FAILED);
        assertThat(verdict.state()).isEqualTo(check.whenFailed());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Nested
    class The_time_of_the_seal {
        @Test
        void is_not_one_that_is_yet_to_come() {
            failsAt(CheckId.SIGNED_BEFORE_NOW, pdf().changeOwn(10, "D:20260529163100", "D:20260901163100"));
        }

        @Test
        void is_not_before_that_of_the_record_inside() {
            failsAt(CheckId.SIGNING_ORDER, pdf().changeOwn(10, "D:20260529163100", "D:20260529162959"));
        }

        @Test
        void can_be_that_of_the_record_inside() {
            byte[] file = pdf().changeOwn(10, "D:20260529163100", "D:20260529163000")
                    .sealed(school.keys().get("SEAL"));
            assertThat(Verifier.verify(file, school.trust(), NOW).state()).isEqualTo(State.GENUINE);
        }
    }

    @Nested
    class What_acts_or_lies_over_the_page {
        @Test
        void is_found_when_an_action_looks_like_a_part_of_the_structure() {
            failsAt(CheckId.PDF_ACTIVE_CONTENT, pdf().pack(13, "<</S/Launch/F(calc.exe)/P 1 0 R/K 1>>"));
        }

        @Test
        void is_found_when_an_action_is_of_a_kind_that_nobody_knows_yet() {
            failsAt(CheckId.PDF_ACTIVE_CONTENT, pdf().pack(13, "<</Type/Action/S/Surprise>>"));
        }

        @Test
        void is_found_when_it_is_a_note_of_any_kind() {
            for (String kind : new String[] {"Square", "Text", "Redact", "Watermark", "Ink", "Surprise"}) {
                failsAt(
                        CheckId.PDF_ACTIVE_CONTENT,
                        pdf().pack(13, "<</Subtype/" + kind + "/Rect[0 0 90 90]/C[1 1 1]>>"));
            }
        }

        @Test
        void is_found_when_a_second_widget_borrows_the_field_of_the_seal() {
            failsAt(
                    CheckId.PDF_ACTIVE_CONTENT,
                    pdf().pack(13, "<</Type/Annot/Subtype/Widget/Parent 9 0 R/Rect[0 0 90 90]>>"));
        }

        @Test
        void is_found_when_a_printer_would_show_another_image() {
            failsAt(
                    CheckId.PDF_ACTIVE_CONTENT,
                    pdf().pack(13, "<</Alternates[<</Image 4 0 R/DefaultForPrinting true>>]>>"));
        }

        @Test
        void is_found_when_the_page_would_come_from_another_file() {
            failsAt(CheckId.PDF_ACTIVE_CONTENT, pdf().pack(13, "<</Subtype/Form/Ref<</F(other.pdf)/Page 0>>>>"));
        }

        @Test
        void is_found_when_a_reader_would_open_a_portfolio_instead() {
            failsAt(
                    CheckId.PDF_ACTIVE_CONTENT,
                    pdf().change(1, "/Type/Catalog", "/Type/Catalog/Collection<</View/H>>"));
        }
    }

    @Nested
    class A_second_attachment {
        @Test
        void is_found_though_it_does_not_say_that_it_is_one() {
            failsAt(
                    CheckId.PDF_ATTACHMENT,
                    pdf().stream(14, "", ascii("x"), true)
                            .pack(13, "<</Type/Filespec/F(x)/UF(x)/EF<</F 14 0 R>>>>")
                            .change(3, "/Type/Page/", "/Type/Page/AF[13 0 R]/"));
        }
    }

    @Nested
    class The_record_that_a_pdf_states {
        @Test
        void is_stated_once_in_whatever_form() {
            failsAt(
                    CheckId.PDF_ATTACHMENT,
                    pdf().metadata(xmp -> xmp.replace("rdf:about=\"\"", "rdf:about=\"\" matricula:version=\"2\"")));
        }
    }

    @Nested
    class The_structure {
        @Test
        void has_no_stream_that_comes_from_another_file() {
            failsAt(CheckId.PDF_STRUCTURE, pdf().stream(4, "/F(page.txt)", ascii("n"), true));
        }

        @Test
        void has_no_stream_that_is_packed_in_another_way() {
            failsAt(CheckId.PDF_STRUCTURE, pdf().stream(4, "/Filter/LZWDecode", ascii("n"), false));
            failsAt(CheckId.PDF_STRUCTURE, pdf().stream(4, "/DecodeParms<</Predictor 12>>", ascii("n"), true));
        }

        @Test
        void has_no_packed_object_in_another_place_than_the_cross_reference_says() {
            failsAt(CheckId.PDF_STRUCTURE, pdf().misplaced());
        }

        @Test
        void has_nothing_behind_the_index_of_a_bundle() {
            failsAt(CheckId.PDF_STRUCTURE, pdf().indexTail("99 0 "));
        }

        @Test
        void has_its_seal_in_the_file_itself_and_not_in_a_bundle() {
            String sig = "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M(D:20260529163100+07'00')";
            TestPdf packed = pdf().pack(10, sig + "/ByteRange[0 -1 -1 1]/Contents<00>>>");
            int length = packed.unsealed().length;
            byte[] file = packed.pack(10, sig + "/ByteRange[0 -1 -1 " + (length + 1) + "]/Contents<00>>>")
                    .unsealed();
            file = packed.pack(10, sig + "/ByteRange[0 -1 -1 " + (file.length + 1) + "]/Contents<00>>>")
                    .unsealed();
            Verdict verdict = Verifier.verify(file, school.trust(), NOW);
            assertThat(verdict.check(CheckId.PDF_WHOLE_FILE).result()).isEqualTo(Result.FAILED);
        }
    }

    @Nested
    class The_value_of_the_seal {
        private static final byte[] TAGS = {0x04, 0x30};

        @Test
        void of_any_wrong_form_breaks_nothing() {
            byte[] file = pdf().sealed(school.keys().get("SEAL"));
            String latin = new String(file, StandardCharsets.ISO_8859_1);
            int from = latin.indexOf("/Contents<") + "/Contents".length();
            int to = latin.indexOf('>', from) + 1;
            byte[] good = HexFormat.of().parseHex(latin.substring(from + 1, to - 1));
            assertThat(PdfSeal.verified(good, file, from, to)).isPresent();
            // The first four bytes are the outermost tag and length.
            int length = 4 + ((good[2] & 0xFF) << 8 | good[3] & 0xFF);
            for (int at = 0; at < length; at++) {
                for (byte tag : TAGS) {
                    byte[] bad = good.clone();
                    bad[at] = tag;
                    assertThatCode(() -> PdfSeal.verified(bad, file, from, to))
                            .as("byte " + at + " as " + tag)
                            .doesNotThrowAnyException();
                }
            }
        }

        @Test
        void with_millions_of_empty_certificates_does_not_fill_the_memory() throws IOException {
            byte[] certificates = new byte[15_000_000];
            for (int i = 0; i < certificates.length; i += 2) {
                certificates[i] = 0x30;
            }
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            data.writeBytes(new byte[] {2, 1, 1, 0x31, 0});
            data.writeBytes(part(0x30, CMSObjectIdentifiers.data.getEncoded()));
            data.writeBytes(part(0xA0, certificates));
            data.writeBytes(new byte[] {0x31, 0});
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            whole.writeBytes(CMSObjectIdentifiers.signedData.getEncoded());
            whole.writeBytes(part(0xA0, part(0x30, data.toByteArray())));
            byte[] cms = part(0x30, whole.toByteArray());
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadAllocatedBytes();
            assertThat(PdfSeal.verified(cms, new byte[100], 10, 20)).isEmpty();
            assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000_000);
        }

        private static byte[] part(int tag, byte[] content) {
            int n = content.length;
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(new byte[] {(byte) tag, (byte) 0x83, (byte) (n >> 16), (byte) (n >> 8), (byte) n});
            out.writeBytes(content);
            return out.toByteArray();
        }
    }
}
