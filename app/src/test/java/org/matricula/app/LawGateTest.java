package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.matricula.law.desk.DecisionDesk;
import org.matricula.law.testing.Gate;
import org.matricula.law.testing.GeneratePages;
import org.matricula.law.testing.PageFiles;
import org.matricula.law.testing.Reactor;

/// The gate between the law and the code. Runs in the last module, on the traces that the tests of the others left.
class LawGateTest {
    private static final Reactor REACTOR = new Reactor(Path.of(System.getProperty("basedir", ""))
            .toAbsolutePath()
            .normalize()
            .getParent());
    private static final DecisionDesk DESK = DecisionDesk.ofServices();

    @BeforeAll
    static void the_tests_of_every_pack_have_left_their_traces() {
        assertThat(REACTOR.missing()).isEmpty();
    }

    @Test
    void every_rule_has_code_and_proof_and_nothing_cites_a_clause_that_is_not_there() {
        assertThat(Gate.check(DESK.corpora(), REACTOR.code(), REACTOR.traces())).isEmpty();
    }

    @Test
    void every_decision_can_say_which_facts_it_takes() {
        assertThat(DESK.list())
                .isNotEmpty()
                .allSatisfy(decision -> assertThat(DESK.schema(decision.id())).isPresent());
    }

    /// With `-Dmatricula.pages=write` the pages are written anew; a person then reads the difference.
    @Test
    void the_generated_pages_say_what_is_so() {
        if (PageFiles.writing()) {
            GeneratePages.write(REACTOR, DESK);
        }
        assertThat(GeneratePages.compare(REACTOR, DESK))
                .as("write them with 'mvn test -Dmatricula.pages=write' and read the difference")
                .isEmpty();
    }
}
