package org.matricula.registry.gradebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matricula.law.Sentence;
import org.matricula.registry.gradebook.Problem.Severity;
import org.matricula.registry.gradebook.grid.A1;
import org.matricula.registry.gradebook.grid.Grid;

/// Collects what there is to say about a file, and which rows it spoils.
final class Remarks {
    private final List<Placed> all = new ArrayList<>();
    private final Set<Integer> spoiltRows = new HashSet<>();
    private boolean spoilt;

    private record Placed(int sheet, int row, int column, Problem problem) {}

    private final Map<Grid, Integer> order = new IdentityHashMap<>();

    /// @param grids the sheets in the order of the file
    Remarks(List<Grid> grids) {
        grids.forEach(g -> order.put(g, order.size()));
    }

    /// A remark about a pupil's cell; an error spoils that row alone.
    void ofRow(Grid grid, int row, int column, Optional<String> pupil, Said said) {
        if (said.severity() == Severity.ERROR) {
            spoiltRows.add(row);
        }
        add(grid, row, column, A1.address(row, column), pupil, said);
    }

    /// A remark about a pupil's row or several of its cells; an error spoils that row alone.
    void ofRow(Grid grid, int row, int column, String address, Optional<String> pupil, Said said) {
        if (said.severity() == Severity.ERROR) {
            spoiltRows.add(row);
        }
        add(grid, row, column, address, pupil, said);
    }

    /// A remark about a place; an error spoils the whole sheet.
    void ofSheet(Grid grid, int row, int column, Said said) {
        ofSheet(grid, row, column, A1.address(row, column), said);
    }

    /// A remark about several cells; an error spoils the whole sheet.
    void ofSheet(Grid grid, int row, int column, String address, Said said) {
        spoilt |= said.severity() == Severity.ERROR;
        add(grid, row, column, address, Optional.empty(), said);
    }

    /// An error about the file as a whole.
    void ofFile(Sentence words) {
        spoilt = true;
        all.add(new Placed(-1, 0, 0, new Problem("", "", Optional.empty(), Severity.ERROR, words)));
    }

    private void add(Grid grid, int row, int column, String address, Optional<String> pupil, Said said) {
        all.add(new Placed(
                order.getOrDefault(grid, 0),
                row,
                column,
                new Problem(grid.name(), address, pupil, said.severity(), said.words())));
    }

    /// Marks a row as not usable; the reason was given elsewhere.
    void spoil(int row) {
        spoiltRows.add(row);
    }

    boolean isSpoilt(int row) {
        return spoiltRows.contains(row);
    }

    /// Whether something is wrong with the sheet as a whole.
    boolean isSpoilt() {
        return spoilt;
    }

    /// Everything, in the order of the file.
    List<Problem> inOrder() {
        return all.stream()
                .sorted(Comparator.comparingInt(Placed::sheet)
                        .thenComparingInt(Placed::row)
                        .thenComparingInt(Placed::column))
                .map(Placed::problem)
                .toList();
    }
}
