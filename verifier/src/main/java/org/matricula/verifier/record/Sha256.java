package org.matricula.verifier.record;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256 over slices of a file, without copying them. Not for two threads at once.
final class Sha256 {
    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /// The digest of the canonical bytes of the element that stands at `from`: its start tag's name is replaced by
    /// the same name with its namespace declared.
    ///
    /// @param name the start as it stands in the file, for example `<block`
    /// @param apex the start as canonicalisation writes it, for example `<block xmlns="…"`
    byte[] ofElement(byte[] apex, byte[] name, byte[] file, int from, int to) {
        digest.update(apex);
        digest.update(file, from + name.length, to - from - name.length);
        return digest.digest();
    }

    byte[] of(byte[] bytes) {
        return digest.digest(bytes);
    }
}
