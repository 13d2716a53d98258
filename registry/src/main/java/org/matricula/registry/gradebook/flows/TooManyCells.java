package org.matricula.registry.gradebook.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// More cells at once than any class has.
///
/// @param count how many
/// @param most how many are taken at once
@WithoutClause("a bound of the interface, not of a regulation")
public record TooManyCells(int count, int most) implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return Sentence.of(
                "That is %d cells at once; at most %d are taken. Send them in parts.",
                "Gửi một lần %d ô là quá nhiều; tối đa %d ô. Hãy chia nhỏ.", count, most);
    }
}
