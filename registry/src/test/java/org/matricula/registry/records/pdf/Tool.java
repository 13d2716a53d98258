package org.matricula.registry.records.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs a foreign checker and gives what it said.
final class Tool {
    private Tool() {}

    record Said(int status, String text) {}

    static Said run(Path folder, String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException(command[0] + " did not end");
            }
            return new Said(process.exitValue(), text);
        } catch (IOException e) {
            throw new IllegalStateException(
                    command[0] + " is missing: install it with the system's package manager", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(command[0] + " was interrupted", e);
        }
    }
}
