package org.matricula.registry.records.pdf;

import java.util.ArrayList;
import java.util.List;
import org.matricula.registry.records.spi.Part;
import org.matricula.registry.records.spi.Part.Align;
import org.matricula.registry.records.spi.Part.Tone;

/// Sets the panels at the end of a form: places of signature, and how to check.
final class Panels {
    private static final double QR = 118;
    private static final double PAD = 12;

    private Panels() {}

    static Slab signatures(Part.Signatures part, Tag document, int accent) {
        double gap = 16;
        int count = part.signatures().size();
        double width = (Look.WIDTH + gap) / count - gap;
        List<Op> ops = new ArrayList<>();
        double top = 0;
        Tag dated = document.add("P");
        for (String line : Lines.wrap(Face.ITALIC, Look.TABLE, part.dateline(), Look.WIDTH)) {
            ops.add(Setting.aligned(dated, Tone.REMARK, Look.TABLE, Align.RIGHT, 0, Look.WIDTH, top, line));
            top += Look.TABLE * Look.LEADING;
        }
        top += top > 0 ? 8 : 0;
        double height = 0;
        for (int i = 0; i < count; i++) {
            Part.Signature signature = part.signatures().get(i);
            double x = (width + gap) * i;
            List<Op> own = new ArrayList<>();
            Tag tag = document.add("Div");
            double used = signature(signature, tag, x, top, width, accent, own);
            if (signature.seal()) {
                Tag field = tag.add("Form");
                ops.add(new Op.Rosette(
                        Tag.ARTIFACT, Look.tint(accent, 0.16), Look.SIDE + x + width / 2, (top + used) / 2, 40));
                ops.add(new Op.Field(field, Look.SIDE + x, top, width, used - top));
            }
            ops.addAll(own);
            height = Math.max(height, used);
        }
        return Slab.of(14, height, ops);
    }

    private static double signature(
            Part.Signature signature, Tag tag, double x, double top, double width, int accent, List<Op> ops) {
        double y = column(tag, Face.BOLD, 9.6, Look.INK, signature.office(), x, width, top, ops);
        y = column(tag, Face.ITALIC, Look.SMALL, Look.QUIET, signature.how(), x, width, y, ops);
        y += 16;
        ops.add(new Op.Fill(Tag.ARTIFACT, accent, Look.SIDE + x + width / 2 - 14, y, 28, 0.8));
        y += 8;
        y = column(tag, Face.BOLD, Look.BODY, Look.INK, signature.name(), x, width, y, ops);
        return column(tag, Face.REGULAR, Look.SMALL, Look.QUIET, signature.when(), x, width, y + 1, ops);
    }

    private static double column(
            Tag parent,
            Face face,
            double size,
            int colour,
            String text,
            double x,
            double width,
            double y,
            List<Op> ops) {
        double at = y;
        List<String> lines = Lines.balanced(face, size, text, width);
        if (!lines.isEmpty()) {
            Tag tag = parent.add("P");
            for (String line : lines) {
                ops.add(Setting.centred(tag, face, size, colour, x, width, at, line));
                at += size * Look.LEADING;
            }
        }
        return at;
    }

    static Slab verification(Part.Verification part, Tag document, int accent) {
        List<Op> ops = new ArrayList<>();
        Tag tag = document.add("Div");
        double x = PAD + QR + 18;
        double width = Look.WIDTH - x - PAD;
        double y = PAD - 2;
        Tag heading = tag.add("P");
        for (String line : Lines.wrap(Face.BOLD, Look.HEADINGS[1], part.heading(), width)) {
            ops.add(Setting.text(heading, Face.BOLD, Look.HEADINGS[1], accent, x, y, line));
            y += Look.HEADINGS[1] * Look.LEADING;
        }
        Tag explanation = tag.add("P");
        for (String line : Lines.wrap(Face.REGULAR, Look.SMALL, part.explanation(), width)) {
            ops.add(Setting.text(explanation, Face.REGULAR, Look.SMALL, Look.QUIET, x, y, line));
            y += Look.SMALL * Look.LEADING;
        }
        y = codes(part.codes(), tag, x, width, y + 4, ops);
        Tag figure = tag.add("Figure", figure(part.alternative()));
        ops.add(new Op.Code(figure, QrCode.holdable(part.address().toString()), Look.SIDE + PAD, PAD, QR));
        double height = Math.max(y, PAD + QR) + PAD - 1;
        ops.addFirst(new Op.Frame(Tag.ARTIFACT, Look.tint(accent, 0.55), 0.7, Look.SIDE, 0, Look.WIDTH, height, 5));
        return Slab.of(18, height, ops);
    }

    /// The bounding box is left to the text order: readers that want it take it from the content.
    private static String figure(String alternative) {
        return new Bytes(64).ascii("/Alt").text(Lines.clean(alternative)).string();
    }

    private static double codes(List<Part.Pair> codes, Tag tag, double x, double width, double y, List<Op> ops) {
        double gap = 12;
        double column = (width + gap) / 2;
        double row = 0;
        int next = 0;
        double at = y;
        for (Part.Pair pair : codes) {
            int span = Math.min(pair.span(), 2);
            if (next + span > 2) {
                at += row + 3;
                row = 0;
                next = 0;
            }
            double left = x + column * next;
            double room = column * span - gap;
            Tag paragraph = tag.add("P");
            String label = Lines.clean(pair.label()) + ": ";
            ops.add(Setting.text(paragraph, Face.REGULAR, Look.SMALL - 0.5, Look.QUIET, left, at, label));
            double used = (Look.SMALL - 0.5) * Look.LEADING;
            for (String line : Lines.wrap(Face.BOLD, Look.BODY, pair.value(), room)) {
                ops.add(Setting.text(paragraph, Face.BOLD, Look.BODY, Look.INK, left, at + used, line));
                used += Look.BODY * Look.LEADING;
            }
            row = Math.max(row, used);
            next += span;
        }
        return at + row;
    }
}
