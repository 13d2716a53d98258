package org.matricula.law.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matricula.law.Corpus;
import org.matricula.law.Corpus.Treatment;
import org.matricula.law.yaml.YamlFault;

class CorpusReaderTest {
    private static final String GOOD = """
            regulation:
              id: ACT
              title: {en: "An act", vi: "Một văn bản"}
              language: vi
              kind: law
              source: "Decision 1"
              effect: "ACT:0"
              editions:
                - {id: "ACT/2020-01-01", from: 2020-01-01, to: null}
            clauses:
              - id: "ACT:0"
                text: {en: "in force from a day", vi: "có hiệu lực"}
                article: "0"
                treatment: form
              - id: "ACT:5.2.b/2"
                text: {en: "the ministry answers", vi: "bộ trả lời"}
                article: "5(2)(b)"
                treatment: rule
                from: 2020-01-01
                boundary: true
                values: {2020-01-01: 20, 2024-07-01: 15}
              - id: "ACT:I.7"
                text: {en: "schools buy computers", vi: "trường mua máy"}
                article: "I.7"
                treatment: not ours
                reason: "a matter of money"
            """;

    @Test
    void a_corpus_is_read_with_all_it_says() {
        Corpus corpus = CorpusReader.read("ACT.yaml", GOOD);
        assertThat(corpus.regulation().effect()).isEqualTo("ACT:0");
        assertThat(corpus.entries())
                .extracting(Corpus.Entry::treatment)
                .containsExactly(Treatment.FORM, Treatment.RULE, Treatment.NOT_OURS);
        assertThat(corpus.entry("ACT:5.2.b/2")).hasValueSatisfying(entry -> {
            assertThat(entry.boundary()).isTrue();
            assertThat(entry.from()).isEqualTo("2020-01-01");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            kind: law           | kind: rumour        | 5  | neither law nor guidance
            treatment: form     | treatment: robot    | 14 | 'robot' is not one of
            article: "0"        | artikel: "0"        | 13 | unknown key 'artikel'
            "ACT:I.7"           | "ACT:0"             | 22 | given twice
            "ACT:I.7"           | "OTHER:I.7"         | 22 | does not start with 'ACT:'
            , vi: "bộ trả lời"  |                     | 16 | key 'vi' is missing
            , vi: "bộ trả lời"  | , vi: "x", en: "y"  | 16 | key 'en' is given twice
            , vi: "bộ trả lời"  | , vi: "x", kk: "y"  | 16 | unknown key 'kk'
            from: 2020-01-01\\n | from: 2020-1-1\\n   | 19 | such as 2016-03-01
            reason:             | # reason:           | 22 | a reason is given
            effect: "ACT:0"     | effect: "ACT:1"     | 1  | not among the clauses
            language: vi        | language: fr        | 4  | not one of vi, kk, ru
            boundary: true      | boundary: yes       | 20 | true or false
            boundary: true      | boundary: none      | 20 | with the reason why
            boundary: true      | boundary: none ( )  | 20 | with the reason why
            {2020-01-01: 20,    | {2020-01-02: 20,    | 21 | no value stands when the first edition starts
            {2020-01-01: 20,    | {soon: 20,          | 21 | 'soon' is neither a date
            2024-07-01: 15}     | 2024-07-01: few}    | 21 | a whole number is expected
            """)
    void a_fault_names_file_line_and_remedy(String good, String bad, int line, String says) {
        String text = GOOD.replace(good.replace("\\n", "\n"), bad == null ? "" : bad.replace("\\n", "\n"));
        assertThatThrownBy(() -> CorpusReader.read("ACT.yaml", text))
                .isInstanceOf(YamlFault.class)
                .hasMessageStartingWith("ACT.yaml:" + line + ":")
                .hasMessageContaining(says);
    }

    @Nested
    class A_number_that_a_clause_sets {
        @ParameterizedTest
        @CsvSource({"2020-01-01,20", "2024-06-30,20", "2024-07-01,15", "2030-01-01,15"})
        void changes_on_its_day_without_a_change_to_any_rule(LocalDate on, int number) {
            assertThat(CorpusReader.read("ACT.yaml", GOOD).numbers().on("ACT:5.2.b/2", on))
                    .isEqualTo(number);
        }

        @Test
        void is_not_made_up_before_there_is_one_or_where_there_is_none() {
            Corpus corpus = CorpusReader.read("ACT.yaml", GOOD);
            assertThatThrownBy(() -> corpus.numbers().on("ACT:5.2.b/2", LocalDate.of(2019, 12, 31)))
                    .hasMessage("clause ACT:5.2.b/2 sets no number on 2019-12-31");
            assertThatThrownBy(() -> corpus.numbers().on("ACT:0", LocalDate.of(2024, 1, 1)))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void of_guidance_without_dates_always_stands() {
            String guidance = GOOD.replace("from: 2020-01-01, to: null", "from: null, to: null")
                    .replace("{2020-01-01: 20, 2024-07-01: 15}", "{always: 20}");
            assertThat(CorpusReader.read("ACT.yaml", guidance).numbers().on("ACT:5.2.b/2", LocalDate.of(1900, 1, 1)))
                    .isEqualTo(20);
        }
    }

    @Test
    void a_clause_may_say_why_it_has_no_boundary_to_show() {
        Corpus corpus =
                CorpusReader.read("ACT.yaml", GOOD.replace("boundary: true", "boundary: none (a name, no count)"));
        assertThat(corpus.entry("ACT:5.2.b/2")).hasValueSatisfying(entry -> {
            assertThat(entry.boundary()).isFalse();
            assertThat(entry.withoutBoundary()).isEqualTo("a name, no count");
        });
    }

    @Test
    void what_is_not_yaml_names_the_line() {
        assertThatThrownBy(() -> CorpusReader.read("ACT.yaml", "regulation:\n  id: ["))
                .hasMessageStartingWith("ACT.yaml:");
        assertThatThrownBy(() -> CorpusReader.read("ACT.yaml", "")).hasMessageContaining("empty");
    }

    @Nested
    class Constants {
        @TempDir
        Path folder;

        @Test
        void are_named_after_the_clause() {
            assertThat(ConstantsGenerator.constantName("VNRB:I.5.6.a/1")).isEqualTo("I_5_6_A_1");
            assertThat(ConstantsGenerator.constantName("VN55:5.2.b/2")).isEqualTo("ART_5_2_B_2");
            assertThat(ConstantsGenerator.constantName("RUE:3.oral.10.name")).isEqualTo("ART_3_ORAL_10_NAME");
        }

        @Test
        void of_a_pack_are_one_class_a_regulation_and_a_list() throws IOException {
            Path law = Files.createDirectories(folder.resolve("law"));
            Files.writeString(law.resolve("ACT.yaml"), GOOD);
            ConstantsGenerator.generate(law, folder.resolve("out"), "org.example");
            assertThat(folder.resolve("out/org/example/ACT.java"))
                    .content()
                    .contains("public static final String ART_5_2_B_2 = \"ACT:5.2.b/2\";")
                    .contains("public static int number(String clause, LocalDate on)");
            assertThat(folder.resolve("out/org/example/Regulations.java"))
                    .content()
                    .contains("List.of(\"ACT\")");
        }

        @Test
        void of_a_pack_without_corpus_are_an_empty_list() throws IOException {
            ConstantsGenerator.generate(folder.resolve("nothing"), folder.resolve("out"), "org.example");
            assertThat(folder.resolve("out/org/example/Regulations.java"))
                    .content()
                    .contains("List.of()");
        }

        @Test
        void that_would_have_one_name_are_refused() throws IOException {
            Path law = Files.createDirectories(folder.resolve("law"));
            Files.writeString(law.resolve("ACT.yaml"), GOOD.replace("ACT:I.7", "ACT:5.2.b.2"));
            assertThatThrownBy(() -> ConstantsGenerator.generate(law, folder.resolve("out"), "org.example"))
                    .hasMessageContaining("ART_5_2_B_2");
        }
    }
}
