package org.matricula.packs.vn.reportbook.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matricula.law.Clause;
import org.matricula.law.Finding;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VNRB;

/// The result of a school year, drawn together as Circular 27/2020, Article 9(2)(a) says.
///
/// No average and no ranking: one subject below its best level, one quality or competence short of good, or one test
/// below the threshold decides.
public enum YearResult {
    EXCELLENT("excellent", "Hoàn thành xuất sắc"),
    GOOD("good", "Hoàn thành tốt"),
    COMPLETED("completed", "Hoàn thành"),
    NOT_COMPLETED("not completed", "Chưa hoàn thành");

    private static final int EXCELLENT_TEST = 9;
    private static final int GOOD_TEST = 7;
    private static final int COMPLETED_TEST = 5;

    private final Sentence label;

    YearResult(String en, String vi) {
        this.label = new Sentence(en, vi);
    }

    /// Its name in English and Vietnamese, as in the form.
    public Sentence label() {
        return label;
    }

    /// Whether the pupil completed the class programme; otherwise a supplementary assessment follows.
    public boolean classCompleted() {
        return this != NOT_COMPLETED;
    }

    /// The result of a complete book; empty while anything due is missing.
    @Clause(VNRB.II_7_2_1)
    public static Optional<YearResult> of(Assessment assessment) {
        if (!Completeness.missing(assessment).isEmpty()) {
            return Optional.empty();
        }
        if (obstaclesTo(EXCELLENT, assessment).isEmpty()) {
            return Optional.of(EXCELLENT);
        }
        if (obstaclesTo(GOOD, assessment).isEmpty()) {
            return Optional.of(GOOD);
        }
        return Optional.of(obstaclesTo(COMPLETED, assessment).isEmpty() ? COMPLETED : NOT_COMPLETED);
    }

    /// The homeroom teacher draws the results together; nothing due may be missing for that.
    @Clause(VNRB.II_7_2_1)
    public static Finding resultsAreDrawnTogether(Assessment assessment) {
        Optional<YearResult> result = of(assessment);
        if (result.isEmpty()) {
            return Finding.notMet(
                    VNRB.II_7_2_1,
                    Say.that(
                            "there is no result of the year while anything is missing (entries missing: %d)",
                            "chưa xếp được kết quả cả năm vì còn thiếu %d mục",
                            Completeness.missing(assessment).size()));
        }
        return Finding.met(VNRB.II_7_2_1, why(result.get(), assessment));
    }

    /// The award fits the result of the year; an award during the year needs none.
    @Clause(VNRB.II_7_2_3)
    public static Finding awardFits(Assessment assessment) {
        if (assessment.award().isEmpty()) {
            return Finding.doesNotApply(
                    VNRB.II_7_2_3, new Sentence("no award is proposed", "không đề nghị khen thưởng"));
        }
        Assessment.Award award = assessment.award().get();
        Optional<YearResult> result = of(assessment);
        Sentence stated = result.map(YearResult::label).orElse(new Sentence("not known yet", "chưa có"));
        boolean fits = switch (award) {
            case EXCELLENT_PUPIL -> result.equals(Optional.of(EXCELLENT));
            case OUTSTANDING_PUPIL -> result.equals(Optional.of(GOOD));
            case AD_HOC -> true;
        };
        return Finding.of(
                VNRB.II_7_2_3,
                fits,
                Say.that(
                        "the award '%s' fits the result of the year: %s",
                        "'%s' phù hợp với kết quả cả năm: %s", award.label(), stated),
                Say.that(
                        "the award '%s' does not fit the result of the year: %s",
                        "'%s' không phù hợp với kết quả cả năm: %s", award.label(), stated));
    }

    private static Sentence why(YearResult result, Assessment assessment) {
        if (result == EXCELLENT) {
            return Say.that(
                    "%s: every subject is done well, every quality and competence is good, every year-end test is at"
                            + " least %d (Circular 27/2020, Article 9)",
                    "%s: mọi môn Hoàn thành tốt, mọi phẩm chất và năng lực Tốt, mọi bài kiểm tra cuối năm từ %d điểm"
                            + " (Thông tư 27/2020, Điều 9)",
                    result.label,
                    EXCELLENT_TEST);
        }
        YearResult above = values()[result.ordinal() - 1];
        return Say.that(
                "%s, below %s because of: %s (Circular 27/2020, Article 9)",
                "%s, chưa đạt mức %s do: %s (Thông tư 27/2020, Điều 9)",
                result.label,
                above.label,
                Say.names(obstaclesTo(above, assessment)));
    }

    /// Every entry that stands in the way of the level.
    private static List<Sentence> obstaclesTo(YearResult wanted, Assessment assessment) {
        List<Sentence> obstacles = new ArrayList<>();
        for (Assessment.SubjectMark mark : assessment.subjects()) {
            if (mark.level().compareTo(wanted.lowestSubjectLevel()) > 0) {
                obstacles.add(Say.that(
                        "%s %s", "%s %s", mark.subject().label(), mark.level().label()));
            }
        }
        for (Assessment.TraitMark mark : assessment.traits()) {
            if (mark.level().compareTo(wanted.lowestTraitLevel()) > 0) {
                obstacles.add(Say.that(
                        "%s %s", "%s %s", mark.trait().label(), mark.level().label()));
            }
        }
        for (Assessment.SubjectMark mark : assessment.subjects()) {
            mark.test()
                    .filter(test -> test < wanted.lowestTest())
                    .ifPresent(test -> obstacles.add(Say.that(
                            "%s test %d below %d",
                            "bài kiểm tra %s %d điểm, dưới %d", mark.subject().label(), test, wanted.lowestTest())));
        }
        return obstacles;
    }

    private Subject.Level lowestSubjectLevel() {
        return switch (this) {
            case EXCELLENT, GOOD -> Subject.Level.T;
            case COMPLETED -> Subject.Level.H;
            case NOT_COMPLETED -> Subject.Level.C;
        };
    }

    private Trait.Level lowestTraitLevel() {
        return switch (this) {
            case EXCELLENT, GOOD -> Trait.Level.T;
            case COMPLETED -> Trait.Level.D;
            case NOT_COMPLETED -> Trait.Level.C;
        };
    }

    private int lowestTest() {
        return switch (this) {
            case EXCELLENT -> EXCELLENT_TEST;
            case GOOD -> GOOD_TEST;
            case COMPLETED -> COMPLETED_TEST;
            case NOT_COMPLETED -> 0;
        };
    }
}
