package org.matricula.registry.gradebook.flows;

import java.util.List;
import org.matricula.registry.flow.Moment;

/// What came of an entry, cell by cell, in the order in which they were sent.
public record Entered(Moment at, List<Answer> answers) {
    public Entered {
        answers = List.copyOf(answers);
    }

    /// How many of the cells stand in the register as wanted.
    public long saved() {
        return answers.stream().filter(answer -> answer instanceof Answer.Saved).count();
    }
}
