package org.matricula.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A regulation and its editions, oldest first.
///
/// @param id the prefix of its clause ids, for example `VNRB`
/// @param title its title
/// @param language the language of the regulation: `vi`, `kk` or `ru`
/// @param editions its editions, oldest first
public record Regulation(String id, Sentence title, String language, List<Edition> editions) {
    public Regulation {
        editions = List.copyOf(editions);
        if (editions.isEmpty()) {
            throw new IllegalArgumentException(id + " has no edition");
        }
    }

    /// The edition in force on the day.
    public Optional<Edition> editionOn(LocalDate day) {
        return editions.stream().filter(e -> e.inForceOn(day)).findFirst();
    }

    /// The edition that came last.
    public Edition latest() {
        return editions.getLast();
    }
}
