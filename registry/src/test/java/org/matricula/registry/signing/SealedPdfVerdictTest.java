package org.matricula.registry.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.registry.records.pdf.AttachedXml;
import org.matricula.registry.records.pdf.PdfBatch;
import org.matricula.registry.records.pdf.PdfDocument;
import org.matricula.registry.records.spi.Part;
import org.matricula.registry.records.spi.PrintedForm;
import org.matricula.verifier.State;
import org.matricula.verifier.Verdict;
import org.matricula.verifier.Verifier;
import org.matricula.verifier.record.Block;
import org.matricula.verifier.record.Issue;
import org.matricula.verifier.record.RecordContent;
import org.matricula.verifier.record.RecordContent.Issuer;
import org.matricula.verifier.record.RecordSealing;
import org.matricula.verifier.record.SignerIdentity;
import org.matricula.verifier.record.SigningAct;
import org.matricula.verifier.signature.Signer;

/// The PDF that the registry writes is one that the verifier accepts.
class SealedPdfVerdictTest {
    private static final Instant NOW = Instant.parse("2026-05-30T08:00:00Z");
    private static final Issuer SCHOOL = new Issuer("VN-79-0042", "Trường Tiểu học Hoa Sen");

    @TempDir
    Path folder;

    @Test
    void a_pdf_sealed_with_demo_keys_around_its_record_is_genuine_and_its_neighbour_cannot_lend_its_record() {
        DemoKeys keys =
                DemoKeys.open(folder, SCHOOL, List.of(new KeyHolder(KeyRole.PRINCIPAL, "Lê Thị Mai", "HT-01")), NOW);
        Signer head = keys.directory().signer(KeyRole.PRINCIPAL, "Lê Thị Mai", SCHOOL.code(), NOW);
        Signer seal = keys.directory().signer(KeyRole.SCHOOL, "", SCHOOL.code(), NOW);
        RecordSealing first = record("HB-1", head, seal);
        RecordSealing second = record("HB-2", head, seal);

        List<byte[]> good =
                PdfBatch.of(List.of(pdf("HB-1", first), pdf("HB-2", second))).seal(seal);
        byte[] swapped = PdfBatch.of(List.of(pdf("HB-1", second))).seal(seal).getFirst();

        Verifier verifier = Verifier.trusting(keys.trust());
        for (byte[] file : good) {
            Verdict verdict = verifier.verify(file, NOW.plusSeconds(60));
            assertThat(verdict.state()).as(String.valueOf(verdict.checks())).isEqualTo(State.GENUINE);
            assertThat(verdict.demo()).isTrue();
        }
        assertThat(verifier.verify(swapped, NOW.plusSeconds(60)).state()).isEqualTo(State.ALTERED);
    }

    private static RecordSealing record(String id, Signer head, Signer seal) {
        RecordSealing record = RecordSealing.prepare(new RecordContent(
                "vn.report-book.primary.2020",
                id,
                1,
                SCHOOL,
                List.of(new Block("year", "Kết quả", Block.Role.HEAD, List.of(new Block.Field("r", "R", "9"))))));
        new SigningAct(SignerIdentity.of(head), NOW).head(record).signWith(head);
        Issue issue = new Issue("7QK4M2XN", "418203", OffsetDateTime.parse("2026-05-30T15:00:00+07:00"));
        new SigningAct(SignerIdentity.of(seal), NOW).seal(record, issue).signWith(seal);
        return record;
    }

    private static PdfDocument pdf(String id, RecordSealing record) {
        PrintedForm form = new PrintedForm(
                "Học bạ",
                "vi",
                new PrintedForm.Colour(0, 0, 0),
                new PrintedForm.Footer(id, "Trang {page}/{pages}", ""),
                List.of(new Part.Paragraph("Kết quả: 9", Part.Tone.PLAIN, Part.Align.LEFT)));
        return new PdfDocument(
                id,
                1,
                record.dataDigest(),
                NOW.atOffset(ZoneOffset.ofHours(7)),
                form,
                AttachedXml.of(record.toBytes()));
    }
}
