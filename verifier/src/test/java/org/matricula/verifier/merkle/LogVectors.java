package org.matricula.verifier.merkle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes `vectors/log`: run `main` with the folder. Every run writes the same bytes.
public final class LogVectors {
    private static final SampleLog LOG = SampleLog.of("log.example/matricula", 13);
    private static final SampleLog OTHER = SampleLog.of("other.example/log", 13);
    private static final SampleLog REWRITTEN = LOG.rewritten(5);
    private static final WitnessSigner WITNESS = TestSigner.witness("witness.example/w1");
    private static final Instant SEEN = Instant.parse("2026-06-01T08:00:00Z");

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final StringBuilder index = new StringBuilder("""
            # Written by LogVectors (see README.md). The log's key is in log.vkey.
            """);

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
        LogVectors vectors = new LogVectors();
        vectors.proofs();
        vectors.checkpoints();
        vectors.cosignatures();
        vectors.comparisons();
        vectors.tiles("log", LOG);
        vectors.tiles("another-history", REWRITTEN);
        vectors.text("vectors.yaml", vectors.index.toString());
        vectors.text("log.vkey", LOG.key() + "\n");
        vectors.text("witness.vkey", WITNESS.key() + "\n");
        vectors.text("trees.yaml", trees());
        return vectors.files;
    }

    private void proofs() {
        LogProof good = LOG.proof(5);
        String json = new String(good.toJson(), StandardCharsets.UTF_8);
        proof("good/issue", "INCLUDED", 5, json, "the sixth of thirteen acts");
        proof("good/correction", "INCLUDED", 11, json(LOG.proof(11)), "a correction");
        proof("good/newest", "INCLUDED", 12, json(LOG.proof(12)), "the last leaf, whose path is short");
        proof("good/alone", "INCLUDED", 0, json(LOG.proof(0, 1)), "a log of one leaf: the path is empty");
        SignedNote cosigned = new SignedNote(
                good.checkpoint().text(),
                List.of(
                        good.checkpoint().signatures().getFirst(),
                        TestSigner.named("witness.example")
                                .sign(good.checkpoint().text())
                                .signatures()
                                .getFirst()));
        proof(
                "good/cosigned",
                "INCLUDED",
                5,
                json(with(good, cosigned)),
                "a witness that the reader does not know signed too");

        proof("bad/another-document", "NOT_INCLUDED", 6, json, "the proof of another document");
        proof(
                "bad/another-index",
                "NOT_INCLUDED",
                5,
                json.replace("\"index\":5", "\"index\":4"),
                "the index of its neighbour");
        proof(
                "bad/another-act",
                "NOT_INCLUDED",
                5,
                json.replace("ISSUE", "CORRECT"),
                "the issue is passed off as a correction");
        proof(
                "bad/another-salt",
                "NOT_INCLUDED",
                5,
                json(new LogProof(5, LOG.act(6).salt(), good.act(), good.path(), good.checkpoint())),
                "the salt of another leaf");
        proof(
                "bad/another-size",
                "NOT_INCLUDED",
                5,
                json(with(good, LOG.checkpoint(12))),
                "a good checkpoint of another size of the log");
        proof(
                "bad/rolled-back",
                "NOT_INCLUDED",
                12,
                json(with(LOG.proof(12), LOG.checkpoint(8))),
                "a checkpoint from before the act");
        proof(
                "bad/short-path",
                "NOT_INCLUDED",
                5,
                json(path(good, good.path().subList(0, 3))),
                "the last hash of the path is missing");
        List<Hash> longer = new ArrayList<>(good.path());
        longer.add(LOG.root());
        proof("bad/long-path", "NOT_INCLUDED", 5, json(path(good, longer)), "a hash too many");
        proof(
                "bad/inner-node-as-leaf",
                "NOT_INCLUDED",
                5,
                json(path(good, good.path().subList(1, 4))),
                "the path begins one level above the leaf");
        proof(
                "bad/rewritten-log",
                "NOT_INCLUDED",
                5,
                json(path(good, REWRITTEN.proof(5).path(), REWRITTEN.checkpoint(13))),
                "the operator signed a history in which this act is another");

        proof(
                "bad/another-log",
                "NOT_OF_THIS_LOG",
                5,
                json(OTHER.proof(5)),
                "a good proof of a log that the reader does not trust");
        Checkpoint state = good.state();
        SignedNote stolen = TestSigner.sameKeyAs("other.example/log", "log.example/matricula")
                .sign(state.text());
        proof(
                "bad/another-key",
                "NOT_OF_THIS_LOG",
                5,
                json(with(good, stolen)),
                "signed in the log's name with another key");
        proof(
                "bad/raised-size",
                "NOT_OF_THIS_LOG",
                5,
                json.replace("\\n13\\n", "\\n14\\n"),
                "the size was changed after signing");
        proof(
                "bad/origin-of-another-log",
                "NOT_OF_THIS_LOG",
                5,
                json(with(
                        good,
                        TestSigner.named("log.example/matricula")
                                .sign(new Checkpoint("other.example/log", 13, LOG.root()).text()))),
                "the log's key under another log's name");

        proof(
                "bad/twice-the-index",
                "UNREADABLE",
                5,
                json.replace("\"index\":5", "\"index\":4,\"index\":5"),
                "two readers would see two numbers");
        proof(
                "bad/unknown-member",
                "UNREADABLE",
                5,
                json.replace("\"index\":5", "\"index\":5,\"root\":\"\""),
                "a member that the format does not have");
        proof(
                "bad/later-version",
                "UNREADABLE",
                5,
                json.replace("\"version\":1", "\"version\":2"),
                "a version that this reader does not know");
        proof(
                "bad/loose-base64",
                "UNREADABLE",
                5,
                loose(json),
                "stray bits at the end of the salt: a second writing of one value");
        proof("bad/trailing-text", "UNREADABLE", 5, json + "{}", "something stands behind the proof");
    }

    private void checkpoints() {
        String note = new String(LOG.checkpoint(13).toBytes(), StandardCharsets.UTF_8);
        checkpoint("good/thirteen", "SIGNED", note, "thirteen leaves");
        checkpoint("good/empty", "SIGNED", text(LOG.checkpoint(0)), "a log before its first leaf");
        checkpoint(
                "bad/raised-size",
                "NOT_SIGNED",
                note.replace("\n13\n", "\n14\n"),
                "the size was changed after signing");
        checkpoint("bad/another-log", "NOT_SIGNED", text(OTHER.checkpoint(13)), "the checkpoint of another log");
        checkpoint(
                "bad/good-and-false",
                "NOT_SIGNED",
                text(goodAndFalse()),
                "a false signature of the same key stands behind the good one");
        checkpoint(
                "bad/leading-zero", "UNREADABLE", note.replace("\n13\n", "\n013\n"), "a second writing of one number");
        checkpoint(
                "bad/extension",
                "UNREADABLE",
                note.replace("\n\n", "\nmore\n\n"),
                "a fourth line, which no auditor can judge");
        checkpoint(
                "bad/hyphen", "UNREADABLE", note.replace('\u2014', '-'), "a hyphen for the dash of the signature line");
        checkpoint("bad/carriage-returns", "UNREADABLE", note.replace("\n", "\r\n"), "line ends of another system");
        checkpoint("bad/no-signature", "UNREADABLE", note.substring(0, note.indexOf('\u2014')), "nobody has signed");
        checkpoint("bad/cut", "UNREADABLE", note.substring(0, note.length() - 1), "the end is missing");
    }

    private void cosignatures() {
        SignedNote note = LOG.checkpoint(13);
        SignedNote.Signature line = WITNESS.cosign(note, SEEN);
        cosignature("good/cosigned", "COSIGNED", note.with(List.of(line)), "the witness saw thirteen leaves");
        cosignature("bad/not-cosigned", "NOT_COSIGNED", note, "only the log itself has signed");
        cosignature(
                "bad/another-checkpoint",
                "NOT_COSIGNED",
                LOG.checkpoint(12).with(List.of(line)),
                "the cosignature of another checkpoint");
        byte[] later = line.value();
        later[7]++;
        cosignature(
                "bad/another-time",
                "NOT_COSIGNED",
                note.with(List.of(new SignedNote.Signature(line.name(), line.keyId(), later))),
                "the time was changed after cosigning");
        cosignature(
                "bad/plain-signature",
                "NOT_COSIGNED",
                note.with(
                        TestSigner.named(WITNESS.key().name()).sign(note.text()).signatures()),
                "an ordinary signature in the witness's name says nothing of a time");
    }

    private void comparisons() {
        List<Hash> path = ConsistencyProof.make(8, 13, LOG.tree());
        compared("good/same", "SAME", 13, text(LOG.checkpoint(13)), "the newest checkpoint is the one in the file");
        compared(
                "good/grown",
                "CONSISTENT",
                8,
                growth(8, path, LOG.checkpoint(13)),
                "the newest came with the proof from the file's");
        compared(
                "good/newer-without-proof",
                "NOT_COMPARED",
                8,
                text(LOG.checkpoint(13)),
                "two sizes and nothing between them: no evidence for or against");
        compared("good/older", "NOT_COMPARED", 13, text(LOG.checkpoint(8)), "the reader's is the older one");
        compared(
                "good/proof-for-another-size",
                "NOT_COMPARED",
                5,
                growth(8, path, LOG.checkpoint(13)),
                "the proof is from another size than the file's");
        compared(
                "bad/split-view",
                "SPLIT",
                13,
                text(REWRITTEN.checkpoint(13)),
                "one size and two roots, both signed: keep both");
        compared(
                "bad/false-proof",
                "FALSE_PROOF",
                8,
                growth(8, ConsistencyProof.make(8, 13, LOG.tree()), REWRITTEN.checkpoint(13)),
                "the proof of one history with the checkpoint of another");
        compared("bad/no-path", "FALSE_PROOF", 8, growth(8, List.of(), LOG.checkpoint(13)), "a proof without hashes");
        compared(
                "bad/number-with-zero",
                "UNREADABLE",
                8,
                growth(8, path, LOG.checkpoint(13)).replace("old 8", "old 08"),
                "a second writing of one number");
    }

    /// The log as files, as C2SP tlog-tiles has them; a log this small has one tile.
    private void tiles(String name, SampleLog log) {
        int size = log.size();
        ByteArrayOutputStream hashes = new ByteArrayOutputStream();
        ByteArrayOutputStream entries = new ByteArrayOutputStream();
        for (int i = 0; i < size; i++) {
            hashes.writeBytes(log.act(i).leaf().bytes());
            entries.writeBytes(new byte[] {0, Hash.LENGTH});
            entries.writeBytes(log.act(i).entry().bytes());
        }
        files.put("tiles/" + name + "/checkpoint", log.checkpoint(size).toBytes());
        files.put("tiles/" + name + "/" + new TileAddress(0, 0, size).path(), hashes.toByteArray());
        files.put("tiles/" + name + "/" + new TileAddress(TileAddress.ENTRIES, 0, size).path(), entries.toByteArray());
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

    private void proof(String name, String shows, int act, String json, String why) {
        LeafCommitment about = LOG.act(act);
        String file = "proof/" + name + ".json";
        text(file, json);
        index.append("- file: %s\n  shows: %s\n  number: \"%s\"\n  version: %d\n  document: \"%s\"\n  why: \"%s\"\n"
                .formatted(file, shows, about.number(), about.version(), about.document(), why));
    }

    private void checkpoint(String name, String shows, String note, String why) {
        String file = "checkpoint/" + name + ".txt";
        text(file, note);
        index.append("- file: %s\n  shows: %s\n  why: \"%s\"\n".formatted(file, shows, why));
    }

    private void cosignature(String name, String shows, SignedNote note, String why) {
        String file = "cosignature/" + name + ".txt";
        text(file, text(note));
        index.append("- file: %s\n  shows: %s\n  why: \"%s\"\n".formatted(file, shows, why));
    }

    /// @param held the size of the log's own checkpoint with which the file is compared
    private void compared(String name, String shows, int held, String newest, String why) {
        String file = "newest/" + name + ".txt";
        text(file, newest);
        Checkpoint state = Checkpoint.read(LOG.checkpoint(held).text());
        index.append("- file: %s\n  shows: %s\n  heldSize: %d\n  heldRoot: \"%s\"\n  why: \"%s\"\n"
                .formatted(file, shows, held, state.root(), why));
    }

    private static String growth(long old, List<Hash> path, SignedNote checkpoint) {
        return new String(new CheckpointGrowth(old, path, checkpoint).toBytes(), StandardCharsets.UTF_8);
    }

    private void text(String file, String text) {
        files.put(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static SignedNote goodAndFalse() {
        SignedNote good = LOG.checkpoint(13);
        return new SignedNote(
                good.text(),
                List.of(
                        good.signatures().getFirst(),
                        LOG.checkpoint(12).signatures().getFirst()));
    }

    /// Another last letter before the padding: the same 32 bytes for a careless decoder.
    private static String loose(String json) {
        int end = json.indexOf("=\",\"path\"");
        return json.substring(0, end - 1) + (char) (json.charAt(end - 1) + 1) + json.substring(end);
    }

    private static LogProof with(LogProof proof, SignedNote checkpoint) {
        return path(proof, proof.path(), checkpoint);
    }

    private static LogProof path(LogProof proof, List<Hash> path) {
        return path(proof, path, proof.checkpoint());
    }

    private static LogProof path(LogProof proof, List<Hash> path, SignedNote checkpoint) {
        return new LogProof(proof.index(), proof.salt(), proof.act(), path, checkpoint);
    }

    private static String json(LogProof proof) {
        return new String(proof.toJson(), StandardCharsets.UTF_8);
    }

    private static String text(SignedNote note) {
        return new String(note.toBytes(), StandardCharsets.UTF_8);
    }

    private static List<String> hex(List<Hash> path) {
        return path.stream().map(hash -> '"' + hash.toString() + '"').toList();
    }
}
