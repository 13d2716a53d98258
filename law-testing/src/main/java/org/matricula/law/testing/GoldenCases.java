package org.matricula.law.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.matricula.law.desk.DecisionDesk;

/// Runs golden cases as dynamic tests, against every pack on the class path.
///
/// ```java
/// @TestFactory
/// Stream<DynamicTest> every_golden_case_of_the_report_book() {
///     return GoldenCases.of("cases/report-book.yaml");
/// }
/// ```
///
/// A file is a list of cases: `case` (a sentence), `decision`, `facts`, and what is expected: `answer` (a part of it,
/// compared deeply; lists item by item), `edition`, `findings` (clause to result), `because` (clause to a part of the
/// sentence), `boundary` (clauses whose boundary this case shows), or `problems` (exactly these paths).
///
/// The findings and boundaries of a case that passes count as proofs; a case with `edition: null` proves that the
/// clause on entry into force is not met.
public final class GoldenCases {
    private static final class Desk {
        static final DecisionDesk OF_SERVICES = DecisionDesk.ofServices();
    }

    private GoldenCases() {}

    /// The cases of a file on the test class path, for example `cases/report-book.yaml`.
    public static Stream<DynamicTest> of(String resource) {
        String owner = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                        .getCallerClass()
                        .getName()
                + "#golden";
        return of(Desk.OF_SERVICES, resource, owner);
    }

    /// The cases of every `*.yaml` of a folder on the test class path, for example `cases`.
    public static Stream<DynamicTest> in(String folder) {
        String owner = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                        .getCallerClass()
                        .getName()
                + "#golden";
        return files(folder).stream().flatMap(file -> of(Desk.OF_SERVICES, folder + "/" + file, owner));
    }

    static Stream<DynamicTest> of(DecisionDesk desk, String resource, String owner) {
        return GoldenCase.read(resource, text(resource)).stream()
                .map(golden -> DynamicTest.dynamicTest(
                        golden.sentence(), () -> new GoldenCheck(desk, golden, owner, TraceListener::proved).run()));
    }

    private static List<String> files(String folder) {
        URL url = loader().getResource(folder);
        if (url == null) {
            throw new IllegalArgumentException("no folder '%s' on the test class path".formatted(folder));
        }
        try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalArgumentException("cannot list the folder " + url, e);
        }
    }

    private static String text(String resource) {
        try (InputStream in = loader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no '%s' on the test class path".formatted(resource));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    private static ClassLoader loader() {
        return Thread.currentThread().getContextClassLoader();
    }
}
