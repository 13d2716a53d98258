package org.matricula.registry.gradebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.matricula.law.Sentence;
import org.matricula.registry.gradebook.grid.Cell;
import org.matricula.registry.gradebook.grid.Content;
import org.matricula.registry.gradebook.grid.Grid;
import org.matricula.registry.gradebook.spi.ClassInfo;
import org.matricula.registry.gradebook.spi.ClassKey;
import org.matricula.registry.gradebook.spi.ClassKey.Format;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.Heading;
import org.matricula.registry.gradebook.spi.Kind;

/// Reads what concerns the class as a whole: from lines above the table, and from a sheet of its own.
///
/// A label and its value stand in two cells (`Lớp` | `4A`) or in one (`Lớp: 4A`), several pairs in one cell
/// included.
final class ClassInfoReader {
    private static final Pattern YEARS = Pattern.compile("(\\d{4})\\s*[-–—/]\\s*(\\d{4})");
    /// `4`, `4A`, `4 A1`, `4/2`, `4.2`.
    private static final Pattern CLASS =
            Pattern.compile("\\d{1,2}(?:\\s?[/.\\-]\\s?\\d{1,2}|\\s?\\p{L}\\d{0,2})?(?![\\p{L}\\p{N}])");

    private static final Pattern LEADING_GRADE = Pattern.compile("(\\d{1,2})(\\D.*)?");
    private static final int LONGEST_LABEL = 60;
    private static final int LONGEST_VALUE = 200;

    private final ClassSheetForm form;
    private final Remarks remarks;
    private final CellReader cells;
    private final Map<String, Given> values = new LinkedHashMap<>();
    private final Map<String, Given> teachers = new LinkedHashMap<>();
    private final List<Heading> subjects;
    private final Set<String> hiddenSaid = new HashSet<>();

    private record Given(String value, String place) {}

    ClassInfoReader(ClassSheetForm form, Remarks remarks, CellReader cells) {
        this.form = form;
        this.remarks = remarks;
        this.cells = cells;
        var all = new LinkedHashMap<String, Heading>();
        form.grades().forEach(g -> form.subjects(g).forEach(s -> all.putIfAbsent(s.code(), s)));
        this.subjects = List.copyOf(all.values());
    }

    /// Reads the lines above the table.
    void above(HeadingRows table) {
        for (var row : table.grid().rows().headMap(table.top()).values()) {
            for (var cell : row.values()) {
                line(table.grid(), cell);
                beside(table.grid(), cell, false);
            }
        }
    }

    /// Reads a sheet that has no table: pairs of label and value.
    void sheet(Grid grid) {
        boolean about = grid.rows().values().stream()
                        .flatMap(r -> r.values().stream())
                        .filter(c -> c.text().filter(t -> key(t).isPresent()).isPresent())
                        .count()
                >= 2;
        if (!about) {
            return;
        }
        grid.rows().values().forEach(r -> pairs(grid, List.copyOf(r.values())));
    }

    /// One row of labels and values, one pair after the other. A row of which nothing is known is named by its first
    /// cell.
    private void pairs(Grid grid, List<Cell> row) {
        boolean known = false;
        for (int i = 0; i < row.size(); i++) {
            if (beside(grid, row.get(i), true)) {
                known = true;
                i++; // its value
            }
        }
        var first = row.getFirst();
        var text = first.text().orElse("").strip();
        boolean label = !text.isEmpty() && text.length() <= LONGEST_LABEL && !isLabel(text, true);
        if (!known && label && row.size() > 1 && !isNeutral(text)) {
            remarks.ofSheet(grid, first.row(), first.column(), Said.warning(InfoWords.unknown(text)));
        }
    }

    /// A label in one cell and the value in the next filled cell of the row, unless that is a label too.
    ///
    /// @return whether there was such a pair
    private boolean beside(Grid grid, Cell label, boolean ownSheet) {
        var text = label.text().orElse("");
        var next = grid.row(label.row()).tailMap(label.column() + 1).values().stream()
                .findFirst()
                .filter(c -> c.text().filter(t -> isLabel(t, ownSheet)).isEmpty());
        if (next.isEmpty() || text.length() > LONGEST_LABEL) {
            return false;
        }
        var key = key(text);
        key.ifPresent(k -> take(grid, next.get(), k));
        var subject = key.isPresent() ? Optional.<Heading>empty() : subject(text, ownSheet);
        subject.ifPresent(s -> teacher(grid, next.get(), s));
        return key.isPresent() || subject.isPresent();
    }

    private boolean isLabel(String text, boolean ownSheet) {
        return key(text).isPresent() || subject(text, ownSheet).isPresent();
    }

    private Optional<ClassKey> key(String text) {
        return form.classKeys().stream().filter(k -> is(k.heading(), text)).findFirst();
    }

    private Optional<Heading> subject(String text, boolean ownSheet) {
        var plain = Wording.plain(text);
        return subjects.stream()
                .filter(s -> s.wordings().stream()
                        .map(Wording::plain)
                        .anyMatch(w -> ownSheet && plain.equals(w)
                                || plain.equals("giáo viên " + w)
                                || plain.equals("gv " + w)
                                || plain.equals(w + " teacher")
                                || plain.equals("teacher of " + w)))
                .findFirst();
    }

    private boolean isNeutral(String text) {
        return form.neutralGroups().stream().anyMatch(h -> is(h, text));
    }

    private static boolean is(Heading heading, String text) {
        var plain = Wording.plain(text);
        return heading.wordings().stream().anyMatch(w -> Wording.plain(w).equals(plain));
    }

    /// Pairs within one cell. A title such as `… LỚP 4A NĂM HỌC 2025-2026` counts, colons or not, for values
    /// that have a shape of their own.
    private void line(Grid grid, Cell cell) {
        var text = cell.text().map(t -> Texts.clean(t, false).text()).orElse("");
        record Found(ClassKey key, int start, int end) {}
        var labels = new ArrayList<Found>();
        for (var key : form.classKeys()) {
            for (Matcher m = pattern(key).matcher(text); m.find(); ) {
                labels.add(new Found(key, m.start(), m.end()));
            }
        }
        labels.sort(Comparator.comparingInt(Found::start).thenComparing(f -> -f.end()));
        int taken = 0;
        for (int i = 0; i < labels.size(); i++) {
            var label = labels.get(i);
            if (label.start() < taken) {
                continue; // a shorter label inside a longer one
            }
            taken = label.end();
            int until = labels.stream()
                    .mapToInt(Found::start)
                    .filter(s -> s >= label.end())
                    .min()
                    .orElse(text.length());
            var value = shaped(
                    label.key().format(), text.substring(label.end(), until).replaceAll("^[\\s:]+|[\\s;,|–-]+$", ""));
            if (!value.isBlank()) {
                take(
                        grid,
                        new Cell(cell.row(), cell.column(), new Content.Words(value), Optional.empty()),
                        label.key());
            }
        }
    }

    /// Cuts a value that has a shape of its own out of the rest of a title.
    private static String shaped(Format format, String text) {
        var shape = switch (format) {
            case TEXT, NAME -> Optional.<Pattern>empty();
            case SCHOOL_YEAR -> Optional.of(YEARS);
            case GRADE, CLASS_NAME -> Optional.of(CLASS);
        };
        return shape.map(p -> p.matcher(text))
                .filter(Matcher::lookingAt)
                .map(Matcher::group)
                .orElse(text);
    }

    private static Pattern pattern(ClassKey key) {
        var words = String.join(
                "|",
                key.heading().wordings().stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Pattern::quote)
                        .toList());
        var then = switch (key.format()) {
            case TEXT, NAME -> "\\s*:";
            case SCHOOL_YEAR -> "\\s*:?(?=\\s*\\d{4})";
            case GRADE, CLASS_NAME -> "\\s*:?(?=\\s*\\d)";
        };
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:" + words + ")" + then, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private void take(Grid grid, Cell cell, ClassKey key) {
        if (isHidden(grid, cell)) {
            return;
        }
        var outcome = value(key.format(), cell);
        outcome.said().forEach(s -> remarks.ofSheet(grid, cell.row(), cell.column(), s));
        outcome.value()
                .filter(Predicate.not(String::isEmpty))
                .ifPresent(v ->
                        keep(values, key.key(), v, grid, cell, key.heading().label()));
    }

    private void teacher(Grid grid, Cell cell, Heading subject) {
        if (isHidden(grid, cell)) {
            return;
        }
        var outcome = cells.read(new Kind.Name(), cell);
        outcome.said().forEach(s -> remarks.ofSheet(grid, cell.row(), cell.column(), s));
        outcome.value()
                .filter(Predicate.not(String::isEmpty))
                .ifPresent(v -> keep(teachers, subject.code(), v, grid, cell, subject.label()));
    }

    private boolean isHidden(Grid grid, Cell cell) {
        boolean hidden =
                grid.hiddenRows().get(cell.row()) || grid.hiddenColumns().get(cell.column());
        if (hidden && hiddenSaid.add(grid.name() + "!" + cell.address())) { // a cell may hold several values
            remarks.ofSheet(grid, cell.row(), cell.column(), Said.error(InfoWords.hidden()));
        }
        return hidden;
    }

    private void keep(Map<String, Given> into, String key, String value, Grid grid, Cell cell, Sentence label) {
        var place = grid.name().isEmpty() ? cell.address() : grid.name() + "!" + cell.address();
        var before = into.putIfAbsent(key, new Given(value, place));
        if (before != null && key.equals(ClassSheetForm.CLASS_NAME) && isGradeOf(value, before.value())) {
            return; // a title names the grade alone
        }
        if (before != null && key.equals(ClassSheetForm.CLASS_NAME) && isGradeOf(before.value(), value)) {
            into.put(key, new Given(value, place));
            return;
        }
        if (before != null && !Wording.plain(before.value()).equals(Wording.plain(value))) {
            remarks.ofSheet(
                    grid,
                    cell.row(),
                    cell.column(),
                    Said.error(InfoWords.twice(label, value, before.value(), before.place())));
        }
    }

    /// `4` is said of a class `4A` too.
    private static boolean isGradeOf(String grade, String className) {
        var leading = LEADING_GRADE.matcher(className);
        return leading.matches() && leading.group(1).equals(grade);
    }

    private Outcome value(Format format, Cell cell) {
        var read = cells.read(format == Format.NAME ? new Kind.Name() : new Kind.Text(LONGEST_VALUE, false), cell);
        return read.value().isEmpty()
                ? read
                : switch (format) {
                    case TEXT, NAME -> read;
                    case SCHOOL_YEAR -> schoolYear(read.value().get()).after(read.said());
                    case GRADE -> grade(bare(ClassSheetForm.GRADE, read)).after(read.said());
                    case CLASS_NAME ->
                        Outcome.good(bare(ClassSheetForm.CLASS_NAME, read).replace(" ", ""))
                                .after(read.said());
                };
    }

    /// The value without its own label: beside `Lớp` many write `Lớp 4A`.
    private String bare(String key, Outcome read) {
        var text = read.value().orElse("");
        return form.classKeys().stream()
                .filter(k -> k.key().equals(key))
                .flatMap(k -> k.heading().wordings().stream())
                .filter(w -> text.regionMatches(true, 0, w + " ", 0, w.length() + 1))
                .map(w -> text.substring(w.length() + 1).strip())
                .findFirst()
                .orElse(text);
    }

    private static Outcome schoolYear(String text) {
        var years = YEARS.matcher(text);
        boolean inARow = years.matches() && Integer.parseInt(years.group(2)) == Integer.parseInt(years.group(1)) + 1;
        return inARow ? Outcome.good(years.group(1) + "-" + years.group(2)) : Outcome.bad(InfoWords.schoolYear(text));
    }

    private Outcome grade(String text) {
        return form.grades().stream()
                .filter(g -> String.valueOf(g).equals(text))
                .findFirst()
                .map(g -> Outcome.good(text))
                .orElseGet(() -> Outcome.bad(InfoWords.grade(text, form.grades().toString())));
    }

    /// The grade: as given, otherwise as the class name begins, otherwise the only one of the form. Says so when it is
    /// none of them.
    Optional<Integer> grade(HeadingRows table) {
        var given = Optional.ofNullable(values.get(ClassSheetForm.GRADE)).map(g -> Integer.valueOf(g.value()));
        var className = Optional.ofNullable(values.get(ClassSheetForm.CLASS_NAME));
        var named = className
                .map(c -> LEADING_GRADE.matcher(c.value()))
                .filter(Matcher::matches)
                .map(m -> Integer.valueOf(m.group(1)))
                .filter(form.grades()::contains);
        if (given.isPresent() && named.isPresent() && !given.equals(named)) {
            remarks.ofFile(InfoWords.gradeDiffers(className.get().value(), given.get()));
            return Optional.empty(); // by either grade the columns would be judged wrongly
        }
        var only = Optional.of(form.grades().first()).filter(g -> form.grades().size() == 1);
        var grade = given.or(() -> named).or(() -> only);
        if (grade.isEmpty()) {
            remarks.ofSheet(
                    table.grid(),
                    table.top(),
                    0,
                    Said.error(InfoWords.gradeUnknown(form.grades().toString())));
        }
        return grade;
    }

    /// A value about the class, as far as it was given.
    Optional<String> given(String key) {
        return Optional.ofNullable(values.get(key)).map(Given::value);
    }

    /// Everything read, and a remark for everything required that is missing.
    ClassInfo info(int grade) {
        var plain = new LinkedHashMap<String, String>();
        for (var key : form.classKeys()) {
            var given = values.get(key.key());
            if (given != null) {
                plain.put(key.key(), given.value());
            } else if (key.key().equals(ClassSheetForm.GRADE)) {
                plain.put(key.key(), String.valueOf(grade));
            } else if (key.required()) {
                remarks.ofFile(InfoWords.missing(key.heading().label()));
            }
        }
        var names = new LinkedHashMap<String, String>();
        form.subjects(grade).stream()
                .filter(s -> teachers.containsKey(s.code()))
                .forEach(s -> names.put(s.code(), teachers.get(s.code()).value()));
        return new ClassInfo(grade, plain, names);
    }
}
