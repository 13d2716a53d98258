package org.matricula.registry.records.pdf;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The XMP packet: what the file claims to be, and by which record it was made.
final class Metadata {
    static final String PRODUCER = "Matricula";

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private static final String PACKET = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:matricula="urn:matricula:pdf:1">
            <pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
            <dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
            <xmp:CreateDate>%4$s</xmp:CreateDate><xmp:ModifyDate>%4$s</xmp:ModifyDate>
            <pdf:Producer>%3$s</pdf:Producer>
            <matricula:recordId>%5$s</matricula:recordId><matricula:version>%6$d</matricula:version><matricula:dataDigest>%7$s</matricula:dataDigest>%8$s
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas><rdf:Bag>
            """;

    /// The schemas that PDF/A does not know by itself must be described in the packet.
    private static final String SCHEMAS = schema(
                    "PDF/UA identification",
                    "http://www.aiim.org/pdfua/ns/id/",
                    "pdfuaid",
                    property("part", "Integer", "internal", "Part of PDF/UA"))
            + schema(
                    "Matricula record",
                    "urn:matricula:pdf:1",
                    "matricula",
                    property("recordId", "Text", "external", "Functional number of the record")
                            + property("version", "Integer", "external", "Version of the record, from 1")
                            + property("dataDigest", "Text", "external", "SHA-256 of the record's data")
                            + property("logProof", "Text", "external", "Proof that the issue is in the log"))
            + """
            </rdf:Bag></pdfaExtension:schemas>
            </rdf:Description>
            </rdf:RDF></x:xmpmeta>
            <?xpacket end="r"?>""";

    private Metadata() {}

    static byte[] packet(PdfDocument document) {
        String head = PACKET.formatted(
                escaped(Lines.clean(document.form().title())),
                escaped(document.form().language()),
                PRODUCER,
                MOMENT.format(document.sealedAt()),
                escaped(document.recordId()),
                document.version(),
                escaped(document.dataDigest()),
                document.logProof().map(Metadata::logProof).orElse(""));
        return (head + SCHEMAS).getBytes(StandardCharsets.UTF_8);
    }

    private static String logProof(String json) {
        return "\n<matricula:logProof>" + escaped(json) + "</matricula:logProof>";
    }

    private static String schema(String about, String namespace, String prefix, String properties) {
        return """
                <rdf:li rdf:parseType="Resource"><pdfaSchema:schema>%s</pdfaSchema:schema>\
                <pdfaSchema:namespaceURI>%s</pdfaSchema:namespaceURI><pdfaSchema:prefix>%s</pdfaSchema:prefix>
                <pdfaSchema:property><rdf:Seq>
                %s</rdf:Seq></pdfaSchema:property></rdf:li>
                """.formatted(about, namespace, prefix, properties);
    }

    private static String property(String name, String type, String category, String about) {
        return """
                <rdf:li rdf:parseType="Resource"><pdfaProperty:name>%s</pdfaProperty:name>\
                <pdfaProperty:valueType>%s</pdfaProperty:valueType><pdfaProperty:category>%s</pdfaProperty:category>\
                <pdfaProperty:description>%s</pdfaProperty:description></rdf:li>
                """.formatted(name, type, category, about);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
