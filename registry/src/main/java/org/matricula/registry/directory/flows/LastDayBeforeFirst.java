package org.matricula.registry.directory.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// A mandate ends on or after its first day.
@WithoutClause("accounts and mandates are the order of the register itself")
public record LastDayBeforeFirst() implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return new Sentence(
                "The last day comes before the first. Check both dates.",
                "Ngày cuối đứng trước ngày đầu. Hãy kiểm tra cả hai ngày.");
    }
}
