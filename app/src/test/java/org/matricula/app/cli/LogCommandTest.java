package org.matricula.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;

/// Somebody watches a log from outside.
class LogCommandTest {
    private static final Path VECTORS = Path.of("..", "vectors", "log");

    @TempDir
    private Path folder;

    private Path log = Path.of("");
    private String key = "";

    private record Ran(int status, String said) {}

    @BeforeEach
    void a_log_of_thirteen_leaves() throws IOException {
        log = folder.resolve("log");
        FileSystemUtils.copyRecursively(VECTORS.resolve("tiles/log"), log);
        key = Files.readString(VECTORS.resolve("log.vkey")).strip();
    }

    private Ran run(String... options) {
        List<String> arguments = new ArrayList<>(List.of("log", log.toString()));
        arguments.addAll(List.of(options));
        StringWriter said = new StringWriter();
        int status = MatriculaCommand.commandLine()
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(arguments.toArray(String[]::new));
        return new Ran(status, said.toString());
    }

    @Test
    void a_log_is_good_when_signature_tree_leaf_and_entries_are() {
        Ran ran = run("--key", key, "--index", "5", "--all");
        assertThat(ran.status()).as(ran.said()).isZero();
        assertThat(ran.said())
                .contains(
                        "Signed by log.example/matricula.", "13 leaves", "Leaf 5 is ", "All 13 entries give the root.");
        assertThat(run("--key", key, "--json").said()).contains("\"result\" : \"GOOD\"", "\"size\" : 13");
        assertThat(run("--key", key, "--lang", "vi").said()).contains("Do log.example/matricula ký.");
    }

    @Test
    void without_a_key_nothing_is_called_good() {
        Ran ran = run();
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.said()).contains("give the log's key with --key");
        assertThat(run("--json").said()).contains("COULD_NOT_CHECK");
    }

    @Test
    void a_log_that_was_kept_is_compared_the_next_time() throws IOException {
        Path seen = folder.resolve("seen");
        assertThat(run("--key", key, "--keep", seen.toString()).status()).isZero();
        assertThat(seen).hasSameBinaryContentAs(log.resolve("checkpoint"));
        assertThat(run("--key", key, "--keep", seen.toString()).said()).contains("Nothing new since");
        Files.copy(VECTORS.resolve("checkpoint/good/empty.txt"), folder.resolve("old"));
        assertThat(run("--key", key, "--old", folder.resolve("old").toString()).said())
                .contains("It grew out of the 0 leaves");
    }

    @Test
    void another_history_is_evidence_and_what_was_seen_before_is_kept() throws IOException {
        Path seen = folder.resolve("seen");
        Files.copy(VECTORS.resolve("tiles/another-history/checkpoint"), seen);
        Ran ran = run("--key", key, "--keep", seen.toString());
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.said()).contains("SPLIT VIEW");
        assertThat(seen).hasSameBinaryContentAs(VECTORS.resolve("tiles/another-history/checkpoint"));
        assertThat(run("--key", key, "--keep", seen.toString(), "--json").said())
                .contains("EVIDENCE", "\"SPLIT\"");
    }

    @Test
    void a_log_that_went_back_is_evidence() throws IOException {
        Path seen = folder.resolve("seen");
        Files.copy(log.resolve("checkpoint"), seen);
        Files.copy(VECTORS.resolve("checkpoint/good/empty.txt"), folder.resolve("back"));
        Files.delete(log.resolve("checkpoint"));
        Files.copy(folder.resolve("back"), log.resolve("checkpoint"));
        Ran ran = run("--key", key, "--old", seen.toString());
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.said()).contains("ROLLED BACK");
    }

    @Test
    void a_changed_tile_entry_or_signature_is_found() throws IOException {
        byte[] entries = Files.readAllBytes(log.resolve("tile/entries/000.p/13"));
        entries[40] ^= 1;
        Files.write(log.resolve("tile/entries/000.p/13"), entries);
        assertThat(run("--key", key).status()).isZero();
        assertThat(run("--key", key, "--all").said()).contains("Entry 1 is not the leaf in its tile.");
        byte[] hashes = Files.readAllBytes(log.resolve("tile/0/000.p/13"));
        hashes[5] ^= 1;
        Files.write(log.resolve("tile/0/000.p/13"), hashes);
        assertThat(run("--key", key).said()).contains("do not give the root that was signed");
        Files.writeString(
                log.resolve("checkpoint"),
                Files.readString(log.resolve("checkpoint")).replace("\n13\n", "\n14\n"));
        assertThat(run("--key", key).said()).contains("is not signed by log.example/matricula");
    }

    @Test
    void a_witness_is_looked_for_and_what_cannot_be_read_is_said() throws IOException {
        String witness = Files.readString(VECTORS.resolve("witness.vkey")).strip();
        assertThat(run("--key", key, "--witness", witness).said())
                .contains("witness.example/w1 has not cosigned this checkpoint.");
        Files.copy(
                VECTORS.resolve("cosignature/good/cosigned.txt"),
                log.resolve("checkpoint"),
                StandardCopyOption.REPLACE_EXISTING);
        Ran ran = run("--key", key, "--witness", witness);
        assertThat(ran.status()).as(ran.said()).isZero();
        assertThat(ran.said()).contains("Cosigned by witness.example/w1 at 2026-06-01T08:00:00Z.");
        Files.delete(log.resolve("tile/0/000.p/13"));
        Ran cut = run("--key", key);
        assertThat(cut.status()).isEqualTo(2);
        assertThat(cut.said()).contains("It cannot be read:", "tile/0/000.p/13");
    }

    @ParameterizedTest
    @CsvSource({
        "en, Signed by log.example/matricula.",
        "vi, Do log.example/matricula ký.",
        "kk, Қол қойған: log.example/matricula.",
        "ru, Подписано: log.example/matricula.",
    })
    void what_is_found_is_said_in_the_readers_language(String language, String words) {
        assertThat(run("--key", key, "--lang", language).said()).contains(words);
        assertThat(run("--lang", "de").said()).contains("choose en, vi, kk or ru");
    }

    @Test
    void a_mistyped_key_and_a_broken_file_of_ones_own_are_no_evidence_against_the_log() throws IOException {
        Ran mistyped = run("--key", key.substring(1));
        assertThat(mistyped.status()).isEqualTo(2);
        assertThat(mistyped.said()).contains("--key: a verifier key");
        Path kept = Files.writeString(folder.resolve("kept"), "no checkpoint");
        Ran broken = run("--key", key, "--old", kept.toString());
        assertThat(broken.status()).isEqualTo(2);
        assertThat(broken.said()).contains("cannot be read as a checkpoint").doesNotContain("  !   ");
    }

    @Test
    void the_proof_of_a_leaf_is_written_for_tools_of_other_logs() throws IOException {
        Path proof = folder.resolve("leaf.tlog-proof");
        Ran ran = run("--key", key, "--index", "5", "--write-proof", proof.toString());
        assertThat(ran.status()).as(ran.said()).isZero();
        // The same as the one that travels with the document, but for what only its holder has.
        assertThat(proof)
                .hasContent(Files.readString(VECTORS.resolve("proof/good/issue.tlog-proof"))
                        .replaceFirst("extra .*\n", ""));
        assertThat(run("--key", key, "--write-proof", proof.toString()).status())
                .isEqualTo(2);
    }
}
