package org.matricula.registry.records.pdf;

import java.util.ArrayList;
import java.util.List;
import org.matricula.registry.records.spi.Part;

/// Sets the panels at the end of a form: places of signature, and how to check.
final class Panels {
    private static final double QR = 92;
    private static final double PAD = 12;

    private Panels() {}

    static Slab signatures(Part.Signatures part, Tag document, int accent) {
        double gap = 16;
        int count = part.signatures().size();
        double width = (Look.WIDTH + gap) / count - gap;
        List<Op> ops = new ArrayList<>();
        double height = 0;
        for (int i = 0; i < count; i++) {
            Part.Signature signature = part.signatures().get(i);
            double x = (width + gap) * i;
            List<Op> own = new ArrayList<>();
            Tag tag = document.add("Div");
            double used = signature(signature, tag, x, width, accent, own);
            if (signature.seal()) {
                Tag field = tag.add("Form");
                ops.add(new Op.Rosette(Tag.ARTIFACT, Look.tint(accent, 0.16), Look.SIDE + x + width / 2, used / 2, 37));
                ops.add(new Op.Field(field, Look.SIDE + x, 0, width, used));
            }
            ops.addAll(own);
            height = Math.max(height, used);
        }
        return Slab.of(14, height, ops);
    }

    private static double signature(
            Part.Signature signature, Tag tag, double x, double width, int accent, List<Op> ops) {
        double y = column(tag, Face.BOLD, 9.6, Look.INK, signature.office(), x, width, 0, ops);
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
        List<String> lines = Lines.wrap(face, size, text, width);
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
        double code = PAD + QR;
        Tag figure = tag.add("Figure", figure(part.alternative()));
        ops.add(new Op.Code(figure, QrCode.of(part.address().toString()), Look.SIDE + PAD, PAD, QR));
        String host = part.address().getHost();
        if (host != null) {
            Tag below = tag.add("P");
            for (String line : Lines.wrap(Face.BOLD, Look.SMALL, host, QR + 12)) {
                ops.add(Setting.centred(below, Face.BOLD, Look.SMALL, Look.INK, PAD - 6, QR + 12, code + 3, line));
                code += Look.SMALL * Look.LEADING;
            }
        }
        double height = Math.max(y, code + 3) + PAD - 4;
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
