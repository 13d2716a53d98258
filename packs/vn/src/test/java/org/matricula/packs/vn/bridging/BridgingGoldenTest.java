package org.matricula.packs.vn.bridging;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.matricula.law.testing.GoldenCases;

/// The golden cases of bridging; each is readable in the file without Java.
class BridgingGoldenTest {
    @TestFactory
    Stream<DynamicTest> every_golden_case_of_a_boundary() {
        return GoldenCases.of("cases/bridging-boundaries.yaml");
    }

    @TestFactory
    Stream<DynamicTest> who_sits_which_exam() {
        return GoldenCases.of("cases/bridging-exam.yaml");
    }

    @TestFactory
    Stream<DynamicTest> who_may_organise_bridging() {
        return GoldenCases.of("cases/bridging-organising.yaml");
    }

    @TestFactory
    Stream<DynamicTest> what_is_reported_and_kept() {
        return GoldenCases.of("cases/bridging-reports.yaml");
    }

    @TestFactory
    Stream<DynamicTest> what_a_learner_is_credited_and_awarded() {
        return GoldenCases.of("cases/bridging-learner.yaml");
    }
}
