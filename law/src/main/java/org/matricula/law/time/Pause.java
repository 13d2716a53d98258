package org.matricula.law.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.matricula.law.Sentence;

/// Days on which a term stands still, for a stated ground.
///
/// @param from the first day that does not count
/// @param through the last day that does not count; null while the term still stands
/// @param ground why it stands
/// @param clause the clause that lets it stand
public record Pause(LocalDate from, @Nullable LocalDate through, Sentence ground, String clause) {
    public Pause {
        if (through != null && through.isBefore(from)) {
            throw new IllegalArgumentException(
                    "a pause cannot end on %s, before it began on %s".formatted(through, from));
        }
    }

    /// Whether the day does not count.
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (through == null || !day.isAfter(through));
    }
}
