package org.matricula.registry.lawbook.view;

import java.util.List;

/// A regulation with its editions, its numbers and its clauses.
///
/// @param id for example `VN55`
/// @param kind law or guidance, in words
/// @param source the instrument in one line
/// @param spoken says in which language its texts are shown when it is not the reader's; empty when it is
/// @param editions each edition with its dates, in words
/// @param counts how many clauses have which treatment
/// @param clauses how many clauses there are
/// @param articles the clauses by article; empty where only the regulation is listed
/// @param decisions the decisions on it
public record RegulationView(
        String id,
        Told title,
        String kind,
        Told source,
        String spoken,
        List<String> editions,
        List<Count> counts,
        int clauses,
        List<Article> articles,
        List<Link> decisions) {
    /// So many clauses of one treatment.
    public record Count(String treatment, long number) {}

    /// The clauses of an article.
    public record Article(String name, String anchor, List<Clause> clauses) {}

    /// A clause.
    ///
    /// @param article where it stands, as lawyers write it
    /// @param treatment what the software does about it, in words
    /// @param tone the colour of the treatment
    /// @param reason why it is not ours; empty text for the others
    /// @param force from when to when it is in force, in words
    /// @param figures the number it sets, with the day from which each stands, in words; empty when it sets none
    public record Clause(
            String id,
            String address,
            String article,
            Told text,
            String treatment,
            String tone,
            Told reason,
            String force,
            List<String> figures) {}

    /// The tests that prove a side of a clause.
    ///
    /// @param side which side, in words
    /// @param tests their names, in English
    /// @param more how many more there are, in words; empty when these are all
    public record Proof(String side, String tests, String more) {}

    /// A link to a decision.
    public record Link(String address, Told title, String id) {}
}
