package org.matricula.verifier.merkle;

/// The state of a log at one size, as its operator signs it (`c2sp.org/tlog-checkpoint`). One that
/// differs from an earlier one of the same log without a consistency proof is evidence against the
/// operator.
///
/// @param origin the log's name, unique in the world; also the name of its key
/// @param size the number of leaves
/// @param root of the tree of these leaves
public record Checkpoint(String origin, long size, Hash root) {
    public Checkpoint {
        SignedNote.requireName(origin);
        if (size < 0 || size == 0 && !root.equals(TreeHasher.EMPTY)) {
            throw new Unreadable("a checkpoint's size is negative, or its empty tree has another root");
        }
    }

    /// Reads the text of a note.
    ///
    /// @throws Unreadable when it is not exactly three lines. The format permits more, but no auditor
    ///     can judge them.
    public static Checkpoint read(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != 4 || !lines[3].isEmpty()) {
            throw new Unreadable("a checkpoint does not have three lines");
        }
        return new Checkpoint(
                lines[0],
                Text.number(lines[1], "a checkpoint's size"),
                Hash.owned(Text.base64(lines[2], "a checkpoint's root")));
    }

    /// The text to be signed.
    public String text() {
        return origin + '\n' + size + '\n' + Text.base64(root.bytes()) + '\n';
    }
}
