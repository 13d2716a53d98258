package org.matricula.law.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.matricula.law.Clause;
import org.matricula.law.Finding;
import org.matricula.law.WithoutClause;

/// Nobody is refused in silence about the law.
class RefusalGateTest {
    /// Stands for the refusals of the registry.
    interface Refusal {
        List<String> clauses();
    }

    /// What refusals have in common; nobody is refused with it.
    abstract static class Common implements Refusal {}

    @Clause("GATE:1.a/1")
    record NamesItsClause() implements Refusal {
        @Override
        public List<String> clauses() {
            return List.of("GATE:1.a/1");
        }
    }

    record NamesItAtTheMethod() implements Refusal {
        @Override
        @Clause("GATE:1.a/1")
        public List<String> clauses() {
            return List.of("GATE:1.a/1");
        }
    }

    record TakesItFromAFinding(Finding finding) implements Refusal {
        @Override
        public List<String> clauses() {
            return List.of(finding.clause());
        }
    }

    record TakesThemFromFindings(List<Finding> findings) implements Refusal {
        @Override
        public List<String> clauses() {
            return findings.stream().map(Finding::clause).toList();
        }
    }

    record TakesThemInALambda(List<Finding> findings) implements Refusal {
        @Override
        public List<String> clauses() {
            return findings.stream().map(finding -> finding.clause().strip()).toList();
        }
    }

    @WithoutClause("a file that cannot be read is refused by no law")
    record SaysWhyThereIsNone(List<String> clauses) implements Refusal {}

    static final class Heir extends Common {
        @Override
        public List<String> clauses() {
            return List.of();
        }
    }

    @Clause({})
    record NamesNone() implements Refusal {
        @Override
        public List<String> clauses() {
            return List.of();
        }
    }

    record Silent(List<String> clauses) implements Refusal {}

    record OnlyMentionsAFinding(Finding finding, List<String> clauses) implements Refusal {
        String words() {
            return finding.clause();
        }
    }

    @WithoutClause(" ")
    record GivesNoReason(List<String> clauses) implements Refusal {}

    @WithoutClause("there is none")
    @Clause("GATE:1.a/1")
    record SaysBoth(List<String> clauses) implements Refusal {}

    enum Fixed implements Refusal {
        ONE {
            @Override
            public List<String> clauses() {
                return List.of();
            }
        }
    }

    private static List<String> refused() {
        return Gate.refusals(List.of(Path.of("target/test-classes")), Refusal.class).stream()
                .map(violation -> violation.about().replaceFirst("^RefusalGateTest\\.", ""))
                .toList();
    }

    @Test
    void a_refusal_without_a_clause_and_without_a_reason_for_that_does_not_pass() {
        assertThat(refused())
                .containsExactlyInAnyOrder(
                        "Heir", "NamesNone", "Silent", "OnlyMentionsAFinding", "GivesNoReason", "SaysBoth", "Fixed.1");
    }

    @Test
    void the_fault_names_the_class_and_says_what_to_do() {
        assertThat(Gate.refusals(List.of(Path.of("target/test-classes")), Refusal.class))
                .anySatisfy(violation -> assertThat(violation.toString())
                        .startsWith("REFUSAL_WITHOUT_CLAUSE RefusalGateTest.Silent")
                        .contains("@Clause", "@WithoutClause"));
    }
}
