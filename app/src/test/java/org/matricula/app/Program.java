package org.matricula.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs a program that we did not write and keeps what it said.
///
/// @param status the exit status
/// @param said standard output and error together
record Program(int status, String said) {
    static Program run(String... command) {
        return run(List.of(command), Path.of("."));
    }

    static Program run(List<String> command, Path folder) {
        try {
            Path output = Files.createTempFile("matricula-program", ".txt");
            try {
                Process process = new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                if (!process.waitFor(5, TimeUnit.MINUTES)) {
                    process.destroyForcibly();
                    throw new IllegalStateException(command.getFirst() + " did not end within five minutes");
                }
                return new Program(process.exitValue(), Files.readString(output, StandardCharsets.ISO_8859_1));
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "'%s' cannot be started; './matricula test' installs it or says what to install"
                            .formatted(command.getFirst()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
