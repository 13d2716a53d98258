package org.matricula.registry.directory.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// There is no such mandate at this institution.
@WithoutClause("accounts and mandates are the order of the register itself")
public record MandateUnknown() implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return new Sentence(
                "There is no such mandate at this school, or it is over. Load the page anew.",
                "Không có phân công này ở trường, hoặc đã kết thúc. Hãy tải lại trang.");
    }
}
