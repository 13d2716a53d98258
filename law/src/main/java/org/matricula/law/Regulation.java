package org.matricula.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A regulation and its editions, oldest first.
///
/// @param id the prefix of its clause ids, for example `VNRB`
/// @param title its title
/// @param language the language of the regulation: `vi`, `kk` or `ru`
/// @param editions its editions, oldest first
/// @param kind whether it binds or advises
/// @param source the instrument in one line: what, number, date
/// @param effect the clause that says from when it applies; null when the text has none
public record Regulation(
        String id,
        Sentence title,
        String language,
        List<Edition> editions,
        Kind kind,
        String source,
        @Nullable String effect) {
    /// Whether a regulation binds or advises.
    public enum Kind {
        /// It binds.
        LAW,
        /// An official or private explanation of how things are done.
        GUIDANCE
    }

    public Regulation {
        editions = List.copyOf(editions);
        if (editions.isEmpty()) {
            throw new IllegalArgumentException(id + " has no edition");
        }
    }

    /// A law whose source and effect clause are not told.
    public Regulation(String id, Sentence title, String language, List<Edition> editions) {
        this(id, title, language, editions, Kind.LAW, "", null);
    }

    /// The same regulation with these editions.
    public Regulation with(List<Edition> other) {
        return new Regulation(id, title, language, other, kind, source, effect);
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
