package org.matricula.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The days of editions are read when the program starts, so each of these starts one.
class EditionDaysTest {
    private static final String QUESTION = """
            {"decision": "kz.duplicates.complaint", "facts": {"body": "PROVIDER", "registeredOn": "2016-01-12"}}
            """;

    @TempDir
    Path folder;

    private record Ran(int status, String said) {}

    private Ran decide(String days, String... arguments) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("days.yaml"), days);
        Path said = folder.resolve("said.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Ask.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("MATRICULA_EDITIONS", file.toString());
        int status = builder.start().waitFor();
        return new Ran(status, Files.readString(said, StandardCharsets.UTF_8));
    }

    /// The command alone, as a program.
    static final class Ask {
        public static void main(String[] arguments) {
            System.exit(new picocli.CommandLine(new DecideCommand()).execute(arguments));
        }
    }

    @Test
    void a_later_first_day_leaves_the_days_before_it_without_an_edition() throws Exception {
        Path questions = Files.writeString(folder.resolve("questions.jsonl"), QUESTION);
        assertThat(decide("KZD/2016-01-11: {to: 2020-07-20}", "--batch", questions.toString())
                        .said())
                .contains("\"edition\":\"KZD/2016-01-11\"");
        Ran ran = decide("KZD/2016-01-11: {from: 2016-01-16}", "--batch", questions.toString());
        assertThat(ran.status()).isZero();
        assertThat(ran.said()).contains("\"edition\":null", "KZD:0.validity", "2016-01-16");
    }

    @Test
    void the_list_shows_the_day_that_was_set_and_the_one_built_in() throws Exception {
        Ran ran = decide("VN55/2013-02-07: {from: 2013-02-08, to: 2022-06-30}");
        assertThat(ran.status()).isZero();
        assertThat(ran.said())
                .contains("VN55/2013-02-07: set here to 2013-02-08 – 2022-06-30, built in as 2013-02-07 – …");
    }

    @Test
    void an_edition_that_nobody_has_is_refused_before_any_question() throws Exception {
        Ran ran = decide("KZD/2016-01-12: {from: 2016-01-16}", "kz.iin", "--schema");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.said()).contains("there is no edition 'KZD/2016-01-12'", "KZD/2016-01-11");
    }
}
