package org.matricula.packs.ru.identifiers;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.matricula.law.testing.GoldenCases;

class IdentifierCasesTest {
    @TestFactory
    Stream<DynamicTest> every_golden_case_of_a_number() {
        return GoldenCases.of("cases/identifiers.yaml");
    }
}
