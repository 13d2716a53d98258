package org.matricula.verifier.testing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Cuts, splices, repeats and flips: what storage, networks and attackers do to a file.
public final class Spoiler {
    private static final List<String> SPLICES = List.of(
            "<",
            ">",
            "&",
            "\"",
            "</field>",
            "<block Id=\"",
            "&#xD;",
            "\0",
            "[",
            "<<",
            ">>",
            "(",
            "endobj\n",
            "stream\n",
            "/Length 9",
            " 0 R",
            "99999999",
            "-1",
            "%%EOF",
            "9 0 obj\n",
            "\\",
            "é",
            "]]>",
            "<!--",
            "<!DOCTYPE a [",
            "{",
            "}",
            ",",
            ":",
            "null",
            "1e999",
            "\uFEFF",
            "\u202E",
            "=",
            "+",
            "\n\n",
            "— ",
            "\u0030\u0080",
            "\u00ff\u00ff\u00ff",
            "/Type/ObjStm/N 9",
            "/Filter/FlateDecode",
            "xmlns:a='b'",
            "startxref\n0\n%%EOF\n");

    private Spoiler() {}

    /// Bytes with one thing wrong; now and then what is done leaves them as they were.
    ///
    /// @param good where foreign pieces come from
    public static byte[] once(byte[] bytes, List<byte[]> good, Random random) {
        if (bytes.length < 2) {
            return new byte[] {(byte) random.nextInt(256), (byte) random.nextInt(256)};
        }
        // The start decides which reader is asked; it is left alone mostly.
        int from = random.nextInt(8) == 0 ? 0 : Math.min(60, bytes.length / 4);
        int at = from + random.nextInt(bytes.length - from);
        int length = random.nextInt(Math.min(64, bytes.length - at));
        return switch (random.nextInt(7)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> joined(bytes, at, new byte[0], at + length);
            case 2 -> {
                byte[] splice = SPLICES.get(random.nextInt(SPLICES.size())).getBytes(StandardCharsets.UTF_8);
                yield joined(bytes, at, splice, at + (random.nextBoolean() ? splice.length : 0));
            }
            case 3 -> joined(bytes, at, Arrays.copyOfRange(bytes, at, at + length), at);
            case 4 -> {
                byte[] other = good.get(random.nextInt(good.size()));
                int start = random.nextInt(Math.max(1, other.length - length));
                yield joined(
                        bytes,
                        at,
                        Arrays.copyOfRange(other, start, Math.min(other.length, start + length)),
                        at + length);
            }
            case 5 -> joined(bytes, at, repeated(bytes, at, length, 1 + random.nextInt(300)), at);
            default -> {
                byte[] flipped = bytes.clone();
                for (int i = random.nextInt(4); i >= 0; i--) {
                    flipped[from + random.nextInt(bytes.length - from)] ^= (byte) (1 << random.nextInt(8));
                }
                yield flipped;
            }
        };
    }

    private static byte[] repeated(byte[] bytes, int at, int length, int times) {
        byte[] out = new byte[length * times];
        for (int i = 0; i < out.length; i++) {
            out[i] = bytes[at + i % Math.max(1, length)];
        }
        return out;
    }

    private static byte[] joined(byte[] bytes, int to, byte[] middle, int from) {
        int rest = Math.min(from, bytes.length);
        byte[] out = Arrays.copyOf(bytes, to + middle.length + bytes.length - rest);
        System.arraycopy(middle, 0, out, to, middle.length);
        System.arraycopy(bytes, rest, out, to + middle.length, bytes.length - rest);
        return out;
    }
}
