package org.matricula.registry.gradebook;

import java.util.List;
import java.util.Map;
import org.matricula.registry.gradebook.spi.ClassInfo;
import org.matricula.registry.gradebook.spi.PupilRow;

/// A class sheet as read: every value in its one canonical form.
///
/// @param info the class
/// @param rows its pupils, in the order of the sheet
/// @param name the name of the sheet in its file; empty when the file has no sheets
/// @param columns where each column of the form stands: letters by column key
public record ClassSheet(ClassInfo info, List<PupilRow> rows, String name, Map<String, String> columns) {
    public ClassSheet {
        rows = List.copyOf(rows);
        columns = Map.copyOf(columns);
    }

    /// A class that does not come from a file.
    public ClassSheet(ClassInfo info, List<PupilRow> rows) {
        this(info, rows, "", Map.of());
    }

    /// Where a value of a pupil stands (`D12`); the row (`12:12`) when the sheet has no such column.
    public String cell(PupilRow row, String key) {
        String column = columns.get(key);
        return column == null ? row.row() + ":" + row.row() : column + row.row();
    }

    /// The same class with some of its rows.
    ClassSheet only(List<PupilRow> some) {
        return new ClassSheet(info, some, name, columns);
    }
}
