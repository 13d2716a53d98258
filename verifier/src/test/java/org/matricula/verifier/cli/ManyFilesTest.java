package org.matricula.verifier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matricula.verifier.cli.VerifyRun.BAD;
import static org.matricula.verifier.cli.VerifyRun.GOOD;
import static org.matricula.verifier.cli.VerifyRun.PROVED;
import static org.matricula.verifier.cli.VerifyRun.VECTORS;
import static org.matricula.verifier.cli.VerifyRun.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matricula.verifier.merkle.LoggedAct;
import org.matricula.verifier.merkle.TestLog;
import tools.jackson.databind.JsonNode;

/// Somebody with more files than names fit on a command line.
class ManyFilesTest {

    @TempDir
    Path folder;

    @Nested
    class Folders {
        @Test
        void are_searched_to_the_bottom_and_told_in_order() throws IOException {
            Path deep = Files.createDirectories(folder.resolve("b/c"));
            Files.copy(GOOD, folder.resolve("a.xml"));
            Files.copy(BAD, deep.resolve("d.xml"));
            Files.copy(PROVED, folder.resolve("e.pdf"));
            VerifyRun answer = run("--json", folder);
            assertThat(answer.states()).containsExactly("GENUINE", "ALTERED", "GENUINE");
            assertThat(answer.exit()).isEqualTo(1);
        }

        @Test
        void are_each_said_to_be_empty_when_nothing_is_in_them() throws IOException {
            Files.createDirectories(folder.resolve("x/y"));
            Path full = Files.createDirectories(folder.resolve("z"));
            Files.copy(GOOD, full.resolve("a.xml"));
            VerifyRun answer = run("--json", "--lang", "en", folder.resolve("x"), full);
            assertThat(answer.states()).containsExactly("COULD_NOT_CHECK", "GENUINE");
            assertThat(answer.said()).contains("The folder has no XML or PDF file.");
        }

        @Test
        void that_lie_too_deep_are_named() throws IOException {
            Files.createDirectories(folder.resolve("d/".repeat(40)));
            assertThat(run("--json", "--lang", "en", folder).said()).contains("deeper than folders are searched");
        }

        @Test
        void of_hundreds_are_told_one_line_a_file_in_order_with_a_closing_line_aside() throws IOException {
            for (int i = 0; i < 300; i++) {
                Files.copy(i % 100 == 7 ? BAD : GOOD, folder.resolve("%03d.xml".formatted(i)));
            }
            VerifyRun answer = run("--json", "--lang", "en", folder);
            List<JsonNode> verdicts = answer.verdicts();
            assertThat(verdicts).hasSize(300);
            for (int i = 0; i < 300; i++) {
                assertThat(verdicts.get(i).get("file").stringValue()).endsWith("%03d.xml".formatted(i));
                assertThat(verdicts.get(i).get("state").stringValue()).isEqualTo(i % 100 == 7 ? "ALTERED" : "GENUINE");
            }
            assertThat(answer.complained().strip()).isEqualTo("300 files: 297 genuine, 3 altered");
            assertThat(run("--lang", "en", folder).said()).endsWith("300 files: 297 genuine, 3 altered\n");
        }
    }

    @Nested
    class Names_in_a_file {
        @Test
        void are_judged_after_those_that_are_given() throws IOException {
            Path names = Files.writeString(folder.resolve("names.txt"), "\n" + BAD + "\r\n\n" + PROVED);
            assertThat(run("--json", "--files-from", names, GOOD).states())
                    .containsExactly("GENUINE", "ALTERED", "GENUINE");
        }

        @Test
        void that_are_no_names_are_said_and_the_rest_is_judged() throws IOException {
            Path names = folder.resolve("names.txt");
            Files.writeString(names, "\u0000\n" + "x".repeat(1_000_000) + "\n" + GOOD + "\n");
            assertThat(run("--json", "--files-from", names).states())
                    .containsExactly("COULD_NOT_CHECK", "COULD_NOT_CHECK", "GENUINE");
        }

        @Test
        void that_cannot_be_read_are_said_in_words() {
            VerifyRun answer = run("--lang", "en", "--files-from", folder.resolve("none"));
            assertThat(answer.exit()).isEqualTo(2);
            assertThat(answer.complained()).contains("(--files-from) cannot be read: there is no file");
        }
    }

    @Nested
    class A_state_of_the_log_that_the_reader_brings {
        private static final Path LOG = VECTORS.resolve("log/checkpoint/good/thirteen.txt");

        @Test
        void is_held_beside_that_of_the_proof() {
            VerifyRun answer = run("--json", "--checkpoint", LOG, PROVED);
            // Both logs are of one name; the one of the file has another thirteenth entry than the sample.
            assertThat(answer.states()).containsExactly("NOT_OURS");
            assertThat(run("--lang", "en", "--checkpoint", LOG, PROVED).said())
                    .contains("The log has signed two histories");
        }

        @Test
        void is_the_same_or_said_to_be_not_compared() throws IOException {
            TestLog log = TestLog.with("log.school/records", 3)
                    .add(LoggedAct.ISSUE, "HB-2025-7QK4M2XN", 1, Files.readAllBytes(GOOD));
            Path proof = Files.write(folder.resolve("a.json"), log.proof().toJson());
            Path same = Files.write(
                    folder.resolve("same.txt"), log.proof().checkpoint().toBytes());
            Path smaller = Files.write(
                    folder.resolve("smaller.txt"), log.proof(3).checkpoint().toBytes());
            for (Path state : List.of(same, smaller)) {
                VerifyRun answer = run("--json", "--proof", proof, "--log", log.key(), "--checkpoint", state, GOOD);
                assertThat(answer.states()).containsExactly("GENUINE");
                assertThat(answer.verdicts()
                                .getFirst()
                                .get("checkpoints")
                                .get("shows")
                                .stringValue())
                        .isEqualTo(state == same ? "SAME" : "NOT_COMPARED");
            }
            VerifyRun twice =
                    run("--lang", "en", "--log", log.key(), "--checkpoint", same, "--checkpoint", smaller, GOOD);
            assertThat(twice.exit()).isEqualTo(2);
            assertThat(twice.complained()).contains("Two checkpoints of one log");
        }

        @Test
        void must_be_signed_by_a_log_that_the_trust_list_names() throws IOException {
            for (Path bad : List.of(VECTORS.resolve("log/checkpoint/bad/another-log.txt"), GOOD, folder)) {
                VerifyRun answer = run("--lang", "en", "--checkpoint", bad, PROVED);
                assertThat(answer.exit()).isEqualTo(2);
                assertThat(answer.complained()).startsWith("The checkpoint ");
                assertThat(answer.said()).isEmpty();
            }
        }
    }

    @Nested
    class Whoever_asks_for_help {
        @ParameterizedTest
        @CsvSource({
            "en, Says of each file",
            "vi, Cho biết từng tệp",
            "kk, Әр файлдың",
            "ru, Говорит о каждом файле",
        })
        void gets_it_in_their_language(String language, String words) {
            VerifyRun answer = run("--help", "--lang", language);
            assertThat(answer.exit()).isZero();
            assertThat(answer.said()).contains(words, "--checkpoint=FILE", "--files-from", "\n  verify --trust");
            assertThat(answer.said().lines())
                    .allSatisfy(line -> assertThat(line).hasSizeLessThan(100));
        }

        @ParameterizedTest
        @CsvSource({"en, No file is named", "vi, Chưa nêu tệp nào", "kk, Файл көрсетілмеген", "ru, Не назван"})
        void is_told_what_is_missing(String language, String words) {
            VerifyRun answer = run("--lang", language);
            assertThat(answer.exit()).isEqualTo(2);
            assertThat(answer.complained()).startsWith(words);
        }

        @ParameterizedTest
        @CsvSource({"en, tells what there is", "vi, Xem", "kk, қараңыз", "ru, См."})
        void is_told_what_was_not_understood(String language, String words) {
            VerifyRun answer = run("--lang=" + language, "--surprise", GOOD);
            assertThat(answer.exit()).isEqualTo(2);
            assertThat(answer.complained()).contains("--surprise", words);
        }
    }
}
