package org.matricula.registry.gradebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matricula.law.Sentence;

/// What a cell means: a canonical value, or an error; remarks either way.
///
/// @param value the canonical text; empty when there is an error
/// @param said what there is to say
record Outcome(Optional<String> value, List<Said> said) {
    Outcome {
        said = List.copyOf(said);
    }

    static Outcome good(String value, Said... said) {
        return new Outcome(Optional.of(value), List.of(said));
    }

    static Outcome bad(Sentence words) {
        return new Outcome(Optional.empty(), List.of(Said.error(words)));
    }

    /// The same outcome with one more remark; an error takes the value away.
    Outcome with(Said more) {
        return new Outcome(value.filter(_ -> more.severity() != Problem.Severity.ERROR), List.of(more)).after(said);
    }

    /// The same outcome with remarks made before it.
    Outcome after(List<Said> before) {
        var all = new ArrayList<>(before);
        all.addAll(said);
        return new Outcome(value, all);
    }
}
