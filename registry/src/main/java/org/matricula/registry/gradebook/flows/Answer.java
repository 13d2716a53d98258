package org.matricula.registry.gradebook.flows;

import java.util.List;
import java.util.UUID;
import org.matricula.law.Sentence;
import org.matricula.registry.gradebook.Cell;

/// What came of one cell that somebody wanted to change. Good cells are saved whatever came of the others.
public sealed interface Answer {
    UUID pupil();

    String column();

    /// The value stands in the register; perhaps it stood there before.
    ///
    /// @param remarks what was understood in another way than typed
    record Saved(Cell cell, List<Sentence> remarks) implements Answer {
        public Saved {
            remarks = List.copyOf(remarks);
        }

        @Override
        public UUID pupil() {
            return cell.pupil();
        }

        @Override
        public String column() {
            return cell.column();
        }
    }

    /// The value cannot be kept; the cell is as it was.
    ///
    /// @param typed what was typed
    /// @param why what is wrong and how to mend it
    record Unfit(UUID pupil, String column, String typed, Sentence why) implements Answer {}

    /// Somebody changed the cell after this person had seen it; it is as that somebody left it.
    ///
    /// @param typed what was typed
    /// @param theirs the cell as it stands
    /// @param name who changed it
    record Conflict(String typed, Cell theirs, String name) implements Answer {
        @Override
        public UUID pupil() {
            return theirs.pupil();
        }

        @Override
        public String column() {
            return theirs.column();
        }
    }

    /// Nothing of the pupil may change here.
    record Barred(UUID pupil, String column, String typed, Why why) implements Answer {
        /// Why not.
        public enum Why {
            /// The pupil's record is closed.
            CLOSED,
            /// The pupil is not in the class on this day.
            LEFT
        }
    }
}
