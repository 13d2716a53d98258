package org.matricula.packs.vn.reportbook.rules;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.matricula.law.Finding;

/// Report books for tests, all good unless a test spoils them.
final class Books {
    static final LocalDateTime CLOSING = LocalDateTime.of(2026, 6, 5, 10, 12);
    static final String SCHOOL = "22-207-301";
    static final String NUMBER = "022316004521";

    private Books() {}

    /// Everything due in the grade at its best, every test the same.
    static Assessment assessment(int grade, int test) {
        return new Assessment(
                grade,
                Subject.compulsory(grade).stream()
                        .map(s -> new Assessment.SubjectMark(
                                s, Subject.Level.T, s.testedIn(grade) ? Optional.of(test) : Optional.empty()))
                        .toList(),
                Stream.of(Trait.Quality.values())
                        .map(q -> new Assessment.QualityMark(q, Trait.Level.T))
                        .toList(),
                Trait.Competence.rated(grade).stream()
                        .map(c -> new Assessment.CompetenceMark(c, Trait.Level.T))
                        .toList(),
                Optional.empty());
    }

    static Assessment without(Assessment a, Subject subject) {
        return new Assessment(
                a.grade(),
                a.subjects().stream().filter(m -> m.subject() != subject).toList(),
                a.qualities(),
                a.competences(),
                a.award());
    }

    static Assessment with(Assessment a, Assessment.SubjectMark mark) {
        List<Assessment.SubjectMark> subjects =
                new ArrayList<>(without(a, mark.subject()).subjects());
        subjects.add(mark);
        return new Assessment(a.grade(), subjects, a.qualities(), a.competences(), a.award());
    }

    /// Signed by everyone in order, an hour apart; not sealed.
    static Signatures signedByAll(int grade) {
        return new Signatures(
                Subject.compulsory(grade).stream()
                        .map(s -> new Signatures.SubjectBlock(s, true, Optional.of(CLOSING.minusHours(3))))
                        .toList(),
                Optional.of(CLOSING.minusHours(2)),
                Optional.of(CLOSING.minusHours(1)),
                Optional.empty());
    }

    static BookToSeal.SealCertificate certificate() {
        return new BookToSeal.SealCertificate(SCHOOL, true, LocalDate.of(2025, 6, 11), LocalDate.of(2026, 6, 10));
    }

    /// A book of the grade that may be sealed.
    static BookToSeal ready(int grade) {
        return new BookToSeal(
                assessment(grade, 9),
                BookToSeal.Supplementary.NOT_NEEDED,
                Optional.of(NUMBER),
                0,
                signedByAll(grade),
                SCHOOL,
                certificate(),
                CLOSING);
    }

    static IssuedBook.Format format() {
        return new IssuedBook.Format(
                "hash", Optional.of("7QK4M2XN"), Optional.of(NUMBER), Optional.of(CLOSING.toLocalDate()));
    }

    /// A book as it comes from sealing, both formats right.
    static IssuedBook issued() {
        return issued(f -> f, f -> f);
    }

    static IssuedBook issued(UnaryOperator<IssuedBook.Format> xml, UnaryOperator<IssuedBook.Format> pdf) {
        return new IssuedBook(
                CLOSING,
                "hash",
                NUMBER,
                "7QK4M2XN",
                false,
                true,
                true,
                Optional.of(xml.apply(format())),
                Optional.of(pdf.apply(format())));
    }

    static List<String> clauses(List<Finding> findings) {
        return findings.stream().map(Finding::clause).toList();
    }

    static Finding of(List<Finding> findings, String clause) {
        return findings.stream()
                .filter(f -> f.clause().equals(clause))
                .findFirst()
                .orElseThrow(() -> new AssertionError(clause + " was not examined"));
    }
}
