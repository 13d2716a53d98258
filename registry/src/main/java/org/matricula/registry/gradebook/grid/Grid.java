package org.matricula.registry.gradebook.grid;

import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One sheet as cells.
///
/// @param name its name; empty for a file that has no sheets
/// @param hidden whether the sheet is hidden
/// @param rows the cells that are not blank, by row (from 1) and column (from 0)
/// @param merged merged rectangles
/// @param hiddenRows rows with content that are not shown
/// @param hiddenColumns columns that are not shown
/// @param filledRows how many rows have content, the ones beyond the limit included
public record Grid(
        String name,
        boolean hidden,
        NavigableMap<Integer, NavigableMap<Integer, Cell>> rows,
        List<Region> merged,
        BitSet hiddenRows,
        BitSet hiddenColumns,
        int filledRows) {

    /// Most rows with content that are kept of one class sheet: far more than a class with its headings needs.
    public static final int MOST_ROWS = 1_000;

    /// Most columns: a cell further right refuses the file.
    static final int MOST_COLUMNS = 400;

    public Grid {
        merged = List.copyOf(merged);
    }

    /// A cell; empty when it is blank.
    public Optional<Cell> cell(int row, int column) {
        return Optional.ofNullable(row(row).get(column));
    }

    /// The cells of a row that are not blank, by column.
    public SortedMap<Integer, Cell> row(int row) {
        var cells = rows.get(row);
        return cells == null ? new TreeMap<>() : cells;
    }

    /// The merged rectangle that a place lies in.
    public Optional<Region> mergedAt(int row, int column) {
        return merged.stream().filter(r -> r.holds(row, column)).findFirst();
    }

    /// Whether rows were left unread because there are too many.
    public boolean cut() {
        return filledRows > rows.size();
    }
}
