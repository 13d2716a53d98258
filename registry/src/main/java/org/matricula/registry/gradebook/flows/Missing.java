package org.matricula.registry.gradebook.flows;

import java.util.List;
import java.util.Map;
import org.matricula.registry.gradebook.Cell;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.Column.Need;
import org.matricula.registry.gradebook.store.MissingStore.Wanted;

/// What counts as missing: a cell that must be filled and is empty.
public final class Missing {
    private Missing() {}

    /// The columns of a block in which something is wanted, for counting in the database.
    static List<Wanted> wanted(Block block) {
        return block.columns().stream()
                .filter(column -> column.need() != Need.OPTIONAL)
                .map(column -> new Wanted(
                        block.room().id(),
                        block.key(),
                        column.key(),
                        column.need() == Need.ALWAYS ? List.of() : siblings(block, column)))
                .toList();
    }

    /// Whether a column wants a value of a pupil with these cells.
    public static boolean wants(Block block, Column column, Map<String, Cell> cells) {
        return switch (column.need()) {
            case ALWAYS -> true;
            case OPTIONAL -> false;
            case WITH_GROUP -> siblings(block, column).stream().anyMatch(key -> filled(cells, key));
        };
    }

    /// Whether a wanted value is not there.
    public static boolean missing(Block block, Column column, Map<String, Cell> cells) {
        return wants(block, column, cells) && !filled(cells, column.key());
    }

    static ClassView.Fill fill(Block block, Map<String, Cell> cells) {
        return new ClassView.Fill(
                (int) block.columns().stream()
                        .filter(column -> filled(cells, column.key()))
                        .count(),
                (int) block.columns().stream()
                        .filter(column -> missing(block, column, cells))
                        .count());
    }

    private static boolean filled(Map<String, Cell> cells, String key) {
        Cell cell = cells.get(key);
        return cell != null && !cell.value().isEmpty();
    }

    private static List<String> siblings(Block block, Column column) {
        return block.columns().stream()
                .filter(other -> other.group().isPresent() && !other.key().equals(column.key()))
                .filter(other -> column.group()
                        .map(group -> group.code().equals(other.group().get().code()))
                        .orElse(false))
                .map(Column::key)
                .toList();
    }
}
