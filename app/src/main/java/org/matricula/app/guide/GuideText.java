package org.matricula.app.guide;

import java.util.List;
import java.util.Locale;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// A page of the guide, made from its Markdown.
///
/// @param title its first heading
/// @param lang `vi` or `en`
/// @param html what follows the heading; made by the renderer alone, from a file of ours, with HTML in it escaped
record GuideText(String title, String lang, String html) {
    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(TABLES).escapeHtml(true).build();

    /// Reads a page.
    static GuideText of(String markdown) {
        Node page = PARSER.parse(markdown);
        page.accept(new Addresses());
        Title title = new Title();
        page.accept(title);
        return new GuideText(
                title.words.toString(), markdown.contains("*English:") ? "vi" : "en", RENDERER.render(page));
    }

    /// Takes the first heading away and keeps its words: the page shows them in its own place.
    private static final class Title extends AbstractVisitor {
        private final StringBuilder words = new StringBuilder();

        @Override
        public void visit(Heading heading) {
            if (heading.getLevel() == 1) {
                visitChildren(heading);
                heading.unlink();
            }
        }

        @Override
        public void visit(Text text) {
            if (text.getParent() instanceof Heading) {
                words.append(text.getLiteral());
            }
        }
    }

    /// Turns addresses between files into addresses of pages. What lies outside the guide (formats, operations) is not
    /// part of the program: its words stay, the link goes.
    private static final class Addresses extends AbstractVisitor {
        @Override
        public void visit(Image image) {
            image.setDestination("/guide/" + image.getDestination());
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            String to = link.getDestination();
            if (to.startsWith("..")) {
                Node after = link;
                for (Node child = link.getFirstChild(); child != null; child = link.getFirstChild()) {
                    after.insertAfter(child);
                    after = child;
                }
                link.unlink();
            } else if (to.toLowerCase(Locale.ROOT).endsWith(".md")) {
                link.setDestination("/guide/" + to.substring(0, to.length() - ".md".length()));
            }
        }
    }
}
