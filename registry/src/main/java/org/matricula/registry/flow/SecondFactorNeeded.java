package org.matricula.registry.flow;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;

/// The act wants a session in which a second factor was shown.
@WithoutClause("a rule of signing in, not of a regulation")
public record SecondFactorNeeded() implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return new Sentence(
                "This needs your second factor: sign in again with your passkey, or with your password and a code.",
                "Việc này cần yếu tố xác thực thứ hai: hãy đăng nhập lại bằng khóa truy cập, hoặc bằng mật khẩu và mã.");
    }
}
