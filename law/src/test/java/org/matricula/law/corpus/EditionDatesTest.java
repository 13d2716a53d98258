package org.matricula.law.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matricula.law.Corpus;
import org.matricula.law.Edition;

class EditionDatesTest {
    private static final Corpus ACT = CorpusReader.read("ACT.yaml", """
            regulation:
              id: ACT
              title: {en: "An act", vi: "Một văn bản"}
              language: vi
              kind: law
              source: "Decision 1"
              editions:
                - {id: "ACT/2020-01-01", from: 2020-01-01, to: 2021-12-31}
                - {id: "ACT/2022-01-01", from: 2022-01-01, to: null}
            clauses:
              - id: "ACT:1"
                text: {en: "within some days", vi: "trong một số ngày"}
                article: "1"
                treatment: duty
                values: {2020-01-01: 15, 2022-01-01: 10}
            """);

    private static Corpus over(String lines) {
        return EditionDates.read("days.yaml", lines).over(ACT);
    }

    @Nested
    class An_office_that_sets_a_day {
        @Test
        void has_that_day_and_still_knows_the_one_of_the_corpus() {
            Edition edition = over("ACT/2020-01-01: {from: 2020-02-01}")
                    .regulation()
                    .editions()
                    .getFirst();
            assertThat(edition.from()).isEqualTo("2020-02-01");
            assertThat(edition.to()).isEqualTo("2021-12-31");
            assertThat(edition.builtIn()).isEqualTo(ACT.regulation().editions().getFirst());
        }

        @Test
        void leaves_the_other_edition_as_it_was() {
            assertThat(over("ACT/2020-01-01: {from: 2020-02-01}").regulation().latest())
                    .isEqualTo(ACT.regulation().latest());
        }

        @Test
        void picks_the_edition_by_its_own_days() {
            Corpus corpus =
                    over("ACT/2020-01-01: {to: 2022-06-30}\nACT/2022-01-01: {from: 2022-07-01, to: 2025-06-30}");
            assertThat(corpus.regulation().editionOn(LocalDate.of(2022, 6, 30)).map(Edition::id))
                    .contains("ACT/2020-01-01");
            assertThat(corpus.regulation().editionOn(LocalDate.of(2022, 7, 1)).map(Edition::id))
                    .contains("ACT/2022-01-01");
            assertThat(corpus.regulation().editionOn(LocalDate.of(2025, 7, 1))).isEmpty();
        }

        @Test
        void has_the_first_number_of_a_clause_from_an_earlier_first_day_on() {
            Corpus corpus = over("ACT/2020-01-01: {from: 2019-12-01}");
            assertThat(corpus.numbers().on("ACT:1", LocalDate.of(2019, 12, 1))).isEqualTo(15);
            assertThat(corpus.numbers().on("ACT:1", LocalDate.of(2022, 1, 1))).isEqualTo(10);
        }

        @Test
        void may_open_a_side() {
            Corpus corpus = over("ACT/2020-01-01: {from: null}");
            assertThat(corpus.regulation().editionOn(LocalDate.of(1999, 1, 1))).isPresent();
            assertThat(corpus.numbers().on("ACT:1", LocalDate.of(1999, 1, 1))).isEqualTo(15);
        }

        @Test
        void that_sets_the_day_of_the_corpus_has_set_nothing() {
            assertThat(over("ACT/2020-01-01: {from: 2020-01-01}").regulation()).isEqualTo(ACT.regulation());
        }
    }

    @Nested
    class Is_refused {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "'ACT/2020-01-01: {from: 2020-13-01}'                       | 2020-13-01",
                    "'ACT/2020-01-01: {since: 2020-02-01}'                      | since",
                    "'ACT/2020-01-01: {}'                                       | neither from nor to",
                    "'ACT/2020-01-01: 2020-02-01'                               | days.yaml:1",
                    "'- ACT/2020-01-01'                                         | days.yaml:1",
                    "'ACT/2020-01-01: {from: 2022-01-01}'                       | before it starts",
                    "'ACT/2020-01-01: {to: 2022-01-01}'                         | overlap",
                    "'ACT/2020-01-01: {to: null}'                               | overlap"
                })
        void a_day_that_cannot_be(String lines, String says) {
            assertThatThrownBy(() -> over(lines))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(says);
        }

        @Test
        void a_day_of_an_edition_that_nobody_has() {
            EditionDates dates = EditionDates.read("days.yaml", "ACT/2019-01-01: {from: 2020-02-01}");
            assertThatThrownBy(() -> dates.check(List.of(ACT)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("days.yaml")
                    .hasMessageContaining("ACT/2019-01-01")
                    .hasMessageContaining("ACT/2022-01-01");
        }

        @Test
        void a_file_that_is_not_there() {
            assertThatThrownBy(() -> EditionDates.named(null, "no-such-file.yaml"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("MATRICULA_EDITIONS")
                    .hasMessageContaining("no-such-file.yaml");
        }
    }

    @Test
    void the_property_goes_before_the_variable_and_without_both_nothing_is_set(@TempDir Path folder)
            throws IOException {
        Path file = Files.writeString(folder.resolve("days.yaml"), "ACT/2020-01-01: {from: 2020-02-01}");
        assertThat(EditionDates.named(file.toString(), "no-such-file.yaml").byEdition())
                .containsOnlyKeys("ACT/2020-01-01");
        assertThat(EditionDates.named(null, null).byEdition()).isEmpty();
        assertThat(EditionDates.named(" ", "").byEdition()).isEmpty();
    }
}
