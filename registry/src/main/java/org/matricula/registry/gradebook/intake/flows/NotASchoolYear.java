package org.matricula.registry.gradebook.intake.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// The school year is none.
@WithoutClause("the input itself stands in the way")
public record NotASchoolYear() implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return new Sentence("Choose a school year, for example 2025-2026.", "Hãy chọn năm học, ví dụ 2025-2026.");
    }
}
