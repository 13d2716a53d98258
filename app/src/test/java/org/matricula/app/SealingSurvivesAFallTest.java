package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matricula.app.SealedClass.Ran;

/// What is in the folder after a fall is whole books only, and running again finishes the rest.
@Tag("slow")
class SealingSurvivesAFallTest {
    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 20, 34})
    void killed_when_so_many_books_are_there_it_leaves_whole_books_and_a_second_run_finishes(int books)
            throws IOException, InterruptedException {
        Path folder = temporary.resolve("out");
        Process sealing = start(folder, List.of());
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (sealing.isAlive() && count(folder, ".xml") < books && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        sealing.destroyForcibly(); // SIGKILL
        assertThat(sealing.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(names(folder, ".xml")).as("books with an XML").isSubsetOf(names(folder, ".pdf"));

        finish(folder);
    }

    @Test
    void stopped_by_a_disk_that_takes_no_more_it_leaves_whole_books_and_says_what_to_do()
            throws IOException, InterruptedException {
        Path folder = temporary.resolve("out");
        // A file-size limit of 24 KiB stops the first book half-way, as a full disk does.
        Process sealing = start(folder, List.of("bash", "-c", "ulimit -f 24; trap '' XFSZ; exec \"$0\" \"$@\""));
        assertThat(sealing.waitFor(2, TimeUnit.MINUTES)).isTrue();
        String said = Files.readString(temporary.resolve("said.txt"));
        assertThat(sealing.exitValue()).as(said).isNotZero();
        assertThat(said).containsIgnoringCase("run the same command again").doesNotContain("\tat ");
        assertThat(count(folder, ".xml")).isZero();
        assertThat(count(folder, ".pdf")).isZero();

        finish(folder);
    }

    private void finish(Path folder) {
        SealedClass again = SealedClass.of(SealedClass.example("class-4a.xlsx"), folder, temporary.resolve("data"));
        assertThat(again.status()).as(again.said()).isZero();
        assertThat(again.files(".xml")).hasSize(35);
        assertThat(again.files(".pdf")).hasSize(35);
        Ran verified =
                Ran.of("verify", folder.toString(), "--trust", again.trust().toString());
        assertThat(verified.status()).as(verified.said()).isZero();
    }

    private Process start(Path folder, List<String> before) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.matricula.app.Matricula",
                "seal",
                SealedClass.example("class-4a.xlsx").toString(),
                "--out",
                folder.toString(),
                "--data",
                temporary.resolve("data").toString()));
        Files.createDirectories(folder);
        // The keys are made beforehand, so that a fall meets the sealing and not the making of keys.
        SealedClass.of(SealedClass.example("class-4a.xlsx"), temporary.resolve("first"), temporary.resolve("data"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("said.txt").toFile())
                .start();
    }

    private static long count(Path folder, String ending) throws IOException {
        return names(folder, ending).size();
    }

    private static Set<String> names(Path folder, String ending) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith(ending))
                    .forEach(n -> names.add(n.substring(0, n.length() - ending.length())));
        }
        return names;
    }
}
