package org.matricula.verifier.merkle;

import static org.matricula.verifier.merkle.LogVectorFiles.LOG;
import static org.matricula.verifier.merkle.LogVectorFiles.OTHER;
import static org.matricula.verifier.merkle.LogVectorFiles.REWRITTEN;
import static org.matricula.verifier.merkle.LogVectorFiles.text;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/// Checkpoints, what witnesses say of them, and how two of them stand to each other.
final class NoteVectors {
    static final WitnessSigner WITNESS = TestSigner.witness("witness.example/w1");
    private static final Instant SEEN = Instant.parse("2026-06-01T08:00:00Z");

    private final LogVectorFiles files;

    NoteVectors(LogVectorFiles files) {
        this.files = files;
    }

    void write() {
        checkpoints();
        cosignatures();
        comparisons();
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

    private void checkpoint(String name, String shows, String note, String why) {
        files.listed("checkpoint/" + name + ".txt", note, shows, "", why);
    }

    private void cosignature(String name, String shows, SignedNote note, String why) {
        files.listed("cosignature/" + name + ".txt", text(note), shows, "", why);
    }

    /// @param held the size of the log's own checkpoint with which the file is compared
    private void compared(String name, String shows, int held, String newest, String why) {
        Checkpoint state = Checkpoint.read(LOG.checkpoint(held).text());
        String with = "  heldSize: %d\n  heldRoot: \"%s\"\n".formatted(held, state.root());
        files.listed("newest/" + name + ".txt", newest, shows, with, why);
    }

    private static String growth(long old, List<Hash> path, SignedNote checkpoint) {
        return new String(new CheckpointGrowth(old, path, checkpoint).toBytes(), StandardCharsets.UTF_8);
    }

    private static SignedNote goodAndFalse() {
        SignedNote good = LOG.checkpoint(13);
        return new SignedNote(
                good.text(),
                List.of(
                        good.signatures().getFirst(),
                        LOG.checkpoint(12).signatures().getFirst()));
    }
}
