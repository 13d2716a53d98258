package org.matricula.verifier;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// A first walk through a stranger's XML document: whether it is well formed and signed, and whether a library could
/// be kept busy with it. Nothing in it is resolved, not even namespaces: looking those up is where time goes when a
/// document declares thousands.
final class ForeignMarkup {
    private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    private static final int DEEPEST = 200;
    private static final int MOST_NAMESPACES = 256;
    private static final int MOST_SIGNATURES = 20;
    private static final int MOST_CERTIFICATES = 200;
    private static final long MOST_DIGESTED = 32L * 1024 * 1024;

    /// What only copies bytes. XPath and style sheets compute, for as long as their author likes.
    private static final Set<String> PLAIN_TRANSFORMS = Set.of(
            DSIG + "enveloped-signature",
            DSIG + "base64",
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments",
            "http://www.w3.org/2006/12/xml-c14n11",
            "http://www.w3.org/2006/12/xml-c14n11#WithComments",
            "http://www.w3.org/2001/10/xml-exc-c14n#",
            "http://www.w3.org/2001/10/xml-exc-c14n#WithComments");

    private static final Pattern UTF_8 = Pattern.compile("(?i)encoding\\s*=\\s*[\"']utf-?8[\"']");

    /// The one way in which a quote may stand in an id or a reference. DSS makes an XPath expression out of them.
    private static final Pattern QUOTED_ID = Pattern.compile("#xpointer\\(id\\('[^']*'\\)\\)");

    private static final Set<String> IDS = Set.of("id", "uri", "target", "objectreference");

    private final Deque<Integer> namespaces = new ArrayDeque<>();
    private int declared;
    private boolean signed;
    private boolean computes;
    private int signatures;
    private int references;
    private int certificates;

    private ForeignMarkup() {}

    /// What came of the walk.
    enum Outcome {
        /// Not well-formed XML.
        BROKEN,
        /// Nested deeper, or with more namespaces, than is read.
        TOO_MUCH,
        /// No XML signature is in it.
        UNSIGNED,
        /// Signed, in a way that would keep a library busy.
        SIGNED_TOO_HEAVILY,
        /// Signed.
        SIGNED
    }

    static Outcome of(byte[] bytes) {
        ForeignMarkup markup = new ForeignMarkup();
        try {
            return markup.walk(bytes) ? markup.outcome(bytes.length) : Outcome.TOO_MUCH;
        } catch (XMLStreamException e) {
            // The Java runtime has bounds of its own (depth, attributes, names) and says so with these numbers.
            boolean bound = e.getMessage() != null && e.getMessage().contains("JAXP0001");
            return bound ? Outcome.TOO_MUCH : Outcome.BROKEN;
        } catch (MissingResourceException _) {
            // The Java runtime lacks the words for some faults of a document type that it skips (JDK 25).
            return Outcome.BROKEN;
        }
    }

    private Outcome outcome(long length) {
        if (!signed) {
            return Outcome.UNSIGNED;
        }
        boolean heavy = computes
                || signatures > MOST_SIGNATURES
                || certificates > MOST_CERTIFICATES
                || references * length > MOST_DIGESTED;
        return heavy ? Outcome.SIGNED_TOO_HEAVILY : Outcome.SIGNED;
    }

    /// False when there is more than is read.
    private boolean walk(byte[] bytes) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        XMLStreamReader in = reader(factory, bytes);
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    element(in);
                    if (namespaces.size() > DEEPEST || declared > MOST_NAMESPACES) {
                        return false;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> declared -= namespaces.pop();
                default -> {}
            }
        }
        return true;
    }

    /// Text in UTF-8 is decoded here: the Java runtime prints what is broken in it on the error stream before it
    /// refuses it. Other encodings it finds out itself.
    private static XMLStreamReader reader(XMLInputFactory factory, byte[] bytes) throws XMLStreamException {
        String start = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1);
        boolean utf8 = start.startsWith("<")
                && !start.contains("\0")
                && (!start.contains("encoding") || UTF_8.matcher(start).find());
        if (!utf8) {
            return factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
        }
        return factory.createXMLStreamReader(
                new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8.newDecoder()));
    }

    private void element(XMLStreamReader in) {
        String name = in.getLocalName();
        String local = name.substring(name.indexOf(':') + 1);
        int here = 0;
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String attribute = in.getAttributeLocalName(i);
            if (attribute.equals("xmlns") || "xmlns".equals(in.getAttributePrefix(i))) {
                here++;
                signed |= in.getAttributeValue(i).equals(DSIG);
            }
            computes |= local.equals("Transform")
                    && attribute.equals("Algorithm")
                    && !PLAIN_TRANSFORMS.contains(in.getAttributeValue(i));
            computes |= IDS.contains(attribute.toLowerCase(Locale.ROOT)) && quotes(in.getAttributeValue(i));
        }
        namespaces.push(here);
        declared += here;
        signatures += local.equals("Signature") ? 1 : 0;
        references += local.equals("Reference") ? 1 : 0;
        certificates += local.endsWith("X509Certificate") ? 1 : 0;
    }

    private static boolean quotes(String id) {
        return id.indexOf('\'') >= 0 && !QUOTED_ID.matcher(id).matches();
    }
}
