package org.matricula.packs.vn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.matricula.law.testing.GoldenCases;

class VietNamCalendarTest {
    @TestFactory
    Stream<DynamicTest> days_are_what_their_instruments_made_them() {
        return GoldenCases.in("calendar-cases");
    }

    @Test
    void the_years_entered_are_named() {
        assertThat(new VietNamPack().calendars())
                .singleElement()
                .satisfies(
                        calendar -> assertThat(calendar.loadedYears()).containsExactly(2013, 2014, 2024, 2025, 2026));
    }
}
