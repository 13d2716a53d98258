package org.matricula.registry.gradebook;

import java.util.List;
import java.util.UUID;
import org.matricula.registry.gradebook.store.NoteStore;
import org.springframework.stereotype.Component;

/// The notes that wait in a class, for those who sign there.
@Component
public final class ReturnedNotes {
    private final NoteStore store;

    ReturnedNotes(NoteStore store) {
        this.store = store;
    }

    /// The newest first.
    public List<ReturnedNote> waiting(UUID classId) {
        return store.waiting(List.of(classId)).stream()
                .map(note -> new ReturnedNote(note.pupil(), note.subject(), note.words(), note.at(), note.name()))
                .toList();
    }
}
