package org.matricula.verifier.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// A signature written up to its value: the digest goes out to the signer, the value comes in.
///
/// The bytes depend on nothing but the record, the signer's certificates and the time, so that a lost one is written
/// again byte for byte.
final class PendingSignature {
    private final Slot slot;
    private final SignerIdentity signer;
    private final Instant at;
    private final byte[] before;
    private final byte[] after;
    private final byte[] digest;

    private PendingSignature(Slot slot, SignerIdentity signer, Instant at, byte[] before, byte[] after, byte[] digest) {
        this.slot = slot;
        this.signer = signer;
        this.at = at;
        this.before = before;
        this.after = after;
        this.digest = digest;
    }

    /// What a signature covers: the id of an element and the digest of its canonical bytes, as Base64.
    record Reference(String target, byte[] digest) {}

    /// Writes everything but the value.
    static PendingSignature write(
            Slot slot, SignerIdentity signer, Instant at, List<Reference> references, Sha256 sha) {
        String key = slot.key();
        Bytes out = new Bytes(2_048 + references.size() * 96 + signer.keyInfo().length);
        out.add(signer.keyInfo()).plain(key).add(Xml.TAG_END);
        int from = out.size();
        properties(out, slot, signer, at, references.size());
        byte[] propertiesDigest =
                WrittenData.base64(sha.ofElement(Xml.PROPERTIES_APEX, Xml.PROPERTIES, out.array(), from, out.size()));
        byte[] after = out.toArray();

        out = new Bytes(2_048 + references.size() * 420);
        out.add(Xml.SIGNATURE).plain(key).add(Xml.TAG_END);
        from = out.size();
        out.add(Xml.SIGNED_INFO_START).add(signer.method()).add(Xml.METHOD_END);
        int number = 1;
        for (Reference reference : references) {
            out.add(Xml.REFERENCE_ID).plain(key).plain(".").plain(Integer.toString(number++));
            out.add(Xml.REFERENCE_URI).plain(reference.target());
            out.add(Xml.REFERENCE_DIGEST).add(reference.digest()).add(Xml.REFERENCE_END);
        }
        out.add(Xml.REFERENCE_PROPERTIES).plain(key);
        out.add(Xml.REFERENCE_DIGEST).add(propertiesDigest).add(Xml.REFERENCE_END);
        out.add(Xml.SIGNED_INFO_END);
        byte[] digest = sha.ofElement(Xml.SIGNED_INFO_APEX, Xml.SIGNED_INFO, out.array(), from, out.size());
        byte[] before = out.add(Xml.VALUE_ID).plain(key).add(Xml.TAG_END).toArray();
        return new PendingSignature(slot, signer, at, before, after, digest);
    }

    private static void properties(Bytes out, Slot slot, SignerIdentity signer, Instant at, int references) {
        out.add(Xml.PROPERTIES_ID).plain(slot.key());
        out.add(Xml.SIGNING_TIME).plain(at.toString());
        out.add(Xml.CERT_DIGEST).add(signer.certificateDigest());
        out.add(Xml.CLAIMED_ROLE).plain(slot.role().name()).add(Xml.CLAIMED_ROLE_END);
        for (int number = 1; number <= references; number++) {
            out.add(Xml.DATA_OBJECT).plain(slot.key()).plain(".").plain(Integer.toString(number));
            out.add(Xml.DATA_OBJECT_END);
        }
        out.add(Xml.PROPERTIES_END);
    }

    /// A signing time as the format counts it: whole seconds, and a year of four digits.
    static Instant wholeSeconds(Instant at) {
        Instant seconds = at.truncatedTo(ChronoUnit.SECONDS);
        if (seconds.isBefore(Instant.EPOCH) || seconds.getEpochSecond() >= 253_402_300_800L) {
            throw new UnwritableRecord("the signing time is out of range: " + at);
        }
        return seconds;
    }

    Slot slot() {
        return slot;
    }

    /// SHA-256 of the canonical SignedInfo: what the signer signs.
    byte[] digest() {
        return digest.clone();
    }

    /// The finished signature.
    ///
    /// @throws UnwritableRecord when the value cannot be one of the signer's algorithm
    SignedSlot with(byte[] value, Sha256 sha) {
        boolean fits = switch (signer.algorithm()) {
            case ECDSA_SHA256 -> value.length == 64;
            case RSA_SHA256 -> value.length >= 256 && value.length <= 1024;
        };
        if (!fits) {
            throw new UnwritableRecord("a signature value of " + value.length + " bytes is not one of "
                    + signer.algorithm() + "; ECDSA values are r || s, 64 bytes");
        }
        byte[] text = WrittenData.base64(value);
        Bytes element = new Bytes(text.length + 160);
        element.add(Xml.VALUE_APEX).plain(" Id=\"val.").plain(slot.key()).add(Xml.TAG_END);
        byte[] digest =
                WrittenData.base64(sha.of(element.add(text).add(Xml.VALUE_END).toArray()));
        return new SignedSlot(slot, signer, at, before, text, after, value.clone(), digest, null);
    }
}
