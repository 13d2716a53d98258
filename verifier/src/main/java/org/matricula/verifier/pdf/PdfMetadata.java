package org.matricula.verifier.pdf;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// What a PDF states about the record that it shows, in its XMP packet.
///
/// @param recordId the record's id
/// @param version the record's version
/// @param dataDigest SHA-256 of the record's data: Base64, or hexadecimal
/// @param logProof the proof that the record's issue is in the transparency log, as JSON; empty when the file
///     carries
///     none
public record PdfMetadata(String recordId, String version, String dataDigest, Optional<String> logProof) {
    /// The namespace of our properties.
    public static final String NAMESPACE = "urn:matricula:pdf:1";

    private static final Set<String> ALWAYS = Set.of("recordId", "version", "dataDigest");
    private static final String LOG_PROOF = "logProof";
    private static final int MOST_ELEMENTS = 5_000;

    /// Reads an XMP packet; empty when it is not XML or does not state the first three exactly
    /// once and the proof at most once, as elements, or states anything else in our namespace.
    public static Optional<PdfMetadata> of(byte[] packet) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Map<String, String> found = new HashMap<>();
        try {
            // As text: the Java runtime prints broken UTF-8 on the error stream before it refuses it.
            XMLStreamReader in = factory.createXMLStreamReader(new StringReader(text(packet)));
            int elements = 0;
            while (in.hasNext()) {
                if (in.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (++elements > MOST_ELEMENTS) {
                    return Optional.empty();
                }
                for (int i = 0; i < in.getAttributeCount(); i++) {
                    // XMP may state a property as an attribute too; ours are elements, and nothing is stated twice.
                    if (NAMESPACE.equals(in.getAttributeNamespace(i))) {
                        return Optional.empty();
                    }
                }
                if (NAMESPACE.equals(in.getNamespaceURI())
                        && found.put(in.getLocalName(), in.getElementText()) != null) {
                    return Optional.empty();
                }
            }
        } catch (CharacterCodingException | XMLStreamException | MissingResourceException _) {
            // The Java runtime lacks the words for some faults of a document type that it skips (JDK 25).
            return Optional.empty();
        }
        Optional<String> proof = Optional.ofNullable(found.remove(LOG_PROOF));
        return found.keySet().equals(ALWAYS)
                ? Optional.of(
                        new PdfMetadata(found.get("recordId"), found.get("version"), found.get("dataDigest"), proof))
                : Optional.empty();
    }

    /// A packet is UTF-8, with or without a byte order mark.
    private static String text(byte[] packet) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(packet))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
