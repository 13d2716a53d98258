package org.matricula.registry.gradebook.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// Nobody has said yet when results of the class may be entered.
@WithoutClause("the clause about opening times is the form's own; the act applies what the principal set")
public record EntryWindowNotSet() implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return new Sentence(
                "Nobody has opened this class for entry yet. The school's office or the principal sets the time.",
                "Lớp này chưa được mở để nhập kết quả. Văn phòng hoặc hiệu trưởng sẽ đặt thời gian.");
    }
}
