package org.matricula.bench;

import com.google.zxing.qrcode.encoder.ByteMatrix;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.matricula.registry.records.spi.Part;

/// Apache PDFBox drawing the same words with its own subset of each font for each document, as its examples do. Its
/// files have no tags, ours have; colour profile and metadata are those of our file, so that they weigh the same.
final class PdfBoxPrinter {
    private static final double SIDE = 57;
    private static final double WIDTH = 481;
    private static final double LOWEST = 62;

    private final PDDocument document = new PDDocument();
    private final Map<Fonts, PDFont> fonts = new EnumMap<>(Fonts.class);
    private PDPageContentStream page;
    private double y;

    private PdfBoxPrinter() throws IOException {
        for (Fonts font : Fonts.values()) {
            fonts.put(font, PDType0Font.load(document, new ByteArrayInputStream(font.bytes()), true));
        }
        page = newPage();
    }

    /// The PDF of a book.
    ///
    /// @param profile the colour profile of our file
    /// @param metadata the XMP packet of our file
    static byte[] print(Prints.Print print, byte[] profile, byte[] metadata) throws IOException {
        PdfBoxPrinter printer = new PdfBoxPrinter();
        try (PDDocument document = printer.document) {
            for (Part part : print.form().parts()) {
                printer.draw(part);
            }
            printer.page.close();
            printer.attach(print);
            PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
            intent.setOutputConditionIdentifier("sRGB");
            document.getDocumentCatalog().addOutputIntent(intent);
            document.getDocumentCatalog().setMetadata(new PDMetadata(document, new ByteArrayInputStream(metadata)));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private void attach(Prints.Print print) throws IOException {
        PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(print.xml()), COSName.FLATE_DECODE);
        file.setSize(print.xml().length);
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(print.content().id() + ".xml");
        specification.setEmbeddedFile(file);
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(specification.getFile(), specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }

    private void draw(Part part) throws IOException {
        switch (part) {
            case Part.Masthead p -> {
                for (String line : p.left()) {
                    text(Fonts.BOLD, 9.4, line);
                }
                for (String line : p.right()) {
                    text(Fonts.BOLD, 9.4, line);
                }
            }
            case Part.Title p -> {
                text(Fonts.BOLD, 27, p.text());
                text(Fonts.ITALIC, 10, p.below());
                text(Fonts.BOLD, 18, p.whose());
            }
            case Part.Heading p -> text(Fonts.BOLD, p.level() == 1 ? 13 : 10.5, p.text());
            case Part.Paragraph p -> text(font(p.tone()), 10, p.text());
            case Part.Pairs p -> pairs(p.pairs());
            case Part.Results p -> pairs(p.results());
            case Part.Table p -> {
                for (Part.Row row : p.header()) {
                    row(p, row, true);
                }
                for (Part.Row row : p.rows()) {
                    row(p, row, false);
                }
                text(Fonts.REGULAR, 8, p.note());
            }
            case Part.Signatures p -> {
                text(Fonts.ITALIC, 10, p.dateline());
                for (Part.Signature signature : p.signatures()) {
                    text(Fonts.BOLD, 9.2, signature.office());
                    text(Fonts.ITALIC, 8, signature.how());
                    text(Fonts.BOLD, 9.2, signature.name());
                    text(Fonts.REGULAR, 8, signature.when());
                }
            }
            case Part.Verification p -> {
                text(Fonts.BOLD, 10.5, p.heading());
                text(Fonts.REGULAR, 8, p.explanation());
                pairs(p.codes());
                qr(p.address().toString());
            }
            case Part.Together p -> {
                for (Part inner : p.parts()) {
                    draw(inner);
                }
            }
            case Part.Foot p -> {
                for (Part inner : p.parts()) {
                    draw(inner);
                }
            }
            case Part.PageBreak _ -> turn();
        }
    }

    private void pairs(List<Part.Pair> pairs) throws IOException {
        for (Part.Pair pair : pairs) {
            double from = y;
            text(Fonts.REGULAR, 8.8, pair.label() + ":");
            y = from;
            lines(Fonts.BOLD, 10, SIDE + 150, wrapped(Fonts.BOLD, 10, pair.value(), WIDTH - 150));
        }
    }

    private void row(Part.Table table, Part.Row row, boolean header) throws IOException {
        double unit =
                WIDTH / table.columns().stream().mapToInt(Part.Column::width).sum();
        double x = SIDE;
        double lowest = y;
        double from = y;
        int column = 0;
        for (Part.Cell cell : row.cells()) {
            int width = 0;
            for (int i = 0; i < cell.columnSpan(); i++) {
                width += table.columns()
                        .get(Math.min(column++, table.columns().size() - 1))
                        .width();
            }
            Fonts font = header ? Fonts.BOLD : font(cell.tone());
            y = from;
            lines(font, 9.2, x + 5, wrapped(font, 9.2, cell.text(), width * unit - 10));
            // A new page began in the middle of the row: the rest of it goes there too.
            from = y > from ? 790 : from;
            lowest = Math.min(lowest, y);
            x += width * unit;
        }
        y = lowest;
        page.moveTo((float) SIDE, (float) y);
        page.lineTo((float) (SIDE + WIDTH), (float) y);
        page.stroke();
        y -= 3.4;
    }

    private void qr(String address) throws IOException {
        ByteMatrix modules = QrImage.modules(address);
        double module = 84.0 / modules.getWidth();
        for (int row = 0; row < modules.getHeight(); row++) {
            for (int from = 0; from < modules.getWidth(); from++) {
                int to = from;
                while (to < modules.getWidth() && modules.get(to, row) == 1) {
                    to++;
                }
                if (to > from) {
                    page.addRect(
                            (float) (SIDE + from * module),
                            (float) (200 - row * module),
                            (float) ((to - from) * module),
                            (float) module);
                    from = to;
                }
            }
        }
        page.fill();
    }

    private void text(Fonts font, double size, String text) throws IOException {
        lines(font, size, SIDE, wrapped(font, size, text, WIDTH));
    }

    private void lines(Fonts font, double size, double x, List<String> lines) throws IOException {
        for (String line : lines) {
            if (y < LOWEST) {
                turn();
            }
            y -= size * 1.4;
            page.beginText();
            page.setFont(fonts.get(font), (float) size);
            page.newLineAtOffset((float) x, (float) y);
            page.showText(line);
            page.endText();
        }
    }

    private List<String> wrapped(Fonts font, double size, String text, double width) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n")) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ")) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && fonts.get(font).getStringWidth(longer) * size / 1000 > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                    line.append(word);
                } else {
                    line.setLength(0);
                    line.append(longer);
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static Fonts font(Part.Tone tone) {
        return switch (tone) {
            case PLAIN, QUIET -> Fonts.REGULAR;
            case STRONG -> Fonts.BOLD;
            case REMARK -> Fonts.ITALIC;
        };
    }

    private PDPageContentStream newPage() throws IOException {
        PDPage next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        y = 790;
        return new PDPageContentStream(document, next);
    }

    private void turn() throws IOException {
        page.close();
        page = newPage();
    }
}
