package org.matricula.verifier;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.assertj.core.api.Assertions;
import org.matricula.verifier.cli.VerifyCommand;
import org.matricula.verifier.testing.Fuzz;
import picocli.CommandLine;

/// Whatever strangers make of good files, every reader answers as it says it does.
class ReadersFuzzTest {
    @Property(tries = 2_000)
    void a_spoilt_file_is_refused_and_never_breaks_its_reader(@ForAll Fuzz reader, @ForAll long seed) {
        reader.once(seed);
    }

    @Property(tries = 300)
    void any_arguments_of_the_command_line_are_answered(
            @ForAll @Size(max = 4) List<@StringLength(max = 12) String> arguments, @ForAll Option option) {
        StringWriter said = new StringWriter();
        CommandLine line = new CommandLine(new VerifyCommand())
                .setExpandAtFiles(false)
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said));
        String[] all = arguments.toArray(new String[arguments.size() + 1]);
        all[arguments.size()] = option.text;
        assertThatCode(() -> Assertions.assertThat(line.execute(all)).isBetween(0, 2))
                .doesNotThrowAnyException();
        Assertions.assertThat(said.toString()).doesNotContain("\tat ");
    }

    /// What may stand at the end of a command line.
    enum Option {
        TRUST("--trust"),
        TRUST_FILE("--trust=\0"),
        LOG("--log=+"),
        CHECKPOINT("--checkpoint=\0"),
        PROOF("--proof=/"),
        NAMES("--files-from=/dev/null"),
        LANGUAGE("--lang=\uFFFF"),
        JSON("--json"),
        HELP("-h"),
        VERSION("-V"),
        END("--"),
        LIST("@/dev/null"),
        DEVICE("/dev/null");

        private final String text;

        Option(String text) {
            this.text = text;
        }
    }
}
