package org.matricula.verifier;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.matricula.verifier.foreign.ForeignReader;
import org.matricula.verifier.foreign.ForeignSignature;

/// Says of a file that is not ours what it is, as far as that can be read without danger. Never GENUINE.
final class ForeignCheck {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final long MOST_INFLATED = 64L * 1024 * 1024;

    private ForeignCheck() {}

    static Kind xml(byte[] bytes, Findings findings) {
        switch (ForeignMarkup.of(bytes)) {
            case BROKEN -> {
                findings.fail(CheckId.READABLE, "unreadable-xml");
                return Kind.UNREADABLE;
            }
            case TOO_MUCH -> {
                findings.fail(CheckId.READABLE, "foreign-too-much");
                return Kind.UNREADABLE;
            }
            case UNSIGNED -> findings.say(CheckId.STRUCTURE, "foreign-unsigned");
            case SIGNED_TOO_HEAVILY -> findings.say(CheckId.STRUCTURE, "foreign-unreadable");
            case SIGNED -> signatures(bytes, findings);
        }
        findings.pass(CheckId.READABLE);
        return Kind.OTHER_XML;
    }

    static Kind pdf(byte[] bytes, Findings findings) {
        if (bytes.length > MOST_BYTES) {
            findings.fail(CheckId.READABLE, "too-big", bytes.length, MOST_BYTES);
            return Kind.UNREADABLE;
        }
        if (contains(bytes, "/ByteRange") || contains(bytes, "/ObjStm")) {
            if (inflatesTooFar(bytes)) {
                findings.fail(CheckId.READABLE, "bomb");
                return Kind.UNREADABLE;
            }
            signatures(bytes, findings);
        } else {
            findings.say(CheckId.STRUCTURE, "foreign-unsigned");
        }
        findings.pass(CheckId.READABLE);
        return Kind.OTHER_PDF;
    }

    private static void signatures(byte[] bytes, Findings findings) {
        if (bytes.length > MOST_BYTES) {
            findings.fail(CheckId.READABLE, "too-big", bytes.length, MOST_BYTES);
            return;
        }
        ForeignReader.Result result = ForeignReader.read(bytes, LIMIT);
        switch (result.outcome()) {
            case READ -> {
                if (result.signatures().isEmpty()) {
                    findings.say(CheckId.STRUCTURE, "foreign-unsigned");
                }
                for (ForeignSignature each : result.signatures()) {
                    findings.say(
                            CheckId.STRUCTURE,
                            each.intact() ? "foreign-intact" : "foreign-broken",
                            each.by().isEmpty() ? "?" : each.by(),
                            each.at().isEmpty() ? "?" : each.at());
                }
            }
            case UNREADABLE -> findings.say(CheckId.STRUCTURE, "foreign-unreadable");
            case NOT_INSTALLED -> findings.say(CheckId.STRUCTURE, "foreign-not-installed");
            case BUSY -> findings.fail(CheckId.READABLE, "foreign-busy");
            case TOO_SLOW -> findings.fail(CheckId.READABLE, "too-slow", LIMIT.toSeconds());
        }
    }

    /// Whether the streams of a PDF grow beyond the bound; a library would unpack them without asking.
    private static boolean inflatesTooFar(byte[] bytes) {
        long left = MOST_INFLATED;
        byte[] word = "stream".getBytes(StandardCharsets.US_ASCII);
        byte[] sink = new byte[64 * 1024];
        for (int at = indexOf(bytes, word, 0); at >= 0; at = indexOf(bytes, word, at + 1)) {
            int from = at + word.length;
            while (from < bytes.length && (bytes[from] == '\r' || bytes[from] == '\n' || bytes[from] == ' ')) {
                from++;
            }
            left -= inflated(bytes, from, bytes.length, left, sink, 2);
            if (left < 0) {
                return true;
            }
        }
        return false;
    }

    /// What unpacking takes: the bytes read and those that come out, stopping beyond a bound. Those read count because
    /// a file can have itself read again and again from a thousand places, and nothing come out. A stream inside a
    /// stream counts too.
    private static long inflated(byte[] bytes, int from, int to, long most, byte[] sink, int depth) {
        if (from + 2 > to || (bytes[from] & 0x0F) != 8) {
            return 0;
        }
        Inflater inflater = new Inflater();
        long size = 0;
        try {
            inflater.setInput(bytes, from, to - from);
            while (!inflater.finished() && size + inflater.getBytesRead() <= most) {
                int more = inflater.inflate(sink);
                if (more == 0) {
                    break;
                }
                if (size == 0 && depth > 1) {
                    // Packed twice: the inner one is judged by its beginning.
                    size += inflated(sink.clone(), 0, more, most, new byte[sink.length], depth - 1) * 16;
                }
                size += more;
            }
            return size + inflater.getBytesRead();
        } catch (DataFormatException _) {
            // What came out before it broke counts: some readers keep it.
            return size + inflater.getBytesRead();
        } finally {
            inflater.end();
        }
    }

    private static boolean contains(byte[] bytes, String ascii) {
        return indexOf(bytes, ascii.getBytes(StandardCharsets.US_ASCII), 0) >= 0;
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int from) {
        for (int i = from; i <= bytes.length - wanted.length; i++) {
            if (bytes[i] == wanted[0] && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
