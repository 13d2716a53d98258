package org.matricula.verifier.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.matricula.verifier.pdf.PdfRejected.Fault;

/// Reads the values of a PDF file one after another; rejects whatever is doubtful.
final class PdfParser {
    private static final int DEEPEST = 64;
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)");

    private final byte[] bytes;
    private final int end;
    private final boolean packed;
    private final Budget budget;
    private int at;

    /// How many values a file may have in all, so that small files cannot become large trees in memory.
    static final class Budget {
        private int left = 500_000;
    }

    private PdfParser(byte[] bytes, int from, int end, boolean packed, Budget budget) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
        this.packed = packed;
        this.budget = budget;
    }

    /// A reader of a part of the file itself.
    static PdfParser ofFile(byte[] file, int from, int end, Budget budget) {
        return new PdfParser(file, from, end, false, budget);
    }

    /// A reader of unpacked bytes: what it reads has no place in the file.
    static PdfParser ofBundle(byte[] bytes, int from, int end, Budget budget) {
        return new PdfParser(bytes, from, end, true, budget);
    }

    int at() {
        return at;
    }

    PdfRejected rejected(String what) {
        return rejected(Fault.SYNTAX, what);
    }

    PdfRejected rejected(Fault fault, String what) {
        return new PdfRejected(fault, what, at);
    }

    boolean next(String ascii) {
        if (end - at < ascii.length()) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (bytes[at + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    void expect(String ascii) throws PdfRejected {
        if (!next(ascii)) {
            throw rejected("'" + ascii.strip() + "' expected");
        }
        at += ascii.length();
    }

    void moveTo(int offset) throws PdfRejected {
        if (offset < at || offset > end) {
            throw rejected("a length that leads out of the file");
        }
        at = offset;
    }

    void space() {
        while (at < end && isSpace(bytes[at])) {
            at++;
        }
    }

    /// A whole number from 0.
    int whole() throws PdfRejected {
        int from = at;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        if (at == from || at - from > 9) {
            throw rejected("a number expected");
        }
        return Integer.parseInt(new String(bytes, from, at - from, StandardCharsets.US_ASCII));
    }

    PdfValue value() throws PdfRejected {
        return value(0);
    }

    private PdfValue value(int depth) throws PdfRejected {
        space();
        if (--budget.left < 0) {
            throw rejected(Fault.LIMIT, "too many values");
        }
        if (depth > DEEPEST) {
            throw rejected(Fault.LIMIT, "values nested too deep");
        }
        if (at >= end) {
            throw rejected("the file ends in the middle of a value");
        }
        byte b = bytes[at];
        if (next("<<")) {
            return dictionary(depth);
        }
        return switch (b) {
            case '<' -> hexadecimal();
            case '(' -> literal();
            case '/' -> new PdfValue.Name(name());
            case '[' -> array(depth);
            case 't' -> word("true", new PdfValue.Bool(true));
            case 'f' -> word("false", new PdfValue.Bool(false));
            case 'n' -> word("null", new PdfValue.Null());
            default -> number();
        };
    }

    private PdfValue word(String word, PdfValue value) throws PdfRejected {
        expect(word);
        boundary();
        return value;
    }

    private void boundary() throws PdfRejected {
        if (at < end && !isSpace(bytes[at]) && "()<>[]/".indexOf(bytes[at]) < 0) {
            throw rejected("a value runs on");
        }
    }

    private PdfValue number() throws PdfRejected {
        String text = numeral();
        int after = at;
        // "12 0 R" is a reference; a look-ahead of two tokens decides.
        if (next(" 0 R")
                && text.charAt(0) >= '1'
                && text.length() <= 9
                && text.chars().allMatch(Character::isDigit)) {
            at += 4;
            boundary();
            return new PdfValue.Reference(Integer.parseInt(text));
        }
        at = after;
        boundary();
        return new PdfValue.Numeral(text);
    }

    private String numeral() throws PdfRejected {
        int from = at;
        while (at < end && "+-.0123456789".indexOf(bytes[at]) >= 0) {
            at++;
        }
        String text = new String(bytes, from, at - from, StandardCharsets.US_ASCII);
        if (text.length() > 24 || !NUMBER.matcher(text).matches()) {
            at = from;
            throw rejected("something that is no value of a PDF");
        }
        return text;
    }

    private PdfValue array(int depth) throws PdfRejected {
        at++;
        List<PdfValue> values = new ArrayList<>();
        for (space(); !next("]"); space()) {
            values.add(value(depth + 1));
        }
        at++;
        return new PdfValue.Array(values);
    }

    private PdfValue dictionary(int depth) throws PdfRejected {
        at += 2;
        Map<String, PdfValue> entries = new HashMap<>();
        for (space(); !next(">>"); space()) {
            String key = name();
            if (entries.put(key, value(depth + 1)) != null) {
                throw rejected(Fault.TWICE, "a dictionary with '" + key + "' twice");
            }
        }
        at += 2;
        return new PdfValue.Dictionary(entries);
    }

    private String name() throws PdfRejected {
        expect("/");
        StringBuilder name = new StringBuilder();
        while (at < end && !isSpace(bytes[at]) && "()<>[]{}/%".indexOf(bytes[at]) < 0) {
            int c = bytes[at++] & 0xFF;
            if (c == '#') {
                c = hexDigit() << 4 | hexDigit();
            }
            name.append((char) c);
        }
        if (name.length() > 127) {
            throw rejected(Fault.LIMIT, "a name that is too long");
        }
        return name.toString();
    }

    /// Upper case only: the value of the seal is not covered by the seal, so it must have one form.
    private int hexDigit() throws PdfRejected {
        int digit = at < end ? "0123456789ABCDEF".indexOf(bytes[at]) : -1;
        if (digit < 0) {
            throw rejected("a hexadecimal digit expected");
        }
        at++;
        return digit;
    }

    private PdfValue hexadecimal() throws PdfRejected {
        int from = at++;
        int start = at;
        while (at < end && bytes[at] != '>') {
            at++;
        }
        int length = at - start;
        if (at >= end || length % 2 != 0) {
            throw rejected("a string in hexadecimal that does not end well");
        }
        byte[] value = new byte[length / 2];
        at = start;
        for (int i = 0; i < value.length; i++) {
            value[i] = (byte) (hexDigit() << 4 | hexDigit());
        }
        at++;
        return text(value, from, true);
    }

    private PdfValue literal() throws PdfRejected {
        int from = at++;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int open = 1;
        while (true) {
            if (at >= end) {
                throw rejected("a string without an end");
            }
            byte b = bytes[at++];
            switch (b) {
                case '\\' -> escaped(out);
                case '(' -> {
                    open++;
                    out.write(b);
                }
                case ')' -> {
                    if (--open == 0) {
                        return text(out.toByteArray(), from, false);
                    }
                    out.write(b);
                }
                default -> out.write(b);
            }
        }
    }

    private PdfValue text(byte[] value, int from, boolean hexadecimal) {
        return new PdfValue.Text(value, packed ? -1 : from, packed ? -1 : at, hexadecimal);
    }

    private void escaped(ByteArrayOutputStream out) throws PdfRejected {
        if (at >= end) {
            throw rejected("a string without an end");
        }
        byte b = bytes[at++];
        switch (b) {
            case 'n' -> out.write('\n');
            case 'r' -> out.write('\r');
            case 't' -> out.write('\t');
            case 'b' -> out.write('\b');
            case 'f' -> out.write('\f');
            case '(', ')', '\\' -> out.write(b);
            default -> {
                int digits = at - 1;
                int value = 0;
                while (at - digits <= 3 && at <= end && bytes[at - 1] >= '0' && bytes[at - 1] <= '7') {
                    value = value << 3 | bytes[at - 1] - '0';
                    at++;
                }
                at--;
                if (at == digits) {
                    throw rejected("an escape that PDF does not have");
                }
                out.write(value);
            }
        }
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == '\f' || b == 0;
    }
}
