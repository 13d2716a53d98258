package org.matricula.packs.vn.reportbook.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.matricula.law.Facts;
import org.matricula.law.Sentence;

/// What stands in the book of a pupil at the end of a year, as far as it has been entered.
///
/// A subject, quality or competence that has not been rated yet is simply left out. No pupil is named.
///
/// @param grade 1 to 5
/// @param subjects subjects and activities, in any order
/// @param qualities qualities, in any order
/// @param competences competences, in any order
/// @param award the title or award proposed, if any
public record Assessment(
        @Facts.Min(Assessment.FIRST_GRADE)
        @Facts.Max(Assessment.LAST_GRADE)
        @Facts.Says("Grade of primary school, 1 to 5")
        int grade,

        @Facts.Says("Subjects and activities rated at the end of the year")
        List<SubjectMark> subjects,

        @Facts.Says("Main qualities rated at the end of the year")
        List<QualityMark> qualities,

        @Facts.Says("Competences rated at the end of the year")
        List<CompetenceMark> competences,

        @Facts.Says("Award proposed, to be compared with the result")
        Optional<Award> award)
        implements Facts.Checked {
    static final int FIRST_GRADE = 1;
    static final int LAST_GRADE = 5;

    public Assessment {
        subjects = List.copyOf(subjects);
        qualities = List.copyOf(qualities);
        competences = List.copyOf(competences);
    }

    /// One line of subjects and activities.
    ///
    /// @param subject the subject or activity
    /// @param level its level over the year
    /// @param test the year-end test, a whole number from 0 to 10; where the pupil was tested again, the last one
    public record SubjectMark(
            Subject subject,
            Subject.Level level,

            @Facts.Min(0) @Facts.Max(10) @Facts.Says("Year-end test, 0 to 10, where the subject has one")
            Optional<Integer> test) {}

    /// One line of qualities.
    public record QualityMark(Trait.Quality name, Trait.Level level) {}

    /// One line of competences.
    public record CompetenceMark(Trait.Competence name, Trait.Level level) {}

    /// A quality or a competence with its level.
    record TraitMark(Trait trait, Trait.Level level) {}

    /// Awards of Circular 27/2020, Article 13.
    public enum Award {
        /// Pupil of excellence: only with an excellent result.
        EXCELLENT_PUPIL("pupil of excellence", "Học sinh Xuất sắc"),
        /// Outstanding pupil: with a good result, and recognised by the class.
        OUTSTANDING_PUPIL("outstanding pupil", "Học sinh tiêu biểu"),
        /// An award during the year for something well done; needs no result.
        AD_HOC("award during the year", "Khen thưởng trong năm");

        private final Sentence label;

        Award(String en, String vi) {
            this.label = new Sentence(en, vi);
        }

        /// Its name in English and Vietnamese.
        public Sentence label() {
            return label;
        }
    }

    /// Qualities first, then competences.
    List<TraitMark> traits() {
        return Stream.concat(
                        qualities.stream().map(q -> new TraitMark(q.name(), q.level())),
                        competences.stream().map(c -> new TraitMark(c.name(), c.level())))
                .toList();
    }

    @Override
    public List<Facts.Problem> impossible() {
        List<Facts.Problem> problems = new ArrayList<>();
        if (grade < FIRST_GRADE || grade > LAST_GRADE) {
            return problems;
        }
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < subjects.size(); i++) {
            subjectProblems(subjects.get(i), "/subjects/" + i, seen, problems);
        }
        for (int i = 0; i < qualities.size(); i++) {
            onlyOnce(qualities.get(i).name(), qualities.get(i).name().label(), "/qualities/%d/name".formatted(i), seen)
                    .ifPresent(problems::add);
        }
        for (int i = 0; i < competences.size(); i++) {
            competenceProblems(competences.get(i).name(), "/competences/%d/name".formatted(i), seen, problems);
        }
        return problems;
    }

    private void subjectProblems(SubjectMark mark, String path, Set<Object> seen, List<Facts.Problem> problems) {
        Sentence name = mark.subject().label();
        onlyOnce(mark.subject(), name, path + "/subject", seen).ifPresent(problems::add);
        if (!mark.subject().taughtIn(grade)) {
            problems.add(new Facts.Problem(
                    path + "/subject",
                    Say.that("grade %2$d has no subject '%1$s'", "lớp %2$d không có môn '%1$s'", name, grade)));
        } else if (mark.test().isPresent() && !mark.subject().mayBeTestedIn(grade)) {
            problems.add(new Facts.Problem(
                    path + "/test",
                    Say.that(
                            "'%s' has no year-end test in grade %d; leave the mark out",
                            "môn '%s' ở lớp %d không có bài kiểm tra cuối năm; hãy bỏ điểm", name, grade)));
        }
        mark.test()
                .filter(t -> t < 0 || t > 10)
                .ifPresent(t -> problems.add(new Facts.Problem(
                        path + "/test",
                        Say.that(
                                "a test is a whole number from 0 to 10, not %d",
                                "điểm kiểm tra là số nguyên từ 0 đến 10, không phải %d", t))));
    }

    private void competenceProblems(
            Trait.Competence competence, String path, Set<Object> seen, List<Facts.Problem> problems) {
        onlyOnce(competence, competence.label(), path, seen).ifPresent(problems::add);
        if (!competence.ratedIn(grade)) {
            problems.add(new Facts.Problem(
                    path,
                    Say.that(
                            "the competence '%s' is not rated in grade %d",
                            "năng lực '%s' không được đánh giá ở lớp %d", competence.label(), grade)));
        }
    }

    private static Optional<Facts.Problem> onlyOnce(Object code, Sentence name, String path, Set<Object> seen) {
        return seen.add(code)
                ? Optional.empty()
                : Optional.of(new Facts.Problem(path, Say.that("'%s' is given twice", "'%s' bị ghi hai lần", name)));
    }
}
