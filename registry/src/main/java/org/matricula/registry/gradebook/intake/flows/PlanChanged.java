package org.matricula.registry.gradebook.intake.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// The register has changed since the plan was shown; the new one must be looked at.
@WithoutClause("somebody else was faster")
public record PlanChanged() implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return new Sentence(
                "Something in the register has changed since you looked. Check the new summary and confirm again.",
                "Dữ liệu trong sổ đã thay đổi sau khi thầy cô xem. Hãy kiểm tra lại bản tóm tắt rồi xác nhận.");
    }
}
