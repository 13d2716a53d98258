package org.matricula.verifier.merkle;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// The public key of a witness: who says of a log, at a time, that its newest tree grew out of all that
/// it had seen of it (`c2sp.org/tlog-cosignature`, version 1, Ed25519). A reader gets it by a way that it
/// trusts.
public final class WitnessKey {
    private static final byte COSIGNATURE = 0x04;
    private static final int KEY_LENGTH = 32;
    private static final int VALUE_LENGTH = Long.BYTES + 64;

    private final byte[] point;
    private final VerifierKey key;
    private final int id;

    private WitnessKey(String name, byte[] point) {
        this.key = VerifierKey.of(name, point);
        this.point = point.clone();
        this.id = id(name, typed());
    }

    /// The key with this name and these 32 bytes (RFC 8032).
    ///
    /// @throws Unreadable when the name or the bytes are not fit
    public static WitnessKey of(String name, byte[] publicKey) {
        return new WitnessKey(name, publicKey);
    }

    /// Reads `name+number+key`, where the key begins with the byte 0x04.
    ///
    /// @throws Unreadable when it is none, or the number is not the key's
    public static WitnessKey read(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3 || !parts[1].matches("[0-9a-f]{8}")) {
            throw new Unreadable("the key of a witness is not of the form name+number+key");
        }
        byte[] all = Text.base64(parts[2], "the key of a witness");
        if (all.length != 1 + KEY_LENGTH || all[0] != COSIGNATURE) {
            throw new Unreadable("the key of a witness is not of the kind that cosigns with Ed25519");
        }
        WitnessKey key = new WitnessKey(parts[0], Arrays.copyOfRange(all, 1, all.length));
        if (!HexFormat.of().toHexDigits(key.id).equals(parts[1])) {
            throw new Unreadable("the key of a witness states a number that is not its own");
        }
        return key;
    }

    /// The witness's name.
    public String name() {
        return key.name();
    }

    /// The key's number: the first four bytes of SHA-256(name || line feed || 0x04 || key).
    public int id() {
        return id;
    }

    /// When this witness cosigned the note; the latest time when it did so more than once.
    ///
    /// @return empty when it did not, or any signature in its name and number is false
    public Optional<Instant> cosigned(SignedNote note) {
        Optional<Instant> latest = Optional.empty();
        for (SignedNote.Signature each : note.signatures()) {
            if (each.keyId() == id && each.name().equals(name())) {
                byte[] value = each.value();
                if (value.length != VALUE_LENGTH) {
                    return Optional.empty();
                }
                long seconds = ByteBuffer.wrap(value).getLong();
                byte[] signature = Arrays.copyOfRange(value, Long.BYTES, value.length);
                // A time of zero says nothing of the newest tree; more than Instant holds is no time.
                if (seconds <= 0
                        || seconds > Instant.MAX.getEpochSecond()
                        || !key.verifies(message(note.text(), seconds), signature)) {
                    return Optional.empty();
                }
                Instant at = Instant.ofEpochSecond(seconds);
                latest = latest.filter(before -> before.isAfter(at)).or(() -> Optional.of(at));
            }
        }
        return latest;
    }

    /// What is signed: the two lines of the cosignature before the note's text.
    static String message(String note, long seconds) {
        return "cosignature/v1\ntime " + seconds + '\n' + note;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WitnessKey it && it.key.equals(key);
    }

    @Override
    public int hashCode() {
        return id;
    }

    /// `name+number+key`, as [#read] takes it and other tools do.
    @Override
    public String toString() {
        return name() + '+' + HexFormat.of().toHexDigits(id) + '+' + Text.base64(typed());
    }

    private byte[] typed() {
        return ByteBuffer.allocate(1 + point.length).put(COSIGNATURE).put(point).array();
    }

    private static int id(String name, byte[] typed) {
        byte[] named = Text.utf8(name + '\n', "a key's name");
        byte[] all = ByteBuffer.allocate(named.length + typed.length)
                .put(named)
                .put(typed)
                .array();
        return ByteBuffer.wrap(new TreeHasher().sha256(all).bytes()).getInt();
    }
}
