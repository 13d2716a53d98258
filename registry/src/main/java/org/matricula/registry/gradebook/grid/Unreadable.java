package org.matricula.registry.gradebook.grid;

import org.matricula.law.Sentence;

/// Carries a refusal out of the depth of a parser. It never leaves this package: [GridFile#open] makes it a value.
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Sentence words;

    Unreadable(Sentence words) {
        super(words.en());
        this.words = words;
    }

    Sentence words() {
        return words;
    }
}
