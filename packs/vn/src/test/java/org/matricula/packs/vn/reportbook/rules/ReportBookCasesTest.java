package org.matricula.packs.vn.reportbook.rules;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.matricula.law.testing.GoldenCases;

class ReportBookCasesTest {
    @TestFactory
    Stream<DynamicTest> the_result_of_the_year() {
        return GoldenCases.of("cases/report-book-year-result.yaml");
    }

    @TestFactory
    Stream<DynamicTest> optional_subjects() {
        return GoldenCases.of("cases/report-book-optional.yaml");
    }

    @TestFactory
    Stream<DynamicTest> what_is_missing_and_which_award_fits() {
        return GoldenCases.of("cases/report-book-missing.yaml");
    }

    @TestFactory
    Stream<DynamicTest> facts_about_a_year_that_cannot_be() {
        return GoldenCases.of("cases/report-book-impossible.yaml");
    }

    @TestFactory
    Stream<DynamicTest> campaigns_and_personal_numbers() {
        return GoldenCases.of("cases/report-book-campaign-and-number.yaml");
    }

    @TestFactory
    Stream<DynamicTest> the_order_of_signing_and_the_role_of_the_signer() {
        return GoldenCases.of("cases/report-book-signing.yaml");
    }

    @TestFactory
    Stream<DynamicTest> changes_and_the_signatures_they_take_away() {
        return GoldenCases.of("cases/report-book-edit.yaml");
    }
}
