package org.matricula.verifier.record;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
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

    /// What was decoded of a value, used again for the next one.
    private char[] chars = new char[1_024];

    private int size;

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
        return value('<', Xml.PLAIN_IN_TEXT, ESCAPES_IN_TEXT);
    }

    /// An attribute's value up to its closing quote.
    String attribute() {
        return value('"', Xml.PLAIN_IN_ATTRIBUTES, ESCAPES_IN_ATTRIBUTES);
    }

    /// @param plain the ASCII characters that stand for themselves; the end is none of them
    private String value(char end, boolean[] plain, byte[][] escapes) {
        int from = at;
        while (at < bytes.length && bytes[at] >= 0 && plain[bytes[at]]) {
            at++;
        }
        if (at < bytes.length && bytes[at] == end) {
            limit(from, at - from);
            return new String(bytes, from, at - from, StandardCharsets.ISO_8859_1);
        }
        at = from;
        return decoded(end, plain, escapes);
    }

    /// A value that is more than plain ASCII. It is read to its end before it is judged, as long as its form allows.
    private String decoded(char end, boolean[] plain, byte[][] escapes) {
        int from = at;
        boolean bad = false;
        boolean ask = false;
        size = 0;
        while (true) {
            if (at >= bytes.length) {
                throw new Rejection(Fault.TRUNCATED, bytes.length);
            }
            byte b = bytes[at];
            if (b == end) {
                break;
            }
            if (b < 0) {
                int point = codePoint();
                bad |= !RecordText.allowed(point);
                ask |= !RecordText.composedForSure(point);
                put(point);
            } else if (b == '&') {
                byte[] escape = reference(escapes);
                put(meaning(escape));
                at += escape.length;
            } else if (plain[b]) {
                put(b);
                at++;
            } else if (RecordText.allowed(b)) {
                throw new Rejection(Fault.TEXT, at); // canonical XML writes it otherwise
            } else {
                bad = true;
                at++;
            }
        }
        limit(from, size);
        String text = new String(chars, 0, size);
        if (bad || (ask && !Normalizer.isNormalized(text, Normalizer.Form.NFC))) {
            throw new Rejection(Fault.TEXT, from);
        }
        return text;
    }

    /// The character of several bytes that comes next, exactly as UTF-8 (RFC 3629) writes it; else -1, one byte on.
    private int codePoint() {
        int lead = bytes[at] & 0xFF;
        int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
        int point = lead & 0x3F >> more;
        boolean good = lead >= 0xC2 && lead <= 0xF4 && at + more < bytes.length;
        for (int i = 1; good && i <= more; i++) {
            good = (bytes[at + i] & 0xC0) == 0x80;
            point = point << 6 | bytes[at + i] & 0x3F;
        }
        boolean shortest = more == 1 || point >= (more == 2 ? 0x800 : 0x10000);
        if (!good || !shortest || point > Character.MAX_CODE_POINT) {
            at++;
            return -1;
        }
        at += more + 1;
        return point;
    }

    /// Keeps a character of the value that is being decoded; no more of them than a value may have.
    private void put(int point) {
        if (point < 0 || size > Limits.TEXT) {
            return;
        }
        if (size + 2 > chars.length) {
            chars = Arrays.copyOf(chars, chars.length * 2);
        }
        size += Character.toChars(point, chars, size);
    }

    private static void limit(int from, int length) {
        if (length > Limits.TEXT) {
            throw new Rejection(Fault.LIMIT, from);
        }
    }

    private byte[] reference(byte[][] escapes) {
        for (byte[] escape : escapes) {
            if (next(escape)) {
                return escape;
            }
        }
        throw new Rejection(Fault.REFERENCE, at);
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
