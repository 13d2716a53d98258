package org.matricula.registry.gradebook.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// The phrase was dropped already, or is not one of this person or school.
@WithoutClause("the request comes too late")
public record PhraseNotThere() implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return new Sentence(
                "This phrase is not in the bank any more. Open the page again.",
                "Mẫu câu này không còn trong kho. Hãy mở lại trang.");
    }
}
