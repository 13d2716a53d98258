package org.matricula.registry.gradebook.flows;

import java.util.List;
import java.util.Map;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.gradebook.ClassPupil;
import org.matricula.registry.gradebook.store.NoteStore.Note;

/// One class as its homeroom teacher oversees it: whose results of what are complete.
///
/// @param blocks the subjects, then the homeroom teacher's block
/// @param lines the class list
/// @param notes the notes that wait, of every block
public record ClassView(List<Block> blocks, Moment now, List<Line> lines, List<Note> notes) {
    public ClassView {
        blocks = List.copyOf(blocks);
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    /// A pupil's row.
    ///
    /// @param blocks how each block stands, by its code
    public record Line(ClassPupil pupil, String name, Map<String, Fill> blocks) {
        public Line {
            blocks = Map.copyOf(blocks);
        }
    }

    /// How a block of a pupil stands.
    ///
    /// @param filled how many cells have a value
    /// @param missing how many that must be filled are empty
    public record Fill(int filled, int missing) {}
}
