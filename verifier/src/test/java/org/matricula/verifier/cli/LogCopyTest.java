package org.matricula.verifier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matricula.verifier.cli.VerifyRun.GOOD;
import static org.matricula.verifier.cli.VerifyRun.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.verifier.merkle.LogProof;
import org.matricula.verifier.merkle.LoggedAct;
import org.matricula.verifier.merkle.TestLog;

/// Somebody without a network has a copy of the whole log, and a file that was issued when it was shorter.
class LogCopyTest {
    private static final String ORIGIN = "log.school/records";

    @TempDir
    private Path folder;

    private TestLog log = TestLog.with(ORIGIN, 3);
    private Path copy = Path.of("");
    private Path proof = Path.of("");

    @BeforeEach
    void a_file_is_issued_and_hundreds_after_it() throws IOException {
        log.add(LoggedAct.ISSUE, "HB-2025-7QK4M2XN", 1, Files.readAllBytes(GOOD));
        proof = Files.write(folder.resolve("book.tlog-proof"), log.proof().toTlogProof());
        more(log, 300);
        copy = folder.resolve("log");
        log.copyTo(copy);
    }

    private static void more(TestLog log, int count) {
        IntStream.range(0, count)
                .forEach(i -> log.add(
                        LoggedAct.ISSUE, "HB-" + i, 1, ("<record n=\"" + i + "\"/>").getBytes(StandardCharsets.UTF_8)));
    }

    private VerifyRun verify(Object... more) {
        Object[] all = new Object[more.length + 8];
        Object[] first = {"--json", "--lang", "en", "--proof", proof, "--log", log.key(), GOOD};
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return run(all);
    }

    private static String shows(VerifyRun run) {
        return run.verdicts().getFirst().get("checkpoints").get("shows").stringValue();
    }

    @Test
    void the_file_is_compared_at_its_own_size_without_anybodys_proof() {
        VerifyRun run = verify("--log", copy);
        assertThat(run.states()).as(run.complained()).containsExactly("GENUINE");
        assertThat(shows(run)).isEqualTo("CONSISTENT");
    }

    @Test
    void a_log_that_was_written_anew_does_not_carry_the_file() throws IOException {
        TestLog other = TestLog.with(ORIGIN, 3);
        more(other, 301);
        Path another = folder.resolve("another");
        other.copyTo(another);
        VerifyRun run = verify("--log", another);
        assertThat(run.states()).containsExactly("NOT_OURS");
        assertThat(shows(run)).isEqualTo("SPLIT");
    }

    @Test
    void the_beginning_of_the_last_tile_may_stand_in_a_full_one() throws IOException {
        byte[] then = Files.readAllBytes(copy.resolve("checkpoint"));
        more(log, 300);
        log.copyTo(copy);
        Files.write(copy.resolve("checkpoint"), then);
        Files.delete(copy.resolve("tile/0/001.p/48")); // as logs do when the tile is full
        assertThat(shows(verify("--log", copy))).isEqualTo("CONSISTENT");
    }

    @Nested
    class Beside_a_checkpoint_that_the_reader_kept {
        @Test
        void the_copy_must_have_grown_out_of_it() throws IOException {
            Path kept = Files.copy(copy.resolve("checkpoint"), folder.resolve("kept.txt"));
            assertThat(shows(verify("--checkpoint", kept, "--log", copy))).isEqualTo("CONSISTENT");
            more(log, 10);
            Path grown = folder.resolve("grown");
            log.copyTo(grown);
            assertThat(shows(verify("--checkpoint", kept, "--log", grown))).isEqualTo("CONSISTENT");
            TestLog other = TestLog.with(ORIGIN, 3);
            more(other, 400);
            Path another = folder.resolve("another");
            other.copyTo(another);
            VerifyRun split = verify("--checkpoint", kept, "--log", another);
            assertThat(split.exit()).isEqualTo(2);
            assertThat(split.complained()).startsWith("EVIDENCE AGAINST THE LOG");
        }

        @Test
        void an_older_copy_is_not_enough() throws IOException {
            more(log, 10);
            Path newer = Files.write(
                    folder.resolve("newer.txt"), log.proof().checkpoint().toBytes());
            assertThat(verify("--checkpoint", newer, "--log", copy).complained())
                    .contains("has 304 entries, the checkpoint 314");
        }
    }

    @Test
    void a_proof_inside_a_pdf_is_written_for_other_tools_when_it_is_good() throws IOException {
        Path to = folder.resolve("inside.tlog-proof");
        VerifyRun run = run("--lang", "en", "--write-proof", to, VerifyRun.PROVED);
        assertThat(run.exit()).as(run.complained()).isZero();
        assertThat(LogProof.read(Files.readAllBytes(to)).state().origin()).isEqualTo("log.example/matricula");
        Files.delete(to);
        VerifyRun none = run("--lang", "en", "--write-proof", to, GOOD);
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.complained()).startsWith("No proof was written");
        assertThat(to).doesNotExist();
    }

    @Nested
    class A_copy {
        @Test
        void that_is_damaged_is_not_compared_with_anything() throws IOException {
            Path tile = copy.resolve("tile/0/000");
            byte[] hashes = Files.readAllBytes(tile);
            hashes[6 * 32] ^= 1; // beside the path from the file's tree to the whole
            Files.write(tile, hashes);
            assertThat(shows(verify("--log", copy))).isEqualTo("NOT_COMPARED");
            Path upper = copy.resolve("tile/1/000.p/1");
            byte[] above = Files.readAllBytes(upper);
            above[0] ^= 1;
            Files.write(upper, above);
            assertThat(verify("--log", copy).complained()).contains("do not give the root that was signed");
        }

        @Test
        void that_lacks_a_file_is_said() throws IOException {
            Files.delete(copy.resolve("tile/0/001.p/48"));
            VerifyRun run = verify("--log", copy);
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.complained()).contains("cannot be read: there is no file", "001.p");
            assertThat(run("--lang", "en", "--log", folder, GOOD).complained()).contains("checkpoint");
        }

        @Test
        void of_a_log_that_nobody_trusts_here_says_nothing() {
            assertThat(run("--lang", "en", "--log", copy, GOOD).complained())
                    .startsWith("The checkpoint is not signed");
        }
    }
}
