package org.matricula.registry.gradebook.flows;

import java.time.OffsetDateTime;
import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// The time for entry begins later.
///
/// @param opens when
@WithoutClause("the clause about opening times is the form's own; the act applies what the principal set")
public record EntryWindowNotYetOpen(OffsetDateTime opens) implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return Sentence.of(
                "Entry opens on %s. What you typed stays on your screen until then.",
                "Thời gian nhập bắt đầu lúc %s. Nội dung đã gõ vẫn còn trên màn hình.", Words.time(opens));
    }
}
