package org.matricula.registry.gradebook.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.registry.flow.Refusal;

/// There are no words where words are wanted.
public record NothingWritten() implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return new Sentence(
                "Nothing is written. Write a few words and send again.",
                "Chưa viết gì. Hãy viết vài lời rồi gửi lại.");
    }
}
