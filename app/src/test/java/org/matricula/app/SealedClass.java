package org.matricula.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A folder in which `./matricula seal` has sealed a sheet, as a user would.
///
/// @param folder with the books, `report.html` and `trust.json`
/// @param status the exit status
/// @param said what the command printed, both streams
record SealedClass(Path folder, int status, String said) {
    /// The examples that README and tests share.
    static Path example(String name) {
        return Path.of("..", "examples", name);
    }

    static SealedClass of(Path sheet, Path folder, Path data, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("seal", sheet.toString(), "--out", folder.toString(), "--data", data.toString()));
        arguments.addAll(List.of(more));
        Ran ran = Ran.of(arguments);
        return new SealedClass(folder, ran.status(), ran.said());
    }

    Path trust() {
        return folder.resolve("trust.json");
    }

    List<Path> files(String ending) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A command that ran in this process.
    record Ran(int status, String said) {
        static Ran of(List<String> arguments) {
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
            int status = Matricula.run(stream, stream, arguments.toArray(String[]::new));
            return new Ran(status, said.toString(StandardCharsets.UTF_8));
        }

        static Ran of(String... arguments) {
            return of(List.of(arguments));
        }
    }
}
