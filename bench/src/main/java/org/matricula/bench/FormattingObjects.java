package org.matricula.bench;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.matricula.registry.records.spi.Part;
import org.matricula.registry.records.spi.PrintedForm;

/// A printed form as XSL formatting objects: the same words, tables, fonts and sizes, for Apache FOP.
final class FormattingObjects {
    private final StringBuilder out = new StringBuilder(64 * 1024);
    private final String accent;

    private FormattingObjects(PrintedForm form) {
        accent = "#%02x%02x%02x"
                .formatted(
                        form.accent().red(),
                        form.accent().green(),
                        form.accent().blue());
    }

    /// The document with the XML attached.
    static byte[] of(Prints.Print print) {
        PrintedForm form = print.form();
        FormattingObjects fo = new FormattingObjects(form);
        fo.document(form, print);
        return fo.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void document(PrintedForm form, Prints.Print print) {
        out.append("<fo:root xmlns:fo=\"http://www.w3.org/1999/XSL/Format\"");
        out.append(" xmlns:pdf=\"http://xmlgraphics.apache.org/fop/extensions/pdf\"");
        out.append(" font-family=\"Noto Serif\" font-size=\"10pt\" line-height=\"1.4\" xml:lang=\"vi\">");
        out.append("<fo:layout-master-set><fo:simple-page-master master-name=\"a4\" page-width=\"595.28pt\"");
        out.append(" page-height=\"841.89pt\" margin=\"30pt 57pt 20pt 57pt\">");
        out.append("<fo:region-body margin-top=\"21pt\" margin-bottom=\"42pt\"/>");
        out.append("<fo:region-after extent=\"30pt\"/></fo:simple-page-master></fo:layout-master-set>");
        out.append("<fo:declarations><x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF");
        out.append(" xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\"");
        out.append(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>");
        text(form.title());
        out.append("</dc:title></rdf:Description></rdf:RDF></x:xmpmeta>");
        out.append("<pdf:embedded-file filename=\"")
                .append(print.content().id())
                .append(".xml\"");
        out.append(" description=\"signed record\" src=\"data:text/xml;base64,");
        out.append(Base64.getEncoder().encodeToString(print.xml())).append("\"/></fo:declarations>");
        out.append("<fo:page-sequence master-reference=\"a4\"><fo:static-content flow-name=\"xsl-region-after\">");
        block(form.footer().left(), "font-size=\"7.5pt\" color=\"#5c5c5c\"");
        out.append("<fo:block font-size=\"7.5pt\" text-align=\"end\"><fo:page-number/>/");
        out.append("<fo:page-number-citation ref-id=\"end\"/></fo:block>");
        block(
                form.footer().notice(),
                "font-size=\"7.5pt\" font-weight=\"bold\" color=\"#a01818\" text-align=\"center\"");
        out.append("</fo:static-content><fo:flow flow-name=\"xsl-region-body\">");
        form.parts().forEach(this::part);
        out.append("<fo:block id=\"end\"/></fo:flow></fo:page-sequence></fo:root>");
    }

    private void part(Part part) {
        switch (part) {
            case Part.Masthead p -> masthead(p);
            case Part.Title p -> {
                block(
                        p.text(),
                        "font-size=\"27pt\" font-weight=\"bold\" text-align=\"center\" color=\"" + accent + "\"");
                block(p.below(), "font-style=\"italic\" text-align=\"center\"");
                block(p.whose(), "font-size=\"18pt\" font-weight=\"bold\" text-align=\"center\"");
            }
            case Part.Heading p -> heading(p.level(), p.text());
            case Part.Paragraph p -> block(p.text(), tone(p.tone()) + align(p.align()));
            case Part.Pairs p -> pairs(p.columns(), p.pairs());
            case Part.Results p ->
                p.results().forEach(pair -> {
                    heading(2, pair.label());
                    block(pair.value(), "font-weight=\"bold\"");
                });
            case Part.Table p -> table(p);
            case Part.Signatures p -> signatures(p);
            case Part.Verification p -> verification(p);
            case Part.Together p -> {
                out.append("<fo:block keep-together.within-page=\"always\">");
                p.parts().forEach(this::part);
                out.append("</fo:block>");
            }
            case Part.Foot p -> p.parts().forEach(this::part);
            case Part.PageBreak _ -> out.append("<fo:block break-after=\"page\"/>");
        }
    }

    private void heading(int level, String text) {
        double[] sizes = {13, 10.5, 9.6};
        block(
                text,
                "font-weight=\"bold\" space-before=\"8pt\" keep-with-next=\"always\" color=\"%s\" font-size=\"%spt\""
                        .formatted(accent, sizes[level - 1]));
    }

    private void masthead(Part.Masthead masthead) {
        openTable(List.of(43, 57));
        out.append("<fo:table-row>");
        for (List<String> lines : List.of(masthead.left(), masthead.right())) {
            out.append("<fo:table-cell>");
            lines.forEach(line -> block(line, "font-weight=\"bold\" font-size=\"9.4pt\" text-align=\"center\""));
            out.append("</fo:table-cell>");
        }
        out.append("</fo:table-row>");
        closeTable();
    }

    private void pairs(int columns, List<Part.Pair> pairs) {
        openTable(java.util.Collections.nCopies(columns, 1));
        int used = columns;
        boolean open = false;
        for (Part.Pair pair : pairs) {
            int span = Math.min(pair.span(), columns);
            if (used + span > columns) {
                out.append(open ? "</fo:table-row><fo:table-row>" : "<fo:table-row>");
                open = true;
                used = 0;
            }
            used += span;
            out.append("<fo:table-cell padding=\"2pt\" number-columns-spanned=\"")
                    .append(span)
                    .append("\"><fo:block>");
            out.append("<fo:inline color=\"#5c5c5c\" font-size=\"8.8pt\">");
            text(pair.label() + ": ");
            out.append("</fo:inline><fo:inline font-weight=\"bold\">");
            text(pair.value().isBlank() ? "–" : pair.value());
            out.append("</fo:inline></fo:block></fo:table-cell>");
        }
        if (!open) {
            out.append("<fo:table-row><fo:table-cell><fo:block/></fo:table-cell>");
        }
        out.append("</fo:table-row>");
        closeTable();
    }

    private void table(Part.Table table) {
        out.append("<fo:table table-layout=\"fixed\" width=\"100%\" font-size=\"9.2pt\" space-before=\"4pt\">");
        columns(table.columns().stream().map(Part.Column::width).toList());
        if (!table.header().isEmpty()) {
            out.append("<fo:table-header font-weight=\"bold\" font-size=\"8.4pt\">");
            table.header().forEach(row -> row(table, row, true));
            out.append("</fo:table-header>");
        }
        out.append("<fo:table-body>");
        table.rows().forEach(row -> row(table, row, false));
        closeTable();
        block(table.note(), "font-size=\"8pt\" color=\"#5c5c5c\"");
    }

    private void row(Part.Table table, Part.Row row, boolean header) {
        out.append("<fo:table-row keep-together.within-page=\"always\">");
        int column = Math.max(
                0,
                table.columns().size()
                        - row.cells().stream().mapToInt(Part.Cell::columnSpan).sum());
        for (Part.Cell cell : row.cells()) {
            out.append("<fo:table-cell padding=\"3.4pt 5pt\" border-bottom=\"0.4pt solid #bdb9b1\"");
            out.append(" number-columns-spanned=\"").append(cell.columnSpan());
            out.append("\" number-rows-spanned=\"").append(cell.rowSpan()).append("\">");
            Part.Column at =
                    table.columns().get(Math.min(column, table.columns().size() - 1));
            block(cell.text(), header ? "text-align=\"center\"" : tone(cell.tone()) + align(at.align()));
            out.append("</fo:table-cell>");
            column += cell.columnSpan();
        }
        out.append("</fo:table-row>");
    }

    private void signatures(Part.Signatures signatures) {
        block(signatures.dateline(), "font-style=\"italic\" text-align=\"end\"");
        openTable(java.util.Collections.nCopies(signatures.signatures().size(), 1));
        out.append("<fo:table-row keep-together.within-page=\"always\">");
        for (Part.Signature signature : signatures.signatures()) {
            out.append("<fo:table-cell border=\"0.5pt solid ").append(accent).append("\" padding=\"4pt\">");
            block(signature.office(), "font-weight=\"bold\" text-align=\"center\"");
            block(signature.how(), "font-style=\"italic\" font-size=\"8pt\" text-align=\"center\"");
            block(signature.name(), "font-weight=\"bold\" text-align=\"center\"");
            block(signature.when(), "font-size=\"8pt\" text-align=\"center\"");
            out.append("</fo:table-cell>");
        }
        out.append("</fo:table-row>");
        closeTable();
    }

    private void verification(Part.Verification verification) {
        heading(2, verification.heading());
        openTable(List.of(20, 80));
        out.append("<fo:table-row><fo:table-cell><fo:block><fo:external-graphic content-width=\"84pt\"");
        out.append(" scaling=\"uniform\" src=\"data:image/png;base64,");
        out.append(Base64.getEncoder()
                .encodeToString(QrImage.png(verification.address().toString())));
        out.append("\"/></fo:block></fo:table-cell><fo:table-cell>");
        block(verification.explanation(), "font-size=\"8pt\"");
        pairs(2, verification.codes());
        out.append("</fo:table-cell></fo:table-row>");
        closeTable();
    }

    private void openTable(List<Integer> widths) {
        out.append("<fo:table table-layout=\"fixed\" width=\"100%\">");
        columns(widths);
        out.append("<fo:table-body>");
    }

    private void columns(List<Integer> widths) {
        widths.forEach(width -> out.append("<fo:table-column column-width=\"proportional-column-width(")
                .append(width)
                .append(")\"/>"));
    }

    private void closeTable() {
        out.append("</fo:table-body></fo:table>");
    }

    private void block(String text, String attributes) {
        out.append("<fo:block linefeed-treatment=\"preserve\" ")
                .append(attributes)
                .append('>');
        text(text);
        out.append("</fo:block>");
    }

    private static String tone(Part.Tone tone) {
        return switch (tone) {
            case PLAIN -> "";
            case STRONG -> "font-weight=\"bold\" ";
            case QUIET -> "font-size=\"8pt\" color=\"#5c5c5c\" ";
            case REMARK -> "font-style=\"italic\" color=\"#5c5c5c\" ";
        };
    }

    private static String align(Part.Align align) {
        return "text-align=\""
                + switch (align) {
                    case LEFT -> "start";
                    case CENTRE -> "center";
                    case RIGHT -> "end";
                }
                + "\"";
    }

    private void text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                default -> out.append(c);
            }
        }
    }
}
