package org.matricula.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// What of a record is signed, as a general canonicaliser sees it: the elements that signatures cover and the
/// signatures' own words. Two files with the same of it differ only where no signature looks.
final class SignedContent {
    static {
        Init.init();
    }

    private SignedContent() {}

    /// The canonical bytes of everything that is signed, by id; empty when the file is no XML.
    static Map<String, String> of(byte[] file) {
        Map<String, String> parts = new TreeMap<>();
        try {
            DocumentBuilder builder =
                    DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            Document document = builder.parse(new ByteArrayInputStream(file));
            NodeList all = document.getElementsByTagName("*");
            for (int i = 0; i < all.getLength(); i++) {
                Element element = (Element) all.item(i);
                switch (element.getLocalName()) {
                    case "data", "issue", "SignedProperties" -> put(parts, element.getAttribute("Id"), element);
                    case "SignedInfo" ->
                        put(parts, "info " + ((Element) element.getParentNode()).getAttribute("Id"), element);
                    case "SignatureValue" ->
                        parts.putIfAbsent(
                                element.getAttribute("Id"),
                                element.getTextContent().replaceAll("\\s", ""));
                    default -> {}
                }
            }
        } catch (SAXException | IOException | RuntimeException _) {
            // Not XML: then nothing in it is signed.
            return Map.of();
        } catch (ParserConfigurationException | XMLSecurityException e) {
            throw new IllegalStateException("this Java runtime cannot canonicalise", e);
        }
        return parts;
    }

    private static void put(Map<String, String> parts, String id, Element element) throws XMLSecurityException {
        if (!id.isEmpty()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS)
                    .canonicalizeSubtree(element, out);
            parts.putIfAbsent(id, out.toString(StandardCharsets.UTF_8));
        }
    }
}
