package org.matricula.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateCommandTest {
    @TempDir
    Path folder;

    private record Ran(int status, String said) {}

    private static Ran template(int grade, Path out, String... more) {
        StringWriter said = new StringWriter();
        int status = MatriculaCommand.commandLine()
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(Stream.concat(
                                Stream.of("template", "--grade", String.valueOf(grade), "--out", out.toString()),
                                Stream.of(more))
                        .toArray(String[]::new));
        return new Ran(status, said.toString());
    }

    @Test
    void an_empty_sheet_is_written_and_the_next_step_is_said() throws IOException {
        Path sheet = folder.resolve("class.xlsx");
        Ran ran = template(4, sheet);
        assertThat(ran.status()).as(ran.said()).isZero();
        assertThat(ran.said()).contains("./matricula seal " + sheet);
        assertThat(Files.size(sheet)).isPositive();
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).containsExactly(sheet);
        }
    }

    @Test
    void a_sheet_that_somebody_may_have_filled_in_is_replaced_only_when_told_so() throws IOException {
        Path sheet = Files.writeString(folder.resolve("class.xlsx"), "filled in");
        Ran refused = template(4, sheet);
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.said()).contains("--force");
        assertThat(Files.readString(sheet)).isEqualTo("filled in");

        assertThat(template(4, sheet, "--force").status()).isZero();
        assertThat(Files.size(sheet)).isGreaterThan(1000);
    }

    @Test
    void a_place_that_is_no_place_for_a_file_is_refused_in_words() {
        assertThat(template(4, folder.resolve("none/class.xlsx")).said()).contains("there is no folder");
        assertThat(template(4, folder).said()).contains("it is a folder");
        assertThat(template(4, folder, "--force").status()).isEqualTo(2);
    }

    @Test
    void a_grade_outside_primary_school_has_no_sheet() {
        Ran refused = template(6, folder.resolve("class.xlsx"));
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.said()).contains("no class sheet for grade 6");
    }
}
