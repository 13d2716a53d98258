package org.matricula.registry.directory.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// A login is typed on every keyboard: letters a to z, digits, dots, dashes and underscores.
@WithoutClause("accounts and mandates are the order of the register itself")
public record LoginNotFit() implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return new Sentence(
                "A login has 3 to 40 signs: letters a to z, digits, dots, dashes and underscores.",
                "Tên đăng nhập có từ 3 đến 40 ký tự: chữ a đến z, chữ số, dấu chấm, gạch nối và gạch dưới.");
    }
}
