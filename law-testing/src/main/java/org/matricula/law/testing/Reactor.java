package org.matricula.law.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The modules on disk: where their classes and traces are.
///
/// @param root the folder with the root pom
public record Reactor(Path root) {
    private static final List<String> MODULES =
            List.of("law", "verifier", "registry", "packs/vn", "packs/kz", "packs/ru", "app");

    /// The modules whose tests prove clauses.
    private static final List<String> PROVING = List.of("packs/vn", "packs/kz", "packs/ru");

    /// The folders of compiled classes that may cite clauses.
    public List<Path> code() {
        return MODULES.stream()
                .map(module -> root.resolve(module).resolve("target/classes"))
                .toList();
    }

    /// The traces that have been written.
    public List<Path> traces() {
        List<Path> traces = new ArrayList<>();
        for (String module : MODULES) {
            Path folder = root.resolve(module).resolve("target/traces");
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.filter(f -> f.toString().endsWith(".tsv")).sorted().forEach(traces::add);
                } catch (IOException e) {
                    throw new UncheckedIOException("cannot list " + folder, e);
                }
            }
        }
        return traces;
    }

    /// What to run first, one command for each module that has left no trace.
    public List<String> missing() {
        return PROVING.stream()
                .filter(module -> !Files.isDirectory(root.resolve(module).resolve("target/traces")))
                .map(module -> "no trace of the tests of %s; run 'mvn -pl %s -am test' first".formatted(module, module))
                .toList();
    }
}
