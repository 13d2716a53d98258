package org.matricula.packs.ru.exam;

/// The two forms whose session is recorded from beginning to end; of a test nothing but the roll-call is seen.
enum RecordedForm {
    ORAL,
    WRITTEN
}
