package org.matricula.verifier.merkle;

import java.security.SecureRandom;
import java.util.Arrays;

/// 32 random bytes that hide what a leaf commits to. The salt stays with the document and never enters
/// the log: once the document and its salt are erased, the leaf says nothing about anybody.
public final class Salt {
    /// How many bytes a salt has.
    public static final int LENGTH = 32;

    private final byte[] bytes;

    private Salt(byte[] bytes) {
        this.bytes = bytes;
    }

    /// A new salt, for one leaf.
    public static Salt fresh(SecureRandom random) {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return new Salt(bytes);
    }

    /// The salt with these bytes.
    ///
    /// @throws Unreadable when they are not 32
    public static Salt of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new Unreadable("a salt has " + bytes.length + " bytes instead of " + LENGTH);
        }
        return new Salt(bytes.clone());
    }

    /// A copy of the 32 bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Salt salt && Arrays.equals(bytes, salt.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// Never shows the bytes, so that no log of the program holds them.
    @Override
    public String toString() {
        return "Salt";
    }
}
