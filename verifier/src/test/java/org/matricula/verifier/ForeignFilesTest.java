package org.matricula.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matricula.verifier.Check.Result;
import org.matricula.verifier.pdf.PdfMetadata;
import org.matricula.verifier.signature.TrustList;

/// Files that are not ours, made to keep whoever reads them busy. They are refused before a library sees them.
class ForeignFilesTest {
    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");
    private static final Path SIGNED = Path.of("../vectors/record/bad/another-signed-document.xml");
    private static final String ENVELOPED = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";

    private static Verdict verdict(byte[] bytes) {
        return Verifier.verify(bytes, TrustList.NONE, NOW);
    }

    private static Verdict verdict(String xml) {
        return verdict(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String signed() throws IOException {
        return Files.readString(SIGNED);
    }

    private static void saysOf(Verdict verdict, CheckId check, String key) {
        assertThat(verdict.check(check).details()).extracting(Check.Detail::key).containsExactly(key);
    }

    @Test
    void broken_text_is_said_in_the_verdict_and_nowhere_else() {
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            for (String start : List.of("<a>\u00e9</a>", "<?xml version=\"1.0\" encoding='utf-8'?><a>\u00e9</a>")) {
                Verdict verdict = verdict(start.getBytes(StandardCharsets.ISO_8859_1));
                saysOf(verdict, CheckId.READABLE, "unreadable-xml");
                saysOf(verdict(start), CheckId.STRUCTURE, "foreign-unsigned");
            }
        } finally {
            System.setErr(before);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Nested
    class A_signed_document {
        @Test
        void of_another_kind_has_its_signature_told() throws IOException {
            saysOf(verdict(signed()), CheckId.STRUCTURE, "foreign-intact");
        }

        @Test
        void that_lets_its_reader_compute_is_not_computed() throws IOException {
            String slow = signed().replace(ENVELOPED, "http://www.w3.org/TR/1999/REC-xpath-19991116");
            assertThat(slow).isNotEqualTo(signed());
            saysOf(verdict(slow), CheckId.STRUCTURE, "foreign-unreadable");
        }

        @Test
        void that_puts_an_expression_into_a_reference_has_it_not_evaluated() throws IOException {
            String asking = signed().replace("URI=\"\"", "URI=\"#x'] | doc('file:///etc/hostname')//*['\"");
            assertThat(asking).isNotEqualTo(signed());
            saysOf(verdict(asking), CheckId.STRUCTURE, "foreign-unreadable");
        }

        @Test
        void that_names_an_id_as_xpointer_does_is_read() throws IOException {
            String pointing = signed().replace("URI=\"\"", "URI=\"#xpointer(id('none'))\"");
            saysOf(verdict(pointing), CheckId.STRUCTURE, "foreign-broken");
        }

        @Test
        void that_wants_itself_digested_again_and_again_is_not() throws IOException {
            String text = signed();
            String reference = text.substring(text.indexOf("<Reference"), text.indexOf("</Reference>") + 12);
            String many =
                    text.replace(reference, reference.repeat(30)).replace(">x<", ">" + "x".repeat(2_000_000) + "<");
            saysOf(verdict(many), CheckId.STRUCTURE, "foreign-unreadable");
        }

        @Test
        void with_more_signatures_than_anyone_makes_is_not_read() throws IOException {
            String text = signed();
            String signature = text.substring(text.indexOf("<Signature"), text.indexOf("</Signature>") + 12);
            saysOf(verdict(text.replace(signature, signature.repeat(21))), CheckId.STRUCTURE, "foreign-unreadable");
        }
    }

    @Nested
    class A_document_with_too_much_in_it {
        private static String declarations(int many) {
            return IntStream.range(0, many)
                    .mapToObj(i -> " xmlns:a%d='u%d'".formatted(i, i))
                    .collect(Collectors.joining());
        }

        @Test
        void is_refused_for_its_namespaces() {
            for (Charset charset : new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16}) {
                Verdict verdict = verdict(("<a" + declarations(5_000) + "/>").getBytes(charset));
                saysOf(verdict, CheckId.READABLE, "foreign-too-much");
                assertThat(verdict.state()).isEqualTo(State.COULD_NOT_CHECK);
            }
        }

        @Test
        void is_refused_for_namespaces_that_add_up() {
            String open = IntStream.range(0, 40)
                    .mapToObj(i -> "<a xmlns:b='u'" + declarations(20) + ">")
                    .collect(Collectors.joining());
            saysOf(verdict(open + "</a>".repeat(40)), CheckId.READABLE, "foreign-too-much");
        }

        @Test
        void is_refused_for_its_depth() {
            saysOf(verdict("<a>".repeat(300) + "</a>".repeat(300)), CheckId.READABLE, "foreign-too-much");
        }

        @Test
        void is_not_refused_for_what_is_usual() {
            assertThat(verdict("<a" + declarations(20) + "><b xmlns='urn:x'/></a>")
                            .state())
                    .isEqualTo(State.NOT_OURS);
        }
    }

    /// The Java runtime has no words for this fault, and says so with another exception.
    @Nested
    class A_control_character_in_a_document_type {
        private static final String ODD = "<!DOCTYPE b [<!ENTITY a SYSTE\f 'x'>]><b>&a;</b>";

        @Test
        void makes_a_document_unreadable_and_breaks_nothing() {
            saysOf(verdict(ODD), CheckId.READABLE, "unreadable-xml");
        }

        @Test
        void makes_the_metadata_of_a_pdf_unreadable_and_breaks_nothing() {
            assertThat(PdfMetadata.of(ODD.getBytes(StandardCharsets.US_ASCII))).isEmpty();
        }
    }

    @Nested
    class A_pdf_that_grows {
        @Test
        void is_refused_even_when_its_stream_breaks_off_at_last() throws IOException {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(9))) {
                out.write(new byte[80 << 20]);
            }
            byte[] stream = packed.toByteArray();
            // A wrong checksum: some readers keep what came out before.
            stream[stream.length - 1] ^= 1;
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            pdf.writeBytes("%PDF-1.7\n1 0 obj\n<</Type/ObjStm>>stream\n".getBytes(StandardCharsets.US_ASCII));
            pdf.writeBytes(stream);
            pdf.writeBytes("\nendstream\nendobj\n%%EOF".getBytes(StandardCharsets.US_ASCII));
            Verdict verdict = verdict(pdf.toByteArray());
            saysOf(verdict, CheckId.READABLE, "bomb");
            assertThat(verdict.check(CheckId.READABLE).result()).isEqualTo(Result.FAILED);
        }

        @Test
        void is_refused_when_unpacking_it_again_and_again_gives_nothing() {
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            byte[] word = "streamx\u009c".getBytes(StandardCharsets.ISO_8859_1);
            pdf.writeBytes("%PDF-1.7 /ObjStm ".getBytes(StandardCharsets.US_ASCII));
            pdf.writeBytes(word);
            // Each word stands in a stored block and begins a stream of its own; behind them all, blocks of nothing.
            for (int i = 0; i < 3_000; i++) {
                pdf.writeBytes(new byte[] {0, 8, 0, (byte) 0xF7, (byte) 0xFF});
                pdf.writeBytes(word);
            }
            while (pdf.size() < 4_000_000) {
                pdf.writeBytes(new byte[] {0, 0, 0, (byte) 0xFF, (byte) 0xFF});
            }
            saysOf(verdict(pdf.toByteArray()), CheckId.READABLE, "bomb");
        }
    }
}
