package org.matricula.packs.kz;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.matricula.law.testing.GoldenCases;

/// The golden cases of Kazakhstan, readable without Java.
class KazakhCasesTest {
    @TestFactory
    Stream<DynamicTest> every_case_is_decided_as_written() {
        return GoldenCases.in("cases");
    }
}
