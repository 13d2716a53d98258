package org.matricula.packs.vn.reportbook.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.matricula.law.Clause;
import org.matricula.law.Finding;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VNRB;

/// What a book of the grade must have before it can be closed.
public final class Completeness {
    private Completeness() {}

    /// What kind of entry is missing.
    public enum Kind {
        /// A subject or activity without a level.
        SUBJECT("subject", "môn"),
        /// A subject that has a level but not the mark of its year-end test.
        TEST("year-end test", "bài kiểm tra cuối năm"),
        /// A quality without a level.
        QUALITY("quality", "phẩm chất"),
        /// A competence without a level.
        COMPETENCE("competence", "năng lực");

        private final Sentence label;

        Kind(String en, String vi) {
            this.label = new Sentence(en, vi);
        }
    }

    /// An entry that is due and is not there.
    ///
    /// @param kind what kind of entry
    /// @param name its code: of the subject (also for a test), of the quality or of the competence
    /// @param label what to call it in a sentence
    public record Missing(Kind kind, String name, Sentence label) {}

    /// Everything that is due and is not there, in the order of the form: subjects each with its test, qualities,
    /// competences. Empty when the book is complete.
    public static List<Missing> missing(Assessment assessment) {
        int grade = assessment.grade();
        List<Missing> missing = new ArrayList<>();
        for (Subject subject : Subject.values()) {
            ofSubject(subject, assessment).ifPresent(missing::add);
        }
        Set<Trait> rated =
                assessment.traits().stream().map(Assessment.TraitMark::trait).collect(Collectors.toSet());
        for (Trait.Quality quality : Trait.Quality.values()) {
            if (!rated.contains(quality)) {
                missing.add(missing(Kind.QUALITY, quality.name(), quality.label()));
            }
        }
        for (Trait.Competence competence : Trait.Competence.rated(grade)) {
            if (!rated.contains(competence)) {
                missing.add(missing(Kind.COMPETENCE, competence.name(), competence.label()));
            }
        }
        return List.copyOf(missing);
    }

    /// An optional subject is due only once it has been entered; then its test is due where the grade tests it.
    private static Optional<Missing> ofSubject(Subject subject, Assessment assessment) {
        Optional<Assessment.SubjectMark> mark = assessment.subjects().stream()
                .filter(m -> m.subject() == subject)
                .findFirst();
        if (mark.isEmpty()) {
            return subject.compulsoryIn(assessment.grade())
                    ? Optional.of(missing(Kind.SUBJECT, subject.name(), subject.label()))
                    : Optional.empty();
        }
        return subject.testedIn(assessment.grade()) && mark.get().test().isEmpty()
                ? Optional.of(missing(Kind.TEST, subject.name(), subject.label()))
                : Optional.empty();
    }

    private static Missing missing(Kind kind, String name, Sentence label) {
        return new Missing(kind, name, Say.that("%s %s", "%s %s", kind.label, label));
    }

    /// The rules hold for grades 1 to 5 of primary school.
    @Clause(VNRB.I_1_1)
    public static Finding gradeIsOfPrimarySchool(int grade) {
        return Finding.of(
                VNRB.I_1_1,
                grade >= Assessment.FIRST_GRADE && grade <= Assessment.LAST_GRADE,
                Say.that("grade %d is a grade of primary school", "lớp %d thuộc cấp tiểu học", grade),
                Say.that(
                        "grade %d is not a grade of primary school (1 to 5)",
                        "lớp %d không thuộc cấp tiểu học (lớp 1 đến lớp 5)", grade));
    }

    /// The book holds every result of study and training that the grade has.
    @Clause(VNRB.I_5_1_A)
    public static Finding everyResultIsStored(Assessment assessment) {
        int grade = assessment.grade();
        return nothingMissing(
                VNRB.I_5_1_A,
                assessment,
                Say.that(
                        "all %2$d compulsory subjects, %3$d qualities and %4$d competences of grade %1$d are in the book",
                        "học bạ lớp %1$d có đủ %2$d môn bắt buộc, %3$d phẩm chất và %4$d năng lực",
                        grade,
                        Subject.compulsory(grade).size(),
                        Trait.Quality.values().length,
                        Trait.Competence.rated(grade).size()),
                list -> Say.that("the book of grade %2$d lacks: %1$s", "học bạ lớp %2$d còn thiếu: %1$s", list, grade));
    }

    /// The homeroom teacher has completed the assessment file.
    @Clause(VNRB.II_7_2_2)
    public static Finding assessmentFileIsComplete(Assessment assessment) {
        int grade = assessment.grade();
        return nothingMissing(
                VNRB.II_7_2_2,
                assessment,
                Say.that(
                        "nothing due in grade %d is missing from the assessment file",
                        "hồ sơ đánh giá không thiếu mục nào của lớp %d", grade),
                list -> Say.that(
                        "missing from the assessment file of grade %2$d: %1$s",
                        "hồ sơ đánh giá lớp %2$d còn thiếu: %1$s", list, grade));
    }

    private static Finding nothingMissing(
            String clause, Assessment assessment, Sentence whenMet, Function<Sentence, Sentence> whenNot) {
        List<Missing> missing = missing(assessment);
        if (missing.isEmpty()) {
            return Finding.met(clause, whenMet);
        }
        Sentence list = Say.names(missing.stream().map(Missing::label).toList());
        return Finding.notMet(clause, whenNot.apply(list));
    }
}
