package org.matricula.registry.records.pdf;

import java.util.ArrayList;
import java.util.List;
import org.matricula.registry.records.spi.Part;
import org.matricula.registry.records.spi.Part.Align;
import org.matricula.registry.records.spi.Part.Tone;
import org.matricula.registry.records.spi.PrintedForm;

/// Sets the parts of a form as strips, each with its tag. Panels and tables have a class of their own.
final class Setting {
    private final Tag document;
    private final int accent;
    private final List<Slab> slabs = new ArrayList<>();

    private Setting(PrintedForm form, Tag document) {
        this.document = document;
        accent = Look.rgb(form.accent());
    }

    /// @param document gets the tags of the parts
    static List<Slab> slabs(PrintedForm form, Tag document) {
        Setting setting = new Setting(form, document);
        form.parts().forEach(setting::set);
        return setting.slabs;
    }

    private void set(Part part) {
        switch (part) {
            case Part.Masthead masthead -> masthead(masthead);
            case Part.Title title -> title(title);
            case Part.Heading heading -> heading(heading);
            case Part.Paragraph paragraph -> paragraph(paragraph);
            case Part.Pairs pairs -> pairs(pairs);
            case Part.Table table -> slabs.addAll(TableSetting.slabs(table, document, accent));
            case Part.Signatures signatures -> slabs.add(Panels.signatures(signatures, document, accent));
            case Part.Verification verification -> slabs.add(Panels.verification(verification, document, accent));
            case Part.Together together -> together(together);
            case Part.PageBreak _ -> slabs.add(Slab.pageBreak());
        }
    }

    private void together(Part.Together together) {
        int from = slabs.size();
        together.parts().forEach(this::set);
        for (int i = from; i < slabs.size() - 1; i++) {
            slabs.set(i, slabs.get(i).keeping());
        }
    }

    private void masthead(Part.Masthead masthead) {
        double left = Look.WIDTH * 0.43;
        List<Op> ops = new ArrayList<>();
        Tag tag = document.add("Div");
        double height = Math.max(
                mastheadColumn(masthead.left(), tag, 0, left - 10, false, ops),
                mastheadColumn(masthead.right(), tag, left, Look.WIDTH - left, true, ops));
        slabs.add(Slab.of(0, height, ops));
    }

    private double mastheadColumn(List<String> texts, Tag tag, double x, double width, boolean strong, List<Op> ops) {
        double y = 0;
        double last = 0;
        for (int i = 0; i < texts.size(); i++) {
            Face face = strong || i == texts.size() - 1 ? Face.BOLD : Face.REGULAR;
            double size = strong && i > 0 ? Look.BODY : 9.4;
            List<String> lines = Lines.wrap(face, size, texts.get(i), width);
            Tag paragraph = tag.add("P");
            for (String line : lines) {
                last = face.width(line.strip(), size);
                ops.add(centred(paragraph, face, size, Look.INK, x, width, y, line));
                y += size * Look.LEADING;
            }
        }
        double rule = Math.min(last, strong ? width : 70);
        ops.add(new Op.Fill(Tag.ARTIFACT, accent, Look.SIDE + x + (width - rule) / 2, y + 2.5, rule, 0.7));
        return y + 4;
    }

    private void title(Part.Title title) {
        List<Op> ops = new ArrayList<>();
        double y = lines("H1", Face.BOLD, 27, accent, title.text(), 0, ops);
        y = lines("P", Face.ITALIC, Look.BODY, Look.QUIET, title.below(), y, ops);
        if (!title.whose().isBlank()) {
            y = lines("P", Face.BOLD, 17, Look.INK, title.whose(), y + 14, ops);
        }
        slabs.add(Slab.of(30, y, ops));
    }

    private double lines(String type, Face face, double size, int colour, String text, double from, List<Op> ops) {
        double y = from;
        List<String> lines = Lines.wrap(face, size, text, Look.WIDTH);
        if (!lines.isEmpty()) {
            Tag tag = document.add(type);
            for (String line : lines) {
                ops.add(centred(tag, face, size, colour, 0, Look.WIDTH, y, line));
                y += size * Look.LEADING;
            }
        }
        return y;
    }

    private void heading(Part.Heading heading) {
        double size = Look.HEADINGS[heading.level() - 1];
        int colour = heading.level() == 3 ? Look.INK : accent;
        Tag tag = document.add("H" + (heading.level() + 1));
        List<Op> ops = new ArrayList<>();
        double y = 0;
        for (String line : Lines.wrap(Face.BOLD, size, heading.text(), Look.WIDTH)) {
            ops.add(text(tag, Face.BOLD, size, colour, 0, y, line));
            y += size * Look.LEADING;
        }
        if (heading.level() == 1) {
            ops.add(new Op.Fill(Tag.ARTIFACT, accent, Look.SIDE, y + 1.5, Look.WIDTH, 0.8));
            y += 2.5;
        }
        double before = heading.level() == 1 ? 20 : heading.level() == 2 ? 13 : 8;
        slabs.add(Slab.of(before, y + 4, ops).keeping());
    }

    private void paragraph(Part.Paragraph paragraph) {
        Face face = Look.face(paragraph.tone());
        double size = Look.size(paragraph.tone(), Look.BODY);
        double leading = size * Look.LEADING;
        Tag tag = document.add("P");
        double before = 3;
        List<String> lines = Lines.wrap(face, size, paragraph.text(), Look.WIDTH);
        for (int i = 0; i < lines.size(); i++) {
            Op op = aligned(tag, paragraph.tone(), size, paragraph.align(), 0, Look.WIDTH, 0, lines.get(i));
            Slab slab = Slab.of(before, leading, List.of(op));
            // Neither the first line nor the last of a paragraph stands alone on a page.
            slabs.add(i == 0 && lines.size() > 1 || i == lines.size() - 2 ? slab.keeping() : slab);
            before = 0;
        }
    }

    private void pairs(Part.Pairs pairs) {
        double gap = 14;
        double column = (Look.WIDTH + gap) / pairs.columns();
        List<Op> ops = new ArrayList<>();
        double height = 0;
        int next = 0;
        for (Part.Pair pair : pairs.pairs()) {
            int span = Math.min(pair.span(), pairs.columns());
            if (next + span > pairs.columns()) {
                slabs.add(Slab.of(2.2, height, ops));
                ops = new ArrayList<>();
                height = 0;
                next = 0;
            }
            height = Math.max(height, pair(pair, column * next, column * span - gap, ops));
            next += span;
        }
        if (!ops.isEmpty()) {
            slabs.add(Slab.of(2.2, height, ops));
        }
    }

    private double pair(Part.Pair pair, double x, double width, List<Op> ops) {
        Tag tag = document.add("P");
        String label = Lines.clean(pair.label()) + ": ";
        double size = Look.BODY - 0.8;
        double shift = Math.min(Face.REGULAR.width(label, size), width * 0.7);
        ops.add(text(tag, Face.REGULAR, size, Look.QUIET, x, 0, label));
        double y = 0;
        double leading = Look.BODY * Look.LEADING;
        for (String line : Lines.wrap(Face.BOLD, Look.BODY, pair.value(), width - shift)) {
            ops.add(text(tag, Face.BOLD, Look.BODY, Look.INK, x + shift, y, line));
            y += leading;
        }
        if (y == 0) {
            ops.add(text(tag, Face.REGULAR, Look.BODY, Look.QUIET, x + shift, 0, "\u2013"));
        }
        return Math.max(y, leading);
    }

    /// A line of text in a strip; the base line stands so that lines of one size and leading sit evenly.
    static Op.Text text(Tag tag, Face face, double size, int colour, double x, double y, String line) {
        double base = y + size * Look.LEADING * 0.76;
        return new Op.Text(tag, face, size, colour, Look.SIDE + x, base, line);
    }

    static Op.Text centred(Tag tag, Face face, double size, int colour, double x, double width, double y, String line) {
        double start = x + (width - face.width(line.stripTrailing(), size)) / 2;
        return text(tag, face, size, colour, start, y, line);
    }

    static Op.Text aligned(
            Tag tag, Tone tone, double size, Align align, double x, double width, double y, String line) {
        return switch (align) {
            case LEFT -> text(tag, Look.face(tone), size, Look.colour(tone), x, y, line);
            case CENTRE -> centred(tag, Look.face(tone), size, Look.colour(tone), x, width, y, line);
            case RIGHT -> {
                double start = x + width - Look.face(tone).width(line.stripTrailing(), size);
                yield text(tag, Look.face(tone), size, Look.colour(tone), start, y, line);
            }
        };
    }
}
