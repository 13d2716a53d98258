package org.matricula.verifier.record;

import java.time.Instant;

/// One signature of a record, as far as a reader needs to know it.
///
/// @param key what it signs: the id of a SUBJECT block, or `HOMEROOM`, `HEAD`, `SEAL`
/// @param role as whom the signer signed
/// @param signer whose key it was
/// @param signedAt when, to the second; the signing system's clock
/// @param value the signature value: `r || s` for ECDSA, PKCS #1 for RSA
public record RecordSignature(String key, Block.Role role, SignerIdentity signer, Instant signedAt, byte[] value) {
    public RecordSignature {
        value = value.clone();
    }

    @Override
    public byte[] value() {
        return value.clone();
    }
}
