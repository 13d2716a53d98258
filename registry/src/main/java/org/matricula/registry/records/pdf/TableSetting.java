package org.matricula.registry.records.pdf;

import java.util.ArrayList;
import java.util.List;
import org.matricula.registry.records.spi.Part;

/// Sets a table as strips. Its header is drawn again on each page, and no row stands alone on a page.
final class TableSetting {
    private TableSetting() {}

    static List<Slab> slabs(Part.Table table, Tag document, int accent) {
        String summary = new Bytes(64).text(Lines.clean(table.summary())).string();
        Tag tag = document.add("Table", "/A<</O/Table/Summary" + summary + ">>");
        double[] edges = edges(table.columns());
        List<Slab> result = new ArrayList<>();
        List<Slab> repeated = new ArrayList<>();
        if (!table.header().isEmpty()) {
            Grid header = new Grid(table, table.header(), tag.add("THead"), edges, accent, true);
            for (Slab slab : header.slabs(Look.HEIGHT / 2)) {
                result.add(slab.keeping());
                repeated.add(unread(slab));
            }
        }
        if (!table.rows().isEmpty()) {
            double limit =
                    Look.HEIGHT - repeated.stream().mapToDouble(Slab::height).sum();
            Grid body = new Grid(table, table.rows(), tag.add("TBody"), edges, accent, false);
            addBody(body.slabs(limit), repeated, result);
        }
        if (!result.isEmpty()) {
            result.set(0, result.getFirst().after(4));
            note(table.note(), document, result);
        }
        return result;
    }

    private static void note(String text, Tag document, List<Slab> result) {
        List<String> lines = Lines.wrap(Face.REGULAR, Look.SMALL, text, Look.WIDTH);
        if (lines.isEmpty()) {
            return;
        }
        result.set(result.size() - 1, result.getLast().keeping());
        Tag tag = document.add("P");
        List<Op> ops = new ArrayList<>();
        for (String line : lines) {
            double y = ops.size() * Look.SMALL * Look.LEADING;
            ops.add(Setting.text(tag, Face.REGULAR, Look.SMALL, Look.QUIET, 0, y, line));
        }
        result.add(Slab.of(3, lines.size() * Look.SMALL * Look.LEADING, ops));
    }

    private static void addBody(List<Slab> rows, List<Slab> repeated, List<Slab> result) {
        for (int i = 0; i < rows.size(); i++) {
            Slab row = i == 0 ? rows.get(i) : rows.get(i).repeating(repeated);
            boolean lonely = i < rows.size() - 1 && (i == 0 || i == rows.size() - 2);
            result.add(lonely ? row.keeping() : row);
        }
    }

    private static double[] edges(List<Part.Column> columns) {
        double total = columns.stream().mapToInt(Part.Column::width).sum();
        double[] edges = new double[columns.size() + 1];
        for (int i = 0; i < columns.size(); i++) {
            edges[i + 1] = edges[i] + columns.get(i).width() / total * Look.WIDTH;
        }
        return edges;
    }

    /// A header drawn again is decoration: it has been read once.
    private static Slab unread(Slab slab) {
        List<Op> ops = slab.ops().stream().map(TableSetting::unread).toList();
        return Slab.of(0, slab.height(), ops);
    }

    private static Op unread(Op op) {
        return op instanceof Op.Text t
                ? new Op.Text(Tag.ARTIFACT, t.face(), t.size(), t.colour(), t.x(), t.y(), t.text())
                : op;
    }
}
