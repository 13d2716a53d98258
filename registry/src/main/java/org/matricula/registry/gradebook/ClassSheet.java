package org.matricula.registry.gradebook;

import java.util.List;

/// A class sheet as read: every value in its one canonical form.
///
/// @param info the class
/// @param rows its pupils, in the order of the sheet
public record ClassSheet(ClassInfo info, List<PupilRow> rows) {
    public ClassSheet {
        rows = List.copyOf(rows);
    }
}
