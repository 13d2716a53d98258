package org.matricula.registry.gradebook.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// The time for entry would end before it begins.
@WithoutClause("the input contradicts itself")
public record WindowUpsideDown() implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return new Sentence(
                "Entry would close before it opens. Check both times.",
                "Thời điểm khóa sớm hơn thời điểm mở. Hãy kiểm tra lại.");
    }
}
