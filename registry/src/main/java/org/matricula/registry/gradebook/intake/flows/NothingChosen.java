package org.matricula.registry.gradebook.intake.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// No file was chosen.
@WithoutClause("nothing was brought")
public record NothingChosen() implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return new Sentence("Choose a file first: XLSX or CSV.", "Hãy chọn tệp trước: XLSX hoặc CSV.");
    }
}
