package org.matricula.registry.directory.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.flow.Role;

/// The role is not one that this person gives or ends.
@WithoutClause("accounts and mandates are the order of the register itself")
public record RoleNotYours(Role role) implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return Sentence.of(
                "You cannot give or end this role: %s. Ask the principal.",
                "Thầy cô không có quyền giao hoặc kết thúc vai trò này: %s. Hãy đề nghị hiệu trưởng.", role);
    }
}
