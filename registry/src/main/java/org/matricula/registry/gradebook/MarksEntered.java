package org.matricula.registry.gradebook;

import java.util.Set;
import java.util.UUID;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;

/// Announced inside the transaction of the act that changed cells, so that what the law ties to them (a signature over
/// a changed part is void) happens in the same transaction.
///
/// @param columns the column keys that changed for at least one of the pupils
public record MarksEntered(ClassRoom room, Set<UUID> pupils, Set<String> columns, Actor by, Moment now) {
    public MarksEntered {
        pupils = Set.copyOf(pupils);
        columns = Set.copyOf(columns);
    }
}
