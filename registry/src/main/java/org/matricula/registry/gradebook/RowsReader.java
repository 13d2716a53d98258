package org.matricula.registry.gradebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.matricula.registry.gradebook.grid.A1;
import org.matricula.registry.gradebook.grid.Cell;
import org.matricula.registry.gradebook.grid.Content;
import org.matricula.registry.gradebook.grid.Grid;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.Kind;
import org.matricula.registry.gradebook.spi.PupilRow;

/// Reads the pupils under the headings.
final class RowsReader {
    private static final Pattern NUMBERING = Pattern.compile("\\(?(?:[A-Za-z]{1,2}|[0-9]{1,3})\\)?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}\\.?");
    private static final List<String> EXAMPLES = List.of("vi du", "vd", "example", "mau", "vi du example");
    /// With their diacritics: without them *cộng* is also *Công*, a common given name.
    private static final Set<String> TOTALS = Set.of(
            "tổng",
            "tổng số",
            "tổng số hs",
            "tổng số học sinh",
            "tổng cộng",
            "cộng",
            "trung bình",
            "điểm trung bình",
            "tỉ lệ",
            "tỷ lệ",
            "tong so",
            "tong cong",
            "total",
            "sum",
            "average");

    private final HeadingRows rows;
    private final Grid grid;
    private final SortedMap<Integer, Column> columns;
    private final Optional<Integer> ordinal;
    private final List<Column> form;
    private final Remarks remarks;
    private final CellReader cells;
    private final RowWords words;
    private final Map<Integer, Integer> formulas = new HashMap<>();

    /// Reads the pupils of a class sheet.
    RowsReader(HeadingRows rows, TableColumns.Mapped mapped, List<Column> form, Remarks remarks, LocalDate asOf) {
        this(rows, mapped, form, remarks, asOf, RowWords.CLASS);
    }

    /// @param words what a row is called here, and how many there may be
    RowsReader(
            HeadingRows rows,
            TableColumns.Mapped mapped,
            List<Column> form,
            Remarks remarks,
            LocalDate asOf,
            RowWords words) {
        this.rows = rows;
        this.grid = rows.grid();
        this.columns = mapped.columns();
        this.ordinal = mapped.ordinal();
        this.form = form;
        this.remarks = remarks;
        this.cells = new CellReader(asOf);
        this.words = words;
    }

    /// All pupils, spoilt rows included.
    List<PupilRow> read() {
        var pupilRows = pupilRows();
        if (pupilRows.size() > words.most() || grid.cut()) {
            int above = grid.rows().headMap(rows.bottom(), true).size();
            int count = grid.cut() ? grid.filledRows() - above : pupilRows.size();
            remarks.ofSheet(grid, rows.bottom() + 1, 0, "", Said.error(words.tooMany(count)));
            return List.of();
        }
        if (pupilRows.isEmpty()) {
            remarks.ofSheet(grid, rows.bottom() + 1, 0, Said.error(words.none()));
            return List.of();
        }
        merged(pupilRows);
        new ExchangedDays(grid, columns, pupilRows, this::nameOf, remarks).look();
        var pupils = new ArrayList<PupilRow>();
        for (int row : pupilRows) {
            pupils.add(pupil(row));
        }
        formulas.forEach((column, count) -> remarks.ofSheet(
                grid,
                rows.bottom(),
                column,
                A1.column(column) + ":" + A1.column(column),
                Said.note(SheetWords.formulas(count, columns.get(column).title()))));
        return pupils;
    }

    private List<Integer> pupilRows() {
        var pupils = new ArrayList<Integer>();
        int before = rows.bottom();
        for (int row : grid.rows().tailMap(rows.bottom(), false).keySet()) {
            var read = grid.row(row).values().stream()
                    .filter(c -> columns.containsKey(c.column()))
                    .toList();
            if (read.isEmpty()) {
                continue;
            }
            if (isExample(row)) {
                remarks.ofRow(grid, row, 0, row + ":" + row, Optional.empty(), Said.note(SheetWords.exampleRow()));
            } else if (pupils.isEmpty() && isNumbering(row)) {
                before = row;
                continue;
            } else if (!pupils.isEmpty() && isBelowTheTable(row, read, row > before + 1)) {
                // A name among signatures is likely the principal's; but it might be a pupil's, so it is a warning.
                var below = words.below();
                boolean named = grid.cell(row, rows.nameColumn()).isPresent() && !isTotal(row);
                remarks.ofRow(
                        grid,
                        row,
                        0,
                        row + ":" + row,
                        Optional.empty(),
                        named ? Said.warning(below) : Said.note(below));
                continue;
            } else {
                if (row > before + 1 && !pupils.isEmpty()) {
                    remarks.ofRow(grid, row, 0, row + ":" + row, Optional.empty(), Said.note(words.gap()));
                }
                pupils.add(row);
            }
            before = row;
        }
        return pupils;
    }

    /// The template marks its example in the column of row numbers, which nobody fills otherwise.
    private boolean isExample(int row) {
        return ordinal.flatMap(o -> grid.cell(row, o))
                .flatMap(Cell::text)
                .filter(t -> EXAMPLES.contains(Wording.bare(t)))
                .isPresent();
    }

    private boolean isNumbered(int row) {
        return ordinal.flatMap(o -> grid.cell(row, o))
                .filter(c -> switch (c.content()) {
                    case Content.Figure _ -> true;
                    case Content.Words(var text) -> NUMBER.matcher(text.strip()).matches();
                    case Content.Moment _, Content.Truth _, Content.Fault _, Content.Uncomputed _ -> false;
                })
                .isPresent();
    }

    /// Printed forms number their columns under the headings: (1) (2) (3), or A B 1 2.
    private boolean isNumbering(int row) {
        return grid.row(row).size() > 2
                && grid.row(row).values().stream().allMatch(c -> switch (c.content()) {
                    case Content.Words(var text) ->
                        NUMBERING.matcher(text.strip()).matches();
                    case Content.Figure figure -> figure.value().scale() <= 0;
                    case Content.Moment _, Content.Truth _, Content.Fault _, Content.Uncomputed _ -> false;
                })
                && grid.cell(row, rows.nameColumn()).isPresent();
    }

    /// Totals, the place and day, and signatures stand under a table. A row there is no pupil when it has none
    /// of the values by which a pupil is known or judged.
    private boolean isBelowTheTable(int row, List<Cell> read, boolean afterGap) {
        if (isNumbered(row) || isIdentified(read)) {
            return false;
        }
        boolean judged =
                read.stream().anyMatch(c -> isJudgement(columns.get(c.column()).kind(), c));
        boolean named = grid.cell(row, rows.nameColumn()).isPresent();
        return isTotal(row) || !judged && (afterGap || !named) && read.size() <= 4;
    }

    /// The word for a sum stands where a pupil has number and name; further right it is part of a value.
    private boolean isTotal(int row) {
        return grid.row(row).headMap(rows.nameColumn() + 1).values().stream()
                .flatMap(c -> c.text().stream())
                .anyMatch(t -> TOTALS.contains(Wording.plain(t.split(":", 2)[0])));
    }

    /// Whether a row has what only a pupil has: a date, or most of a personal number, right or wrong.
    private boolean isIdentified(Collection<Cell> cellsOfRow) {
        return cellsOfRow.stream().anyMatch(c -> switch (columns.get(c.column()).kind()) {
            case Kind.Digits(var digits) -> 2 * digitsIn(c) > digits;
            case Kind.Day day -> cells.read(day, c).value().isPresent();
            case Kind.Name _, Kind.Text _, Kind.Choice _, Kind.Whole _, Kind.Measure _, Kind.Unused _ -> false;
        });
    }

    private static long digitsIn(Cell cell) {
        return switch (cell.content()) {
            case Content.Words(var text) ->
                text.codePoints().filter(Character::isDigit).count();
            case Content.Figure(var _, var value) -> (long) value.precision() - value.scale();
            case Content.Moment _, Content.Truth _, Content.Fault _, Content.Uncomputed _ -> 0;
        };
    }

    /// Whether a cell holds what only a pupil has. A signature line may stand in any column.
    private boolean isJudgement(Kind kind, Cell cell) {
        return switch (kind) {
            case Kind.Digits _, Kind.Day _, Kind.Choice _, Kind.Whole _, Kind.Measure _ ->
                cells.read(kind, cell).value().isPresent();
            case Kind.Name _, Kind.Text _, Kind.Unused _ -> false;
        };
    }

    private void merged(Collection<Integer> pupilRows) {
        for (var region : grid.merged()) {
            boolean inTable = columns.keySet().stream().anyMatch(c -> c >= region.left() && c <= region.right());
            var hit = pupilRows.stream()
                    .filter(r -> r >= region.top() && r <= region.bottom())
                    .toList();
            if (inTable && !hit.isEmpty()) {
                remarks.ofRow(
                        grid,
                        region.top(),
                        region.left(),
                        region.address(),
                        nameOf(hit.getFirst()),
                        Said.error(SheetWords.merged(region.address())));
                hit.forEach(remarks::spoil);
            }
        }
    }

    private PupilRow pupil(int row) {
        var name = nameOf(row);
        if (grid.hiddenRows().get(row)) {
            remarks.ofRow(grid, row, 0, row + ":" + row, name, Said.error(SheetWords.hiddenRow()));
        }
        if (isHardlyAPupil(row, name)) {
            remarks.ofRow(grid, row, 0, row + ":" + row, name, Said.error(SheetWords.hardlyAPupil()));
            return new PupilRow(row, Map.of());
        }
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, Integer> places = new HashMap<>();
        columns.forEach((position, column) -> {
            places.putIfAbsent(column.key(), position);
            grid.cell(row, position).ifPresent(cell -> {
                if (cell.formula().isPresent()) {
                    formulas.merge(position, 1, Integer::sum);
                }
                var outcome = cells.read(column.kind(), cell);
                outcome.said().forEach(s -> remarks.ofRow(grid, row, position, name, s));
                var value = outcome.value().orElse("");
                // A value that could not be read is still a value: it is not reported as missing too.
                if (!value.isEmpty() || outcome.value().isEmpty()) {
                    values.merge(column.key(), value, (a, b) -> (a + " " + b).strip());
                }
            });
        });
        missing(row, name, values, places);
        Map<String, String> inOrder = new LinkedHashMap<>();
        form.forEach(c -> Optional.ofNullable(values.get(c.key()))
                .filter(v -> !v.isEmpty())
                .ifPresent(v -> inOrder.put(c.key(), v)));
        return new PupilRow(row, inOrder);
    }

    /// Statistics and signatures close under the table, or a row of which only the beginning was filled: one remark
    /// says more than one for each blank cell.
    private boolean isHardlyAPupil(int row, Optional<String> name) {
        var read = grid.row(row).values().stream()
                .filter(c -> columns.containsKey(c.column()))
                .toList();
        boolean identifies = read.stream().anyMatch(c -> isIdentifying(columns.get(c.column())));
        return columns.values().stream().anyMatch(RowsReader::isIdentifying)
                && !identifies
                && (name.isEmpty() || !isNumbered(row));
    }

    private static boolean isIdentifying(Column column) {
        return column.kind() instanceof Kind.Digits || column.kind() instanceof Kind.Day;
    }

    private void missing(int row, Optional<String> name, Map<String, String> values, Map<String, Integer> places) {
        for (var column : form) {
            var place = places.get(column.key());
            if (values.containsKey(column.key()) || place == null && column.need() == Column.Need.ALWAYS) {
                continue; // a missing column was reported once, at the headings
            }
            if (place != null && grid.mergedAt(row, place).isPresent()) {
                continue; // reported as merged
            }
            switch (column.need()) {
                case ALWAYS -> remarks.ofRow(grid, row, place, name, Said.error(CellWords.needed(column.title())));
                case WITH_GROUP ->
                    column.group().filter(g -> isStarted(g.code(), values)).ifPresent(g -> {
                        var said = Said.error(SheetWords.neededWithGroup(column.title(), g.label()));
                        if (place == null) {
                            remarks.ofRow(grid, row, 0, row + ":" + row, name, said);
                        } else {
                            remarks.ofRow(grid, row, place, name, said);
                        }
                    });
                case OPTIONAL -> {
                    // Nothing is missing.
                }
            }
        }
    }

    private boolean isStarted(String group, Map<String, String> values) {
        return form.stream()
                .filter(c -> c.group().filter(g -> g.code().equals(group)).isPresent())
                .anyMatch(c -> values.containsKey(c.key()));
    }

    /// The name as typed, for remarks: readers find a pupil by name before they find a cell.
    private Optional<String> nameOf(int row) {
        var parts = columns.entrySet().stream()
                .filter(e -> e.getValue().key().equals(ClassSheetForm.FULL_NAME))
                .flatMap(e -> grid.cell(row, e.getKey()).stream())
                .flatMap(c -> c.text().stream())
                .map(t -> Texts.clean(t, false).text())
                .filter(t -> !t.isEmpty())
                .toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", parts));
    }
}
