package org.matricula.registry.gradebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.matricula.registry.gradebook.grid.Cell;
import org.matricula.registry.gradebook.grid.Grid;

/// The heading rows of a table.
///
/// @param grid the sheet
/// @param top the first heading row
/// @param bottom the last heading row; the pupils follow
/// @param nameColumn the column over which the name stands
record HeadingRows(Grid grid, int top, int bottom, int nameColumn) {

    /// The rightmost column that has a heading.
    int lastColumn() {
        int last = 0;
        for (int row = top; row <= bottom; row++) {
            var cells = grid.row(row);
            last = Math.max(last, cells.isEmpty() ? 0 : cells.lastKey());
        }
        return last;
    }

    /// The texts over a column, from the top.
    ///
    /// A text over several columns is written once: in a merged cell, or, in CSV and in sheets without merged
    /// heading cells, in the first of them with blanks to its right.
    List<String> path(int column) {
        var path = new ArrayList<String>();
        for (int row = top; row <= bottom; row++) {
            own(row, column).or(carried(row, column)).ifPresent(path::add);
        }
        return path;
    }

    /// The same without texts carried over from the left. A column after the last group may have its heading in the
    /// lowest row alone.
    List<String> ownPath(int column) {
        var path = new ArrayList<String>();
        for (int row = top; row <= bottom; row++) {
            own(row, column).ifPresent(path::add);
        }
        return path;
    }

    private Optional<String> own(int row, int column) {
        return grid.cell(row, column)
                .or(() -> grid.mergedAt(row, column).flatMap(r -> grid.cell(r.top(), r.left())))
                .flatMap(Cell::text);
    }

    private Supplier<Optional<String>> carried(int row, int column) {
        return () -> {
            boolean open = row < bottom
                    && !mergesHeadings()
                    && grid.mergedAt(row, column).isEmpty()
                    && grid.cell(row, column).isEmpty()
                    && hasTextBelow(row, column);
            var left = grid.row(row).headMap(column);
            return open && !left.isEmpty() && hasTextBelow(row, left.lastKey())
                    ? left.get(left.lastKey()).text()
                    : Optional.empty();
        };
    }

    private boolean hasTextBelow(int row, int column) {
        for (int below = row + 1; below <= bottom; below++) {
            if (grid.cell(below, column).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private boolean mergesHeadings() {
        return grid.merged().stream().anyMatch(r -> r.top() >= top && r.bottom() <= bottom && r.left() < r.right());
    }

    /// Whether the heading over a column is one text over several columns with nothing below, as `Full name`
    /// over the family name and the given name often is.
    boolean spansOf(int column, int first) {
        return grid.mergedAt(bottom, column)
                .filter(r -> r.left() == first && r.holds(bottom, column))
                .isPresent();
    }
}
