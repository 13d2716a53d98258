package org.matricula.registry.gradebook.intake.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// What was said of the headings is not about this file.
@WithoutClause("the input contradicts the file")
public record HeadingsDiffer() implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return new Sentence(
                "These columns are not those of the file. Open the page again.",
                "Các cột này không thuộc tệp. Hãy mở lại trang.");
    }
}
