package org.matricula.registry.gradebook.spi;

import java.util.List;
import java.util.Optional;
import org.matricula.law.Sentence;

/// One column of a class sheet.
///
/// @param key its name in a row, unique in the form, for example `fullName` or `MATHEMATICS.level`
/// @param group the heading over it in the layout with two heading rows; its code names the group
/// @param heading its own heading
/// @param kind what a cell may hold
/// @param need whether a cell must be filled
/// @param alone wordings that name this column without its group, for sheets with one heading row
public record Column(String key, Optional<Heading> group, Heading heading, Kind kind, Need need, List<String> alone) {
    public Column {
        alone = List.copyOf(alone);
    }

    /// A column without a group.
    public static Column single(Heading heading, Kind kind, Need need) {
        return new Column(heading.code(), Optional.empty(), heading, kind, need, List.of());
    }

    /// A column of a group.
    public static Column under(Heading group, String key, Heading heading, Kind kind, Need need, String... alone) {
        return new Column(key, Optional.of(group), heading, kind, need, List.of(alone));
    }

    /// How messages name the column: the group and the heading.
    public Sentence title() {
        return group.map(g -> new Sentence(
                        g.label().en() + " › " + heading.label().en(),
                        g.label().local() + " › " + heading.label().local()))
                .orElse(heading.label());
    }

    /// Whether a cell must be filled.
    public enum Need {
        /// Filled for every pupil; the column itself must exist.
        ALWAYS,
        /// Filled for a pupil for whom another cell of the same group is filled.
        WITH_GROUP,
        /// May stay empty; the column may be missing.
        OPTIONAL
    }
}
