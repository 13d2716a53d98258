package org.matricula.registry.gradebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.matricula.registry.gradebook.grid.A1;
import org.matricula.registry.gradebook.grid.Grid;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.Heading;
import org.matricula.registry.gradebook.spi.Kind;

/// Which column of the form each column of the sheet is.
final class TableColumns {
    private final ClassSheetForm form;
    private final int grade;
    private final HeadingRows rows;
    private final Grid grid;
    private final Remarks remarks;
    private final Headings exact;
    private final Headings near;
    private final Headings otherGrades;
    private final Map<Column, Heading> nameParts = new LinkedHashMap<>();
    private final Column name;
    private final SortedMap<Integer, Column> found = new TreeMap<>();
    private Optional<Integer> ordinal = Optional.empty();

    TableColumns(ClassSheetForm form, int grade, HeadingRows rows, Remarks remarks) {
        this.form = form;
        this.grade = grade;
        this.rows = rows;
        this.grid = rows.grid();
        this.remarks = remarks;
        this.name = form.columns(grade).stream()
                .filter(c -> c.key().equals(ClassSheetForm.FULL_NAME))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the form has no column fullName: " + form.id()));
        form.nameParts().forEach(h -> nameParts.put(Column.single(h, new Kind.Name(), Column.Need.OPTIONAL), h));
        var known = new ArrayList<>(form.columns(grade));
        known.addAll(nameParts.keySet());
        this.exact = Headings.exact(form, known);
        this.near = Headings.withoutDiacritics(form, known);
        var others = new ArrayList<Column>();
        form.grades().stream()
                .filter(g -> g != grade)
                .forEach(g -> form.columns(g).stream()
                        .filter(c -> others.stream().noneMatch(o -> o.key().equals(c.key())))
                        .forEach(others::add));
        this.otherGrades = Headings.withoutDiacritics(form, others);
    }

    /// Columns of the form by position, and the position of the row number. The name may stand at two positions.
    record Mapped(SortedMap<Integer, Column> columns, Optional<Integer> ordinal) {}

    Mapped map() {
        int last = Math.max(rows.lastColumn(), lastFilled());
        for (int position = 0; position <= last; position++) {
            map(position);
        }
        reportMissing();
        return new Mapped(found, ordinal);
    }

    private int lastFilled() {
        return grid.rows().tailMap(rows.bottom(), false).values().stream()
                .mapToInt(r -> r.isEmpty() ? 0 : r.lastKey())
                .max()
                .orElse(0);
    }

    private void map(int position) {
        var path = path(position);
        if (path.isEmpty()) {
            withoutHeading(position);
            return;
        }
        var leaf = path.getLast();
        if (is(form.ordinal(), leaf)) {
            ordinal = ordinal.or(() -> Optional.of(position));
        } else {
            var column = exact.column(path);
            if (column.isPresent()) {
                take(position, column.get());
            } else {
                notExact(position, path);
            }
        }
    }

    /// The path by which a column is known: a group carried over from the left counts unless it is a known one that
    /// has no such column.
    private List<String> path(int position) {
        var path = rows.path(position);
        var own = rows.ownPath(position);
        boolean afterGroup = !own.equals(path)
                && near.column(path).isEmpty()
                && path.stream().filter(t -> !own.contains(t)).allMatch(near::standsAbove);
        return afterGroup ? own : path;
    }

    private void notExact(int position, List<String> path) {
        var leaf = path.getLast();
        if (form.ignored().stream().anyMatch(h -> is(h, leaf))) {
            return;
        }
        var almost = near.column(path);
        if (almost.isPresent()) {
            remarks.ofSheet(
                    grid,
                    rows.bottom(),
                    position,
                    Said.note(SheetWords.headingWithoutDiacritics(
                            String.join(" › ", path), almost.get().title().local())));
            take(position, almost.get());
            return;
        }
        var other = otherGrades.column(path);
        var value = firstValue(position);
        if (value.isEmpty()) {
            return; // an unknown column without a value changes nothing
        }
        if (other.isPresent()) {
            remarks.ofSheet(
                    grid,
                    value.get(),
                    position,
                    Said.error(SheetWords.otherGrade(other.get().title(), grade)));
        } else {
            remarks.ofSheet(
                    grid, rows.bottom(), position, Said.warning(SheetWords.unknownColumn(String.join(" › ", path))));
        }
    }

    private void take(int position, Column column) {
        var taken = nameParts.containsKey(column) ? name : column;
        var before = found.entrySet().stream()
                .filter(e -> e.getValue().key().equals(taken.key()))
                .map(Map.Entry::getKey)
                .findFirst();
        boolean partOfName = isName(taken)
                && before.isPresent()
                && (nameParts.containsKey(column) || rows.spansOf(position, before.get()));
        if (before.isPresent() && !partOfName) {
            remarks.ofSheet(
                    grid,
                    rows.bottom(),
                    position,
                    Said.error(SheetWords.columnTwice(taken.title(), A1.column(before.get()))));
            return;
        }
        found.put(position, taken);
        if (grid.hiddenColumns().get(position)) {
            remarks.ofSheet(
                    grid,
                    rows.bottom(),
                    position,
                    A1.column(position) + ":" + A1.column(position),
                    Said.error(SheetWords.hiddenColumn(taken.title())));
        }
    }

    private static boolean isName(Column column) {
        return column.key().equals(ClassSheetForm.FULL_NAME);
    }

    private void withoutHeading(int position) {
        var value = firstValue(position);
        if (value.isEmpty()) {
            return;
        }
        boolean besideName = position > 0 && found.containsKey(position - 1) && isName(found.get(position - 1));
        remarks.ofSheet(
                grid,
                value.get(),
                position,
                besideName && !form.nameParts().isEmpty()
                        ? Said.error(SheetWords.noHeadingBesideName(
                                form.nameParts().getFirst().label().local(),
                                form.nameParts().getLast().label().local()))
                        : Said.warning(SheetWords.noHeading()));
    }

    /// The first row under the headings in which a column has a value.
    private Optional<Integer> firstValue(int position) {
        return grid.rows().tailMap(rows.bottom(), false).entrySet().stream()
                .filter(r -> r.getValue().containsKey(position))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean is(Heading heading, String text) {
        var bare = Wording.bare(text);
        return heading.wordings().stream().anyMatch(w -> Wording.bare(w).equals(bare));
    }

    /// One remark per missing group, since a subject is forgotten as a whole; otherwise one per column.
    private void reportMissing() {
        Map<Heading, List<Column>> groups = new LinkedHashMap<>();
        for (var column : form.columns(grade)) {
            boolean missing = found.values().stream().noneMatch(c -> c.key().equals(column.key()));
            if (!missing || column.need() != Column.Need.ALWAYS) {
                continue;
            }
            if (column.group().isPresent() && groupIsAbsent(column.group().get())) {
                groups.computeIfAbsent(column.group().get(), g -> new ArrayList<>())
                        .add(column);
            } else {
                report(Said.error(SheetWords.columnMissing(column.title())));
            }
        }
        groups.forEach((group, columns) -> report(Said.error(SheetWords.groupMissing(
                group.label(), columns.stream().map(c -> c.heading().label()).toList(), grade))));
    }

    private boolean groupIsAbsent(Heading group) {
        return found.values().stream()
                .flatMap(c -> c.group().stream())
                .noneMatch(g -> g.code().equals(group.code()));
    }

    private void report(Said said) {
        remarks.ofSheet(grid, rows.bottom(), Integer.MAX_VALUE, rows.bottom() + ":" + rows.bottom(), said);
    }
}
