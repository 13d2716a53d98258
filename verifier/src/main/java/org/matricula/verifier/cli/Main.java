package org.matricula.verifier.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/// Starts the verifier alone: `java -jar matricula-verifier.jar FILE ...`.
public final class Main {
    private Main() {}

    /// @param arguments as `verify` takes them
    public static void main(String[] arguments) {
        // The library for foreign files looks for a logging system and complains about none on the error stream.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        System.exit(new CommandLine(new VerifyCommand()).setOut(out).execute(arguments));
    }
}
