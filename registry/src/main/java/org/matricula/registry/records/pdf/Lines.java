package org.matricula.registry.records.pdf;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// Breaks a text into lines. Every line but the last of a paragraph ends with the space at which it was broken, so that
/// a reader who follows the tags hears the words apart.
final class Lines {
    private Lines() {}

    /// The text as it is printed: composed (NFC), with plain line feeds and no tabs.
    static String clean(String text) {
        String composed = Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (c == '\r' || c == '\t' || c == '\u2028' || c == '\u2029') {
                return composed.replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .replace('\u2028', '\n')
                        .replace('\u2029', '\n')
                        .replace('\t', ' ');
            }
        }
        return composed;
    }

    /// The lines of a text in a column; none for an empty text.
    ///
    /// A line feed always breaks. A word wider than the column is broken between letters, never before a combining
    /// mark.
    static List<String> wrap(Face face, double size, String text, double width) {
        String clean = clean(text);
        List<String> lines = new ArrayList<>();
        if (clean.isBlank()) {
            return lines;
        }
        for (String paragraph : clean.strip().split("\n", -1)) {
            wrapParagraph(face, size, paragraph.strip(), width, lines);
        }
        return lines;
    }

    /// The lines of a short text that stands alone, such as a name: as few as needed, and about equally long.
    static List<String> balanced(Face face, double size, String text, double width) {
        List<String> lines = wrap(face, size, text, width);
        if (lines.size() < 2) {
            return lines;
        }
        double enough = width;
        double little = width / 2;
        for (int i = 0; i < 6; i++) {
            double middle = (enough + little) / 2;
            List<String> tried = wrap(face, size, text, middle);
            if (tried.size() == lines.size()) {
                enough = middle;
                lines = tried;
            } else {
                little = middle;
            }
        }
        return lines;
    }

    private static void wrapParagraph(Face face, double size, String text, double width, List<String> lines) {
        if (face.width(text, size) <= width) {
            lines.add(text);
            return;
        }
        int start = 0;
        while (start < text.length()) {
            int end = fit(face, size, text, start, width);
            int cut = end;
            if (end < text.length() && text.charAt(end) != ' ') {
                int space = text.lastIndexOf(' ', end);
                cut = space > start ? space : end;
            }
            int next = cut;
            while (next < text.length() && text.charAt(next) == ' ') {
                next++;
            }
            lines.add(text.substring(start, cut) + (next > cut && next < text.length() ? " " : ""));
            start = next;
        }
    }

    /// The end of the longest piece from `start` that fits; always one letter at least.
    private static int fit(Face face, double size, String text, int start, double width) {
        double used = 0;
        int end = start;
        while (end < text.length()) {
            used += face.width(text.charAt(end), size);
            if (used > width && end > start) {
                break;
            }
            end++;
        }
        while (end < text.length() && end > start + 1 && isMark(text.charAt(end))) {
            end--;
        }
        return end;
    }

    private static boolean isMark(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK || Character.isLowSurrogate(c);
    }
}
