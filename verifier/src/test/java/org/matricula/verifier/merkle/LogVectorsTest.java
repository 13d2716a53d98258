package org.matricula.verifier.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Every example in `vectors/log` shows what its list states.
class LogVectorsTest {
    private static final Path FOLDER = Path.of("../vectors/log");

    @TestFactory
    Stream<DynamicTest> every_vector_shows_what_its_list_states() throws IOException {
        VerifierKey key =
                VerifierKey.read(Files.readString(FOLDER.resolve("log.vkey")).strip());
        return vectors().stream()
                .map(vector -> DynamicTest.dynamicTest((String) vector.get("file"), () -> {
                    byte[] bytes = Files.readAllBytes(FOLDER.resolve((String) vector.get("file")));
                    assertThat(shown((String) vector.get("file"), bytes, vector, key))
                            .as((String) vector.get("why"))
                            .isEqualTo(vector.get("shows"));
                }));
    }

    @Test
    void the_files_are_those_that_the_kit_writes_and_no_others() throws IOException {
        Map<String, byte[]> written = LogVectors.all();
        for (Map.Entry<String, byte[]> file : written.entrySet()) {
            assertThat(FOLDER.resolve(file.getKey())).hasBinaryContent(file.getValue());
        }
        try (Stream<Path> all = Files.walk(FOLDER)) {
            TreeSet<String> expected = new TreeSet<>(written.keySet());
            expected.add("README.md");
            assertThat(all.filter(Files::isRegularFile)
                            .map(file -> FOLDER.relativize(file).toString()))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void the_trees_have_their_roots_and_proofs() throws IOException {
        Map<String, List<Object>> file =
                (Map<String, List<Object>>) load(Files.readString(FOLDER.resolve("trees.yaml")));
        List<Hash> roots =
                file.get("roots").stream().map(hex -> Hash.ofHex((String) hex)).toList();
        TreeHasher hasher = new TreeHasher();
        List<Hash> leaves = file.get("entries").stream()
                .map(hex -> hasher.leaf(HexFormat.of().parseHex((String) hex)))
                .toList();
        for (Object each : file.get("inclusion")) {
            Map<String, Object> proof = (Map<String, Object>) each;
            int leaf = (int) proof.get("leaf");
            int size = (int) proof.get("size");
            assertThat(InclusionProof.proves(leaf, leaves.get(leaf), size, roots.get(size), path(proof)))
                    .as("leaf %d of %d", leaf, size)
                    .isTrue();
        }
        for (Object each : file.get("consistency")) {
            Map<String, Object> proof = (Map<String, Object>) each;
            int first = (int) proof.get("first");
            int second = (int) proof.get("second");
            assertThat(ConsistencyProof.proves(first, roots.get(first), second, roots.get(second), path(proof)))
                    .as("%d begins %d", first, second)
                    .isTrue();
        }
        for (Object each : file.get("inconsistent")) {
            Map<String, Object> proof = (Map<String, Object>) each;
            assertThat(ConsistencyProof.proves(
                            (int) proof.get("first"),
                            Hash.ofHex((String) proof.get("firstRoot")),
                            (int) proof.get("second"),
                            Hash.ofHex((String) proof.get("secondRoot")),
                            path(proof)))
                    .as((String) proof.get("why"))
                    .isFalse();
        }
    }

    private static String shown(String file, byte[] bytes, Map<String, Object> about, VerifierKey key)
            throws IOException {
        return switch (file.substring(0, file.indexOf('/'))) {
            case "proof" -> shown(bytes, about, key);
            case "checkpoint" -> shown(bytes, key);
            case "cosignature" -> {
                WitnessKey witness = WitnessKey.read(
                        Files.readString(FOLDER.resolve("witness.vkey")).strip());
                yield witness.cosigned(SignedNote.read(bytes)).isPresent() ? "COSIGNED" : "NOT_COSIGNED";
            }
            case "newest" -> compared(bytes, about, key);
            default -> throw new IllegalStateException("nothing is known of " + file);
        };
    }

    private static String compared(byte[] newest, Map<String, Object> about, VerifierKey key) {
        try {
            Checkpoint held =
                    new Checkpoint(key.name(), (int) about.get("heldSize"), Hash.ofHex((String) about.get("heldRoot")));
            Comparison.Known known = Comparison.Known.read(newest);
            assertThat(known.checkpoint().signedBy(key)).isTrue();
            return Comparison.of(held, known).shows().name();
        } catch (Unreadable _) {
            return "UNREADABLE";
        }
    }

    @Test
    void the_tiles_give_the_roots_of_their_checkpoints() throws IOException {
        for (String name : new String[] {"log", "another-history"}) {
            Path log = FOLDER.resolve("tiles").resolve(name);
            Checkpoint state = Checkpoint.read(SignedNote.read(Files.readAllBytes(log.resolve("checkpoint")))
                    .text());
            TileTree tree = new TileTree(state.size(), tile -> Files.readAllBytes(log.resolve(tile.path())));
            assertThat(tree.root(state.size())).isEqualTo(state.root());
        }
    }

    private static String shown(byte[] json, Map<String, Object> about, VerifierKey key) {
        try {
            Hash document = Hash.ofHex((String) about.get("document"));
            return LogProof.read(json)
                    .check((String) about.get("number"), (int) about.get("version"), document, key)
                    .name();
        } catch (Unreadable _) {
            return "UNREADABLE";
        }
    }

    private static String shown(byte[] bytes, VerifierKey key) {
        try {
            SignedNote note = SignedNote.read(bytes);
            Checkpoint.read(note.text());
            return note.signedBy(key) ? "SIGNED" : "NOT_SIGNED";
        } catch (Unreadable _) {
            return "UNREADABLE";
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Hash> path(Map<String, Object> proof) {
        return ((List<String>) proof.get("path")).stream().map(Hash::ofHex).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> vectors() throws IOException {
        return (List<Map<String, Object>>) load(Files.readString(FOLDER.resolve("vectors.yaml")));
    }

    private static Object load(String yaml) {
        return new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }
}
