package org.matricula.verifier.merkle;

import java.util.Arrays;
import java.util.HexFormat;

/// A SHA-256 value: 32 bytes that never change.
public final class Hash {
    /// How many bytes a hash has.
    public static final int LENGTH = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The hash with these bytes.
    ///
    /// @throws Unreadable when they are not 32
    public static Hash of(byte[] bytes) {
        return owned(bytes.clone());
    }

    /// The hash with these 64 lower-case hexadecimal digits.
    ///
    /// @throws Unreadable when they are not
    public static Hash ofHex(String digits) {
        if (!digits.matches("[0-9a-f]{64}")) {
            throw new Unreadable("a hash is not 64 lower-case hexadecimal digits");
        }
        return owned(HexFormat.of().parseHex(digits));
    }

    /// The hash of a document.
    public static Hash sha256(byte[] document) {
        return new TreeHasher().sha256(document);
    }

    /// Nobody else keeps or changes the array.
    static Hash owned(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new Unreadable("a hash has " + bytes.length + " bytes instead of 32");
        }
        return new Hash(bytes);
    }

    /// A copy of the 32 bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    void copyTo(byte[] target, int at) {
        System.arraycopy(bytes, 0, target, at, LENGTH);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// 64 lower-case hexadecimal digits.
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
