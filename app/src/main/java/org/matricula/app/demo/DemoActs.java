package org.matricula.app.demo;

import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refusal;

/// What a demo does with the answers of acts: in an invented school nothing is refused.
final class DemoActs {
    private DemoActs() {}

    /// @throws IllegalStateException when the act was refused
    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var reasons) ->
                throw new IllegalStateException("the demo school was refused: "
                        + reasons.stream()
                                .map((Refusal reason) -> reason.words().en())
                                .toList());
        };
    }
}
