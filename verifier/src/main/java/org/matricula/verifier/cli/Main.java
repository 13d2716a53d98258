package org.matricula.verifier.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.matricula.verifier.foreign.XmlEngines;
import picocli.CommandLine;

/// Starts the verifier alone: `java -jar matricula-verifier.jar FILE ...`.
public final class Main {
    private Main() {}

    /// @param arguments as `verify` takes them
    public static void main(String[] arguments) {
        // The library for foreign files looks for a logging system and complains about none on the error stream.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        XmlEngines.pin();
        // Words in four scripts are written as UTF-8, whatever the machine is set to.
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        CommandLine line = VerifyCommand.alone(new VerifyCommand()).setOut(out).setErr(err);
        line.getCommandSpec().name("java -jar matricula-verifier.jar").version(version());
        System.exit(line.execute(arguments));
    }

    private static String version() {
        String packed = Main.class.getPackage().getImplementationVersion();
        return "Matricula verifier " + (packed == null ? "(unpacked)" : packed);
    }
}
