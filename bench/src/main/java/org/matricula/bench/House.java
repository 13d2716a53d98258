package org.matricula.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Where the things lie that races need besides the class path.
final class House {
    private House() {}

    /// The jar of the application, with its libraries beside it.
    ///
    /// @throws IllegalStateException when it is not built
    static Path program() {
        Path jar = root().resolve("app").resolve("target").resolve("matricula.jar");
        if (Files.notExists(jar)) {
            throw new IllegalStateException(jar + " is missing; './matricula help' builds it");
        }
        return jar;
    }

    /// The class sheet of 35 pupils that README and tests use too.
    static Path sheet() {
        return root().resolve("examples").resolve("class-4a.xlsx");
    }

    /// Our own jar.
    static Path jar() {
        try {
            return Path.of(House.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The beginning of a command that runs Java as `./matricula` does.
    static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8");
    }

    /// Deletes a folder with everything in it.
    static void remove(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The jar lies in `bench/target`.
    private static Path root() {
        return jar().getParent().getParent().getParent();
    }
}
