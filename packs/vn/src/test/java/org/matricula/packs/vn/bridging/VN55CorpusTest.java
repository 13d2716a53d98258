package org.matricula.packs.vn.bridging;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.matricula.law.Clause;
import org.matricula.law.Corpus;
import org.matricula.law.Corpus.Entry;
import org.matricula.law.Corpus.Treatment;
import org.matricula.law.time.Calendars;
import org.matricula.packs.vn.VN55;
import org.matricula.packs.vn.VietNamPack;

/// The regulation as we read it, clause by clause.
class VN55CorpusTest {
    private static final Corpus CORPUS = VN55.corpus();

    @Test
    void every_clause_of_the_inventory_is_told() {
        assertThat(CORPUS.entries()).hasSize(167);
    }

    @Test
    void every_clause_called_a_rule_is_applied_by_a_decision() {
        Set<String> rules = CORPUS.entries().stream()
                .filter(e -> e.treatment() == Treatment.RULE)
                .map(Entry::id)
                .collect(Collectors.toSet());

        assertThat(applied()).containsAll(rules);
    }

    @Test
    void a_decision_applies_only_rules_and_questions_for_people() {
        assertThat(applied())
                .allSatisfy(id -> assertThat(CORPUS.entry(id).orElseThrow().treatment())
                        .isIn(Treatment.RULE, Treatment.PERSON_DECIDES));
    }

    @Test
    void the_twelve_decisions_are_those_of_the_catalogue_in_its_order() {
        assertThat(BridgingDecisions.all(Calendars.of(VietNamPack.class, "VN")))
                .extracting(d -> d.id())
                .isEqualTo(Stream.of(
                                "exam-route",
                                "exam-set",
                                "eligibility",
                                "authority",
                                "conditions",
                                "quota",
                                "ministry-term",
                                "exam-report",
                                "annual-report",
                                "recognition",
                                "graduation",
                                "disposal")
                        .map(name -> "vn.bridging." + name)
                        .toList());
    }

    private static Set<String> applied() {
        List<Class<?>> classes = Stream.concat(
                        BridgingDecisions.all(Calendars.of(VietNamPack.class, "VN")).stream()
                                .map(Object::getClass),
                        Stream.of(RecognitionRules.class))
                .collect(Collectors.toList());
        return classes.stream()
                .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
                .filter(m -> m.isAnnotationPresent(Clause.class))
                .flatMap(VN55CorpusTest::clauses)
                .collect(Collectors.toSet());
    }

    private static Stream<String> clauses(Method method) {
        return Stream.of(method.getAnnotation(Clause.class).value());
    }
}
