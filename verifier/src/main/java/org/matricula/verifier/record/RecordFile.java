package org.matricula.verifier.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A record file that is in the exact byte form: what it says, and the arithmetic of its signatures.
///
/// Whether a signer may be believed is not asked here. Owned by one thread at a time; does not copy the bytes.
public final class RecordFile {
    private final byte[] bytes;
    private final RecordContent content;
    private final @Nullable Issue issue;
    private final byte @Nullable [] statedDataDigest;
    private final List<FileSignature> signatures;
    private final Map<String, Slice> parts;
    private final Map<String, byte[]> digests = new HashMap<>();
    private final Sha256 sha = new Sha256();

    RecordFile(
            byte[] bytes,
            RecordContent content,
            @Nullable Issue issue,
            byte @Nullable [] statedDataDigest,
            List<FileSignature> signatures,
            Map<String, Slice> parts) {
        this.bytes = bytes;
        this.content = content;
        this.issue = issue;
        this.statedDataDigest = statedDataDigest;
        this.signatures = List.copyOf(signatures);
        this.parts = parts;
    }

    /// What the record says.
    public RecordContent content() {
        return content;
    }

    /// What the institution added on issuing; empty in a record that is not sealed yet.
    public Optional<Issue> issue() {
        return Optional.ofNullable(issue);
    }

    /// The signatures that are there, in their order.
    public List<FileSignature> signatures() {
        return signatures;
    }

    /// The keys of the signatures that the content asks for and the file lacks.
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (Slot slot : Slot.of(content)) {
            if (signatures.stream().noneMatch(s -> s.slot().equals(slot))) {
                missing.add(slot.key());
            }
        }
        return missing;
    }

    /// SHA-256 of the canonical bytes of the data, as Base64.
    public String dataDigest() {
        return Base64.getEncoder().encodeToString(digest("data"));
    }

    /// SHA-256 of the canonical bytes of a part as they stand, as Base64: what signatures over it must state.
    ///
    /// @param part the id of a block
    public String partDigest(String part) {
        return Base64.getEncoder().encodeToString(digest(part));
    }

    /// Whether the issue states the digest that the data has; false when there is no issue.
    public boolean issueMatchesData() {
        return Arrays.equals(statedDataDigest, digest("data"));
    }

    /// The ids of the parts that no longer match what a signature states about them.
    public List<String> changedParts(FileSignature signature) {
        List<String> changed = new ArrayList<>();
        for (FileSignature.Stated stated : signature.references()) {
            if (!parts.containsKey(stated.target()) || !Arrays.equals(stated.digest(), digest(stated.target()))) {
                changed.add(stated.target());
            }
        }
        return changed;
    }

    /// Whether the signature's own properties (time, role, certificate) are those that it signed.
    public boolean propertiesMatch(FileSignature signature) {
        Slice p = signature.properties();
        byte[] digest = sha.ofElement(Xml.PROPERTIES_APEX, Xml.PROPERTIES, bytes, p.from(), p.to());
        return Arrays.equals(digest, signature.propertiesDigest())
                && Arrays.equals(
                        signature.certificateDigest(),
                        signature.signer().sha256().bytes());
    }

    /// Whether the signature value is one over these bytes by the key of the certificate that the signature carries.
    public boolean valueMatches(FileSignature signature) {
        Slice s = signature.signedInfo();
        int from = s.from() + Xml.SIGNED_INFO.length;
        return Engines.verify(signature, Xml.SIGNED_INFO_APEX, bytes, from, s.to() - from);
    }

    /// What a time stamp of a signature must be over: SHA-256 of its canonical `SignatureValue`.
    public byte[] stamped(FileSignature signature) {
        return digest("val." + signature.key()).clone();
    }

    private byte[] digest(String target) {
        return digests.computeIfAbsent(target, id -> {
            Slice p = parts.get(id);
            if (p == null) {
                return new byte[0];
            }
            return switch (bytes[p.from() + 1]) {
                case 'b' -> sha.ofElement(Xml.BLOCK_APEX, Xml.BLOCK, bytes, p.from(), p.to());
                case 'd' -> sha.ofElement(Xml.DATA_APEX, Xml.DATA, bytes, p.from(), p.to());
                case 'i' -> sha.ofElement(Xml.ISSUE_APEX, Xml.ISSUE, bytes, p.from(), p.to());
                default -> sha.ofElement(Xml.VALUE_APEX, Xml.VALUE, bytes, p.from(), p.to());
            };
        });
    }

    byte[] bytes() {
        return bytes;
    }
}
