package org.matricula.packs.ru.diploma;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.matricula.law.testing.GoldenCases;

class DiplomaCasesTest {
    @TestFactory
    Stream<DynamicTest> every_golden_case_of_a_lost_diploma() {
        return Stream.concat(GoldenCases.of("cases/diploma.yaml"), GoldenCases.of("cases/diploma-boundaries.yaml"));
    }
}
