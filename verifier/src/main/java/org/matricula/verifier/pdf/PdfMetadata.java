package org.matricula.verifier.pdf;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
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
public record PdfMetadata(String recordId, String version, String dataDigest) {
    /// The namespace of our three properties.
    public static final String NAMESPACE = "urn:matricula:pdf:1";

    private static final int MOST_ELEMENTS = 5_000;

    /// Reads an XMP packet; empty when it is not XML or does not state each of the three exactly once,
    /// as an element.
    public static Optional<PdfMetadata> of(byte[] packet) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Map<String, String> found = new HashMap<>();
        try {
            XMLStreamReader in = factory.createXMLStreamReader(new ByteArrayInputStream(packet), "UTF-8");
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
        } catch (XMLStreamException _) {
            return Optional.empty();
        }
        return found.keySet().equals(Set.of("recordId", "version", "dataDigest"))
                ? Optional.of(new PdfMetadata(found.get("recordId"), found.get("version"), found.get("dataDigest")))
                : Optional.empty();
    }
}
