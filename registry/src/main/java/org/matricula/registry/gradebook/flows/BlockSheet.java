package org.matricula.registry.gradebook.flows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.matricula.law.Sentence;
import org.matricula.registry.gradebook.spi.Charge;
import org.matricula.registry.gradebook.spi.ClassKey;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.Column.Need;
import org.matricula.registry.gradebook.spi.Heading;
import org.matricula.registry.gradebook.spi.Kind;

/// The class sheet as one teacher fills it: the columns of the block, and by what a pupil is known. A sheet of the
/// whole class fits too; what stands in the columns of others is not judged.
final class BlockSheet implements ClassSheetForm {
    private static final int ANYTHING = Integer.MAX_VALUE;
    private static final Set<String> KNOWN_BY = Set.of(FULL_NAME, PERSONAL_NUMBER, BORN_ON);

    private final ClassSheetForm whole;
    private final Block block;
    private final List<Column> columns;

    BlockSheet(ClassSheetForm whole, Block block) {
        this.whole = whole;
        this.block = block;
        Set<String> own = block.columns().stream().map(Column::key).collect(Collectors.toSet());
        this.columns = whole.columns(block.room().grade()).stream()
                .map(column -> fitted(column, own))
                .toList();
    }

    private static Column fitted(Column column, Set<String> own) {
        boolean read = own.contains(column.key()) || KNOWN_BY.contains(column.key());
        return new Column(
                column.key(),
                column.group(),
                column.heading(),
                read ? column.kind() : new Kind.Text(ANYTHING, true),
                column.key().equals(FULL_NAME) ? Need.ALWAYS : Need.OPTIONAL,
                column.alone());
    }

    @Override
    public String id() {
        return whole.id();
    }

    @Override
    public Sentence title() {
        return whole.title();
    }

    @Override
    public SortedSet<Integer> grades() {
        return new TreeSet<>(Set.of(block.room().grade()));
    }

    @Override
    public List<Column> columns(int grade) {
        return columns;
    }

    @Override
    public Charge charge(int grade, Column column) {
        return whole.charge(grade, column);
    }

    @Override
    public List<ClassKey> classKeys() {
        return whole.classKeys().stream()
                .map(key -> new ClassKey(key.heading(), key.format(), false))
                .toList();
    }

    @Override
    public List<Heading> subjects(int grade) {
        return whole.subjects(grade);
    }

    @Override
    public Heading ordinal() {
        return whole.ordinal();
    }

    @Override
    public List<Heading> nameParts() {
        return whole.nameParts();
    }

    @Override
    public List<Heading> neutralGroups() {
        return whole.neutralGroups();
    }

    @Override
    public List<Heading> ignored() {
        return whole.ignored();
    }

    @Override
    public Map<String, String> example(int grade) {
        return whole.example(grade);
    }

    @Override
    public List<Sentence> instructions(int grade) {
        return whole.instructions(grade);
    }
}
