package org.matricula.registry.directory.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// The account is closed.
@WithoutClause("accounts and mandates are the order of the register itself")
public record AccountIsClosed() implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return new Sentence("The account is closed. Open it again first.", "Tài khoản đã đóng. Trước hết hãy mở lại.");
    }
}
