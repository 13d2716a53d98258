package org.matricula.registry.directory.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// A person has a name.
@WithoutClause("accounts and mandates are the order of the register itself")
public record NameMissing() implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return new Sentence(
                "Type the person's name, with at most 200 signs and none that is invisible.",
                "Hãy nhập họ tên, nhiều nhất 200 ký tự và không có ký tự ẩn.");
    }
}
