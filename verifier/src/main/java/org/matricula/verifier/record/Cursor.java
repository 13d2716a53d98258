package org.matricula.verifier.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.matricula.verifier.record.Reading.Fault;

/// A place in a file that moves forward only over what is exactly as canonical XML writes it.
final class Cursor {
    private static final byte[][] ESCAPES_IN_TEXT = escapes("&<>\r", false);
    private static final byte[][] ESCAPES_IN_ATTRIBUTES = escapes("&<\"\t\n\r", true);
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final byte[] bytes;
    private int at;

    Cursor(byte[] bytes) {
        this.bytes = bytes;
    }

    int at() {
        return at;
    }

    byte[] bytes() {
        return bytes;
    }

    /// Whether exactly these bytes come next.
    boolean next(byte[] literal) {
        int to = at + literal.length;
        return to <= bytes.length && Arrays.equals(bytes, at, to, literal, 0, literal.length);
    }

    /// Moves over exactly these bytes.
    void expect(byte[] literal) {
        int to = at + literal.length;
        if (to > bytes.length || !Arrays.equals(bytes, at, to, literal, 0, literal.length)) {
            int end = Math.min(to, bytes.length);
            int same = Arrays.mismatch(bytes, at, end, literal, 0, literal.length);
            throw unexpected(at + Math.max(same, 0));
        }
        at = to;
    }

    void expect(String ascii) {
        int length = ascii.length();
        for (int i = 0; i < length; i++) {
            if (at + i >= bytes.length || bytes[at + i] != ascii.charAt(i)) {
                throw unexpected(at + i);
            }
        }
        at += length;
    }

    void end() {
        if (at != bytes.length) {
            throw new Rejection(Fault.TRAILING, at);
        }
    }

    /// The fault of bytes that are not what the grammar wants at a place.
    private Rejection unexpected(int where) {
        if (where >= bytes.length) {
            return new Rejection(Fault.TRUNCATED, bytes.length);
        }
        // The mismatch may lie behind the `<` that begins what does not belong here.
        for (int start = where; start >= Math.max(0, where - 2); start--) {
            Fault fault = foreignMarkup(start);
            if (fault != null) {
                return new Rejection(fault, start);
            }
        }
        return new Rejection(Fault.UNEXPECTED, where);
    }

    private @Nullable Fault foreignMarkup(int start) {
        if (start == 0 && starts(0, BOM)) {
            return Fault.BYTE_ORDER_MARK;
        }
        if (starts(start, Xml.bytes("<?xml "))) {
            return Fault.XML_DECLARATION;
        }
        if (starts(start, Xml.bytes("<?"))) {
            return Fault.PROCESSING_INSTRUCTION;
        }
        if (starts(start, Xml.bytes("<!--"))) {
            return Fault.COMMENT;
        }
        if (starts(start, Xml.bytes("<![CDATA["))) {
            return Fault.CDATA;
        }
        return starts(start, Xml.bytes("<!")) ? Fault.DOCTYPE : null;
    }

    private boolean starts(int from, byte[] literal) {
        int to = from + literal.length;
        return to <= bytes.length && Arrays.equals(bytes, from, to, literal, 0, literal.length);
    }

    /// Character data up to the next `<`, which must begin an end tag or is for the caller to judge.
    String text() {
        return value((byte) '<', ESCAPES_IN_TEXT, false);
    }

    /// An attribute's value up to its closing quote.
    String attribute() {
        return value((byte) '"', ESCAPES_IN_ATTRIBUTES, true);
    }

    private String value(byte end, byte[][] escapes, boolean attribute) {
        int from = at;
        int references = 0;
        boolean ascii = true;
        while (true) {
            if (at >= bytes.length) {
                throw new Rejection(Fault.TRUNCATED, bytes.length);
            }
            byte b = bytes[at];
            if (b == end) {
                break;
            }
            if (b == '&') {
                at += reference(escapes).length;
                references++;
                continue;
            }
            if (b < 0) {
                ascii = false;
            } else if (Xml.escape((char) b, attribute) != null) {
                throw new Rejection(Fault.TEXT, at);
            }
            at++;
        }
        if (at - from > Limits.TEXT * 6) {
            throw new Rejection(Fault.LIMIT, from);
        }
        String text = references == 0
                ? new String(bytes, from, at - from, ascii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8)
                : unescaped(from, escapes, references);
        if (text.length() > Limits.TEXT) {
            throw new Rejection(Fault.LIMIT, from);
        }
        if (RecordText.problem(text).isPresent() || (!ascii && badUtf8(text, from))) {
            throw new Rejection(Fault.TEXT, from);
        }
        return text;
    }

    private byte[] reference(byte[][] escapes) {
        for (byte[] escape : escapes) {
            if (next(escape)) {
                return escape;
            }
        }
        throw new Rejection(Fault.REFERENCE, at);
    }

    private String unescaped(int from, byte[][] escapes, int references) {
        int end = at;
        byte[] plain = new byte[end - from - references];
        int size = 0;
        for (at = from; at < end; ) {
            if (bytes[at] == '&') {
                byte[] escape = reference(escapes);
                plain[size++] = meaning(escape);
                at += escape.length;
            } else {
                plain[size++] = bytes[at++];
            }
        }
        return new String(plain, 0, size, StandardCharsets.UTF_8);
    }

    private static byte meaning(byte[] escape) {
        return switch (escape[1]) {
            case 'a' -> '&';
            case 'l' -> '<';
            case 'g' -> '>';
            case 'q' -> '"';
            default ->
                switch (escape[3]) {
                    case '9' -> '\t';
                    case 'A' -> '\n';
                    default -> '\r';
                };
        };
    }

    /// Java replaces bytes that are not UTF-8 by U+FFFD; only then is it worth comparing.
    private boolean badUtf8(String text, int from) {
        if (text.indexOf('\uFFFD') < 0) {
            return false;
        }
        int written = 0;
        for (int i = from; i + 2 < at; i++) {
            if (bytes[i] == (byte) 0xEF && bytes[i + 1] == (byte) 0xBF && bytes[i + 2] == (byte) 0xBD) {
                written++;
            }
        }
        return text.chars().filter(c -> c == '\uFFFD').count() != written;
    }

    /// A run of ASCII up to a byte, which is not consumed; 200 bytes at most.
    String plain(char end, Fault otherwise) {
        int from = at;
        while (at < bytes.length && bytes[at] != end) {
            if (bytes[at] <= 0x20 || at - from > 200) {
                throw new Rejection(otherwise, at);
            }
            at++;
        }
        if (at >= bytes.length) {
            throw new Rejection(Fault.TRUNCATED, at);
        }
        return new String(bytes, from, at - from, StandardCharsets.ISO_8859_1);
    }

    /// Moves to the next `<` and returns where the run began.
    int skipToTag(int most) {
        int from = at;
        while (at < bytes.length && bytes[at] != '<') {
            at++;
        }
        if (at >= bytes.length) {
            throw new Rejection(Fault.TRUNCATED, at);
        }
        if (at - from > most) {
            throw new Rejection(Fault.LIMIT, from);
        }
        return from;
    }

    /// Base64 up to the next `<`, written exactly as its bytes encode.
    byte[] base64(int most) {
        int from = skipToTag(most * 4 / 3 + 4);
        try {
            byte[] text = Arrays.copyOfRange(bytes, from, at);
            byte[] value = Base64.getDecoder().decode(text);
            if (!Arrays.equals(Base64.getEncoder().encode(value), text)) {
                throw new Rejection(Fault.BASE64, from);
            }
            return value;
        } catch (IllegalArgumentException _) {
            throw new Rejection(Fault.BASE64, from);
        }
    }

    /// A SHA-256 digest in Base64.
    byte[] digest() {
        int from = at;
        byte[] digest = base64(32);
        if (digest.length != 32) {
            throw new Rejection(Fault.BASE64, from);
        }
        return digest;
    }

    private static byte[][] escapes(String characters, boolean attribute) {
        return characters.chars().mapToObj(c -> Xml.escape((char) c, attribute)).toArray(byte[][]::new);
    }
}
