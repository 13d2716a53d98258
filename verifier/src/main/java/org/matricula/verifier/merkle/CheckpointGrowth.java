package org.matricula.verifier.merkle;

import java.util.ArrayList;
import java.util.List;

/// A checkpoint with the proof that an older tree of its log is its beginning. It is the request to a
/// witness (`c2sp.org/tlog-witness`, `add-checkpoint`), and what a log gives to anyone who holds an older
/// checkpoint.
///
/// As text: a line `old SIZE`, a line of Base64 for each hash, an empty line, the signed note.
///
/// @param old how many leaves the older tree has; 0 when none is held
/// @param path the consistency proof, empty from 0 and between trees of one size; at most 63 hashes
/// @param checkpoint the signed note of the newer tree
public record CheckpointGrowth(long old, List<Hash> path, SignedNote checkpoint) {
    /// Longer texts are refused.
    public static final int MOST_BYTES = SignedNote.MOST_BYTES + 64 * 64;

    private static final int LONGEST_PATH = 63;
    private static final String OLD = "old ";

    public CheckpointGrowth {
        path = List.copyOf(path);
        if (old < 0 || path.size() > LONGEST_PATH) {
            throw new Unreadable("an old size is negative, or its proof has more than 63 hashes");
        }
        Checkpoint.read(checkpoint.text());
    }

    /// Reads the text.
    ///
    /// @throws Unreadable when it is not exactly that
    public static CheckpointGrowth read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new Unreadable("a checkpoint with its proof is longer than " + MOST_BYTES + " bytes");
        }
        String all = Text.utf8(bytes, "a checkpoint with its proof");
        int blank = all.indexOf("\n\n");
        if (!all.startsWith(OLD) || blank < 0) {
            throw new Unreadable("a checkpoint's proof does not begin with an old size, or has no end");
        }
        String[] lines = all.substring(OLD.length(), blank).split("\n", -1);
        List<Hash> path = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            path.add(Hash.owned(Text.base64(lines[i], "a hash of a checkpoint's proof")));
        }
        return new CheckpointGrowth(
                Text.number(lines[0], "an old size"),
                path,
                SignedNote.read(Text.utf8(all.substring(blank + 2), "a checkpoint")));
    }

    /// What the checkpoint states; not to be believed before its signature is checked.
    public Checkpoint state() {
        return Checkpoint.read(checkpoint.text());
    }

    /// The text, UTF-8.
    public byte[] toBytes() {
        StringBuilder text = new StringBuilder(OLD).append(old).append('\n');
        path.forEach(hash -> text.append(Text.base64(hash.bytes())).append('\n'));
        text.append('\n').append(Text.utf8(checkpoint.toBytes(), "a checkpoint"));
        return Text.utf8(text.toString(), "a checkpoint with its proof");
    }
}
