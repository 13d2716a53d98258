package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.app.cli.MatriculaCommand;

/// A stranger checks a file of a register with its trust list and the program alone.
@Tag("node")
@ExtendWith(RunningNode.Shared.class)
class WithoutTheServerTest {
    @Test
    void the_trust_list_of_a_node_names_its_log_so_that_the_proof_in_a_pdf_is_checked(
            RunningNode node, @TempDir Path folder) throws IOException {
        byte[] pdf = ClosedClass.on(node, "22199914", 1).papers().getFirst().pdf();
        Path file = Files.write(folder.resolve("book.pdf"), pdf);
        Path trust = Files.write(folder.resolve("trust.json"), new Visit(node.root()).bytes("/verify/trust.json"));
        StringWriter said = new StringWriter();
        int status = MatriculaCommand.commandLine()
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute("verify", file.toString(), "--trust", trust.toString(), "--json");
        assertThat(status).as(said.toString()).isZero();
        assertThat(said.toString()).contains("\"GENUINE\"").contains("\"log\"");
    }
}
