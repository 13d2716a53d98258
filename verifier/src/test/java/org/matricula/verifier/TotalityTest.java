package org.matricula.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.matricula.verifier.signature.TrustList;
import org.matricula.verifier.testing.Spoiler;
import org.matricula.verifier.testing.VectorKit;

/// Whatever is done to a file, the verifier answers, and never GENUINE, and never because it broke.
class TotalityTest {
    private static final Path FOLDER = Path.of("../vectors");

    @Test
    void files_that_are_cut_spliced_and_shuffled_get_a_verdict() throws IOException {
        Verifier verifier = Verifier.trusting(TrustList.read(Files.readAllBytes(FOLDER.resolve("pki/trust.json"))));
        List<byte[]> good = new ArrayList<>();
        try (Stream<Path> all = Files.list(FOLDER.resolve("record/good"))) {
            for (Path file : all.sorted().toList()) {
                good.add(Files.readAllBytes(file));
            }
        }
        Random random = new Random(20261122);
        for (int i = 0; i < 3_000; i++) {
            byte[] original = good.get(i % good.size());
            byte[] bytes = Spoiler.once(original, good, random);
            if (Arrays.equals(bytes, original)) {
                continue;
            }
            Verdict verdict = verifier.verify(bytes, Instant.parse(VectorKit.AT));
            assertThat(verdict.state()).as("round " + i).isNotEqualTo(State.GENUINE);
            assertThat(verdict.check(CheckId.READABLE).details())
                    .as("round " + i)
                    .extracting(Check.Detail::key)
                    .doesNotContain("broke");
        }
    }
}
