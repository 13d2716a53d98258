package org.matricula.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class HelpTest {
    private record Ran(int status, String said) {}

    private static Ran run(String... arguments) {
        StringWriter said = new StringWriter();
        int status = MatriculaCommand.commandLine()
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(arguments);
        return new Ran(status, said.toString());
    }

    @Test
    void asked_in_any_usual_way_it_teaches_the_first_steps() {
        for (String way : new String[] {"help", "--help", "-h"}) {
            Ran ran = run(way);
            assertThat(ran.status()).as(ran.said()).isZero();
            assertThat(ran.said()).contains("First steps:", "./matricula seal examples/class-4a.xlsx");
        }
        assertThat(run().said()).contains("First steps:");
    }

    @Test
    void no_example_is_longer_than_a_line_of_a_terminal() {
        CommandLine line = MatriculaCommand.commandLine();
        Stream.concat(Stream.of(line), line.getSubcommands().values().stream())
                .flatMap(each -> Stream.of(each.getCommandSpec().usageMessage().footer()))
                .filter(text -> text.startsWith("  "))
                .forEach(text -> assertThat(text).hasSizeLessThan(80));
    }

    @Test
    void every_command_is_listed_with_a_whole_sentence() {
        MatriculaCommand.commandLine()
                .getSubcommands()
                .forEach((name, command) -> assertThat(
                                command.getCommandSpec().usageMessage().description()[0])
                        .as(name)
                        .endsWith("."));
    }

    @Test
    void every_command_says_its_version() {
        assertThat(run("--version").said()).startsWith("Matricula ");
        assertThat(run("seal", "--version").said()).startsWith("Matricula ");
    }
}
