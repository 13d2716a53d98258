package org.matricula.verifier.record;

import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.matricula.verifier.signature.Evidence;

/// A finished signature as bytes.
///
/// @param before from `<Signature` to the start of the value
/// @param text the value as Base64 in ASCII
/// @param after from the end of the value to that of the signed properties
/// @param valueDigest the digest of the `SignatureValue` element, as Base64, for the signatures that cover this one
/// @param evidence what stands beside the signature from level T on; null at level B
record SignedSlot(
        Slot slot,
        SignerIdentity signer,
        Instant at,
        byte[] before,
        byte[] text,
        byte[] after,
        byte[] value,
        byte[] valueDigest,
        @Nullable Evidence evidence) {

    /// The same signature with evidence beside it.
    SignedSlot with(Evidence beside) {
        return new SignedSlot(slot, signer, at, before, text, after, value, valueDigest, beside);
    }

    int length() {
        return before.length + text.length + after.length + (evidence == null ? 100 : 8_192);
    }

    void writeTo(Bytes out) {
        out.add(before).add(text).add(after);
        if (evidence != null) {
            write(out, evidence);
        }
        out.add(Xml.SIGNATURE_END);
    }

    private static void write(Bytes out, Evidence evidence) {
        out.add(Xml.STAMP).add(base64(evidence.timeStamp())).add(Xml.STAMP_END);
        if (!evidence.crls().isEmpty() || !evidence.ocsps().isEmpty()) {
            out.add(Xml.REVOCATIONS);
            if (!evidence.crls().isEmpty()) {
                out.add(Xml.CRLS);
                evidence.crls().forEach(crl -> out.add(Xml.CRL).add(base64(crl)).add(Xml.CRL_END));
                out.add(Xml.CRLS_END);
            }
            if (!evidence.ocsps().isEmpty()) {
                out.add(Xml.OCSPS);
                evidence.ocsps()
                        .forEach(ocsp -> out.add(Xml.OCSP).add(base64(ocsp)).add(Xml.OCSP_END));
                out.add(Xml.OCSPS_END);
            }
            out.add(Xml.REVOCATIONS_END);
        }
        out.add(Xml.EVIDENCE_END);
    }

    private static byte[] base64(byte[] bytes) {
        return Base64.getEncoder().encode(bytes);
    }

    RecordSignature described() {
        return new RecordSignature(slot.key(), slot.role(), signer, at, value);
    }
}
