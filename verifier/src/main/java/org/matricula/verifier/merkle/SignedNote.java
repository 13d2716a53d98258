package org.matricula.verifier.merkle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A text with the signatures of one or more keys, in the note format of C2SP (`c2sp.org/signed-note`).
///
/// Nothing in the text counts before [#signedBy] has said yes for a key that the reader trusts.
///
/// @param text what is signed: ends in a line feed and holds no other control character
/// @param signatures at least one, in the order of the file
public record SignedNote(String text, List<Signature> signatures) {
    /// Longer notes are refused: a checkpoint with 100 cosignatures is shorter.
    public static final int MOST_BYTES = 64 * 1024;

    private static final String DASH = "\u2014 ";
    private static final int MOST_SIGNATURES = 100;

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (text.isEmpty() || !text.endsWith("\n") || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new Unreadable("a note's text does not end in a line feed, or has another control character");
        }
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new Unreadable("a note has no signature, or more than " + MOST_SIGNATURES);
        }
    }

    /// One line of signature. The name and the number tell which key made it, and prove nothing.
    ///
    /// @param name of the key
    /// @param keyId the key's number, see [VerifierKey#id]
    /// @param value of the signature
    public record Signature(String name, int keyId, byte[] value) {
        public Signature {
            requireName(name);
            value = value.clone();
            if (value.length == 0) {
                throw new Unreadable("a note's signature is empty");
            }
        }

        /// A copy of the signature's value.
        @Override
        public byte[] value() {
            return value.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Signature(String itsName, int itsId, byte[] itsValue)
                    && itsId == keyId
                    && itsName.equals(name)
                    && Arrays.equals(itsValue, value);
        }

        @Override
        public int hashCode() {
            return 31 * keyId + Arrays.hashCode(value);
        }

        /// The line as it stands in a note, with its line feed.
        public String line() {
            ByteBuffer all = ByteBuffer.allocate(Integer.BYTES + value.length);
            return DASH + name + ' ' + Text.base64(all.putInt(keyId).put(value).array()) + '\n';
        }

        private static Signature read(String line) {
            String[] parts = line.split(" ", -1);
            if (parts.length != 3 || !line.startsWith(DASH)) {
                throw new Unreadable("a note's signature line is not a dash, a name and a signature");
            }
            byte[] all = Text.base64(parts[2], "a note's signature");
            if (all.length <= Integer.BYTES) {
                throw new Unreadable("a note's signature is too short");
            }
            return new Signature(
                    parts[1], ByteBuffer.wrap(all).getInt(), Arrays.copyOfRange(all, Integer.BYTES, all.length));
        }
    }

    /// Reads a note.
    ///
    /// @throws Unreadable when it breaks the format; what is read is written back as the same bytes
    public static SignedNote read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new Unreadable("a note is longer than " + MOST_BYTES + " bytes");
        }
        String all = Text.utf8(bytes, "a note");
        int blank = all.lastIndexOf("\n\n"); // the last empty line; the text may have others
        if (blank < 0 || !all.endsWith("\n")) {
            throw new Unreadable("a note has no empty line before its signatures, or no end");
        }
        return new SignedNote(all.substring(0, blank + 1), lines(all.substring(blank + 2)));
    }

    /// Reads lines of signatures without a note, as a witness answers.
    ///
    /// @throws Unreadable when they are not exactly that
    public static List<Signature> readSignatures(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new Unreadable("signatures are longer than " + MOST_BYTES + " bytes");
        }
        String all = Text.utf8(bytes, "a signature");
        if (!all.endsWith("\n")) {
            throw new Unreadable("a signature's line has no end");
        }
        return lines(all);
    }

    private static List<Signature> lines(String lines) {
        List<Signature> signatures = new ArrayList<>();
        for (String line : lines.isEmpty() ? List.<String>of() : List.of(lines.split("\n"))) {
            signatures.add(Signature.read(line));
        }
        return signatures;
    }

    /// The note with more signatures, after those that it has.
    ///
    /// @throws Unreadable when there are too many
    public SignedNote with(List<Signature> more) {
        List<Signature> all = new ArrayList<>(signatures);
        all.addAll(more);
        return new SignedNote(text, all);
    }

    /// The note as a file, UTF-8.
    public byte[] toBytes() {
        StringBuilder all = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> all.append(signature.line()));
        return Text.utf8(all.toString(), "a note");
    }

    /// Whether the key has signed the text. A note that carries a false signature in the key's name is
    /// not signed, even when it carries a good one too.
    public boolean signedBy(VerifierKey key) {
        List<Signature> its = signatures.stream()
                .filter(signature ->
                        signature.keyId() == key.id() && signature.name().equals(key.name()))
                .toList();
        return !its.isEmpty() && its.stream().allMatch(signature -> key.verifies(text, signature.value()));
    }

    /// Requires a name that keys and origins may have.
    ///
    /// @throws Unreadable when it is empty, or has a space, a plus sign or a control character
    public static void requireName(String name) {
        if (name.isEmpty()
                || name.codePoints()
                        .anyMatch(c -> c == '+' || c < ' ' || Character.isSpaceChar(c) || Character.isWhitespace(c))) {
            throw new Unreadable(
                    "the name of a key or a log is empty, or has a space, a plus sign or a control character");
        }
    }
}
