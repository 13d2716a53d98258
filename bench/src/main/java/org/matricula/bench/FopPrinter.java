package org.matricula.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.apps.Fop;
import org.apache.fop.apps.FopFactory;
import org.apache.xmlgraphics.util.MimeConstants;
import org.xml.sax.SAXException;

/// Apache FOP as its manual advises: one factory for all documents, events from a SAX parser, PDF/A-3b.
final class FopPrinter implements AutoCloseable {
    private final Path folder;
    private final FopFactory factory;
    private final SAXParserFactory parsers = SAXParserFactory.newDefaultNSInstance();

    FopPrinter() throws IOException, SAXException {
        folder = Files.createTempDirectory("matricula-bench-fop");
        StringBuilder fonts = new StringBuilder();
        for (Fonts font : Fonts.values()) {
            Files.write(folder.resolve(font.fileName()), font.bytes());
            fonts.append(("<font kerning=\"no\" embed-url=\"%s\"><font-triplet name=\"Noto Serif\" style=\"%s\""
                            + " weight=\"%s\"/></font>")
                    .formatted(font.fileName(), font.style, font.weight));
        }
        String configuration = "<fop version=\"1.0\"><renderers><renderer mime=\"application/pdf\"><fonts>" + fonts
                + "</fonts></renderer></renderers></fop>";
        factory = FopFactory.newInstance(
                folder.toUri(), new ByteArrayInputStream(configuration.getBytes(StandardCharsets.UTF_8)));
    }

    /// The PDF of a book.
    byte[] print(Prints.Print print) throws IOException, SAXException, ParserConfigurationException {
        FOUserAgent agent = factory.newFOUserAgent();
        @SuppressWarnings("unchecked")
        Map<String, Object> options = agent.getRendererOptions();
        options.put("pdf-a-mode", "PDF/A-3b");
        agent.setTitle(print.content().id());
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
        Fop fop = factory.newFop(MimeConstants.MIME_PDF, agent, out);
        parsers.newSAXParser().parse(new ByteArrayInputStream(FormattingObjects.of(print)), fop.getDefaultHandler());
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
