package org.matricula.registry.gradebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matricula.law.Sentence;
import org.matricula.registry.gradebook.Problem.Severity;
import org.matricula.registry.gradebook.grid.A1;
import org.matricula.registry.gradebook.grid.Grid;
import org.matricula.registry.gradebook.grid.GridFile;
import org.matricula.registry.gradebook.grid.GridFile.Opening;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.Kind;
import org.matricula.registry.gradebook.spi.PupilRow;

/// Reads class sheets: XLSX and CSV, headings in either language, in any order, in up to four rows.
///
/// Total: any bytes in, a [Reading] out. Everything that is wrong is said at once. A value is taken only when it is
/// what a person sees in its cell.
public final class ClassSheetReader {
    private final ClassSheetForm form;
    private final TableFinder finder;

    /// @param form what the sheet must hold
    public ClassSheetReader(ClassSheetForm form) {
        this.form = form;
        this.finder = new TableFinder(form);
    }

    /// Reads a file.
    ///
    /// @param file its bytes; the content decides what it is
    /// @param asOf the day of reading: a birth date after it is refused
    public Reading read(byte[] file, LocalDate asOf) {
        return switch (GridFile.open(file)) {
            case Opening.Refused(var words) -> refused(words);
            case Opening.Opened(var opened) -> read(opened.grids(), asOf);
        };
    }

    private static Reading refused(Sentence words) {
        return new Reading.Problems(
                List.of(new Problem("", "", Optional.empty(), Severity.ERROR, words)), Optional.empty());
    }

    private Reading read(List<Grid> grids, LocalDate asOf) {
        if (grids.stream().allMatch(g -> g.rows().isEmpty())) {
            return refused(SheetWords.noCells());
        }
        var tables = new ArrayList<HeadingRows>();
        var others = new ArrayList<Grid>();
        for (var grid : grids) {
            var found = grid.hidden() ? List.<HeadingRows>of() : finder.find(grid);
            tables.addAll(found);
            if (found.isEmpty() && !grid.hidden()) {
                others.add(grid);
            }
        }
        if (tables.isEmpty()) {
            boolean hidden =
                    grids.stream().anyMatch(g -> g.hidden() && !finder.find(g).isEmpty());
            return refused(hidden ? SheetWords.onlyHidden() : SheetWords.noTable(nameHeading()));
        }
        var remarks = new Remarks(grids);
        tables.stream()
                .skip(1)
                .forEach(t -> remarks.ofSheet(t.grid(), t.top(), t.nameColumn(), Said.error(SheetWords.secondTable())));
        return read(tables.getFirst(), tables.size() == 1, others, remarks, asOf);
    }

    private Reading read(HeadingRows table, boolean only, List<Grid> others, Remarks remarks, LocalDate asOf) {
        var infos = new ClassInfoReader(form, remarks, new CellReader(asOf));
        others.forEach(infos::sheet);
        infos.above(table);
        var grade = infos.grade(table);
        if (grade.isEmpty()) {
            return new Reading.Problems(remarks.inOrder(), Optional.empty());
        }
        var info = infos.info(grade.get());
        var mapped = new TableColumns(form, grade.get(), table, remarks).map();
        var columns = form.columns(grade.get());
        // With a second table below, the rows of both would be mixed up: nothing is read until one is left.
        List<PupilRow> rows = only ? new RowsReader(table, mapped, columns, remarks, asOf).read() : List.of();
        repeated(table.grid(), rows, mapped, columns, remarks);
        return result(new ClassSheet(info, rows, table.grid().name(), letters(mapped)), remarks);
    }

    private static Reading result(ClassSheet sheet, Remarks remarks) {
        var all = remarks.inOrder();
        if (all.stream().noneMatch(Problem::blocks)) {
            return new Reading.Read(sheet, all);
        }
        var good = sheet.rows().stream().filter(r -> !remarks.isSpoilt(r.row())).toList();
        return new Reading.Problems(all, remarks.isSpoilt() ? Optional.empty() : Optional.of(sheet.only(good)));
    }

    private static Map<String, String> letters(TableColumns.Mapped mapped) {
        var letters = new HashMap<String, String>();
        mapped.columns().forEach((position, column) -> letters.putIfAbsent(column.key(), A1.column(position)));
        return letters;
    }

    private String nameHeading() {
        return form.columns(form.grades().first()).stream()
                .filter(c -> c.key().equals(ClassSheetForm.FULL_NAME))
                .map(c -> c.heading().label().local())
                .findFirst()
                .orElse(ClassSheetForm.FULL_NAME);
    }

    /// Numbers that two pupils share, and pupils entered twice.
    private static void repeated(
            Grid grid, List<PupilRow> rows, TableColumns.Mapped mapped, List<Column> columns, Remarks remarks) {
        for (var place : mapped.columns().entrySet()) {
            if (!(place.getValue().kind() instanceof Kind.Digits)) {
                continue;
            }
            var byNumber = new HashMap<String, List<PupilRow>>();
            rows.forEach(r -> r.value(place.getValue().key())
                    .ifPresent(n ->
                            byNumber.computeIfAbsent(n, k -> new ArrayList<>()).add(r)));
            byNumber.values().stream()
                    .filter(same -> same.size() > 1)
                    .forEach(same -> same.forEach(row -> {
                        var others = same.stream()
                                .filter(o -> o != row)
                                .map(o -> A1.address(o.row(), place.getKey()))
                                .toList();
                        remarks.ofRow(
                                grid,
                                row.row(),
                                place.getKey(),
                                row.value(ClassSheetForm.FULL_NAME),
                                Said.error(SheetWords.sameNumber(String.join(", ", others))));
                    }));
        }
        var day = columns.stream().filter(c -> c.kind() instanceof Kind.Day).findFirst();
        var seen = new HashMap<String, Integer>();
        for (var row : rows) {
            var who = row.value(ClassSheetForm.FULL_NAME).orElse("") + "\n"
                    + day.flatMap(d -> row.value(d.key())).orElse("");
            var before = who.startsWith("\n") || who.endsWith("\n") ? null : seen.putIfAbsent(who, row.row());
            if (before != null) {
                remarks.ofRow(
                        grid,
                        row.row(),
                        0,
                        row.row() + ":" + row.row(),
                        row.value(ClassSheetForm.FULL_NAME),
                        Said.warning(SheetWords.samePupil(before)));
            }
        }
    }
}
