package org.matricula.registry.gradebook.intake.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// The file was taken in or laid aside already, or waited too long.
@WithoutClause("the file is gone")
public record FileNotWaiting() implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return new Sentence(
                "This file no longer waits: it was taken in, laid aside, or lay here for more than a week. Bring it again.",
                "Tệp này không còn chờ: đã được nhập, đã bỏ hoặc đã để quá một tuần. Hãy tải lên lại.");
    }
}
