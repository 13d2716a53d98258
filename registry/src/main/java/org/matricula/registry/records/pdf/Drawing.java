package org.matricula.registry.records.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes the content of one page. Neighbouring things of one tag share one mark.
final class Drawing {
    /// The length of the handles that make a Bézier curve a quarter of a circle.
    private static final double ROUND = 0.5523;

    private final Map<Face, FaceSubset> subsets;
    private final int page;
    private final Bytes out = new Bytes(32 * 1024);
    private final List<Tag> marked = new ArrayList<>();
    private Tag current = Tag.root();
    private boolean open;
    private Face face = Face.REGULAR;
    private double size;
    private int fill;

    Drawing(Map<Face, FaceSubset> subsets, int page) {
        this.subsets = subsets;
        this.page = page;
    }

    Bytes content() {
        close();
        return out;
    }

    /// The tag of each mark, in the order of the marks.
    List<Tag> marked() {
        return marked;
    }

    void draw(Op op) {
        if (op instanceof Op.Field) {
            return;
        }
        mark(op.tag());
        switch (op) {
            case Op.Text text -> text(text);
            case Op.Fill r -> {
                colour(r.colour());
                rectangle(r.x(), r.y(), r.width(), r.height());
                out.ascii("f\n");
            }
            case Op.Frame frame -> frame(frame);
            case Op.Rosette rosette -> rosette(rosette);
            case Op.Ornament ornament -> ornament(ornament);
            case Op.Code code -> {
                colour(0);
                QrCode.of(code.text()).draw(out, code.x(), code.y(), code.size());
            }
            case Op.Field _ -> {}
        }
    }

    private void mark(Tag tag) {
        if (open && tag == current) {
            return;
        }
        close();
        if (tag == Tag.ARTIFACT) {
            out.ascii("/Artifact BMC\n");
        } else {
            out.put('/').ascii(tag.type).ascii("<</MCID ").number(marked.size()).ascii(">>BDC\n");
            tag.kids.add(new Tag.Place(page, marked.size()));
            marked.add(tag);
        }
        current = tag;
        open = true;
    }

    private void close() {
        if (open) {
            out.ascii("EMC\n");
            open = false;
        }
    }

    private void text(Op.Text text) {
        colour(text.colour());
        out.ascii("BT ");
        if (face != text.face() || size != text.size()) {
            face = text.face();
            size = text.size();
            out.ascii("/F").number(face.ordinal()).put(' ').number(size).ascii(" Tf ");
        }
        point(text.x(), text.y()).ascii("Td ");
        FaceSubset subset = subsets.get(face);
        if (subset == null) {
            throw new IllegalStateException("the batch has no subset of " + face);
        }
        subset.show(text.text(), out);
        out.ascii("Tj ET\n");
    }

    private void frame(Op.Frame frame) {
        double r = frame.radius();
        double left = frame.x();
        double right = left + frame.width();
        double low = frame.y();
        double high = low + frame.height();
        double handle = r * (1 - ROUND);
        stroke(frame.colour(), frame.line());
        if (r == 0) {
            rectangle(left, low, frame.width(), frame.height());
            out.ascii("s\n");
            return;
        }
        point(left + r, low).ascii("m ");
        point(right - r, low).ascii("l ");
        curve(right - handle, low, right, low + handle, right, low + r);
        point(right, high - r).ascii("l ");
        curve(right, high - handle, right - handle, high, right - r, high);
        point(left + r, high).ascii("l ");
        curve(left + handle, high, left, high - handle, left, high - r);
        point(left, low + r).ascii("l ");
        curve(left, low + handle, left + handle, low, left + r, low);
        out.ascii("s\n");
    }

    private void rosette(Op.Rosette rosette) {
        double r = rosette.radius();
        stroke(rosette.colour(), 1.6);
        circle(rosette.x(), rosette.y(), r);
        out.ascii("0.6 w ");
        circle(rosette.x(), rosette.y(), r - 3.2);
        colour(rosette.colour());
        for (int i = 0; i < 10; i++) {
            double length = i % 2 == 0 ? r * 0.62 : r * 0.62 * 0.382;
            double angle = Math.PI / 2 + i * Math.PI / 5;
            point(rosette.x() + length * StrictMath.cos(angle), rosette.y() + length * StrictMath.sin(angle));
            out.ascii(i == 0 ? "m " : "l ");
        }
        out.ascii("f\n");
    }

    private void ornament(Op.Ornament o) {
        colour(o.colour());
        point(o.x(), o.y() + 3.2).ascii("m ");
        point(o.x() + 3.2, o.y()).ascii("l ");
        point(o.x(), o.y() - 3.2).ascii("l ");
        point(o.x() - 3.2, o.y()).ascii("l f\n");
        rectangle(o.x() - o.reach(), o.y() - 0.3, o.reach() - 9, 0.6);
        rectangle(o.x() + 9, o.y() - 0.3, o.reach() - 9, 0.6);
        out.ascii("f\n");
    }

    private void circle(double x, double y, double r) {
        double handle = r * ROUND;
        point(x + r, y).ascii("m ");
        curve(x + r, y + handle, x + handle, y + r, x, y + r);
        curve(x - handle, y + r, x - r, y + handle, x - r, y);
        curve(x - r, y - handle, x - handle, y - r, x, y - r);
        curve(x + handle, y - r, x + r, y - handle, x + r, y);
        out.ascii("s\n");
    }

    private void rectangle(double x, double y, double width, double height) {
        point(x, y);
        point(width, height).ascii("re ");
    }

    private void curve(double ax, double ay, double bx, double by, double x, double y) {
        point(ax, ay);
        point(bx, by);
        point(x, y).ascii("c ");
    }

    private Bytes point(double x, double y) {
        return out.number(x).put(' ').number(y).put(' ');
    }

    private void stroke(int rgb, double line) {
        channels(rgb).ascii("RG ").number(line).ascii(" w ");
    }

    private void colour(int rgb) {
        if (rgb != fill) {
            fill = rgb;
            channels(rgb).ascii("rg ");
        }
    }

    private Bytes channels(int rgb) {
        for (int shift = 16; shift >= 0; shift -= 8) {
            out.number((rgb >> shift & 0xFF) / 255.0, 3).put(' ');
        }
        return out;
    }
}
