package org.matricula.registry.lawbook;

import java.util.List;
import org.matricula.registry.lawbook.view.Strip;

/// A term as a picture that can be taken elsewhere: SVG without script or style sheet, the same cells as on the page.
final class StripPicture {
    private static final int CELL = 44;
    private static final int HEAD = 64;
    private static final int ASIDE = 18;

    private final StringBuilder out = new StringBuilder(4096);

    private StripPicture() {}

    /// The picture of a strip.
    ///
    /// @param language of the words in it
    static String svg(Strip strip, String language) {
        StripPicture picture = new StripPicture();
        picture.draw(strip, language);
        return picture.out.toString();
    }

    private void draw(Strip strip, String language) {
        int width = Math.max(7 * CELL, 480) + 2 * 16;
        int below = HEAD + 24 + strip.weeks().size() * CELL;
        int height = below + 16 + strip.skipped().size() * ASIDE;
        out.append("""
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" lang="%s" \
                role="img" font-family="sans-serif" font-size="13">
                <title>%s</title><desc>%s</desc>
                <rect width="100%%" height="100%%" fill="#fff"/>
                """.formatted(
                width, height, width, height, language, escaped(strip.title().text()), escaped(strip.summary())));
        text(16, 26, "#1a2330", 15, strip.title().text());
        text(16, 48, "#4a5563", 12, strip.summary());
        for (int i = 0; i < strip.weekdays().size(); i++) {
            text(16 + i * CELL + 6, HEAD + 16, "#4a5563", 11, strip.weekdays().get(i));
        }
        for (int row = 0; row < strip.weeks().size(); row++) {
            week(strip.weeks().get(row), HEAD + 24 + row * CELL);
        }
        int line = below + 14;
        for (Strip.Skipped day : strip.skipped()) {
            text(
                    16,
                    line,
                    "#4a5563",
                    11,
                    day.date() + ": " + day.reason().text() + " ("
                            + day.source().text() + ")");
            line += ASIDE;
        }
        out.append("</svg>\n");
    }

    private void week(List<Strip.Cell> week, int top) {
        for (int i = 0; i < week.size(); i++) {
            Strip.Cell cell = week.get(i);
            if (!cell.look().equals("blank")) {
                cell(cell, 16 + i * CELL, top);
            }
        }
    }

    private void cell(Strip.Cell cell, int left, int top) {
        out.append("""
                <g><title>%s</title><rect x="%d" y="%d" width="%d" height="%d" rx="5" %s/></g>
                """.formatted(escaped(cell.said()), left, top, CELL - 3, CELL - 3, look(cell.look())));
        String ink = cell.look().equals("due") ? "#fff" : "#1a2330";
        text(left + 5, top + 17, ink, 12, cell.day());
        text(left + 5, top + 34, ink, 10, cell.mark());
    }

    private static String look(String look) {
        return switch (look) {
            case "start" -> "fill=\"#e8edf5\" stroke=\"#33507a\" stroke-dasharray=\"3 2\"";
            case "counted" -> "fill=\"#e2f1e6\"";
            case "paused" -> "fill=\"#fdf0d5\" stroke=\"#a05a00\" stroke-dasharray=\"1 3\"";
            case "due" -> "fill=\"#0b5a3c\"";
            default -> "fill=\"#eceff3\" stroke=\"#b6bec9\"";
        };
    }

    private void text(int x, int y, String ink, int size, String words) {
        if (!words.isEmpty()) {
            out.append("<text x=\"%d\" y=\"%d\" fill=\"%s\" font-size=\"%d\">%s</text>%n"
                    .formatted(x, y, ink, size, escaped(words)));
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
