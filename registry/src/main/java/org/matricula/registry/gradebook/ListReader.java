package org.matricula.registry.gradebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.matricula.law.Sentence;
import org.matricula.registry.gradebook.ListReading.Found;
import org.matricula.registry.gradebook.ListReading.Line;
import org.matricula.registry.gradebook.Problem.Severity;
import org.matricula.registry.gradebook.grid.A1;
import org.matricula.registry.gradebook.grid.Cell;
import org.matricula.registry.gradebook.grid.Content;
import org.matricula.registry.gradebook.grid.Grid;
import org.matricula.registry.gradebook.grid.GridFile;
import org.matricula.registry.gradebook.grid.GridFile.Opening;
import org.matricula.registry.gradebook.spi.ClassKey;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.Kind;
import org.matricula.registry.gradebook.spi.PupilRow;

/// Reads lists of a whole school: XLSX and CSV, one sheet or one for each class, headings in either language and in
/// any order, and those that a person explained.
///
/// Total: any bytes in, a [ListReading] out, everything that is wrong at once. A cell means here what it means in a
/// class sheet. A class sheet is such a list too: its results are passed over.
public final class ListReader {
    private static final Pattern BETWEEN = Pattern.compile("\\s*[,;+\\n]\\s*|\\s+(?:và|and|&)\\s+");

    private final ListForm form;
    private final Headings near;
    private final RowWords words;

    /// @param form what the list holds
    public ListReader(ListForm form) {
        this.form = form;
        this.near = Headings.withoutDiacritics(form, ListColumns.known(form));
        this.words = form.isOfPupils() ? RowWords.SCHOOL : RowWords.TEACHING;
    }

    /// Reads a file.
    ///
    /// @param file its bytes; the content decides what it is
    /// @param asOf the day of reading: a birth date after it is refused
    /// @param byHand for the headings of the file, as compared: the column that each of them means, by what a
    ///     person
    ///     said; an empty text for a column that is not to be read
    public ListReading read(byte[] file, LocalDate asOf, Function<SortedSet<String>, Map<String, String>> byHand) {
        return switch (GridFile.open(file, words.most() + 100)) {
            case Opening.Refused(var why) -> refused(why);
            case Opening.Opened(var opened) -> new Job(asOf, opened.grids(), byHand).read();
        };
    }

    private static ListReading refused(Sentence why) {
        return new ListReading(
                List.of(),
                new TreeSet<>(),
                List.of(),
                List.of(new Problem("", "", Optional.empty(), Severity.ERROR, why)));
    }

    /// One file being read.
    private final class Job {
        private final List<Grid> grids;
        private final CellReader cells;
        private final LocalDate asOf;
        private final Function<SortedSet<String>, Map<String, String>> byHand;
        private final Map<String, Found> headings = new LinkedHashMap<>();
        private final List<Line> lines = new ArrayList<>();
        private final List<Problem> remarks = new ArrayList<>();

        Job(LocalDate asOf, List<Grid> grids, Function<SortedSet<String>, Map<String, String>> byHand) {
            this.asOf = asOf;
            this.grids = grids;
            this.cells = new CellReader(asOf);
            this.byHand = byHand;
        }

        ListReading read() {
            if (grids.stream().allMatch(grid -> grid.rows().isEmpty())) {
                return refused(SheetWords.noCells());
            }
            SortedSet<String> all = headingsOfFile();
            Map<String, String> explained = byHand.apply(all);
            ListFinder finder = new ListFinder(form, near, explained.keySet());
            List<HeadingRows> tables = new ArrayList<>();
            List<Grid> others = new ArrayList<>();
            for (Grid grid : grids) {
                List<HeadingRows> found = grid.hidden() ? List.of() : finder.find(grid);
                tables.addAll(found);
                if (found.isEmpty() && !grid.hidden()) {
                    others.add(grid);
                }
            }
            if (tables.isEmpty()) {
                boolean hidden = grids.stream()
                        .anyMatch(grid -> grid.hidden() && !finder.find(grid).isEmpty());
                return refused(hidden ? SheetWords.onlyHidden() : ListWords.noList());
            }
            tables.forEach(table -> table(table, tables.size() == 1 ? others : List.of(), explained));
            return new ListReading(List.copyOf(headings.values()), all, lines, remarks);
        }

        /// The headings of all tables as nobody has explained them yet: by them a file is known again.
        private SortedSet<String> headingsOfFile() {
            SortedSet<String> all = new TreeSet<>();
            ListFinder finder = new ListFinder(form, near, java.util.Set.of());
            for (Grid grid : grids) {
                if (!grid.hidden()) {
                    for (HeadingRows table : finder.find(grid)) {
                        new ListColumns(form, table, new Remarks(List.of(grid)), Map.of())
                                .map()
                                .found()
                                .forEach(found -> all.add(found.plain()));
                    }
                }
            }
            return all;
        }

        private void table(HeadingRows table, List<Grid> others, Map<String, String> explained) {
            Remarks here = new Remarks(List.of(table.grid()));
            ListColumns.Mapped mapped = new ListColumns(form, table, here, explained).map();
            mapped.found().forEach(found -> headings.putIfAbsent(found.plain(), found));
            ClassInfoReader infos = new ClassInfoReader(form.sheet(), here, cells);
            others.forEach(infos::sheet);
            infos.above(table);
            Map<String, String> about = about(infos, table.grid());
            boolean complete = columnsAreThere(table, mapped, about, here);
            List<PupilRow> rows =
                    complete ? new RowsReader(table, mapped.columns(), asRead(), here, asOf, words).read() : List.of();
            Map<String, String> letters = new HashMap<>();
            mapped.columns()
                    .columns()
                    .forEach((position, column) -> letters.putIfAbsent(column.key(), A1.column(position)));
            List<Map<String, String>> values = new ArrayList<>();
            rows.forEach(row -> values.add(apart(table.grid(), row, letters, here)));
            for (int i = 0; i < rows.size(); i++) {
                PupilRow row = rows.get(i);
                lines.add(new Line(
                        table.grid().name(),
                        row.row(),
                        values.get(i),
                        letters,
                        about,
                        here.isSpoilt(row.row()) || values.get(i).isEmpty()));
            }
            remarks.addAll(here.inOrder());
        }

        private List<Column> asRead() {
            return form.columns().stream().map(form::asRead).toList();
        }

        private Map<String, String> about(ClassInfoReader infos, Grid grid) {
            Map<String, String> about = new LinkedHashMap<>();
            for (ClassKey key : form.classKeys()) {
                infos.given(key.key()).ifPresent(value -> about.put(key.key(), value));
            }
            // `4A` as the name of a sheet is a class; a bare number is more often the sheet's place.
            ClassNames.of(grid.name())
                    .filter(name -> !name.chars().allMatch(Character::isDigit))
                    .ifPresent(name -> about.putIfAbsent(ClassSheetForm.CLASS_NAME, name));
            return about;
        }

        private boolean columnsAreThere(
                HeadingRows table, ListColumns.Mapped mapped, Map<String, String> about, Remarks here) {
            boolean complete = true;
            for (Column column : form.columns()) {
                boolean there = mapped.columns().columns().values().stream()
                        .anyMatch(each -> each.key().equals(column.key()));
                boolean told = column.key().equals(ListForm.CLASS) && about.containsKey(ClassSheetForm.CLASS_NAME);
                if (column.need() == Column.Need.ALWAYS && !there && !told) {
                    complete = false;
                    here.ofSheet(
                            table.grid(),
                            table.bottom(),
                            Integer.MAX_VALUE,
                            table.bottom() + ":" + table.bottom(),
                            Said.error(ListWords.columnMissing(column)));
                }
            }
            return complete;
        }

        /// The values of a row, cells with several values taken apart.
        private Map<String, String> apart(Grid grid, PupilRow row, Map<String, String> letters, Remarks here) {
            Map<String, String> values = new LinkedHashMap<>(row.values());
            for (String key : form.several()) {
                row.value(key).ifPresent(text -> {
                    String letter = letters.getOrDefault(key, "");
                    values.put(key, String.join("\n", each(grid, row, letter, form.column(key), text, here)));
                });
            }
            return values;
        }

        private List<String> each(Grid grid, PupilRow row, String letter, Column column, String text, Remarks here) {
            Outcome whole = one(column.kind(), text);
            if (whole.value().isPresent() && !BETWEEN.matcher(text).find()) {
                return List.of(whole.value().get());
            }
            if (whole.value().isPresent() && column.kind() instanceof Kind.Choice) {
                return List.of(whole.value().get()); // `Lịch sử và Địa lí` is one
            }
            List<String> values = new ArrayList<>();
            for (String part : BETWEEN.split(text)) {
                Outcome outcome = one(column.kind(), part);
                outcome.value().ifPresent(values::add);
                outcome.said()
                        .forEach(said -> here.ofRow(
                                grid, row.row(), 0, letter + row.row(), row.value(ClassSheetForm.FULL_NAME), said));
            }
            return values;
        }

        private Outcome one(Kind kind, String text) {
            return cells.read(kind, new Cell(1, 0, new Content.Words(text), Optional.empty()));
        }
    }
}
