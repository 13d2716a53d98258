package org.matricula.app;

import java.io.PrintStream;
import java.io.PrintWriter;
import org.matricula.app.cli.MatriculaCommand;
import org.matricula.verifier.foreign.XmlEngines;

/// The door of the program: `./matricula COMMAND`.
public final class Matricula {
    private Matricula() {}

    /// Runs a command and exits with its status: 0 done, 1 refused or not genuine, 2 the input could not be used.
    public static void main(String[] args) {
        XmlEngines.pin();
        System.exit(run(System.out, System.err, args));
    }

    /// Runs a command on the given streams.
    ///
    /// @return the exit status
    public static int run(PrintStream out, PrintStream err, String... args) {
        return MatriculaCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
