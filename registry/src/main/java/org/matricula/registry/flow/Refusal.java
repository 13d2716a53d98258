package org.matricula.registry.flow;

import java.util.List;
import org.matricula.law.Sentence;

/// Why an act was refused: a value that cites its clauses and says how to mend it.
public interface Refusal {
    /// The clauses that demand the refusal; empty only where no clause but the input itself stands in the way.
    List<String> clauses();

    /// What is wrong and what to do, in one or two sentences.
    Sentence words();
}
