package org.matricula.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.matricula.verifier.Check.Result;
import org.matricula.verifier.cli.VerifyCommand;
import org.matricula.verifier.merkle.Comparison;
import org.matricula.verifier.record.Limits;
import org.matricula.verifier.signature.TrustList;
import org.matricula.verifier.testing.PublishedVectors;
import org.matricula.verifier.testing.PublishedVectors.Published;
import org.matricula.verifier.testing.VectorKit;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/// Every example in `vectors/` gets the verdict that its list states, for the reason that it states: from the verifier
/// and from the command line.
class VectorsTest {
    private static final Path FOLDER = PublishedVectors.FOLDER;
    private static final Instant AT = Instant.parse(VectorKit.AT);

    @TestFactory
    Stream<DynamicTest> every_vector_gets_its_verdict() throws IOException {
        Verifier verifier = Verifier.trusting(TrustList.read(Files.readAllBytes(FOLDER.resolve("pki/trust.json"))));
        return PublishedVectors.all().stream()
                .map(vector -> DynamicTest.dynamicTest(vector.file(), () -> {
                    Verifier knowing = verifier;
                    if (vector.checkpoint().isPresent()) {
                        byte[] note = Files.readAllBytes(
                                FOLDER.resolve(vector.checkpoint().get()));
                        knowing = verifier.knowing(_ -> Optional.of(Comparison.Known.read(note)));
                    }
                    Verdict verdict = knowing.verify(vector.bytes(), AT);
                    assertThat(verdict.state())
                            .as(vector.why() + " " + verdict.checks())
                            .isEqualTo(vector.state());
                    assertThat(verdict.trusted()).isEqualTo(verdict.state() == State.GENUINE);
                    assertThat(verdict.check(CheckId.READABLE).details())
                            .extracting(Check.Detail::key)
                            .doesNotContain("broke");
                    vector.check()
                            .ifPresent(check -> assertThat(verdict.check(check).result())
                                    .as(String.valueOf(verdict.checks()))
                                    .isEqualTo(check == CheckId.REVOCATION ? Result.NOT_REACHED : Result.FAILED));
                }));
    }

    @Test
    void the_command_line_says_of_every_vector_what_the_list_says() throws IOException {
        for (Optional<String> checkpoint :
                List.of(Optional.<String>empty(), Optional.of("log/checkpoint/good/thirteen.txt"))) {
            List<Published> vectors = PublishedVectors.all().stream()
                    .filter(vector -> vector.checkpoint().equals(checkpoint))
                    .toList();
            List<String> arguments = new ArrayList<>(List.of(
                    "--json", "--trust", FOLDER.resolve("pki/trust.json").toString()));
            checkpoint.ifPresent(file -> arguments.addAll(
                    List.of("--checkpoint", FOLDER.resolve(file).toString())));
            vectors.forEach(
                    vector -> arguments.add(FOLDER.resolve(vector.file()).toString()));
            StringWriter said = new StringWriter();
            int exit = new CommandLine(new VerifyCommand(InstantSource.fixed(AT), Optional::empty))
                    .setOut(new PrintWriter(said))
                    .setErr(new PrintWriter(new StringWriter()))
                    .execute(arguments.toArray(String[]::new));
            assertThat(exit).isEqualTo(1);
            List<String> states = said.toString()
                    .lines()
                    .map(line -> new JsonMapper().readTree(line).get("state").stringValue())
                    .toList();
            for (int i = 0; i < vectors.size(); i++) {
                assertThat(states.get(i))
                        .as(vectors.get(i).file())
                        .isEqualTo(vectors.get(i).state().name());
            }
            assertThat(states).hasSameSizeAs(vectors).isNotEmpty();
        }
    }

    @Test
    void every_file_is_in_the_list_and_every_bad_one_says_why() throws IOException {
        Set<String> listed = new TreeSet<>();
        for (Published vector : PublishedVectors.all()) {
            assertThat(vector.why()).isNotBlank();
            assertThat(listed.add(vector.file())).isTrue();
        }
        Set<String> present = new TreeSet<>();
        try (Stream<Path> all = Files.walk(FOLDER.resolve("record"))) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> present.add(FOLDER.relativize(file).toString()));
        }
        assertThat(present).isEqualTo(listed);
    }

    @Test
    void every_attack_is_tried_by_files_that_are_there() throws IOException {
        assertThat(PublishedVectors.attacks())
                .hasSize(23)
                .allSatisfy((attack, files) -> assertThat(files)
                        .as(attack)
                        .hasSizeGreaterThan(1)
                        .allSatisfy(file -> assertThat(FOLDER.resolve(file.contains("/") ? file : "record/bad/" + file))
                                .exists()));
    }

    @Test
    void a_huge_file_is_refused_without_being_read() {
        byte[] huge = new byte[Limits.FILE_BYTES + 1];
        Arrays.fill(huge, (byte) ' ');
        byte[] start = "<record xmlns=\"urn:matricula:record:1\">".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(start, 0, huge, 0, start.length);
        Verdict verdict = Verifier.verify(huge, TrustList.NONE, AT);
        assertThat(verdict.state()).isEqualTo(State.COULD_NOT_CHECK);
        assertThat(verdict.check(CheckId.READABLE).details())
                .extracting(Check.Detail::key)
                .containsExactly("too-big");
    }
}
