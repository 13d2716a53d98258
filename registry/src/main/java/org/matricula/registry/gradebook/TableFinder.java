package org.matricula.registry.gradebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.matricula.registry.gradebook.grid.Cell;
import org.matricula.registry.gradebook.grid.Grid;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.Heading;

/// Finds the heading rows of the class table, wherever a school put them.
final class TableFinder {
    private static final int MOST_HEADING_ROWS = 4;
    private static final int FEWEST_HEADINGS = 3;
    private final Headings headings;
    private final Set<String> names = new HashSet<>();

    /// Knows the headings of every grade: which grade it is stands elsewhere in the sheet.
    TableFinder(ClassSheetForm form) {
        List<Column> columns = new ArrayList<>();
        form.grades()
                .forEach(g -> form.columns(g).stream()
                        .filter(c -> columns.stream().noneMatch(o -> o.key().equals(c.key())))
                        .forEach(columns::add));
        form.nameParts()
                .forEach(h -> columns.add(
                        Column.single(h, new org.matricula.registry.gradebook.spi.Kind.Name(), Column.Need.OPTIONAL)));
        columns.stream()
                .filter(c -> c.key().equals(ClassSheetForm.FULL_NAME))
                .map(Column::heading)
                .forEach(this::addName);
        form.nameParts().stream().limit(1).forEach(this::addName);
        this.headings = Headings.withoutDiacritics(form, columns);
    }

    private void addName(Heading heading) {
        heading.wordings().forEach(w -> names.add(Wording.bare(w)));
    }

    /// All tables of a sheet: each row that names the pupil's name among other headings begins one.
    List<HeadingRows> find(Grid grid) {
        var tables = new ArrayList<HeadingRows>();
        int after = 0;
        for (int row : grid.rows().keySet()) {
            if (row <= after) {
                continue;
            }
            var table = at(grid, row);
            if (table.isPresent()) {
                tables.add(table.get());
                after = table.get().bottom();
            }
        }
        return tables;
    }

    private Optional<HeadingRows> at(Grid grid, int row) {
        return grid.row(row).values().stream()
                .filter(this::namesThePupil)
                .findFirst()
                .map(name -> around(grid, row, name.column()))
                .filter(t -> known(t) >= FEWEST_HEADINGS);
    }

    private boolean namesThePupil(Cell cell) {
        return cell.text().map(Wording::bare).filter(names::contains).isPresent();
    }

    /// Heading rows above hold group headings; heading rows below leave the name's column blank.
    private HeadingRows around(Grid grid, int row, int nameColumn) {
        int top = row;
        while (row - top < MOST_HEADING_ROWS - 1 && holds(grid, top - 1, true)) {
            top--;
        }
        int bottom = grid.mergedAt(row, nameColumn)
                .map(r -> Math.min(r.bottom(), row + MOST_HEADING_ROWS - 1))
                .orElse(row);
        while (bottom - top < MOST_HEADING_ROWS - 1
                && grid.cell(bottom + 1, nameColumn).isEmpty()
                && holds(grid, bottom + 1, false)) {
            bottom++;
        }
        return new HeadingRows(grid, top, bottom, nameColumn);
    }

    private boolean holds(Grid grid, int row, boolean groupsOnly) {
        return grid.row(row).values().stream()
                .flatMap(c -> c.text().stream())
                .anyMatch(t -> headings.standsAbove(t) || !groupsOnly && headings.isLeaf(t));
    }

    private int known(HeadingRows table) {
        int known = 0;
        for (int column = 0; column <= table.lastColumn(); column++) {
            var path = table.path(column);
            known += path.stream().anyMatch(headings::isLeaf) ? 1 : 0;
        }
        return known;
    }
}
