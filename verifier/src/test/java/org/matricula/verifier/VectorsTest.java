package org.matricula.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.matricula.verifier.Check.Result;
import org.matricula.verifier.record.Limits;
import org.matricula.verifier.signature.TrustList;
import org.matricula.verifier.testing.VectorKit;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Every example in `vectors/` gets the verdict that its list states, for the reason that it states.
class VectorsTest {
    private static final Path FOLDER = Path.of("../vectors");

    @TestFactory
    Stream<DynamicTest> every_vector_gets_its_verdict() throws IOException {
        Verifier verifier = Verifier.trusting(TrustList.read(Files.readAllBytes(FOLDER.resolve("pki/trust.json"))));
        return vectors().stream()
                .map(vector -> DynamicTest.dynamicTest(vector.get("file"), () -> {
                    byte[] bytes = Files.readAllBytes(FOLDER.resolve(vector.get("file")));
                    Verdict verdict = verifier.verify(bytes, Instant.parse(VectorKit.AT));
                    assertThat(verdict.state())
                            .as(vector.get("why") + " " + verdict.checks())
                            .isEqualTo(State.valueOf(vector.get("state")));
                    assertThat(verdict.trusted()).isEqualTo(verdict.state() == State.GENUINE);
                    if (vector.containsKey("check")) {
                        assertThat(verdict.check(CheckId.valueOf(vector.get("check")))
                                        .result())
                                .as(String.valueOf(verdict.checks()))
                                .isEqualTo(
                                        vector.get("check").equals("REVOCATION") ? Result.NOT_REACHED : Result.FAILED);
                    }
                }));
    }

    @Test
    void every_file_is_in_the_list_and_every_bad_one_says_why() throws IOException {
        Set<String> listed = new TreeSet<>();
        for (Map<String, String> vector : vectors()) {
            assertThat(vector.get("why")).isNotBlank();
            assertThat(listed.add(vector.get("file"))).isTrue();
        }
        Set<String> present = new TreeSet<>();
        try (Stream<Path> all = Files.walk(FOLDER.resolve("record"))) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> present.add(FOLDER.relativize(file).toString()));
        }
        assertThat(present).isEqualTo(listed);
    }

    @Test
    void a_huge_file_is_refused_without_being_read() {
        byte[] huge = new byte[Limits.FILE_BYTES + 1];
        Arrays.fill(huge, (byte) ' ');
        byte[] start = "<record xmlns=\"urn:matricula:record:1\">".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(start, 0, huge, 0, start.length);
        Verdict verdict = Verifier.verify(huge, TrustList.NONE, Instant.parse(VectorKit.AT));
        assertThat(verdict.state()).isEqualTo(State.COULD_NOT_CHECK);
        assertThat(verdict.check(CheckId.READABLE).details())
                .extracting(Check.Detail::key)
                .containsExactly("too-big");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, String>> vectors() throws IOException {
        String yaml = Files.readString(FOLDER.resolve("vectors.yaml"));
        return (List<Map<String, String>>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }
}
