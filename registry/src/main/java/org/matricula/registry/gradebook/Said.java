package org.matricula.registry.gradebook;

import org.matricula.law.Sentence;
import org.matricula.registry.gradebook.Problem.Severity;

/// A remark that does not know its place yet.
record Said(Severity severity, Sentence words) {
    static Said error(Sentence words) {
        return new Said(Severity.ERROR, words);
    }

    static Said warning(Sentence words) {
        return new Said(Severity.WARNING, words);
    }

    static Said note(Sentence words) {
        return new Said(Severity.NOTE, words);
    }
}
