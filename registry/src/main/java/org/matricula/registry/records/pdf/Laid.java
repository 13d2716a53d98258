package org.matricula.registry.records.pdf;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.matricula.registry.records.spi.PrintedForm;

/// A document whose every line has its place, before a font is cut and a byte is written.
///
/// @param document what was laid out
/// @param root its tags
/// @param pages what stands on each page
record Laid(PdfDocument document, Tag root, List<List<Op>> pages) {
    static Laid of(PdfDocument document) {
        Tag root = Tag.root();
        List<List<Op>> pages = Flow.pages(Setting.slabs(document.form(), root));
        for (int i = 0; i < pages.size(); i++) {
            frame(document.form(), pages.get(i));
            foot(document.form(), i + 1, pages.size(), pages.get(i));
        }
        return new Laid(document, root, pages);
    }

    private static void frame(PrintedForm form, List<Op> ops) {
        int colour = Look.tint(Look.rgb(form.accent()), 0.5);
        ops.add(frame(colour, 0.9, Look.FRAME));
        ops.add(frame(colour, 0.3, Look.FRAME + 3));
    }

    private static Op frame(int colour, double line, double inset) {
        double width = Look.PAGE_WIDTH - 2 * inset;
        return new Op.Frame(Tag.ARTIFACT, colour, line, inset, inset, width, Look.PAGE_HEIGHT - 2 * inset, 0);
    }

    private static void foot(PrintedForm form, int page, int of, List<Op> ops) {
        PrintedForm.Footer footer = form.footer();
        String count = footer.pages().replace("{page}", "" + page).replace("{pages}", "" + of);
        double size = Look.FOOTER_SIZE;
        double used = Face.REGULAR.width(count, size);
        double right = Look.SIDE + Look.WIDTH - used;
        ops.add(new Op.Text(Tag.ARTIFACT, Face.REGULAR, size, Look.QUIET, right, Look.FOOTER, count));
        double y = Look.FOOTER;
        for (String line : Lines.wrap(Face.REGULAR, size, footer.left(), Look.WIDTH - used - 12)) {
            ops.add(new Op.Text(Tag.ARTIFACT, Face.REGULAR, size, Look.QUIET, Look.SIDE, y, line));
            y -= size * Look.LEADING;
        }
        List<String> notice = Lines.balanced(Face.BOLD, size, footer.notice(), Look.WIDTH);
        double below = Look.NOTICE + (notice.size() - 1) * size / 2;
        for (String line : notice) {
            double x = (Look.PAGE_WIDTH - Face.BOLD.width(line.stripTrailing(), size)) / 2;
            ops.add(new Op.Text(Tag.ARTIFACT, Face.BOLD, size, Look.WARNING, x, below, line));
            below -= size * 1.1;
        }
    }

    /// Adds the characters that this document prints to those of the batch.
    ///
    /// @throws UnprintableCharacters when a face lacks some of them
    void collect(Map<Face, BitSet> used) {
        TreeSet<Integer> missing = new TreeSet<>();
        for (List<Op> page : pages) {
            for (Op op : page) {
                if (op instanceof Op.Text text) {
                    BitSet characters = used.computeIfAbsent(text.face(), _ -> new BitSet());
                    text.text().codePoints().forEach(c -> {
                        if (text.face().has(c)) {
                            characters.set(c);
                        } else {
                            missing.add(c);
                        }
                    });
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new UnprintableCharacters(document.recordId(), new ArrayList<>(missing));
        }
    }
}
