package org.matricula.registry.gradebook.flows;

import java.util.List;
import java.util.UUID;
import org.matricula.registry.gradebook.CellChange;
import org.matricula.registry.gradebook.Problem;
import org.matricula.registry.gradebook.spi.Column;

/// What a sheet would change in a block. Nothing of it is in the register yet.
///
/// @param changes cell by cell, in the order of the sheet
/// @param problems what has to be mended in the sheet first; with any of these nothing is taken
/// @param remarks how the sheet was read
/// @param strangers rows that are no pupil of the class, or could be two of them: left out
/// @param same how many filled cells say what the register says already
/// @param pupils how many pupils of the class the sheet names
public record SheetChanges(
        Block block,
        List<Change> changes,
        List<Problem> problems,
        List<Problem> remarks,
        List<Stranger> strangers,
        int same,
        int pupils) {
    public SheetChanges {
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
        remarks = List.copyOf(remarks);
        strangers = List.copyOf(strangers);
    }

    /// A cell that would change.
    ///
    /// @param cell where it stands in the sheet, for example `D12`
    /// @param was canonical; empty when nothing stands there
    /// @param value canonical
    /// @param revision the revision of the cell when it was compared
    public record Change(UUID pupil, String name, Column column, String cell, String was, String value, long revision) {
        /// The change as it is entered.
        public CellChange entered() {
            return new CellChange(pupil, column.key(), value, revision);
        }
    }

    /// A row that belongs to nobody here.
    ///
    /// @param row its row in the sheet
    /// @param name the name in it
    /// @param twice whether it could be two pupils of the class, or another row is the same pupil
    public record Stranger(int row, String name, boolean twice) {}

    /// Whether it can be taken as it is.
    public boolean takable() {
        return problems.isEmpty() && !changes.isEmpty();
    }
}
