package org.matricula.verifier.merkle;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Text and Base64 with one writing for each value: what reads back the same, or is refused.
final class Text {
    private Text() {}

    /// @param what it is, for the message
    static String utf8(byte[] bytes, String what) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            throw new Unreadable(what + " is not UTF-8");
        }
    }

    /// The bytes of a text; half a surrogate pair is refused, since Java would write a question mark
    /// for it.
    static byte[] utf8(String text, String what) {
        try {
            ByteBuffer out = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[out.remaining()];
            out.get(bytes);
            return bytes;
        } catch (CharacterCodingException _) {
            throw new Unreadable(what + " holds half a character");
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// Standard alphabet, padded, no stray bits: Java's decoder alone would let two texts be one value.
    static byte[] base64(String text, String what) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (base64(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException _) {
            // said below, like the other ways of not being Base64
        }
        throw new Unreadable(what + " is not Base64");
    }

    /// A number from 0 in decimal digits, without zeros in front.
    static long number(String digits, String what) {
        if (!digits.matches("0|[1-9][0-9]{0,18}")) {
            throw new Unreadable(what + " is not a decimal number");
        }
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException _) {
            throw new Unreadable(what + " is too large");
        }
    }
}
