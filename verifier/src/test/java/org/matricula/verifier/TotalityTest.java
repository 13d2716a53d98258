package org.matricula.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.matricula.verifier.signature.TrustList;
import org.matricula.verifier.testing.VectorKit;

/// Whatever is done to a file, the verifier answers, and never GENUINE, and never because it broke.
class TotalityTest {
    private static final Path FOLDER = Path.of("../vectors");
    private static final List<String> SPLICES = List.of(
            "<",
            ">",
            "&",
            "\"",
            "</field>",
            "<block Id=\"",
            "&#xD;",
            "\u0000",
            "[",
            "<<",
            ">>",
            "(",
            "endobj\n",
            "stream\n",
            "/Length 9",
            " 0 R",
            "99999999",
            "-1",
            "%%EOF",
            "9 0 obj\n",
            "\\",
            "é",
            "]]>",
            "<!--");

    @Test
    void files_that_are_cut_spliced_and_shuffled_get_a_verdict() throws IOException {
        Verifier verifier = Verifier.trusting(TrustList.read(Files.readAllBytes(FOLDER.resolve("pki/trust.json"))));
        List<Path> good;
        try (Stream<Path> all = Files.list(FOLDER.resolve("record/good"))) {
            good = all.sorted().toList();
        }
        Random random = new Random(20261122);
        for (int i = 0; i < 3_000; i++) {
            byte[] original = Files.readAllBytes(good.get(i % good.size()));
            byte[] bytes = mutated(original, random);
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

    private static byte[] mutated(byte[] original, Random random) {
        byte[] bytes = original.clone();
        // The start decides which reader is asked; leave it alone mostly, or everything is merely unreadable.
        int from = random.nextInt(8) == 0 ? 0 : 60;
        int at = from + random.nextInt(bytes.length - from);
        int length = random.nextInt(Math.min(64, bytes.length - at));
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> joined(bytes, at, new byte[0], at + length);
            case 2 -> {
                byte[] splice = SPLICES.get(random.nextInt(SPLICES.size())).getBytes(StandardCharsets.UTF_8);
                yield joined(bytes, at, splice, at + (random.nextBoolean() ? splice.length : 0));
            }
            case 3 -> joined(bytes, at, Arrays.copyOfRange(bytes, at, at + length), at);
            default -> {
                for (int i = 0; i <= random.nextInt(4); i++) {
                    bytes[from + random.nextInt(bytes.length - from)] = (byte) random.nextInt(256);
                }
                yield bytes;
            }
        };
    }

    private static byte[] joined(byte[] bytes, int to, byte[] middle, int from) {
        int rest = Math.min(from, bytes.length);
        byte[] out = Arrays.copyOf(bytes, to + middle.length + bytes.length - rest);
        System.arraycopy(middle, 0, out, to, middle.length);
        System.arraycopy(bytes, rest, out, to + middle.length, bytes.length - rest);
        return out;
    }
}
