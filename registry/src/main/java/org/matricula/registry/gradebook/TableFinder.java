package org.matricula.registry.gradebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.matricula.registry.gradebook.grid.Cell;
import org.matricula.registry.gradebook.grid.Content;
import org.matricula.registry.gradebook.grid.Grid;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.Heading;
import org.matricula.registry.gradebook.spi.Kind;

/// Finds the heading rows of the class table, wherever a school put them.
final class TableFinder {
    private static final int MOST_HEADING_ROWS = 4;
    private static final int FEWEST_HEADINGS = 3;
    private static final Pattern DATA = Pattern.compile("\\d{6}|\\d{1,4}[/.\\-]\\d{1,2}[/.\\-]\\d{1,4}");
    private final Headings headings;
    private final Set<String> names = new HashSet<>();

    /// Knows the headings of every grade: which grade it is stands elsewhere in the sheet.
    TableFinder(ClassSheetForm form) {
        List<Column> columns = new ArrayList<>();
        form.grades()
                .forEach(g -> form.columns(g).stream()
                        .filter(c -> columns.stream().noneMatch(o -> o.key().equals(c.key())))
                        .forEach(columns::add));
        form.nameParts().forEach(h -> columns.add(Column.single(h, new Kind.Name(), Column.Need.OPTIONAL)));
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
            boolean fieldNames =
                    !tables.isEmpty() && row == after + 1 && grid.hiddenRows().get(row);
            if (row <= after || fieldNames) { // a hidden row right below: names for a program, told as a hidden row
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
        while (bottom - top < MOST_HEADING_ROWS - 1 && isHeadingBelow(grid, bottom + 1, nameColumn)) {
            bottom++;
        }
        return new HeadingRows(grid, top, bottom, nameColumn);
    }

    /// A row below belongs to the headings when it leaves the name's column blank, or names the pupil again in another
    /// language. A row with a date or a long number in it is a pupil's, even when the name is missing.
    private boolean isHeadingBelow(Grid grid, int row, int nameColumn) {
        var name = grid.cell(row, nameColumn);
        boolean open = name.isEmpty()
                || namesThePupil(name.get()) && !grid.hiddenRows().get(row);
        return open
                && holds(grid, row, false)
                && grid.row(row).values().stream().noneMatch(TableFinder::isData);
    }

    private static boolean isData(Cell cell) {
        return switch (cell.content()) {
            case Content.Words(var text) -> DATA.matcher(text).find();
            case Content.Figure _, Content.Moment _ -> true;
            case Content.Truth _, Content.Fault _, Content.Uncomputed _ -> false;
        };
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
