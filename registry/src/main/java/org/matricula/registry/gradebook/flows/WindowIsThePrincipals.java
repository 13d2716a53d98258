package org.matricula.registry.gradebook.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// The time for entry has begun: from then on only the principal changes it.
@WithoutClause("the clause about opening times is the form's own; here it divides office and principal")
public record WindowIsThePrincipals() implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return new Sentence(
                "This class has been opened for entry before. Only the principal changes the time now.",
                "Lớp này đã từng được mở để nhập. Từ nay chỉ hiệu trưởng được đổi thời gian.");
    }
}
