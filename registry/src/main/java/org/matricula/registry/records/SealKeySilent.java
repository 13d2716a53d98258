package org.matricula.registry.records;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// The key of the seal lives at a signing service that does not answer now.
@WithoutClause("a machine elsewhere stands in the way, not the records")
public record SealKeySilent() implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return new Sentence(
                "The service that keeps the key of this institution's seal does not answer. Try again later; nothing was changed.",
                "Dịch vụ giữ khóa con dấu của đơn vị không trả lời. Hãy thử lại sau; chưa có gì thay đổi.");
    }
}
