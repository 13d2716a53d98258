package org.matricula.verifier.merkle;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.matricula.verifier.signature.CryptoProvider;

/// The public key of a log or a witness, Ed25519, as C2SP signed notes have it. A reader gets it by a
/// way that it trusts, never from the note.
public final class VerifierKey {
    private static final byte ED25519 = 0x01;
    private static final int KEY_LENGTH = 32;

    /// What stands before the 32 bytes in a SubjectPublicKeyInfo of an Ed25519 key (RFC 8410 section 4).
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] point;
    private final int id;
    private final PublicKey key;

    private VerifierKey(String name, byte[] point) {
        SignedNote.requireName(name);
        if (point.length != KEY_LENGTH) {
            throw new Unreadable("an Ed25519 key does not have " + KEY_LENGTH + " bytes");
        }
        this.name = name;
        this.point = point.clone();
        this.id = id(name, point);
        try {
            byte[] encoded = ByteBuffer.allocate(PREFIX.length + KEY_LENGTH)
                    .put(PREFIX)
                    .put(point)
                    .array();
            this.key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            CryptoProvider.signature("Ed25519").initVerify(key); // finds out now whether it is a point of the curve
        } catch (GeneralSecurityException _) {
            throw new Unreadable("the key of '" + name + "' is not an Ed25519 key");
        }
    }

    /// The key with this name and these 32 bytes (RFC 8032).
    ///
    /// @throws Unreadable when the name or the bytes are not fit
    public static VerifierKey of(String name, byte[] publicKey) {
        return new VerifierKey(name, publicKey);
    }

    /// Reads `name+number+key`: the number as 8 hexadecimal digits, the key in Base64.
    ///
    /// @throws Unreadable when it is none, or the number is not the key's
    public static VerifierKey read(String text) {
        String[] parts = text.split("\\+", 3); // a name has no plus sign; Base64 may
        if (parts.length != 3 || !parts[1].matches("[0-9a-f]{8}")) {
            throw new Unreadable("a verifier key is not of the form name+number+key");
        }
        byte[] all = Text.base64(parts[2], "a verifier key");
        if (all.length != 1 + KEY_LENGTH || all[0] != ED25519) {
            throw new Unreadable("a verifier key is not of the kind Ed25519");
        }
        VerifierKey key = new VerifierKey(parts[0], Arrays.copyOfRange(all, 1, all.length));
        if (!key.hexId().equals(parts[1])) {
            throw new Unreadable("a verifier key states a number that is not its own");
        }
        return key;
    }

    /// The key's name: for a log, its origin.
    public String name() {
        return name;
    }

    /// The key's number: the first four bytes of SHA-256(name || line feed || 0x01 || key).
    public int id() {
        return id;
    }

    /// The 32 bytes of the key.
    byte[] point() {
        return point.clone();
    }

    /// Whether the value is this key's signature over the text.
    boolean verifies(String text, byte[] value) {
        try {
            Signature engine = CryptoProvider.signature("Ed25519");
            engine.initVerify(key);
            engine.update(Text.utf8(text, "a note"));
            return engine.verify(value);
        } catch (GeneralSecurityException _) {
            return false; // a value that is no signature at all, for example of another length
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey it && it.name.equals(name) && Arrays.equals(it.point, point);
    }

    @Override
    public int hashCode() {
        return id;
    }

    /// `name+number+key`, as [#read] takes it and other tools do.
    @Override
    public String toString() {
        return name + '+' + hexId() + '+' + Text.base64(typed(point));
    }

    private String hexId() {
        return HexFormat.of().toHexDigits(id);
    }

    private static byte[] typed(byte[] point) {
        return ByteBuffer.allocate(1 + point.length).put(ED25519).put(point).array();
    }

    private static int id(String name, byte[] point) {
        byte[] named = Text.utf8(name + '\n', "a key's name");
        byte[] typed = typed(point);
        byte[] all = ByteBuffer.allocate(named.length + typed.length)
                .put(named)
                .put(typed)
                .array();
        return ByteBuffer.wrap(new TreeHasher().sha256(all).bytes()).getInt();
    }
}
