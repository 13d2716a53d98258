package org.matricula.registry.flow;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;

/// The person has no mandate in force that reaches the place of the act.
///
/// @param act the name of the act
@WithoutClause("mandates are the order of the register itself; the clause of an act is named by the act")
public record NotYours(String act) implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return new Sentence(
                "You are not assigned to this. Ask your school's office to check your assignment and its dates.",
                "Thầy cô chưa được phân công việc này. Hãy nhờ văn phòng kiểm tra phân công và thời hạn.");
    }
}
