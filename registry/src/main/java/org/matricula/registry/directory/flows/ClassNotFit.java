package org.matricula.registry.directory.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.flow.Role;

/// The role is one over the whole institution, or over the whole class.
@WithoutClause("accounts and mandates are the order of the register itself")
public record ClassNotFit(Role role) implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return Sentence.of(
                "This role is not given for a class or a subject: %s.",
                "Vai trò này không giao theo lớp hoặc môn học: %s.", role);
    }
}
