package org.matricula.registry.gradebook.grid;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// A pull parser over one part of an office file, deaf to everything that reaches out of it.
///
/// Elements are known by their local names: the strict and the transitional edition of the format differ only in
/// namespaces. A document type declaration refuses the file.
final class Xml {
    private static final XMLInputFactory FACTORY = factory();
    private final XMLStreamReader reader;
    private final String part;
    private int depth;

    Xml(byte[] bytes, String part) throws Unreadable {
        this.part = part;
        try {
            reader = FACTORY.createXMLStreamReader(new InputStreamReader(
                    new ByteArrayInputStream(bytes, start(bytes), bytes.length - start(bytes)),
                    charset(bytes).newDecoder()));
        } catch (XMLStreamException e) {
            throw new Unreadable(FileWords.damaged(part));
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /// Parts are UTF-8 or UTF-16 (ECMA-376, part 2, section 6.2.2). Decoded here, and strictly, since the parser
    /// would write to standard error what is wrong with its bytes.
    private static Charset charset(byte[] bytes) {
        boolean wide = bytes.length > 1
                && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                        || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
        return wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    /// A byte order mark in UTF-8 is a character to the decoder, and none to XML.
    private static int start(byte[] bytes) {
        boolean marked =
                bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return marked ? 3 : 0;
    }

    /// What the parser has come to.
    enum Event {
        START,
        END,
        TEXT,
        DONE
    }

    /// Moves on to the next start, end or text.
    Event next() throws Unreadable {
        try {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > 200) {
                            throw new Unreadable(FileWords.damaged(part));
                        }
                        return Event.START;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        return Event.END;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        return Event.TEXT;
                    }
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new Unreadable(FileWords.documentType(part));
                    default -> {
                        // Comments and processing instructions say nothing about cells.
                    }
                }
            }
            return Event.DONE;
        } catch (XMLStreamException e) {
            throw new Unreadable(FileWords.damaged(part));
        }
    }

    String name() {
        return reader.getLocalName();
    }

    String text() {
        return reader.getText();
    }

    /// The value of an attribute by local name, whatever its namespace.
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /// A whole number of an attribute, or the default when there is none or it is no number.
    int number(String name, int otherwise) {
        var value = attribute(name);
        if (value == null
                || value.isEmpty()
                || value.length() > 9
                || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return otherwise;
        }
        return Integer.parseInt(value);
    }

    boolean flag(String name) {
        var value = attribute(name);
        return "1".equals(value) || "true".equals(value) || "on".equals(value);
    }
}
