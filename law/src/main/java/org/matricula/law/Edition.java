package org.matricula.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A regulation as it stood in a period.
///
/// @param id for example `VNRB/2025-10-24`; guidance without dates has the bare id of the regulation
/// @param from first day in force; null when the text has no dates (guidance)
/// @param to last day in force; null while open
/// @param builtIn the edition with the days of the corpus, where this installation has set others; null where it
///     has not
public record Edition(
        String id,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Edition builtIn) {
    /// An edition with the days of the corpus.
    public Edition(String id, @Nullable LocalDate from, @Nullable LocalDate to) {
        this(id, from, to, null);
    }

    /// Whether the edition is in force on the day.
    public boolean inForceOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
