package org.matricula.packs.ru.exam;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.matricula.law.testing.GoldenCases;

class ExamCasesTest {
    @TestFactory
    Stream<DynamicTest> every_golden_case_of_a_failure_of_equipment() {
        return GoldenCases.of("cases/exam-failure.yaml");
    }

    @TestFactory
    Stream<DynamicTest> every_golden_case_before_an_examination() {
        return GoldenCases.of("cases/exam-before.yaml");
    }

    @TestFactory
    Stream<DynamicTest> every_golden_case_of_a_recorded_session() {
        return GoldenCases.of("cases/exam-session.yaml");
    }

    @TestFactory
    Stream<DynamicTest> every_golden_case_after_an_examination() {
        return GoldenCases.of("cases/exam-after.yaml");
    }
}
