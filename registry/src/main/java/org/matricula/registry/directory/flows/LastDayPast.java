package org.matricula.registry.directory.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// What was done under a mandate stays done under it.
@WithoutClause("accounts and mandates are the order of the register itself")
public record LastDayPast() implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return new Sentence(
                "A mandate ends yesterday at the earliest: then it is over at once.",
                "Sớm nhất có thể kết thúc vào hôm qua: khi đó quyền hết hiệu lực ngay.");
    }
}
