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
            foot(document.form(), i + 1, pages.size(), pages.get(i));
        }
        return new Laid(document, root, pages);
    }

    private static void foot(PrintedForm form, int page, int of, List<Op> ops) {
        PrintedForm.Footer footer = form.footer();
        String count = footer.pages().replace("{page}", "" + page).replace("{pages}", "" + of);
        double y = Look.FOOTER;
        int rule = Look.tint(Look.rgb(form.accent()), 0.35);
        double right = Look.SIDE + Look.WIDTH - Face.REGULAR.width(count, 7.5);
        ops.add(new Op.Fill(Tag.ARTIFACT, rule, Look.SIDE, y + 11, Look.WIDTH, 0.5));
        ops.add(new Op.Text(Tag.ARTIFACT, Face.REGULAR, 7.5, Look.QUIET, right, y, count));
        double room = Look.WIDTH - Face.REGULAR.width(count, 7.5) - 12;
        for (String line : Lines.wrap(Face.REGULAR, 7.5, footer.left(), room)) {
            ops.add(new Op.Text(Tag.ARTIFACT, Face.REGULAR, 7.5, Look.QUIET, Look.SIDE, y, line));
            y -= 10;
        }
        for (String line : Lines.wrap(Face.BOLD, 7.5, footer.notice(), Look.WIDTH)) {
            ops.add(new Op.Text(Tag.ARTIFACT, Face.BOLD, 7.5, Look.WARNING, Look.SIDE, y, line));
            y -= 10;
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
