package org.matricula.registry.gradebook.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// The class changed since the sheet was compared with it, so that nothing of it was taken.
@WithoutClause("the request comes too late")
public record SheetNoLongerFits() implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return new Sentence(
                "Somebody changed the class while you looked at the sheet. Nothing was taken; upload the sheet again to see the differences.",
                "Có người vừa sửa lớp trong lúc thầy cô xem tệp. Chưa có gì được ghi; hãy tải tệp lên lại để xem khác biệt.");
    }
}
