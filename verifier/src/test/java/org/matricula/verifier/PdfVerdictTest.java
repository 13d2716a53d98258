package org.matricula.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.matricula.verifier.Check.Result;
import org.matricula.verifier.record.RecordSealing;
import org.matricula.verifier.testing.SampleSchool;
import org.matricula.verifier.testing.TestKey;
import org.matricula.verifier.testing.TestPdf;
import org.matricula.verifier.testing.TestPki;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PdfVerdictTest {
    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");
    private static final String ID = "HB-2025-7QK4M2XN";

    private SampleSchool school;
    private RecordSealing record;
    private TestKey seal;

    @BeforeAll
    void open() {
        school = SampleSchool.of(TestPki.create("Kit"));
        record = school.seal(school.record(ID, "Phạm Gia Bảo", "9"));
        seal = school.keys().get("SEAL");
    }

    private TestPdf pdf() {
        return TestPdf.of(record.toBytes(), ID, 1, record.dataDigest());
    }

    private Verdict verdict(byte[] bytes) {
        return Verifier.verify(bytes, school.trust(), NOW);
    }

    private void failsAt(CheckId check, byte[] bytes) {
        Verdict verdict = verdict(bytes);
        assertThat(verdict.check(check).result())
                .as(String.valueOf(verdict.checks()))
                .isEqualTo(Result.FAILED);
        assertThat(verdict.state()).isEqualTo(check.whenFailed());
    }

    @Test
    void a_sealed_pdf_with_its_record_is_genuine() {
        Verdict verdict = verdict(pdf().sealed(seal));
        assertThat(verdict.state()).as(String.valueOf(verdict.checks())).isEqualTo(State.GENUINE);
        assertThat(verdict.kind()).isEqualTo(Kind.RECORD_PDF);
        assertThat(verdict.check(CheckId.PDF_ATTACHMENT).result()).isEqualTo(Result.PASSED);
    }

    @Test
    void a_pdf_without_a_value_in_its_seal_is_altered() {
        failsAt(CheckId.PDF_WHOLE_FILE, pdf().unsealed());
    }

    @Test
    void a_script_is_found_wherever_it_hides() {
        failsAt(
                CheckId.PDF_ACTIVE_CONTENT,
                pdf().change(1, "/Type/Catalog", "/Type/Catalog/OpenAction<</S/JavaScript/J#53(app.alert\\(1\\))>>")
                        .sealed(seal));
        failsAt(
                CheckId.PDF_ACTIVE_CONTENT,
                pdf().change(3, "/Type/Page/", "/Type/Page/AA<</O<</S/Launch/F(x)>>>>/")
                        .sealed(seal));
    }

    @Test
    void the_record_of_another_pupil_inside_is_found() {
        byte[] other =
                school.seal(school.record("HB-2025-OTHER", "Lê An", "10")).toBytes();
        failsAt(
                CheckId.PDF_ATTACHMENT,
                TestPdf.of(other, ID, 1, record.dataDigest()).sealed(seal));
    }

    @Test
    void a_seal_by_a_teachers_key_is_found() {
        failsAt(CheckId.PDF_SEAL_CERTIFICATE, pdf().sealed(school.keys().get("HEAD")));
    }

    @Test
    void anything_added_after_the_seal_is_found() {
        byte[] good = pdf().sealed(seal);
        byte[] more = Arrays.copyOf(good, good.length + 1);
        more[good.length] = '\n';
        failsAt(CheckId.PDF_WHOLE_FILE, more);
    }

    @Test
    void any_flipped_bit_is_found() {
        byte[] good = pdf().sealed(seal);
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            byte[] bad = good.clone();
            int at = random.nextInt(good.length);
            bad[at] ^= (byte) (1 << random.nextInt(8));
            assertThat(verdict(bad).state())
                    .as("byte " + at + " of " + good.length)
                    .isNotEqualTo(State.GENUINE);
        }
    }

    @Test
    void any_flipped_bit_in_the_seal_itself_is_found() {
        byte[] good = pdf().sealed(seal);
        int from = new String(good, StandardCharsets.ISO_8859_1).indexOf("/Contents<") + 10;
        for (int at = from; good[at] != '0' || good[at + 1] != '0' || good[at + 40] != '0'; at += 2) {
            byte[] bad = good.clone();
            bad[at + at / 2 % 2] ^= (byte) (1 << at % 5);
            assertThat(verdict(bad).state()).as("byte " + at).isNotEqualTo(State.GENUINE);
        }
    }
}
