package org.matricula.law.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matricula.law.Facts.Problem;
import org.matricula.law.Finding;
import org.matricula.law.time.CountedTerm;

/// What the desk gives back. Any text in gives one of these; an exception is a fault of ours.
public sealed interface Result {
    /// The decision was taken.
    ///
    /// @param decision its id
    /// @param edition the edition applied; null when none was in force on the relevant date
    /// @param answer the answer; null when no edition was in force
    /// @param findings every clause examined
    /// @param terms the terms that were counted, to be shown day by day where somebody asks for it
    record Answered(
            String decision,
            @Nullable String edition,
            @Nullable Record answer,
            List<Finding> findings,
            List<CountedTerm> terms)
            implements Result {
        public Answered {
            findings = List.copyOf(findings);
            terms = List.copyOf(terms);
        }
    }

    /// The facts cannot be taken; every problem is listed.
    record BadFacts(List<Problem> problems) implements Result {
        public BadFacts {
            problems = List.copyOf(problems);
        }
    }

    /// There is no such decision.
    ///
    /// @param id the id asked for
    /// @param near ids that may have been meant, best first
    record UnknownDecision(String id, List<String> near) implements Result {
        public UnknownDecision {
            near = List.copyOf(near);
        }
    }
}
