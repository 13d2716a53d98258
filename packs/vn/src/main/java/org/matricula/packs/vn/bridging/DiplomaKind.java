package org.matricula.packs.vn.bridging;

import org.matricula.law.Sentence;

/// The four kinds of diploma a learner can come from. Professional and vocational secondary are different kinds.
enum DiplomaKind implements Told.Worded {
    PROFESSIONAL_SECONDARY("professional secondary", "trung cấp chuyên nghiệp"),
    VOCATIONAL_SECONDARY("vocational secondary", "trung cấp nghề"),
    VOCATIONAL_COLLEGE("vocational college", "cao đẳng nghề"),
    COLLEGE("college", "cao đẳng");

    private final Sentence words;

    DiplomaKind(String en, String vi) {
        words = new Sentence(en, vi);
    }

    /// Whether it is a diploma of the vocational branch, which the Ministry of Labour watched over.
    boolean vocational() {
        return switch (this) {
            case VOCATIONAL_SECONDARY, VOCATIONAL_COLLEGE -> true;
            case PROFESSIONAL_SECONDARY, COLLEGE -> false;
        };
    }

    @Override
    public Sentence words() {
        return words;
    }
}
