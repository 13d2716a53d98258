package org.matricula.registry.directory.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// Another institution keeps the account, or there is none.
@WithoutClause("accounts and mandates are the order of the register itself")
public record AccountElsewhere() implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return new Sentence(
                "This account is not kept by this school. The school that opened it manages it.",
                "Tài khoản này không do trường quản lý. Trường đã mở tài khoản sẽ quản lý.");
    }
}
