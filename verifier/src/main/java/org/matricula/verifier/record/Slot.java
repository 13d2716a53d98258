package org.matricula.verifier.record;

import java.util.ArrayList;
import java.util.List;

/// A place in a record for one signature.
///
/// @param key the id of a SUBJECT block, or `HOMEROOM`, `HEAD`, `SEAL`; also the tail of every id inside the
///     signature
/// @param role as whom one signs there
record Slot(String key, Block.Role role) {

    /// The signatures that a content asks for, in the order in which they stand in the file.
    static List<Slot> of(RecordContent content) {
        List<Slot> slots = new ArrayList<>(content.blocks().size() + 3);
        boolean homeroom = false;
        for (Block block : content.blocks()) {
            if (block.by() == Block.Role.SUBJECT) {
                slots.add(new Slot(block.id(), Block.Role.SUBJECT));
            }
            homeroom |= block.by() == Block.Role.HOMEROOM;
        }
        if (homeroom) {
            slots.add(new Slot(Names.HOMEROOM, Block.Role.HOMEROOM));
        }
        slots.add(new Slot(Names.HEAD, Block.Role.HEAD));
        slots.add(new Slot(Names.SEAL, Block.Role.SEAL));
        return slots;
    }
}
