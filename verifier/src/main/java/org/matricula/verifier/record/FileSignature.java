package org.matricula.verifier.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matricula.verifier.signature.Evidence;
import org.matricula.verifier.signature.KnownCertificate;
import org.matricula.verifier.signature.Signer;

/// A signature as it stands in a file: what it states, nothing of it checked yet but its form.
public final class FileSignature {
    private final Slot slot;
    private final Signer.Algorithm algorithm;
    private final List<Stated> references;
    private final byte[] propertiesDigest;
    private final byte[] value;
    private final List<KnownCertificate> certificates;
    private final Instant signedAt;
    private final byte[] certificateDigest;
    private final Slice signedInfo;
    private final Slice valueElement;
    private final Slice properties;
    private final @Nullable Evidence evidence;

    /// A part that the signature covers, with the digest that it states.
    ///
    /// @param target the id of the part: a block's, `data`, `issue`, or `val.` and the key of an earlier signature
    record Stated(String target, byte[] digest) {}

    FileSignature(
            Slot slot,
            Signer.Algorithm algorithm,
            List<Stated> references,
            byte[] propertiesDigest,
            byte[] value,
            List<KnownCertificate> certificates,
            Instant signedAt,
            byte[] certificateDigest,
            Slice signedInfo,
            Slice valueElement,
            Slice properties,
            @Nullable Evidence evidence) {
        this.slot = slot;
        this.algorithm = algorithm;
        this.references = references;
        this.propertiesDigest = propertiesDigest;
        this.value = value;
        this.certificates = List.copyOf(certificates);
        this.signedAt = signedAt;
        this.certificateDigest = certificateDigest;
        this.signedInfo = signedInfo;
        this.valueElement = valueElement;
        this.properties = properties;
        this.evidence = evidence;
    }

    /// What it signs: the id of a SUBJECT block, or `HOMEROOM`, `HEAD`, `SEAL`.
    public String key() {
        return slot.key();
    }

    /// As whom the signer signed.
    public Block.Role role() {
        return slot.role();
    }

    /// The algorithm that it states.
    public Signer.Algorithm algorithm() {
        return algorithm;
    }

    /// When the signing system says that it was signed, to the second.
    public Instant signedAt() {
        return signedAt;
    }

    /// The certificates that it carries: the signer's first, then those above it.
    public List<KnownCertificate> certificates() {
        return certificates;
    }

    /// The signer's certificate, as the signature carries it.
    public KnownCertificate signer() {
        return certificates.getFirst();
    }

    /// The signature value: `r || s` for ECDSA, PKCS #1 for RSA.
    public byte[] value() {
        return value.clone();
    }

    /// What stands beside the signature from level T on; nothing of it is checked yet but that it is there.
    public Optional<Evidence> evidence() {
        return Optional.ofNullable(evidence);
    }

    Slot slot() {
        return slot;
    }

    List<Stated> references() {
        return references;
    }

    byte[] propertiesDigest() {
        return propertiesDigest;
    }

    byte[] certificateDigest() {
        return certificateDigest;
    }

    Slice signedInfo() {
        return signedInfo;
    }

    Slice valueElement() {
        return valueElement;
    }

    Slice properties() {
        return properties;
    }
}
