package org.matricula.verifier.merkle;

import static org.matricula.verifier.merkle.LogVectorFiles.LOG;
import static org.matricula.verifier.merkle.LogVectorFiles.REWRITTEN;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Writes `vectors/log`: run `main` with the folder. Every run writes the same bytes.
public final class LogVectors {
    private LogVectors() {}

    /// @param arguments the folder `vectors/log`
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length == 1 ? arguments[0] : "vectors/log");
        for (Map.Entry<String, byte[]> file : all().entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }

    /// Every file by its name below the folder.
    static Map<String, byte[]> all() {
        LogVectorFiles files = new LogVectorFiles();
        new ProofVectors(files).write();
        new NoteVectors(files).write();
        tiles(files, "log", LOG);
        tiles(files, "another-history", REWRITTEN);
        files.text("log.vkey", LOG.key() + "\n");
        files.text("witness.vkey", NoteVectors.WITNESS.key() + "\n");
        files.text("trees.yaml", trees());
        return files.all();
    }

    /// The log as files, as C2SP tlog-tiles has them; a log this small has one tile.
    private static void tiles(LogVectorFiles files, String name, SampleLog log) {
        int size = log.size();
        ByteArrayOutputStream hashes = new ByteArrayOutputStream();
        ByteArrayOutputStream entries = new ByteArrayOutputStream();
        for (int i = 0; i < size; i++) {
            hashes.writeBytes(log.act(i).leaf().bytes());
            entries.writeBytes(new byte[] {0, Hash.LENGTH});
            entries.writeBytes(log.act(i).entry().bytes());
        }
        files.bytes("tiles/" + name + "/checkpoint", log.checkpoint(size).toBytes());
        files.bytes("tiles/" + name + "/" + new TileAddress(0, 0, size).path(), hashes.toByteArray());
        files.bytes(
                "tiles/" + name + "/" + new TileAddress(TileAddress.ENTRIES, 0, size).path(), entries.toByteArray());
    }

    private static String trees() {
        StringBuilder out = new StringBuilder("""
                # Written by LogVectors (see README.md). The entries and their roots are the test vectors of Certificate
                # Transparency; everything is hexadecimal.
                entries:
                """);
        PublishedTree.ENTRIES.forEach(
                entry -> out.append("  - \"").append(entry).append("\"\n"));
        out.append("roots: # of the first 0, 1, 2 ... entries\n");
        PublishedTree.ROOTS.forEach(root -> out.append("  - \"").append(root).append("\"\n"));
        SmallTree tree = new SmallTree(PublishedTree.leaves());
        out.append("inclusion: # the path from the leaf up\n");
        for (int size = 1; size <= 8; size++) {
            for (int leaf = 0; leaf < size; leaf++) {
                out.append("  - {leaf: %d, size: %d, path: %s}\n"
                        .formatted(leaf, size, hex(InclusionProof.make(leaf, size, tree))));
            }
        }
        out.append("consistency: # the path for two sizes of this tree\n");
        for (int second = 1; second <= 8; second++) {
            for (int first = 1; first <= second; first++) {
                out.append("  - {first: %d, second: %d, path: %s}\n"
                        .formatted(first, second, hex(ConsistencyProof.make(first, second, tree))));
            }
        }
        out.append("inconsistent: # pairs of checkpoints that convict the operator of a log\n");
        List<Hash> path = ConsistencyProof.make(6, 8, tree);
        pair(out, 8, tree.root(8), 8, tree.root(7), List.of(), "a split view: one size, two roots");
        pair(out, 8, tree.root(8), 6, tree.root(6), path, "a rolled-back checkpoint: the later one is the smaller");
        pair(out, 6, tree.root(5), 8, tree.root(8), path, "the earlier tree is not the beginning of the later");
        pair(out, 6, tree.root(6), 8, tree.root(8), path.subList(0, 2), "the end of the path is missing");
        pair(out, 6, tree.root(6), 8, tree.root(8), List.of(), "no path");
        pair(out, 5, tree.root(5), 8, tree.root(8), path, "the path of other sizes");
        return out.toString();
    }

    private static void pair(
            StringBuilder out, long first, Hash firstRoot, long second, Hash secondRoot, List<Hash> path, String why) {
        out.append("  - {first: %d, firstRoot: \"%s\", second: %d, secondRoot: \"%s\", path: %s, why: \"%s\"}\n"
                .formatted(first, firstRoot, second, secondRoot, hex(path), why));
    }

    private static List<String> hex(List<Hash> path) {
        return path.stream().map(hash -> '"' + hash.toString() + '"').toList();
    }
}
