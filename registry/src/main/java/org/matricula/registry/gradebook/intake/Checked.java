package org.matricula.registry.gradebook.intake;

import java.util.ArrayList;
import java.util.List;
import org.matricula.registry.gradebook.ListReading;
import org.matricula.registry.gradebook.Problem;

/// A file, what it says, and what would change.
///
/// @param reading what the file says by itself
/// @param plan of the rows without a fault
/// @param more what there is to say against the register: a class that the school does not have, a number of
///     another
///     pupil
public record Checked(Upload upload, ListReading reading, Plan plan, List<Problem> more) {
    public Checked {
        more = List.copyOf(more);
    }

    /// Everything there is to say.
    public List<Problem> remarks() {
        List<Problem> all = new ArrayList<>(reading.remarks());
        all.addAll(more);
        return all;
    }

    /// Whether something has to be mended before the file can be taken in.
    public boolean blocked() {
        return remarks().stream().anyMatch(Problem::blocks);
    }
}
