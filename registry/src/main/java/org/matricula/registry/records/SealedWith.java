package org.matricula.registry.records;

import java.security.cert.X509Certificate;
import org.matricula.verifier.record.Block.Role;
import org.matricula.verifier.record.Reading;
import org.matricula.verifier.record.RecordReader;

/// With which certificate a record was sealed.
final class SealedWith {
    private SealedWith() {}

    /// @param xml a sealed record of this register
    /// @throws IllegalStateException when it is none
    static X509Certificate of(byte[] xml) {
        if (RecordReader.read(xml) instanceof Reading.Accepted(var file)) {
            return file.signatures().stream()
                    .filter(signature -> signature.role() == Role.SEAL)
                    .map(signature -> signature.signer().certificate())
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalStateException("a stored record has no seal; run './matricula fsck'"));
        }
        throw new IllegalStateException("a stored record cannot be read; run './matricula fsck'");
    }
}
