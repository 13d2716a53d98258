package org.matricula.packs.vn.bridging;

import org.matricula.law.Sentence;

/// The form of bridging; there is no third (VN55:2.2).
enum Form implements Told.Worded {
    REGULAR("regular", "chính quy"),
    PART_TIME("part-time", "vừa làm vừa học");

    private final Sentence words;

    Form(String en, String vi) {
        words = new Sentence(en, vi);
    }

    @Override
    public Sentence words() {
        return words;
    }
}
