package org.matricula.registry.gradebook.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// A column does not belong to the block that is being entered.
///
/// @param column its key
@WithoutClause("the request does not fit the page it comes from")
public record OtherColumns(String column) implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return new Sentence(
                "One of the columns belongs to another teacher. Open the page of your own subject again.",
                "Có cột thuộc phần của giáo viên khác. Hãy mở lại trang môn học của thầy cô.");
    }
}
