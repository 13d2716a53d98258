package org.matricula.verifier.record;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/// A growing byte buffer that writes text exactly as canonical XML does.
final class Bytes {
    private byte[] bytes;
    private int size;

    Bytes(int capacity) {
        bytes = new byte[capacity];
    }

    int size() {
        return size;
    }

    /// The buffer itself, valid up to `size()`; not to be kept beyond the next write.
    byte[] array() {
        return bytes;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    Bytes add(byte[] part) {
        room(part.length);
        System.arraycopy(part, 0, bytes, size, part.length);
        size += part.length;
        return this;
    }

    /// Text known to be ASCII and without anything to escape: ids, numbers, names checked before.
    Bytes plain(String ascii) {
        int length = ascii.length();
        room(length);
        for (int i = 0; i < length; i++) {
            bytes[size + i] = (byte) ascii.charAt(i);
        }
        size += length;
        return this;
    }

    /// Character data, escaped as Canonical XML 1.0 section 2.3 says for text nodes.
    Bytes text(String text, String where) {
        return escaped(text, where, false);
    }

    /// An attribute value, escaped as Canonical XML 1.0 section 2.3 says for attribute nodes.
    Bytes attribute(String text, String where) {
        return escaped(text, where, true);
    }

    private Bytes escaped(String text, String where, boolean attribute) {
        int length = text.length();
        room(length * 6);
        boolean[] plain = attribute ? Xml.PLAIN_IN_ATTRIBUTES : Xml.PLAIN_IN_TEXT;
        boolean ask = false;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < plain.length) {
                if (plain[c]) {
                    bytes[size++] = (byte) c;
                } else {
                    escape(c, where, attribute);
                }
                continue;
            }
            int point = c;
            if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                point = Character.toCodePoint(c, text.charAt(++i));
            }
            if (!RecordText.allowed(point)) {
                throw forbidden(point, where);
            }
            ask |= !RecordText.composedForSure(point);
            utf8(point);
        }
        if (ask && !Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            throw new UnwritableRecord(where + ": the text is not in Unicode NFC; use RecordText.normalised");
        }
        return this;
    }

    private void escape(char c, String where, boolean attribute) {
        byte[] escape = Xml.escape(c, attribute);
        if (escape == null) {
            throw forbidden(c, where);
        }
        System.arraycopy(escape, 0, bytes, size, escape.length);
        size += escape.length;
    }

    private static UnwritableRecord forbidden(int point, String where) {
        return new UnwritableRecord(where + ": the character U+%04X is not allowed in a record".formatted(point));
    }

    private void utf8(int c) {
        if (c < 0x800) {
            bytes[size++] = (byte) (0xC0 | c >> 6);
        } else {
            if (c < 0x10000) {
                bytes[size++] = (byte) (0xE0 | c >> 12);
            } else {
                bytes[size++] = (byte) (0xF0 | c >> 18);
                bytes[size++] = (byte) (0x80 | c >> 12 & 0x3F);
            }
            bytes[size++] = (byte) (0x80 | c >> 6 & 0x3F);
        }
        bytes[size++] = (byte) (0x80 | c & 0x3F);
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    @Override
    public String toString() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }
}
