package org.matricula.registry.directory.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// The login belongs to another account.
@WithoutClause("accounts and mandates are the order of the register itself")
public record LoginTaken(String login) implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return Sentence.of(
                "The login '%s' is taken. Choose another, for example with a number at its end.",
                "Tên đăng nhập '%s' đã có người dùng. Hãy chọn tên khác, ví dụ thêm một số ở cuối.", login);
    }
}
