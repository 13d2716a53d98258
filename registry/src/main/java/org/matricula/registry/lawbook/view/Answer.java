package org.matricula.registry.lawbook.view;

import java.util.List;

/// The answer of a decision as a citizen reads it.
///
/// @param entries the fields of the answer, the most telling first; empty when no edition was in force
/// @param edition the edition applied, in words
/// @param findings every clause examined that concerns the facts
/// @param others those that do not
/// @param strips the terms day by day
/// @param spoken says in which language the reasons are shown when it is not the reader's; empty when it is
/// @param json the same as a program gets it
public record Answer(
        List<Value.Entry> entries,
        String edition,
        List<Found> findings,
        List<Found> others,
        List<Strip> strips,
        String spoken,
        String json) {
    /// What the examination of a clause found.
    ///
    /// @param tone `good`, `bad`, `warn` or `calm`
    /// @param result the result in one or two words
    /// @param text the clause in our own words
    public record Found(String tone, String result, String clause, String address, Told because, Told text) {}
}
