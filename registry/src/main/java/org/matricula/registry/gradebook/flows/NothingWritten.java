package org.matricula.registry.gradebook.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// There are no words where words are wanted.
@WithoutClause("the input itself is wanting")
public record NothingWritten() implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return new Sentence(
                "Nothing is written. Write a few words and send again.", "Chưa viết gì. Hãy viết vài lời rồi gửi lại.");
    }
}
