package org.matricula.verifier.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matricula.verifier.merkle.SignedNote.Signature;

class SignedNoteTest {
    /// The example in the documentation of Go's package `sumdb/note`, with its published private key.
    private static final String GO_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String GO_SEED = "gQoUAtUUbI2E8kQzMPVAgOv5juF9nHT2JS/F1ccoMXM=";
    private static final String GO_NOTE = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    private static final NoteSigner LOG = TestSigner.named("log.example/matricula");
    private static final NoteSigner OTHER = TestSigner.named("other.example/log");

    @Nested
    class The_example_of_another_implementation {
        @Test
        void is_signed_for_us_too() {
            SignedNote note = SignedNote.read(utf8(GO_NOTE));
            assertThat(note.signedBy(VerifierKey.read(GO_KEY))).isTrue();
            assertThat(note.toBytes()).isEqualTo(utf8(GO_NOTE));
        }

        @Test
        void is_what_we_write_with_its_key() {
            NoteSigner signer = TestSigner.of("PeterNeumann", GO_SEED);
            String text = GO_NOTE.substring(0, GO_NOTE.lastIndexOf("\n\n") + 1);
            assertThat(signer.verifier()).hasToString(GO_KEY);
            assertThat(signer.sign(text).toBytes()).isEqualTo(utf8(GO_NOTE));
        }
    }

    @Nested
    class A_signature {
        private final SignedNote note = LOG.sign("one\n\ntwo\n");

        @Test
        void counts_for_its_own_key_only() {
            assertThat(note.signedBy(LOG.verifier())).isTrue();
            assertThat(note.signedBy(OTHER.verifier())).isFalse();
        }

        @Test
        void does_not_count_under_another_name_with_the_same_key_bytes() {
            NoteSigner renamed = TestSigner.sameKeyAs("log.example/matricula", "log.example/renamed");
            assertThat(note.signedBy(renamed.verifier())).isFalse();
        }

        @Test
        void is_not_disturbed_by_those_of_keys_that_the_reader_does_not_know() {
            SignedNote cosigned = new SignedNote(
                    note.text(),
                    List.of(
                            OTHER.sign(note.text()).signatures().getFirst(),
                            note.signatures().getFirst()));
            assertThat(SignedNote.read(cosigned.toBytes())).isEqualTo(cosigned);
            assertThat(cosigned.signedBy(LOG.verifier())).isTrue();
            assertThat(cosigned.signedBy(OTHER.verifier())).isTrue();
        }

        @Test
        void does_not_count_beside_a_false_one_of_the_same_key() {
            Signature good = note.signatures().getFirst();
            Signature bad = LOG.sign("another text\n").signatures().getFirst();
            assertThat(new SignedNote(note.text(), List.of(good, bad)).signedBy(LOG.verifier()))
                    .isFalse();
            assertThat(new SignedNote(note.text(), List.of(bad, good)).signedBy(LOG.verifier()))
                    .isFalse();
        }

        @Test
        void of_another_length_is_false_and_no_fault() {
            Signature odd = new Signature(LOG.verifier().name(), LOG.verifier().id(), new byte[] {1});
            assertThat(new SignedNote("text\n", List.of(odd)).signedBy(LOG.verifier()))
                    .isFalse();
        }
    }

    @Nested
    class A_note_is_unreadable {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "\n",
                    "\n\n",
                    "text\n",
                    "text\n\n",
                    "text",
                    "text\n— log.example/matricula AAAAAAE=\n",
                    "text\n\n— log.example/matricula AAAAAAE=",
                    "text\n\n- log.example/matricula AAAAAAE=\n",
                    "text\n\n—log.example/matricula AAAAAAE=\n",
                    "text\n\n— log.example/matricula  AAAAAAE=\n",
                    "text\n\n— log.example/matricula AAAAAAE= \n",
                    "text\n\n— log.example/matricula AAAAAAE=\n\n",
                    "text\n\n— log.example/matricula AAAAAAE\n",
                    "text\n\n— log.example/matricula AAAAAAF=\n",
                    "text\n\n— log.example/matricula AAAAAA==\n",
                    "text\n\n— log.example/matricula AA-_AAE=\n",
                    "text\n\n— log+example AAAAAAE=\n",
                    "text\n\n— log\u00A0example AAAAAAE=\n",
                    "text\n\n—  AAAAAAE=\n",
                    "te\txt\n\n— log.example/matricula AAAAAAE=\n",
                    "text\r\n\r\n— log.example/matricula AAAAAAE=\r\n",
                    "\n\n— log.example/matricula AAAAAAE=\n\ntail\n",
                })
        void when_it_is_not_written_as_the_format_says(String note) {
            assertThatThrownBy(() -> SignedNote.read(utf8(note))).isInstanceOf(Unreadable.class);
        }

        @Test
        void when_it_is_not_utf_8() {
            byte[] bytes = LOG.sign("text\n").toBytes();
            bytes[1] = (byte) 0xC3;
            assertThatThrownBy(() -> SignedNote.read(bytes)).hasMessage("a note is not UTF-8");
        }

        @Test
        void when_it_is_huge() {
            assertThatThrownBy(() -> SignedNote.read(new byte[SignedNote.MOST_BYTES + 1]))
                    .hasMessage("a note is longer than 65536 bytes");
            assertThatThrownBy(() -> SignedNote.read(utf8("text\n\n" + "— a AAAAAAE=\n".repeat(101))))
                    .hasMessageContaining("more than 100");
            assertThat(SignedNote.read(utf8("text\n\n" + "— a AAAAAAE=\n".repeat(100)))
                            .signatures())
                    .hasSize(100);
        }
    }

    @Nested
    class A_verifier_key_is_unreadable {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "PeterNeumann",
                    "PeterNeumann+c74f20a3",
                    "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                    "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                    "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                    "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                    "PeterNeumann+c74f20a3+AhpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                    "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n",
                    "PeterNeumann+c74f20a3+ARpc",
                })
        void when_it_is_not_written_as_the_format_says(String key) {
            assertThatThrownBy(() -> VerifierKey.read(key)).isInstanceOf(Unreadable.class);
        }
    }

    @Property(tries = 100)
    void any_bytes_are_read_or_refused_and_what_is_read_is_written_the_same(
            @ForAll @Size(max = 200) byte[] bytes, @ForAll @IntRange(max = 200) int at) {
        byte[] note = LOG.sign("log.example/matricula\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")
                .toBytes();
        System.arraycopy(
                bytes,
                0,
                note,
                Math.min(at, note.length - 1),
                Math.min(bytes.length, note.length - Math.min(at, note.length - 1)));
        for (byte[] candidate : List.of(bytes, note)) {
            try {
                assertThat(SignedNote.read(candidate).toBytes()).isEqualTo(candidate);
            } catch (Unreadable refused) {
                assertThat(refused.getMessage()).matches("(a|the) .+");
            }
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
