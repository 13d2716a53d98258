package org.matricula.registry.accounts;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// There is an institution already: the first run is over.
@WithoutClause("accounts and mandates are the order of the register itself")
public record SchoolIsThere() implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return new Sentence(
                "This register has a school already. The first run is over.",
                "Hệ thống đã có trường. Lần chạy đầu tiên đã kết thúc.");
    }
}
