package org.matricula.registry.gradebook;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.matricula.registry.gradebook.grid.Cell;
import org.matricula.registry.gradebook.grid.Content;
import org.matricula.registry.gradebook.grid.Grid;
import org.matricula.registry.gradebook.spi.ClassSheetForm;

/// Finds the heading rows of lists: where the headings of a pupil stand as in a class sheet, otherwise the row with
/// most headings that are known, otherwise the first row that looks like headings.
final class ListFinder {
    /// A letterhead and a title stand above a table, never a hundred rows.
    private static final int FIRST_ROWS = 60;

    private static final int FEWEST = 2;
    private static final int FEWEST_UNKNOWN = 3;
    private static final Pattern DATA = Pattern.compile("\\d{6}|\\d{1,4}[/.\\-]\\d{1,2}[/.\\-]\\d{1,4}");

    private final ListForm form;
    private final Headings near;
    private final Set<String> byHand;

    /// @param byHand headings, as compared, that a person has explained
    ListFinder(ListForm form, Headings near, Set<String> byHand) {
        this.form = form;
        this.near = near;
        this.byHand = byHand;
    }

    /// The tables of a sheet. Each has the part of the sheet that is its own: from the table before to the next one.
    List<HeadingRows> find(Grid grid) {
        List<HeadingRows> tables = form.isOfPupils() ? new TableFinder(form).find(grid) : List.of();
        if (tables.isEmpty()) {
            tables = guess(grid).stream().toList();
        }
        List<HeadingRows> apart = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            HeadingRows table = tables.get(i);
            int after = i == 0 ? 0 : tables.get(i - 1).bottom();
            int before = i + 1 < tables.size() ? tables.get(i + 1).top() : Integer.MAX_VALUE;
            apart.add(tables.size() == 1 ? table : within(table, after, before));
        }
        return apart;
    }

    private static HeadingRows within(HeadingRows table, int after, int before) {
        Grid all = table.grid();
        NavigableMap<Integer, NavigableMap<Integer, Cell>> rows = all.rows().subMap(after, false, before, false);
        Grid part = new Grid(
                all.name(),
                all.hidden(),
                rows,
                all.merged(),
                all.hiddenRows(),
                all.hiddenColumns(),
                all.cut() ? all.filledRows() : rows.size());
        return new HeadingRows(part, table.top(), table.bottom(), table.nameColumn());
    }

    private Optional<HeadingRows> guess(Grid grid) {
        int best = 0;
        int most = FEWEST - 1;
        for (int row : grid.rows().keySet().stream().limit(FIRST_ROWS).toList()) {
            int known =
                    (int) grid.row(row).values().stream().filter(this::isKnown).count();
            if (known > most && !isData(grid, row)) {
                best = row;
                most = known;
            }
        }
        if (best == 0) {
            best = firstLikeHeadings(grid).orElse(0);
        }
        if (best == 0) {
            return Optional.empty();
        }
        int top = best;
        while (grid.row(top - 1).values().stream().anyMatch(this::standsAbove)) {
            top--;
        }
        return Optional.of(new HeadingRows(grid, top, bottom(grid, best), anchor(grid, best)));
    }

    private boolean isKnown(Cell cell) {
        return cell.text()
                .filter(text -> near.isLeaf(text)
                        || byHand.contains(Wording.plain(text))
                        || form.ordinal().wordings().stream()
                                .anyMatch(w -> Wording.bare(w).equals(Wording.bare(text))))
                .isPresent();
    }

    private boolean standsAbove(Cell cell) {
        return cell.text().filter(near::standsAbove).isPresent();
    }

    /// Headings may be merged over two rows; what is written in the lower one belongs to them.
    private static int bottom(Grid grid, int row) {
        return grid.row(row).keySet().stream()
                .flatMap(column -> grid.mergedAt(row, column).stream())
                .filter(region -> region.top() <= row && region.bottom() <= row + 2)
                .mapToInt(region -> region.bottom())
                .max()
                .orElse(row);
    }

    private int anchor(Grid grid, int row) {
        return grid.row(row).values().stream()
                .filter(this::isKnown)
                .filter(cell -> cell.text()
                        .flatMap(text -> near.column(List.of(text)))
                        .filter(column -> column.key().equals(ListForm.CLASS)
                                || column.key().equals(ClassSheetForm.FULL_NAME))
                        .isPresent())
                .findFirst()
                .map(Cell::column)
                .orElseGet(() -> grid.row(row).firstKey());
    }

    private static Optional<Integer> firstLikeHeadings(Grid grid) {
        return grid.rows().entrySet().stream()
                .limit(FIRST_ROWS)
                .filter(row -> row.getValue().size() >= FEWEST_UNKNOWN)
                .filter(row -> row.getValue().values().stream()
                        .allMatch(cell -> cell.text().isPresent()))
                .filter(row -> !isData(grid, row.getKey()))
                .filter(row -> grid.row(row.getKey() + 1).size() >= FEWEST)
                .map(java.util.Map.Entry::getKey)
                .findFirst();
    }

    private static boolean isData(Grid grid, int row) {
        return grid.row(row).values().stream().anyMatch(cell -> switch (cell.content()) {
            case Content.Words(var text) -> DATA.matcher(text).find();
            case Content.Figure _, Content.Moment _ -> true;
            case Content.Truth _, Content.Fault _, Content.Uncomputed _ -> false;
        });
    }
}
