package org.matricula.registry.directory.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// Whoever gives rights does not give them to himself.
@WithoutClause("accounts and mandates are the order of the register itself")
public record NotForYourself() implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return new Sentence(
                "Nobody does this for himself. Ask another administrator or the principal.",
                "Không ai tự làm việc này cho chính mình. Hãy nhờ quản trị viên khác hoặc hiệu trưởng.");
    }
}
