package org.matricula.packs.vn.reportbook.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class ReportBookPropertiesTest {
    @Provide
    Arbitrary<Assessment> complete_books() {
        return Arbitraries.integers().between(1, 5).flatMap(grade -> {
            Arbitrary<List<Assessment.SubjectMark>> subjects = Combinators.combine(Subject.compulsory(grade).stream()
                            .map(s -> mark(s, grade))
                            .toList())
                    .as(marks -> marks);
            Arbitrary<Trait.Level> traits = mostly(Trait.Level.T, Trait.Level.values());
            return Combinators.combine(
                            subjects, traits.list().ofSize(5), traits.list().ofSize(10))
                    .as((s, q, c) -> new Assessment(grade, s, qualities(q), competences(grade, c), Optional.empty()));
        });
    }

    private static Arbitrary<Assessment.SubjectMark> mark(Subject subject, int grade) {
        return Combinators.combine(
                        mostly(Subject.Level.T, Subject.Level.values()),
                        Arbitraries.integers().between(0, 10).withDistribution(RandomDistribution.biased()))
                .as((level, test) -> new Assessment.SubjectMark(
                        subject, level, subject.testedIn(grade) ? Optional.of(test) : Optional.empty()));
    }

    private static <E extends Enum<E>> Arbitrary<E> mostly(E best, E[] all) {
        return Arbitraries.frequencyOf(Tuple.of(9, Arbitraries.just(best)), Tuple.of(1, Arbitraries.of(all)));
    }

    private static List<Assessment.QualityMark> qualities(List<Trait.Level> levels) {
        List<Assessment.QualityMark> marks = new ArrayList<>();
        for (Trait.Quality quality : Trait.Quality.values()) {
            marks.add(new Assessment.QualityMark(quality, levels.get(quality.ordinal())));
        }
        return marks;
    }

    private static List<Assessment.CompetenceMark> competences(int grade, List<Trait.Level> levels) {
        return Trait.Competence.rated(grade).stream()
                .map(c -> new Assessment.CompetenceMark(c, levels.get(c.ordinal())))
                .toList();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void a_complete_book_always_has_a_result_and_an_incomplete_one_never(@ForAll("complete_books") Assessment book) {
        assertThat(YearResult.of(book)).isPresent();
        for (Subject subject : Subject.compulsory(book.grade())) {
            assertThat(YearResult.of(Books.without(book, subject))).isEmpty();
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void a_better_level_or_test_never_gives_a_worse_result(@ForAll("complete_books") Assessment book) {
        YearResult before = YearResult.of(book).orElseThrow();
        for (Assessment.SubjectMark mark : book.subjects()) {
            Assessment.SubjectMark better = new Assessment.SubjectMark(
                    mark.subject(), Subject.Level.T, mark.test().map(_ -> 10));
            assertThat(YearResult.of(Books.with(book, better)).orElseThrow()).isLessThanOrEqualTo(before);
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void one_subject_not_done_is_never_completed(
            @ForAll("complete_books") Assessment book, @ForAll @IntRange(min = 0, max = 7) int which) {
        Assessment.SubjectMark mark = book.subjects().get(which);
        assertThat(YearResult.of(
                        Books.with(book, new Assessment.SubjectMark(mark.subject(), Subject.Level.C, mark.test()))))
                .contains(YearResult.NOT_COMPLETED);
    }

    @Property(tries = 50)
    void whoever_signs_when_asked_to_ends_with_a_book_to_seal(@ForAll @IntRange(min = 1, max = 5) int grade) {
        Signatures book = new Signatures(
                Subject.compulsory(grade).stream()
                        .map(s -> new Signatures.SubjectBlock(s, true, Optional.empty()))
                        .toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        LocalDateTime now = Books.CLOSING;
        int steps = 0;
        while (!SigningOrder.maySeal(book)) {
            now = now.plusMinutes(1);
            book = signed(book, SigningOrder.next(book).getFirst(), now);
            steps++;
        }
        assertThat(steps).isEqualTo(book.blocks().size() + 2);
        assertThat(SigningOrder.disorder(book)).isEmpty();
        assertThat(SigningOrder.next(signed(book, "SEAL", now))).isEmpty();
    }

    private static Signatures signed(Signatures book, String signer, LocalDateTime at) {
        return switch (signer) {
            case "HOMEROOM" ->
                new Signatures(book.blocks(), Optional.of(at), book.principalSignedAt(), Optional.empty());
            case "PRINCIPAL" ->
                new Signatures(book.blocks(), book.homeroomSignedAt(), Optional.of(at), Optional.empty());
            case "SEAL" ->
                new Signatures(book.blocks(), book.homeroomSignedAt(), book.principalSignedAt(), Optional.of(at));
            default ->
                new Signatures(
                        book.blocks().stream()
                                .map(b -> signer.equals("SUBJECT:" + b.subject())
                                        ? new Signatures.SubjectBlock(b.subject(), true, Optional.of(at))
                                        : b)
                                .toList(),
                        book.homeroomSignedAt(),
                        book.principalSignedAt(),
                        Optional.empty());
        };
    }
}
