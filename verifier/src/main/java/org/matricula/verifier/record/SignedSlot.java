package org.matricula.verifier.record;

import java.time.Instant;

/// A finished signature as bytes.
///
/// @param before from `<Signature` to the start of the value
/// @param text the value as Base64 in ASCII
/// @param after from the end of the value to `</Signature>`
/// @param valueDigest the digest of the `SignatureValue` element, as Base64, for the signatures that cover this one
record SignedSlot(
        Slot slot,
        SignerIdentity signer,
        Instant at,
        byte[] before,
        byte[] text,
        byte[] after,
        byte[] value,
        byte[] valueDigest) {

    int length() {
        return before.length + text.length + after.length;
    }

    void writeTo(Bytes out) {
        out.add(before).add(text).add(after);
    }

    RecordSignature described() {
        return new RecordSignature(slot.key(), slot.role(), signer, at, value);
    }
}
