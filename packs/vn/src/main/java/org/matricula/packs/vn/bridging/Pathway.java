package org.matricula.packs.vn.bridging;

import java.util.Optional;
import java.util.stream.Stream;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VN55;

/// The six pathways for which the regulation names who decides. Any other pair of diploma and level has no such clause.
enum Pathway implements Told.Worded {
    PROFESSIONAL_SECONDARY_TO_COLLEGE(DiplomaKind.PROFESSIONAL_SECONDARY, Level.COLLEGE, Decider.HEAD, VN55.ART_6_1_1),
    COLLEGE_TO_UNIVERSITY(DiplomaKind.COLLEGE, Level.UNIVERSITY, Decider.HEAD, VN55.ART_6_1_2),
    PROFESSIONAL_SECONDARY_TO_UNIVERSITY(
            DiplomaKind.PROFESSIONAL_SECONDARY, Level.UNIVERSITY, Decider.MINISTER, VN55.ART_6_2_1),
    VOCATIONAL_SECONDARY_TO_UNIVERSITY(
            DiplomaKind.VOCATIONAL_SECONDARY, Level.UNIVERSITY, Decider.MINISTER, VN55.ART_6_2_2),
    VOCATIONAL_SECONDARY_TO_COLLEGE(DiplomaKind.VOCATIONAL_SECONDARY, Level.COLLEGE, Decider.MINISTER, VN55.ART_6_2_3),
    VOCATIONAL_COLLEGE_TO_UNIVERSITY(
            DiplomaKind.VOCATIONAL_COLLEGE, Level.UNIVERSITY, Decider.MINISTER, VN55.ART_6_2_4);

    private final DiplomaKind from;
    private final Level to;
    private final Decider decider;
    private final String clause;

    Pathway(DiplomaKind from, Level to, Decider decider, String clause) {
        this.from = from;
        this.to = to;
        this.decider = decider;
        this.clause = clause;
    }

    /// Who decides on bridging.
    enum Decider implements Told.Worded {
        HEAD("the head of the institution", "người đứng đầu trường"),
        MINISTER("the Minister", "Bộ trưởng");

        private final Sentence words;

        Decider(String en, String vi) {
            words = new Sentence(en, vi);
        }

        @Override
        public Sentence words() {
            return words;
        }
    }

    /// The pathway of a diploma and a level, when the regulation has it.
    static Optional<Pathway> of(DiplomaKind from, Level to) {
        return Stream.of(values()).filter(p -> p.from == from && p.to == to).findFirst();
    }

    Decider decider() {
        return decider;
    }

    String clause() {
        return clause;
    }

    @Override
    public Sentence words() {
        return Told.say("%s to %s", "%s lên %s", from, to);
    }
}
