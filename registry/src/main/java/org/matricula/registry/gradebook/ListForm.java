package org.matricula.registry.gradebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.matricula.law.Sentence;
import org.matricula.registry.gradebook.spi.Charge;
import org.matricula.registry.gradebook.spi.ClassKey;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.Heading;
import org.matricula.registry.gradebook.spi.Kind;

/// What a list holds that is no class sheet but speaks its language: the pupils of a whole school, or who teaches what.
/// Headings, groups and parts of names are those of the class sheet.
///
/// @param sheet the class sheet of the school
/// @param columns what is read; a column with the key [#CLASS] may also be told by a line above the table or by the
///     sheet's name
/// @param several keys of columns of which a cell may hold several values: `4A, 4B`
public record ListForm(ClassSheetForm sheet, List<Column> columns, Set<String> several) implements ClassSheetForm {
    /// The key of the column with the class.
    public static final String CLASS = "class";

    /// A list has no grade of its own.
    private static final int ANY = 1;

    public ListForm {
        columns = List.copyOf(columns);
        several = Set.copyOf(several);
    }

    /// Whether a list of pupils is meant.
    boolean isOfPupils() {
        return columns.stream().anyMatch(column -> column.key().equals(FULL_NAME));
    }

    /// Every column of the class sheet, of whatever grade.
    List<Column> ofSheet() {
        List<Column> all = new ArrayList<>();
        for (int grade : sheet.grades()) {
            sheet.columns(grade).stream()
                    .filter(column -> all.stream().noneMatch(o -> o.key().equals(column.key())))
                    .forEach(all::add);
        }
        return all;
    }

    @Override
    public String id() {
        return sheet.id();
    }

    @Override
    public Sentence title() {
        return sheet.title();
    }

    @Override
    public SortedSet<Integer> grades() {
        return new TreeSet<>(Set.of(ANY));
    }

    @Override
    public List<Column> columns(int grade) {
        return columns;
    }

    @Override
    public Charge charge(int grade, Column column) {
        return new Charge.Pupil();
    }

    @Override
    public List<ClassKey> classKeys() {
        return sheet.classKeys();
    }

    @Override
    public List<Heading> subjects(int grade) {
        return List.of();
    }

    @Override
    public Heading ordinal() {
        return sheet.ordinal();
    }

    @Override
    public List<Heading> nameParts() {
        return isOfPupils() ? sheet.nameParts() : List.of();
    }

    @Override
    public List<Heading> neutralGroups() {
        return sheet.neutralGroups();
    }

    @Override
    public List<Heading> ignored() {
        return sheet.ignored();
    }

    @Override
    public Map<String, String> example(int grade) {
        return Map.of();
    }

    @Override
    public List<Sentence> instructions(int grade) {
        return List.of();
    }

    /// The column with a key.
    ///
    /// @throws IllegalArgumentException when there is none
    public Column column(String key) {
        return columns.stream()
                .filter(column -> column.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a list has no column " + key));
    }

    /// The kind of a column as its cells are read at first: several values in a cell are taken apart later.
    Column asRead(Column column) {
        return several.contains(column.key())
                ? new Column(
                        column.key(),
                        column.group(),
                        column.heading(),
                        new Kind.Text(300, true),
                        column.need(),
                        column.alone())
                : column;
    }
}
