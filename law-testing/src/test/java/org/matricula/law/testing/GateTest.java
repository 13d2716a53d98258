package org.matricula.law.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.law.Clause;
import org.matricula.law.Corpus;
import org.matricula.law.Corpus.Entry;
import org.matricula.law.Corpus.Treatment;
import org.matricula.law.Edition;
import org.matricula.law.Regulation;
import org.matricula.law.Sentence;
import org.matricula.law.testing.Gate.Fault;

class GateTest {
    private static final Sentence WORDS = new Sentence("words", "lời");

    @TempDir
    Path folder;

    /// Stands for the code of a pack.
    @Clause("GATE:1.a/1")
    static final class Cites {
        static final String ELSEWHERE = Cites.class.getName() + "GATE:no";

        @Clause("GATE:4")
        static boolean late(Optional<LocalDate> on, Cites facts) {
            return on.filter(day -> day.isAfter(LocalDate.EPOCH)).isPresent();
        }

        @Clause("GATE:6")
        static boolean many(int number) {
            return number == 0;
        }

        @Clause({"GATE:2", "GATE:9"})
        String method() {
            return "GATE:7" + ELSEWHERE;
        }
    }

    private static Corpus corpus(Entry... entries) {
        Edition edition = new Edition("GATE/2020-01-01", LocalDate.of(2020, 1, 1), null);
        return new Corpus(new Regulation("GATE", WORDS, "vi", List.of(edition)), List.of(entries));
    }

    private static Entry entry(String id, Treatment treatment, boolean boundary) {
        return new Entry(id, WORDS, "1", treatment, null, null, null, boundary);
    }

    private List<String> faults(Corpus corpus, String... trace) throws IOException {
        Path file = Files.write(folder.resolve("x.tsv"), List.of(trace));
        return Gate.check(List.of(corpus), List.of(Path.of("target/test-classes")), List.of(file)).stream()
                .map(violation -> violation.fault() + " " + violation.about())
                .toList();
    }

    @Test
    void citations_are_read_from_classes_methods_and_strings() {
        Citations citations = Citations.read(List.of(Path.of("target/test-classes")), Set.of("GATE"));
        assertThat(citations.applied()).containsOnlyKeys("GATE:1.a/1", "GATE:2", "GATE:4", "GATE:6", "GATE:9");
        assertThat(citations.applied().get("GATE:2"))
                .extracting(Citations.Place::told)
                .containsExactly("GateTest.Cites.method");
        assertThat(citations.mentioned()).containsKey("GATE:7");
    }

    @Test
    void a_clause_that_no_corpus_has_is_found_in_code_and_in_proofs() throws IOException {
        assertThat(faults(corpus(), "GATE:8\tMET\tx.Y#z"))
                .contains("NOT_IN_CORPUS GATE:9", "NOT_IN_CORPUS GATE:7", "PROOF_OF_NOTHING GATE:8");
    }

    @Test
    void a_rule_needs_code_and_proof_of_both_sides() throws IOException {
        Corpus corpus = corpus(entry("GATE:2", Treatment.RULE, false), entry("GATE:5", Treatment.RULE, false));
        assertThat(faults(corpus, "GATE:2\tMET\tx.Y#z"))
                .contains("NO_PROOF GATE:2", "NO_CODE GATE:5")
                .doesNotContain("NO_CODE GATE:2");
        assertThat(faults(corpus, "GATE:2\tMET\tx.Y#z", "GATE:2\tNOT_MET\tx.Y#w"))
                .doesNotContain("NO_PROOF GATE:2");
    }

    @Test
    void a_rule_about_dates_or_counts_needs_its_boundary_too() throws IOException {
        Corpus corpus = corpus(entry("GATE:2", Treatment.RULE, true));
        String[] both = {"GATE:2\tMET\tx.Y#z", "GATE:2\tNOT_MET\tx.Y#z"};
        assertThat(faults(corpus, both)).contains("NO_PROOF GATE:2");
        assertThat(faults(corpus, both[0], both[1], "GATE:2\tBOUNDARY\tx.Y#z")).doesNotContain("NO_PROOF GATE:2");
    }

    private static Entry said(String text, String without) {
        return new Entry(
                "GATE:2",
                new Sentence(text, "lời"),
                "1",
                Treatment.RULE,
                null,
                null,
                null,
                false,
                without,
                new TreeMap<>());
    }

    @Test
    void a_rule_with_a_figure_says_whether_it_has_a_boundary() throws IOException {
        assertThat(faults(corpus(said("within 20 working days", null)))).contains("BOUNDARY_UNSAID GATE:2");
        assertThat(faults(corpus(said("within twenty working days", null)))).contains("BOUNDARY_UNSAID GATE:2");
        assertThat(faults(corpus(said("within 20 working days", "counted elsewhere"))))
                .doesNotContain("BOUNDARY_UNSAID GATE:2");
        assertThat(faults(corpus(said("in good time", null)))).doesNotContain("BOUNDARY_UNSAID GATE:2");
    }

    @Test
    void a_rule_whose_code_compares_dates_says_so_too() throws IOException {
        Entry entry = new Entry("GATE:4", WORDS, "1", Treatment.RULE, null, null, null);
        assertThat(faults(corpus(entry))).contains("BOUNDARY_UNSAID GATE:4");
        Entry other = new Entry("GATE:6", WORDS, "1", Treatment.RULE, null, null, null);
        assertThat(faults(corpus(other))).contains("BOUNDARY_UNSAID GATE:6");
        assertThat(faults(corpus(entry("GATE:2", Treatment.RULE, false)))).doesNotContain("BOUNDARY_UNSAID GATE:2");
    }

    @Test
    void a_duty_or_a_matter_for_a_person_needs_neither() throws IOException {
        assertThat(faults(corpus(entry("GATE:3", Treatment.DUTY, false)))).noneMatch(f -> f.contains("GATE:3"));
    }

    @Test
    void code_may_not_apply_a_clause_that_no_edition_has_in_force() throws IOException {
        Entry gone = new Entry("GATE:2", WORDS, "1", Treatment.DUTY, null, null, LocalDate.of(2019, 12, 31), false);
        assertThat(faults(corpus(gone))).contains(Fault.OUT_OF_FORCE + " GATE:2");
    }
}
