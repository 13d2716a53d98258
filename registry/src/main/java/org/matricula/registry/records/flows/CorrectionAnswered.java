package org.matricula.registry.records.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// Somebody of the school has taken this step already.
@WithoutClause("the order of the register's own states")
public record CorrectionAnswered() implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return new Sentence(
                "Somebody has done this already. Open the note again.",
                "Việc này đã có người làm. Hãy mở lại ghi chú.");
    }
}
