package org.matricula.registry.directory.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// The class is none of this institution, or the subject is not taught in it. A mandate in a class of another school
/// would name a stranger among its teachers.
@WithoutClause("accounts and mandates are the order of the register itself")
public record ClassUnknown() implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return new Sentence(
                "This school has no such class, or the subject is not taught in it. Choose both from the list.",
                "Trường không có lớp này, hoặc lớp không học môn này. Hãy chọn cả hai trong danh sách.");
    }
}
