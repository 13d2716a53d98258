package org.matricula.registry.directory.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// An inspector reads for a limited time.
@WithoutClause("accounts and mandates are the order of the register itself")
public record LastDayMissing(int days) implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return Sentence.of(
                "An inspector's role needs a last day, at most %d days after the first.",
                "Vai trò thanh tra cần có ngày cuối, chậm nhất %d ngày sau ngày đầu.", days);
    }
}
