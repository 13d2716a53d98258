package org.matricula.packs.kz.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.matricula.law.Edition;
import org.matricula.law.Finding;
import org.matricula.law.testing.Proves;
import org.matricula.packs.kz.KZD;
import org.matricula.packs.kz.KZG;

/// From when to when the two standards apply.
class ValidityTest {
    private static final LocalDate FIRST = LocalDate.of(2016, 1, 11);

    @Test
    @Proves(
            value = KZD.ART_0_VALIDITY,
            kind = {Proves.Kind.MET, Proves.Kind.NOT_MET, Proves.Kind.BOUNDARY})
    void the_standard_on_duplicates_applies_from_its_first_to_its_last_day() {
        fromFirstToLast(KZD.ART_0_VALIDITY, KZD.regulation().latest());
        assertThat(KZD.regulation().editionOn(FIRST.minusDays(1))).isEmpty();
    }

    @Test
    @Proves(
            value = KZG.ART_0_VALIDITY,
            kind = {Proves.Kind.MET, Proves.Kind.NOT_MET, Proves.Kind.BOUNDARY})
    void the_standard_on_grants_applies_to_the_campaigns_of_2016_to_2019() {
        fromFirstToLast(KZG.ART_0_VALIDITY, KZG.regulation().latest());
        for (int year = 2015; year <= 2021; year++) {
            assertThat(KZG.regulation().editionOn(LocalDate.of(year, 7, 23)).isPresent())
                    .as("campaign %d", year)
                    .isEqualTo(year >= 2016 && year <= 2019);
        }
    }

    @Test
    void the_standards_end_in_july_2020() {
        assertThat(KZD.regulation().latest().to()).isBetween(LocalDate.of(2020, 7, 7), LocalDate.of(2020, 7, 22));
        assertThat(KZG.regulation().latest().to())
                .isEqualTo(KZD.regulation().latest().to());
    }

    private static void fromFirstToLast(String clause, Edition edition) {
        LocalDate last = edition.to();
        assertThat(Validity.on(clause, FIRST.minusDays(1), edition).isNotMet()).isTrue();
        assertThat(Validity.on(clause, FIRST, edition))
                .extracting(Finding::isMet)
                .isEqualTo(true);
        assertThat(Validity.on(clause, last, edition).isMet()).isTrue();
        assertThat(Validity.on(clause, last.plusDays(1), edition).isNotMet()).isTrue();
    }
}
