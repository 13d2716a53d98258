package org.matricula.verifier.testing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What a forger does to a file with a text editor.
final class Edits {
    private Edits() {}

    static byte[] replaced(byte[] file, String from, String to) {
        String text = text(file);
        int at = text.indexOf(from);
        if (at < 0) {
            throw new IllegalArgumentException("not in the file: " + from);
        }
        return bytes(text.substring(0, at) + to + text.substring(at + from.length()));
    }

    static byte[] replacedAll(byte[] file, String from, String to) {
        return bytes(text(file).replace(from, to));
    }

    static byte[] before(byte[] file, String mark, String insert) {
        return replaced(file, mark, insert + mark);
    }

    /// The part from a mark to the end of another mark.
    static String part(byte[] file, String from, String to) {
        String text = text(file);
        int start = text.indexOf(from);
        int end = text.indexOf(to, start) + to.length();
        if (start < 0 || end < to.length()) {
            throw new IllegalArgumentException("not in the file: " + from);
        }
        return text.substring(start, end);
    }

    static byte[] without(byte[] file, String from, String to) {
        return replaced(file, part(file, from, to), "");
    }

    static byte[] cut(byte[] file, int length) {
        return Arrays.copyOf(file, length);
    }

    static byte[] appended(byte[] file, byte[] more) {
        byte[] out = Arrays.copyOf(file, file.length + more.length);
        System.arraycopy(more, 0, out, file.length, more.length);
        return out;
    }

    static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
