package org.matricula.registry.records.pdf;

import java.util.ArrayList;
import java.util.List;
import org.matricula.registry.records.spi.Part;
import org.matricula.registry.records.spi.Part.Align;
import org.matricula.registry.records.spi.Part.Tone;
import org.matricula.registry.records.spi.PrintedForm;

/// Sets the parts of a form as strips, each with its tag. Panels and tables have a class of their own.
final class Setting {
    private static final double LABEL = Look.BODY - 0.8;

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
            case Part.Results results -> results(results);
            case Part.Together together -> together(together.parts());
            case Part.Foot foot -> {
                int from = slabs.size();
                together(foot.parts());
                if (from < slabs.size()) {
                    slabs.set(from, slabs.get(from).atFoot());
                }
            }
            case Part.PageBreak _ -> slabs.add(Slab.pageBreak());
        }
    }

    private void together(List<Part> parts) {
        int from = slabs.size();
        parts.forEach(this::set);
        for (int i = from; i < slabs.size() - 1; i++) {
            slabs.set(i, slabs.get(i).holding());
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
            ops.add(new Op.Ornament(Tag.ARTIFACT, accent, Look.PAGE_WIDTH / 2, y + 13, 74));
            y = lines("P", Face.BOLD, 18, Look.INK, title.whose(), y + 22, ops);
        }
        slabs.add(Slab.of(32, y + 6, ops));
    }

    private double lines(String type, Face face, double size, int colour, String text, double from, List<Op> ops) {
        double y = from;
        List<String> lines = Lines.balanced(face, size, text, Look.WIDTH);
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

    private void results(Part.Results results) {
        double size = Look.HEADINGS[1];
        double shift = 0;
        for (Part.Pair result : results.results()) {
            shift = Math.max(shift, Face.BOLD.width(Lines.clean(result.label()), size) + 16);
        }
        shift = Math.min(shift, Look.WIDTH / 2);
        double before = 13;
        for (Part.Pair result : results.results()) {
            List<Op> ops = new ArrayList<>();
            Tag heading = document.add("H3");
            double y = 0;
            for (String line : Lines.wrap(Face.BOLD, size, result.label(), shift - 16)) {
                ops.add(text(heading, Face.BOLD, size, accent, 0, y, line));
                y += size * Look.LEADING;
            }
            Tag value = document.add("P");
            double below = 0;
            for (String line : Lines.wrap(Face.BOLD, size, orDash(result.value()), Look.WIDTH - shift)) {
                ops.add(text(value, Face.BOLD, size, Look.INK, shift, below, line));
                below += size * Look.LEADING;
            }
            slabs.add(Slab.of(before, Math.max(y, below), ops));
            before = 4;
        }
    }

    /// An empty value is printed as a dash, so that nobody can add one by hand.
    private static String orDash(String value) {
        return value.isBlank() ? "\u2013" : value;
    }

    private void pairs(Part.Pairs pairs) {
        double gap = 14;
        double column = (Look.WIDTH + gap) / pairs.columns();
        double[] shifts = shifts(pairs, column - gap);
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
            double room = column * span - gap;
            double shift = span == 1 ? shifts[next] : Math.min(Math.max(shifts[next], labelWidth(pair)), room / 2);
            height = Math.max(height, pair(pair, column * next, room, shift, ops));
            next += span;
        }
        if (!ops.isEmpty()) {
            slabs.add(Slab.of(2.2, height, ops));
        }
    }

    /// How far the values of each column stand from its left edge, so that they stand below each other.
    private static double[] shifts(Part.Pairs pairs, double width) {
        double[] shifts = new double[pairs.columns()];
        int next = 0;
        for (Part.Pair pair : pairs.pairs()) {
            int span = Math.min(pair.span(), pairs.columns());
            next = next + span > pairs.columns() ? 0 : next;
            double own = labelWidth(pair);
            if (span == 1 || own < width / 2) {
                shifts[next] = Math.min(Math.max(shifts[next], own), width * 0.65);
            }
            next += span;
        }
        return shifts;
    }

    private static double labelWidth(Part.Pair pair) {
        return Face.REGULAR.width(label(pair), LABEL) + 3;
    }

    private static String label(Part.Pair pair) {
        return Lines.clean(pair.label()) + ": ";
    }

    private double pair(Part.Pair pair, double x, double width, double shift, List<Op> ops) {
        Tag tag = document.add("P");
        double leading = Look.BODY * Look.LEADING;
        double y = 0;
        for (String line : Lines.wrap(Face.REGULAR, LABEL, label(pair), shift)) {
            ops.add(text(tag, Face.REGULAR, LABEL, Look.QUIET, x, y + 0.6, line.strip() + " "));
            y += leading;
        }
        double below = 0;
        for (String line : Lines.wrap(Face.BOLD, Look.BODY, orDash(pair.value()), width - shift)) {
            ops.add(text(tag, Face.BOLD, Look.BODY, Look.INK, x + shift, below, line));
            below += leading;
        }
        return Math.max(y, below);
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
