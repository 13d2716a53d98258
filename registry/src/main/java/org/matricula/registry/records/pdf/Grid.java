package org.matricula.registry.records.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.matricula.registry.records.spi.Part;
import org.matricula.registry.records.spi.Part.Align;
import org.matricula.registry.records.spi.Part.Cell;
import org.matricula.registry.records.spi.Part.Row;
import org.matricula.registry.records.spi.Part.Tone;

/// The rows of a table's header or body with every cell in its place.
///
/// Rows that one cell spans stay on one page. When they need more than a page, the text of that cell is poured from row
/// to row instead; a single row that is higher than a page is cut between lines.
final class Grid {
    private static final double PAD_X = 5;
    private static final double PAD_Y = 3.4;

    private final Part.Table table;
    private final double[] edges;
    private final int accent;
    private final boolean heading;
    private final List<Box> boxes = new ArrayList<>();
    private final List<List<Piece>> pieces = new ArrayList<>();
    private final double[] heights;
    private final boolean[] joined;

    /// A cell in its place, its text broken into lines.
    private record Box(Cell cell, Tag tag, int row, int column, List<String> lines) {
        int lastRow() {
            return row + cell.rowSpan() - 1;
        }
    }

    /// What of a cell is drawn in one row.
    ///
    /// @param closes true when the cell ends in this row, so that a rule is drawn below it
    private record Piece(Box box, List<String> lines, boolean closes) {}

    Grid(Part.Table table, List<Row> rows, Tag parent, double[] edges, int accent, boolean heading) {
        this.table = table;
        this.edges = edges;
        this.accent = accent;
        this.heading = heading;
        heights = new double[rows.size()];
        joined = new boolean[rows.size()];
        boolean[][] taken = new boolean[rows.size()][table.columns().size()];
        for (int r = 0; r < rows.size(); r++) {
            pieces.add(new ArrayList<>());
            Tag tag = parent.add("TR");
            for (Cell cell : rows.get(r).cells()) {
                boxes.add(box(cell, tag, r, taken));
            }
        }
    }

    private Box box(Cell cell, Tag row, int r, boolean[][] taken) {
        int column = 0;
        while (column < taken[r].length && taken[r][column]) {
            column++;
        }
        if (column + cell.columnSpan() > taken[r].length || r + cell.rowSpan() > taken.length) {
            throw new IllegalArgumentException("row %d of the table '%s' does not fit its %d columns and %d rows"
                    .formatted(r + 1, table.summary(), taken[r].length, taken.length));
        }
        for (int i = r; i < r + cell.rowSpan(); i++) {
            for (int j = column; j < column + cell.columnSpan(); j++) {
                taken[i][j] = true;
            }
        }
        double width = edges[column + cell.columnSpan()] - edges[column] - 2 * PAD_X;
        boolean names = heading || cell.heads();
        Tag tag = row.add(names ? "TH" : "TD", attributes(cell, names));
        return new Box(cell, tag, r, column, lines(cell, width));
    }

    private List<String> lines(Cell cell, double width) {
        return heading
                ? Lines.balanced(Face.BOLD, size(cell), cell.text(), width)
                : Lines.wrap(Look.face(cell.tone()), size(cell), cell.text(), width);
    }

    private String attributes(Cell cell, boolean names) {
        if (!names && cell.columnSpan() == 1 && cell.rowSpan() == 1) {
            return "";
        }
        return "/A<</O/Table"
                + (names ? heading ? "/Scope/Column" : "/Scope/Row" : "")
                + (cell.columnSpan() > 1 ? "/ColSpan " + cell.columnSpan() : "")
                + (cell.rowSpan() > 1 ? "/RowSpan " + cell.rowSpan() : "")
                + ">>";
    }

    private double size(Cell cell) {
        return heading ? Look.TABLE - 0.8 : Look.size(cell.tone(), Look.TABLE);
    }

    private double leading(Cell cell) {
        return size(cell) * Look.LEADING;
    }

    private double needed(Box box) {
        return Math.max(1, box.lines().size()) * leading(box.cell()) + 2 * PAD_Y;
    }

    /// @param limit the room for one row on an empty page, in points
    List<Slab> slabs(double limit) {
        for (Box box : boxes) {
            if (box.cell().rowSpan() == 1) {
                heights[box.row()] = Math.max(heights[box.row()], needed(box));
            }
        }
        for (Box box : boxes) {
            if (box.cell().rowSpan() > 1) {
                span(box, limit);
            }
        }
        for (Box box : boxes) {
            // A row that is one heading belongs to the row below it.
            boolean title = box.cell().heads() && box.cell().columnSpan() == edges.length - 1;
            joined[box.row()] |= title && box.row() < heights.length - 1;
            if (box.cell().rowSpan() == 1) {
                pieces.get(box.row()).add(new Piece(box, box.lines(), true));
            }
        }
        List<Slab> slabs = new ArrayList<>();
        for (int r = 0; r < heights.length; r++) {
            if (heights[r] <= limit) {
                Slab slab = strip(r, heights[r], pieces.get(r));
                slabs.add(joined[r] ? slab.keeping() : slab);
            } else {
                cut(r, limit, slabs);
            }
        }
        return slabs;
    }

    private void span(Box box, double limit) {
        double total = 0;
        for (int r = box.row(); r <= box.lastRow(); r++) {
            heights[r] = Math.max(heights[r], leading(box.cell()) + 2 * PAD_Y);
            total += heights[r];
        }
        double missing = needed(box) - total;
        if (total + Math.max(0, missing) > limit) {
            pour(box);
            return;
        }
        for (int r = box.row(); r <= box.lastRow(); r++) {
            heights[r] += Math.max(0, missing) / box.cell().rowSpan();
            joined[r] |= r < box.lastRow();
        }
        pieces.get(box.row()).add(new Piece(box, box.lines(), false));
        pieces.get(box.lastRow()).add(new Piece(box, List.of(), true));
    }

    private void pour(Box box) {
        int from = 0;
        int all = box.lines().size();
        for (int r = box.row(); r < box.lastRow(); r++) {
            int room = (int) ((heights[r] - 2 * PAD_Y) / leading(box.cell()));
            int to = Math.min(all, from + room);
            pieces.get(r).add(new Piece(box, box.lines().subList(from, to), false));
            from = to;
        }
        List<String> rest = box.lines().subList(from, all);
        heights[box.lastRow()] = Math.max(heights[box.lastRow()], rest.size() * leading(box.cell()) + 2 * PAD_Y);
        pieces.get(box.lastRow()).add(new Piece(box, rest, true));
    }

    private void cut(int row, double limit, List<Slab> slabs) {
        List<Piece> rest = pieces.get(row);
        while (!rest.isEmpty()) {
            List<Piece> here = new ArrayList<>();
            List<Piece> later = new ArrayList<>();
            double height = 0;
            boolean more = rest.stream().anyMatch(p -> p.lines().size() > room(p, limit));
            for (Piece piece : rest) {
                int fits = Math.min(room(piece, limit), piece.lines().size());
                List<String> lines = piece.lines();
                here.add(new Piece(piece.box(), lines.subList(0, fits), piece.closes() && !more));
                later.add(new Piece(piece.box(), lines.subList(fits, lines.size()), piece.closes()));
                height = Math.max(height, fits * leading(piece.box().cell()) + 2 * PAD_Y);
            }
            slabs.add(strip(row, height, here));
            rest = more ? later : List.of();
        }
    }

    private int room(Piece piece, double limit) {
        return (int) ((limit - 2 * PAD_Y) / leading(piece.box().cell()));
    }

    private Slab strip(int row, double height, List<Piece> drawn) {
        List<Op> ops = new ArrayList<>();
        if (heading && row == 0) {
            // One tint below all header rows: a tint of the second would cover a cell that spans from the first.
            double all = Arrays.stream(heights).sum();
            ops.add(new Op.Fill(Tag.ARTIFACT, Look.tint(accent, 0.07), Look.SIDE, 0, Look.WIDTH, all));
        }
        boolean last = row == heights.length - 1;
        for (Piece piece : drawn) {
            Box box = piece.box();
            if (piece.closes()) {
                boolean strong = heading && box.lastRow() == heights.length - 1 || last;
                int colour = strong ? Look.tint(accent, 0.6) : Look.RULE;
                double x = edges[box.column()];
                double width = edges[box.column() + box.cell().columnSpan()] - x;
                double line = strong ? 0.7 : 0.4;
                ops.add(new Op.Fill(Tag.ARTIFACT, colour, Look.SIDE + x, height - line, width, line));
            }
        }
        drawn.stream()
                .sorted(Comparator.comparingInt(p -> p.box().column()))
                .forEach(piece -> text(piece, height, ops));
        return Slab.of(0, height, ops);
    }

    private void text(Piece piece, double height, List<Op> ops) {
        Box box = piece.box();
        Cell cell = box.cell();
        double x = edges[box.column()] + PAD_X;
        double width = edges[box.column() + cell.columnSpan()] - x - PAD_X;
        double whole = height;
        for (int r = box.row() + 1; r <= box.lastRow(); r++) {
            whole += heights[r];
        }
        double y = heading ? (whole - piece.lines().size() * leading(cell)) / 2 : PAD_Y;
        Align align = cell.columnSpan() > 1 && heading
                ? Align.CENTRE
                : table.columns().get(box.column()).align();
        for (String line : piece.lines()) {
            ops.add(Setting.aligned(
                    box.tag(), heading ? Tone.STRONG : cell.tone(), size(cell), align, x, width, y, line));
            y += leading(cell);
        }
    }
}
