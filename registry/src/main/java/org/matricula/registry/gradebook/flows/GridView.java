package org.matricula.registry.gradebook.flows;

import java.util.List;
import java.util.Map;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.gradebook.Cell;
import org.matricula.registry.gradebook.ClassPupil;
import org.matricula.registry.gradebook.store.NoteStore.Note;

/// A block as its grid shows it.
///
/// @param now when it was looked at
/// @param lines the class list with what stands in the cells
/// @param notes what the homeroom teacher wrote about this block and waits to be settled
/// @param mayEnter whether this person may enter it now
public record GridView(Block block, Moment now, List<PupilLine> lines, List<Note> notes, boolean mayEnter) {
    public GridView {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    /// A pupil with the cells that were ever filled.
    public record PupilLine(ClassPupil pupil, String name, Map<String, Cell> cells) {
        public PupilLine {
            cells = Map.copyOf(cells);
        }
    }

    /// The newest revision among the cells; 0 when none was ever filled.
    public long revision() {
        return lines.stream()
                .flatMap(line -> line.cells().values().stream())
                .mapToLong(Cell::revision)
                .max()
                .orElse(0);
    }
}
