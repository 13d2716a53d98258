package org.matricula.registry.records.pdf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;

/// A growing array of bytes that writes PDF's own notation.
final class Bytes {
    private static final int[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000};

    private byte[] bytes;
    private int size;

    Bytes(int expected) {
        bytes = new byte[expected];
    }

    int size() {
        return size;
    }

    byte[] array() {
        return bytes;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    Bytes put(int b) {
        room(1);
        bytes[size++] = (byte) b;
        return this;
    }

    Bytes put(byte[] more) {
        return put(more, more.length);
    }

    Bytes put(byte[] more, int length) {
        room(length);
        System.arraycopy(more, 0, bytes, size, length);
        size += length;
        return this;
    }

    /// Text of our own making, ASCII only.
    @SuppressWarnings("deprecation") // the only copy without an encoder, and right for ASCII
    Bytes ascii(String text) {
        room(text.length());
        text.getBytes(0, text.length(), bytes, size);
        size += text.length();
        return this;
    }

    Bytes number(int value) {
        return number((long) value);
    }

    Bytes number(long value) {
        if (value < 0) {
            put('-');
            return number(-value);
        }
        long rest = value / 10;
        if (rest > 0) {
            number(rest);
        }
        return put('0' + (int) (value % 10));
    }

    /// A length in points to a hundredth, which is finer than any printer.
    Bytes number(double value) {
        return number(value, 2);
    }

    /// @param digits how many places behind the point, at most 5; zeros at the end are left out
    Bytes number(double value, int digits) {
        long scaled = Math.round(value * POWERS[digits]);
        if (scaled < 0) {
            put('-');
            scaled = -scaled;
        }
        number(scaled / POWERS[digits]);
        long fraction = scaled % POWERS[digits];
        if (fraction > 0) {
            put('.');
            for (int i = digits - 1; fraction > 0; i--) {
                put('0' + (int) (fraction / POWERS[i]));
                fraction %= POWERS[i];
            }
        }
        return this;
    }

    /// A text string as PDF 1.7 section 7.9.2.2 has it: UTF-16 with a byte order mark, in hexadecimal.
    Bytes text(String text) {
        ascii("<FEFF");
        for (int i = 0; i < text.length(); i++) {
            hex(text.charAt(i) >> 8).hex(text.charAt(i));
        }
        return put('>');
    }

    Bytes hex(byte[] value) {
        for (byte b : value) {
            hex(b);
        }
        return this;
    }

    private Bytes hex(int value) {
        put("0123456789ABCDEF".charAt(value >> 4 & 0xF));
        return put("0123456789ABCDEF".charAt(value & 0xF));
    }

    /// The bytes so far as PDF source.
    String string() {
        return new String(bytes, 0, size, StandardCharsets.ISO_8859_1);
    }

    /// The bytes so far, compressed.
    byte[] deflated(Deflater deflater) {
        return deflated(deflater, bytes, size);
    }

    static byte[] deflated(Deflater deflater, byte[] plain, int length) {
        deflater.reset();
        deflater.setInput(plain, 0, length);
        deflater.finish();
        byte[] out = new byte[length / 3 + 64];
        int at = 0;
        while (!deflater.finished()) {
            if (at == out.length) {
                out = Arrays.copyOf(out, out.length * 2);
            }
            at += deflater.deflate(out, at, out.length - at);
        }
        return Arrays.copyOf(out, at);
    }
}
