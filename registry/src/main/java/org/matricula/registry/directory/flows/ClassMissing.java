package org.matricula.registry.directory.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.flow.Role;

/// The role is one in a class, a subject teacher's in a subject too.
@WithoutClause("accounts and mandates are the order of the register itself")
public record ClassMissing(Role role) implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return Sentence.of(
                "Choose the class, and for a subject teacher the subject (%s).",
                "Hãy chọn lớp, và chọn môn học nếu là giáo viên bộ môn (%s).", role);
    }
}
