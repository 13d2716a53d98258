package org.matricula.registry.gradebook.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// The note was settled already, or is not one of this class and subject.
@WithoutClause("the request comes too late")
public record NoteNotWaiting() implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return new Sentence(
                "This note is not waiting any more. Open the page again.",
                "Ghi chú này không còn chờ xử lí. Hãy mở lại trang.");
    }
}
