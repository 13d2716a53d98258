package org.matricula.registry.records.web;

import java.util.List;
import org.matricula.registry.page.Parts.Link;
import org.matricula.registry.page.Tone;

/// A pupil's row on the page of the results of the year.
///
/// @param book where the book is previewed; empty while there is none
/// @param result the computed result; empty while something is missing
/// @param reasons why, each with its clause
/// @param remarks what the law says about the row
/// @param unsigned the subjects not signed yet; empty when all are
public record ResultLine(
        String name,
        String book,
        Tone tone,
        String state,
        String result,
        List<Said> reasons,
        List<Said> remarks,
        String unsigned) {
    public ResultLine {
        reasons = List.copyOf(reasons);
        remarks = List.copyOf(remarks);
    }

    /// A sentence with where it is mended and the clauses behind it.
    ///
    /// @param blocks whether nobody signs before it is mended
    /// @param mend where it is mended; empty when not here
    public record Said(String words, boolean blocks, String mend, List<Link> clauses) {
        public Said {
            clauses = List.copyOf(clauses);
        }
    }

    /// How a subject stands.
    ///
    /// @param sign where it is signed
    /// @param giveBack where it is returned to its teacher; empty for who may not
    public record Subject(
            String title, String teacher, Tone tone, String state, String grid, String sign, String giveBack) {}
}
