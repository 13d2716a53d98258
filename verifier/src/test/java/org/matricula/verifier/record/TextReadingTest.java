package org.matricula.verifier.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// The reader decodes UTF-8 itself; the Java runtime's decoder, which refuses what is not UTF-8, judges it.
class TextReadingTest {
    /// Bytes around every border of UTF-8, of which little is well formed.
    @Provide
    Arbitrary<Byte> borders() {
        return Arbitraries.of(
                        0x20, 0x41, 0x7E, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBD, 0xBE, 0xBF, 0xC0, 0xC1, 0xC2, 0xC3,
                        0xDF, 0xE0, 0xE1, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xF8, 0xFF)
                .map(Integer::byteValue);
    }

    @Property(tries = 20_000)
    void bytes_are_text_exactly_when_the_java_runtime_decodes_them_and_the_rules_allow_it(
            @ForAll @Size(max = 6) List<@From("borders") Byte> bytes) {
        byte[] text = new byte[bytes.size()];
        for (int i = 0; i < text.length; i++) {
            text[i] = bytes.get(i);
        }
        assertThat(read(text)).isEqualTo(expected(text));
    }

    /// Every character there is, between two letters.
    @Test
    void every_character_is_text_exactly_when_the_rules_allow_it() {
        for (int point = 0x80; point <= Character.MAX_CODE_POINT; point++) {
            if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                byte[] text = ("a" + Character.toString(point) + "b").getBytes(StandardCharsets.UTF_8);
                if (!read(text).equals(expected(text))) {
                    assertThat(read(text)).as("U+%04X", point).isEqualTo(expected(text));
                }
            }
        }
    }

    private static String read(byte[] text) {
        byte[] file = Arrays.copyOf(text, text.length + 1);
        file[text.length] = '<';
        try {
            return "read " + new Cursor(file).text();
        } catch (Rejection rejection) {
            return "rejected " + rejection.fault();
        }
    }

    private static String expected(byte[] text) {
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString();
            return RecordText.problem(decoded).isPresent() ? "rejected TEXT" : "read " + decoded;
        } catch (CharacterCodingException _) {
            return "rejected TEXT";
        }
    }
}
