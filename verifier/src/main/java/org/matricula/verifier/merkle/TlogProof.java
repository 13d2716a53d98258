package org.matricula.verifier.merkle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The form of a proof that tools for other logs read too (`c2sp.org/tlog-proof@v1`): the index, the path and the
/// checkpoint as lines of text. Its `extra` line holds what only the holder of the document has: the beginning of the
/// leaf, up to the act.
final class TlogProof {
    private static final String FIRST = "c2sp.org/tlog-proof@v1\n";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    private TlogProof() {}

    /// Whether bytes begin as such a proof does.
    static boolean begins(byte[] bytes) {
        byte[] first = FIRST.getBytes(StandardCharsets.US_ASCII);
        return bytes.length >= first.length && Arrays.equals(bytes, 0, first.length, first, 0, first.length);
    }

    static byte[] write(LogProof proof) {
        return write(
                LeafCommitment.beginning(proof.salt(), proof.act()), proof.index(), proof.path(), proof.checkpoint());
    }

    /// @param extra empty for none
    static byte[] write(byte[] extra, long index, List<Hash> path, SignedNote checkpoint) {
        StringBuilder text = new StringBuilder(FIRST);
        if (extra.length > 0) {
            text.append(EXTRA).append(Text.base64(extra)).append('\n');
        }
        text.append(INDEX).append(index).append('\n');
        path.forEach(hash -> text.append(Text.base64(hash.bytes())).append('\n'));
        text.append('\n').append(Text.utf8(checkpoint.toBytes(), "a checkpoint"));
        return Text.utf8(text.toString(), "a log proof");
    }

    /// @throws Unreadable when it is not exactly that, or lacks what our leaves need
    static LogProof read(byte[] bytes) {
        String all = Text.utf8(bytes, "a log proof");
        int blank = all.indexOf("\n\n", FIRST.length());
        if (!all.startsWith(FIRST) || blank < 0) {
            throw new Unreadable("a log proof has no empty line before its checkpoint");
        }
        String[] lines = all.substring(FIRST.length(), blank).split("\n", -1);
        if (lines.length < 2 || !lines[0].startsWith(EXTRA) || !lines[1].startsWith(INDEX)) {
            throw new Unreadable("a log proof does not begin with the lines 'extra' and 'index'");
        }
        List<Hash> path = new ArrayList<>();
        for (int i = 2; i < lines.length; i++) {
            path.add(Hash.owned(Text.base64(lines[i], "a hash of a log proof")));
        }
        byte[] extra = Text.base64(lines[0].substring(EXTRA.length()), "the extra line of a log proof");
        Salt salt = salt(extra);
        return new LogProof(
                Text.number(lines[1].substring(INDEX.length()), "the index of a log proof"),
                salt,
                act(extra, salt),
                path,
                SignedNote.read(Text.utf8(all.substring(blank + 2), "a checkpoint")));
    }

    /// The salt has its place; everything around it is compared by writing it again.
    private static Salt salt(byte[] extra) {
        int from = LeafCommitment.DOMAIN.length() + 2 * Integer.BYTES;
        if (extra.length < from + Salt.LENGTH) {
            throw new Unreadable("the extra line of a log proof is not the beginning of a leaf");
        }
        byte[] salt = new byte[Salt.LENGTH];
        ByteBuffer.wrap(extra, from, Salt.LENGTH).get(salt);
        return Salt.of(salt);
    }

    private static LoggedAct act(byte[] extra, Salt salt) {
        for (LoggedAct act : LoggedAct.values()) {
            if (Arrays.equals(LeafCommitment.beginning(salt, act), extra)) {
                return act;
            }
        }
        throw new Unreadable("the extra line of a log proof is not the beginning of a leaf");
    }
}
