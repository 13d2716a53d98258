package org.matricula.packs.vn.bridging;

import org.matricula.law.Sentence;

/// Which exam a candidate sits.
enum Route implements Told.Worded {
    OWN_EXAM("the institution's own exam", "kỳ thi riêng của trường"),
    COMMON_EXAM("the common exam", "kỳ thi chung");

    private final Sentence words;

    Route(String en, String vi) {
        words = new Sentence(en, vi);
    }

    @Override
    public Sentence words() {
        return words;
    }
}
