package org.matricula.registry.gradebook.flows;

import java.util.List;
import java.util.UUID;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// The pupil is not in the class on this day.
///
/// @param pupil who
@WithoutClause("the request does not fit the class list")
public record PupilNotInClass(UUID pupil) implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return new Sentence(
                "This pupil is not in the class today. Open the page again to see the class list.",
                "Học sinh này hiện không ở trong lớp. Hãy mở lại trang để xem danh sách lớp.");
    }
}
