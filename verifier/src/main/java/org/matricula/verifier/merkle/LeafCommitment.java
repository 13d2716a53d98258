package org.matricula.verifier.merkle;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// What one leaf of the log stands for. Only the [#entry] enters the log: a commitment that nobody can
/// open, or test a guess against, without the salt.
///
/// @param salt fresh for each leaf
/// @param act what was done
/// @param number the functional number of the document's family, at most 200 characters
/// @param version of the document, from 1
/// @param document SHA-256 of the sealed XML, byte for byte
public record LeafCommitment(Salt salt, LoggedAct act, String number, int version, Hash document) {
    static final String DOMAIN = "matricula leaf 1";
    private static final int LONGEST_NUMBER = 200;

    public LeafCommitment {
        if (number.isBlank() || number.length() > LONGEST_NUMBER || version < 1) {
            throw new Unreadable("a leaf has no number, a number that is too long, or a version below 1");
        }
        Text.utf8(number, "a leaf's number");
    }

    /// The leaf for a document at hand.
    ///
    /// @param sealedXml the whole file as it was issued
    public static LeafCommitment of(Salt salt, LoggedAct act, String number, int version, byte[] sealedXml) {
        return new LeafCommitment(salt, act, number, version, new TreeHasher().sha256(sealedXml));
    }

    /// The entry of the log, 32 bytes: SHA-256 over the domain, the salt, the act, the number, the
    /// version and the digest of the document, each behind its length as four bytes, most significant
    /// first.
    public Hash entry() {
        ByteArrayOutputStream all = new ByteArrayOutputStream(256);
        all.writeBytes(beginning(salt, act));
        part(all, Text.utf8(number, "a leaf's number"));
        part(all, ByteBuffer.allocate(Integer.BYTES).putInt(version).array());
        part(all, document.bytes());
        return new TreeHasher().sha256(all.toByteArray());
    }

    /// The first three of the six parts: what a proof has to say of a leaf, since the document itself says the rest.
    static byte[] beginning(Salt salt, LoggedAct act) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(80);
        part(all, DOMAIN.getBytes(StandardCharsets.US_ASCII));
        part(all, salt.bytes());
        part(all, act.name().getBytes(StandardCharsets.US_ASCII));
        return all.toByteArray();
    }

    /// The hash of the leaf: SHA-256(0x00 || entry).
    public Hash leaf() {
        return new TreeHasher().leaf(entry().bytes());
    }

    private static void part(ByteArrayOutputStream all, byte[] part) {
        all.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        all.writeBytes(part);
    }
}
