package org.matricula.registry.gradebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.matricula.registry.gradebook.ListReading.Found;
import org.matricula.registry.gradebook.ListReading.Taken;
import org.matricula.registry.gradebook.grid.A1;
import org.matricula.registry.gradebook.grid.Cell;
import org.matricula.registry.gradebook.grid.Content;
import org.matricula.registry.gradebook.grid.Grid;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.Heading;
import org.matricula.registry.gradebook.spi.Kind;

/// Which column of the list each column of the file is. What a person said of a heading goes before what we think.
final class ListColumns {
    private final ListForm form;
    private final HeadingRows rows;
    private final Grid grid;
    private final Remarks remarks;
    private final Map<String, String> byHand;
    private final Headings exact;
    private final Headings near;
    private final Headings sheet;
    private final Map<Column, Heading> nameParts = new LinkedHashMap<>();
    private final SortedMap<Integer, Column> taken = new TreeMap<>();
    private final List<Found> found = new ArrayList<>();
    private Optional<Integer> ordinal = Optional.empty();

    ListColumns(ListForm form, HeadingRows rows, Remarks remarks, Map<String, String> byHand) {
        this.form = form;
        this.rows = rows;
        this.grid = rows.grid();
        this.remarks = remarks;
        this.byHand = byHand;
        form.nameParts().forEach(h -> nameParts.put(Column.single(h, new Kind.Name(), Column.Need.OPTIONAL), h));
        this.exact = Headings.exact(form, known(form));
        this.near = Headings.withoutDiacritics(form, known(form));
        this.sheet = Headings.withoutDiacritics(form, form.ofSheet());
    }

    /// Every column whose heading is known, the parts of the name included.
    static List<Column> known(ListForm form) {
        List<Column> known = new ArrayList<>(form.columns());
        form.nameParts().forEach(h -> known.add(Column.single(h, new Kind.Name(), Column.Need.OPTIONAL)));
        return known;
    }

    /// @param columns of the list, by position in the file
    /// @param found every column of the file
    record Mapped(TableColumns.Mapped columns, List<Found> found) {}

    Mapped map() {
        int last = Math.max(
                rows.lastColumn(),
                grid.rows().tailMap(rows.bottom(), false).values().stream()
                        .mapToInt(row -> row.isEmpty() ? 0 : row.lastKey())
                        .max()
                        .orElse(0));
        for (int position = 0; position <= last; position++) {
            map(position);
        }
        return new Mapped(new TableColumns.Mapped(taken, ordinal), found);
    }

    private void map(int position) {
        List<String> path = path(position);
        Optional<Cell> first = firstValue(position);
        if (path.isEmpty()) {
            first.ifPresent(cell -> withoutHeading(position, cell));
            return;
        }
        String words = String.join(" › ", path).replaceAll("\\s+", " ");
        String plain = Wording.plain(words);
        String leaf = path.getLast();
        if (byHand.containsKey(plain)) {
            String key = byHand.getOrDefault(plain, "");
            Optional<Column> column = form.columns().stream()
                    .filter(each -> each.key().equals(key))
                    .findFirst();
            boolean read = column.filter(each -> take(position, each)).isPresent();
            tell(
                    words,
                    plain,
                    position,
                    read ? Taken.BY_HAND : Taken.PASSED_OVER,
                    column.filter(_ -> read).map(Column::key),
                    first);
        } else if (is(form.ordinal(), leaf)) {
            ordinal = ordinal.or(() -> Optional.of(position));
        } else {
            byHeading(position, path, words, plain, first);
        }
    }

    private void byHeading(int position, List<String> path, String words, String plain, Optional<Cell> first) {
        Optional<Column> column = exact.column(path);
        if (column.isEmpty() && near.column(path).isPresent()) {
            column = near.column(path);
            remarks.ofSheet(
                    grid,
                    rows.bottom(),
                    position,
                    Said.note(SheetWords.headingWithoutDiacritics(
                            words, column.get().title().local())));
        }
        if (column.isPresent()) {
            boolean read = take(position, column.get());
            Column key = nameParts.containsKey(column.get()) ? form.column(ClassSheetForm.FULL_NAME) : column.get();
            tell(words, plain, position, read ? Taken.KNOWN : Taken.NOT_HERE, Optional.of(key.key()), first);
        } else if (form.ignored().stream().anyMatch(h -> is(h, path.getLast()))
                || sheet.column(path).isPresent()) {
            tell(words, plain, position, Taken.NOT_HERE, Optional.empty(), first);
        } else {
            tell(words, plain, position, Taken.UNKNOWN, Optional.empty(), first);
        }
    }

    /// A group carried over from the left counts unless it is a known one that has no such column.
    private List<String> path(int position) {
        List<String> path = rows.path(position);
        List<String> own = rows.ownPath(position);
        boolean afterGroup = !own.equals(path)
                && near.column(path).isEmpty()
                && path.stream().filter(t -> !own.contains(t)).allMatch(near::standsAbove);
        return afterGroup ? own : path;
    }

    private void tell(String words, String plain, int position, Taken how, Optional<String> key, Optional<Cell> first) {
        found.add(new Found(words, plain, A1.column(position), how, key, first.flatMap(cell -> shown(cell))));
    }

    private static Optional<String> shown(Cell cell) {
        return switch (cell.content()) {
            case Content.Words(var text) -> Optional.of(Texts.clean(text, false).text());
            case Content.Figure(var _, var value) -> Optional.of(NumberWords.plain(value));
            case Content.Moment(var serial, var since1904) -> Optional.of(Days.shown(serial, since1904));
            case Content.Truth _, Content.Fault _, Content.Uncomputed _ -> Optional.empty();
        };
    }

    /// @return whether the column is read from here
    private boolean take(int position, Column column) {
        Column wanted = nameParts.containsKey(column) ? form.column(ClassSheetForm.FULL_NAME) : column;
        Optional<Integer> before = taken.entrySet().stream()
                .filter(e -> e.getValue().key().equals(wanted.key()))
                .map(Map.Entry::getKey)
                .findFirst();
        boolean partOfName = wanted.key().equals(ClassSheetForm.FULL_NAME)
                && before.isPresent()
                && (nameParts.containsKey(column) || rows.spansOf(position, before.get()));
        if (before.isPresent() && !partOfName) {
            remarks.ofSheet(
                    grid,
                    rows.bottom(),
                    position,
                    Said.error(SheetWords.columnTwice(wanted.title(), A1.column(before.get()))));
            return false;
        }
        taken.put(position, form.asRead(wanted));
        if (grid.hiddenColumns().get(position)) {
            remarks.ofSheet(
                    grid,
                    rows.bottom(),
                    position,
                    A1.column(position) + ":" + A1.column(position),
                    Said.error(SheetWords.hiddenColumn(wanted.title())));
        }
        return true;
    }

    private void withoutHeading(int position, Cell value) {
        boolean besideName = position > 0
                && taken.containsKey(position - 1)
                && taken.get(position - 1).key().equals(ClassSheetForm.FULL_NAME);
        remarks.ofSheet(
                grid,
                value.row(),
                position,
                besideName && !form.nameParts().isEmpty()
                        ? Said.error(SheetWords.noHeadingBesideName(
                                form.nameParts().getFirst().label().local(),
                                form.nameParts().getLast().label().local()))
                        : Said.warning(SheetWords.noHeading()));
    }

    private Optional<Cell> firstValue(int position) {
        return grid.rows().tailMap(rows.bottom(), false).values().stream()
                .filter(row -> row.containsKey(position))
                .map(row -> row.get(position))
                .findFirst();
    }

    private static boolean is(Heading heading, String text) {
        String bare = Wording.bare(text);
        return heading.wordings().stream().anyMatch(w -> Wording.bare(w).equals(bare));
    }
}
