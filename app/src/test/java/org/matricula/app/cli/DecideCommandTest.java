package org.matricula.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DecideCommandTest {
    private static final String ASK = "{\"country\":\"VN\",\"week\":\"FIVE\",\"from\":\"2026-08-20\",\"days\":1}";

    private record Ran(int status, String out, String err) {}

    private static Ran run(String input, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = new CommandLine(
                        new DecideCommand(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8))))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Ran(status, out.toString(), err.toString());
    }

    @Test
    void without_an_id_it_lists_the_decisions_with_title_and_regulation() {
        Ran ran = run("");
        assertThat(ran.status()).isZero();
        assertThat(ran.out().lines()).anyMatch(line -> line.startsWith("calendar.working-days "));
    }

    @Test
    void with_schema_it_shows_the_facts_a_decision_takes() {
        Ran ran = run("", "calendar.working-days", "--schema");
        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains("https://json-schema.org/draft/2020-12/schema", "\"country\"", "\"FIVE\"");
    }

    @Test
    void it_decides_on_a_file_and_on_standard_input_alike(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("facts.json"), ASK);
        Ran fromFile = run("", "calendar.working-days", file.toString());
        Ran fromInput = run(ASK, "calendar.working-days", "-");
        assertThat(fromFile.status()).isZero();
        assertThat(fromFile.out()).contains("\"date\" : \"2026-08-21\"").isEqualTo(fromInput.out());
    }

    @Test
    void bad_facts_are_problems_on_standard_output_and_status_2() {
        Ran ran = run(ASK.replace("VN", "US").replace("2026-08-20", "2026-8-20"), "calendar.working-days", "-");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).contains("\"status\" : 400", "\"/country\"", "\"/from\"");
        assertThat(ran.err().lines()).singleElement().asString().contains("--schema");
    }

    @Test
    void an_unknown_id_a_missing_file_and_an_unknown_language_are_status_2() {
        assertThat(run(ASK, "calendar.workingdays", "-").status()).isEqualTo(2);
        assertThat(run(ASK, "calendar.workingdays", "-").out()).contains("calendar.working-days");
        assertThat(run("", "calendar.working-days", "no-such-file.json").status())
                .isEqualTo(2);
        assertThat(run("", "calendar.working-days").status()).isEqualTo(2);
        assertThat(run(ASK, "calendar.working-days", "-", "--lang", "fr").status())
                .isEqualTo(2);
    }

    @Test
    void a_batch_is_answered_line_by_line_in_order_whatever_a_line_holds() {
        Ran ran = run("""
                {"decision":"calendar.working-days","facts":%s}

                {broken
                {"decision":"calendar.working-days","facts":{"country":"VN"}}
                {"decision":"calendar.day","facts":{"country":"VN","week":"FIVE","date":"2026-09-02"},"lang":"vi"}""".formatted(ASK), "--batch", "-");
        assertThat(ran.status()).isZero();
        assertThat(ran.out().lines()).hasSize(4);
        assertThat(ran.out().lines().toList().get(0)).contains("\"date\":\"2026-08-21\"");
        assertThat(ran.out().lines().toList().get(1)).startsWith("{\"error\":{\"problems\":[");
        assertThat(ran.out().lines().toList().get(2)).contains("\"/week\"", "\"/from\"", "\"/days\"");
        assertThat(ran.out().lines().toList().get(3)).contains("Quốc khánh");
    }
}
