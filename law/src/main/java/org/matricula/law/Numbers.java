package org.matricula.law;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;

/// The numbers that the clauses of a regulation set, such as the days of a term, each by the first day on which it
/// stands. A legislator who changes one adds a day and a value to the corpus, and no rule is touched.
///
/// @param byClause clause id, then first day, then number
public record Numbers(Map<String, NavigableMap<LocalDate, Integer>> byClause) {
    public Numbers {
        byClause = Map.copyOf(byClause);
    }

    /// The number of the clause as it stands on the day.
    ///
    /// @throws IllegalArgumentException when the clause sets no number, or none yet on that day
    public int on(String clause, LocalDate day) {
        NavigableMap<LocalDate, Integer> values = byClause.get(clause);
        Map.Entry<LocalDate, Integer> standing = values == null ? null : values.floorEntry(day);
        if (standing == null) {
            throw new IllegalArgumentException("clause %s sets no number on %s".formatted(clause, day));
        }
        return standing.getValue();
    }
}
