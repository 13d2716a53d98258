package org.matricula.verifier;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.matricula.verifier.foreign.ForeignReader;
import org.matricula.verifier.foreign.ForeignSignature;

/// Says of a file that is not ours what it is, as far as that can be read without danger. Never GENUINE.
final class ForeignCheck {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final long MOST_INFLATED = 64L * 1024 * 1024;
    private static final int DEEPEST = 200;

    private ForeignCheck() {}

    static Kind xml(byte[] bytes, Findings findings) {
        boolean signed = false;
        try {
            signed = wellFormed(bytes);
        } catch (XMLStreamException e) {
            findings.fail(CheckId.READABLE, "unreadable-xml");
            return Kind.UNREADABLE;
        }
        if (signed) {
            signatures(bytes, findings);
        } else {
            findings.say(CheckId.STRUCTURE, "foreign-unsigned");
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
            case TOO_SLOW -> findings.fail(CheckId.READABLE, "too-slow", LIMIT.toSeconds());
        }
    }

    /// Reads through the document without resolving anything; true when an XML signature is in it.
    private static boolean wellFormed(byte[] bytes) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader in = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
        boolean signed = false;
        int depth = 0;
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                signed |= "http://www.w3.org/2000/09/xmldsig#".equals(in.getNamespaceURI());
                if (++depth > DEEPEST) {
                    throw new XMLStreamException("nested too deep");
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        return signed;
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

    /// How many bytes come out, stopping beyond a bound. A stream inside a stream counts too.
    private static long inflated(byte[] bytes, int from, int to, long most, byte[] sink, int depth) {
        if (from + 2 > to || (bytes[from] & 0x0F) != 8) {
            return 0;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes, from, to - from);
            long size = 0;
            while (!inflater.finished() && size <= most) {
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
            return size;
        } catch (DataFormatException _) {
            return 0;
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
