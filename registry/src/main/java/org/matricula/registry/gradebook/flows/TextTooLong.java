package org.matricula.registry.gradebook.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// The text is longer than fits.
///
/// @param length its characters
/// @param most how many fit
@WithoutClause("a bound of the register, not of a regulation")
public record TextTooLong(int length, int most) implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return Sentence.of(
                "The text has %d characters; at most %d fit. Shorten it.",
                "Nội dung có %d ký tự; tối đa %d. Hãy rút gọn.", length, most);
    }
}
