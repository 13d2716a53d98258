package org.matricula.registry.gradebook.flows;

import java.time.OffsetDateTime;
import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// The time for entry is over.
///
/// @param closes when it ended
@WithoutClause("the clause about opening times is the form's own; the act applies what the principal set")
public record EntryWindowClosed(OffsetDateTime closes) implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return Sentence.of(
                "Entry closed on %s. If something must still change, ask the principal to open the class again.",
                "Thời gian nhập đã kết thúc lúc %s. Nếu cần sửa, hãy đề nghị hiệu trưởng mở lại lớp.",
                Words.time(closes));
    }
}
