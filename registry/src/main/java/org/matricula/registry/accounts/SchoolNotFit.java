package org.matricula.registry.accounts;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// The school cannot be set up with what was typed.
@WithoutClause("accounts and mandates are the order of the register itself")
public record SchoolNotFit() implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return new Sentence(
                "The school needs a name, the code of the national register and a country.",
                "Trường cần có tên, mã trong hệ thống quốc gia và quốc gia.");
    }
}
