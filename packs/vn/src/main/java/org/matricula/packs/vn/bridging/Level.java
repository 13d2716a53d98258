package org.matricula.packs.vn.bridging;

import org.matricula.law.Sentence;

/// The level a bridging programme leads to.
enum Level implements Told.Worded {
    COLLEGE("college", "cao đẳng"),
    UNIVERSITY("university", "đại học");

    private final Sentence words;

    Level(String en, String vi) {
        words = new Sentence(en, vi);
    }

    @Override
    public Sentence words() {
        return words;
    }
}
