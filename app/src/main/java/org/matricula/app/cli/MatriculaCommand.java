package org.matricula.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matricula.verifier.cli.VerifyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `./matricula`: lists the commands and teaches the first steps.
@Command(
        name = "matricula",
        header = {"Matricula: from the exam room to the verified diploma.", ""},
        mixinStandardHelpOptions = true,
        synopsisHeading = "Usage: ",
        customSynopsis = "./matricula COMMAND [options]      ./matricula help COMMAND tells the rest",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Also, by the script itself: test, bench, docs.",
            "",
            "First steps:",
            "  ./matricula seal examples/class-4a.xlsx --out out   seals 35 books, demo keys",
            "  ./matricula verify out                              is each of them genuine?",
            "  ./matricula template --grade 4 --out class.xlsx     an empty sheet to fill in",
            "  ./matricula decide                                  what the law can be asked",
            "  ./matricula run                                     starts the server",
        },
        subcommands = {
            TemplateCommand.class,
            SealCommand.class,
            DecideCommand.class,
            RunCommand.class,
            FsckCommand.class,
            LogCommand.class,
            VerifyVerdictCommand.class,
            CommandLine.HelpCommand.class,
        })
public final class MatriculaCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /// The command line with the project's conventions: words instead of stack traces, enum names in any case.
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new MatriculaCommand())
                .addSubcommand(new VerifyCommand(InstantSource.system(), MatriculaCommand::demoTrust));
        String version = version();
        line.getCommandSpec().version(version);
        line.getSubcommands().values().forEach(each -> each.getCommandSpec().version(version));
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(new PlainWords());
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /// The version of the jar; classes that were not packed have none.
    private static String version() {
        String packed = MatriculaCommand.class.getPackage().getImplementationVersion();
        return "Matricula " + (packed == null ? "(unpacked)" : packed);
    }

    /// The trust list of this installation's demo keys, once they are made.
    private static Optional<Path> demoTrust() {
        return Optional.of(dataFolder(null).resolve("demo-keys").resolve("trust.json"))
                .filter(Files::exists);
    }

    /// The folder of data that belongs to this installation: demo keys and, later, the database.
    static Path dataFolder(@Nullable Path given) {
        return given != null ? given : Path.of(System.getProperty("matricula.house", "."), "data");
    }
}
