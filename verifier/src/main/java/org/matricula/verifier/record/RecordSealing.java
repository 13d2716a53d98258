package org.matricula.verifier.record;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.matricula.verifier.record.PendingSignature.Reference;
import org.matricula.verifier.signature.Evidence;
import org.matricula.verifier.signature.KnownCertificate;

/// A record on its way from content to sealed file: who has signed, who signs next, and its bytes at any
/// moment.
///
/// Signing is two steps everywhere: [SigningAct] takes the digests of many records out to one signer and
/// brings the values in. Between acts, days may pass: [#toBytes()] is the state, [#resume(byte[])] takes
/// it up again.
///
/// Owned by one thread at a time.
public final class RecordSealing {
    private final RecordContent content;
    private final WrittenData data;
    private final List<Slot> slots;
    private final Map<String, SignedSlot> signed = new HashMap<>();
    private final Sha256 sha = new Sha256();
    private @Nullable Issued issued;

    /// What the institution adds, as bytes and digested; it becomes part of the record when the seal's
    /// value arrives.
    record Issued(Issue issue, byte[] bytes, byte[] digest) {}

    private RecordSealing(RecordContent content) {
        this.content = content;
        this.data = WrittenData.of(content);
        this.slots = List.copyOf(Slot.of(content));
    }

    /// Starts a record: writes its data and digests every block once for all who will sign it. No key is
    /// touched.
    ///
    /// @throws UnwritableRecord when the content breaks a rule of the format
    public static RecordSealing prepare(RecordContent content) {
        return new RecordSealing(content);
    }

    /// Takes up a record again from its file, sealed or still being signed.
    ///
    /// @throws UnwritableRecord when the bytes are not exactly what this class wrote; signature values
    ///     are
    ///     not checked
    public static RecordSealing resume(byte[] file) {
        RecordFile read = switch (RecordReader.read(file)) {
            case Reading.Accepted(RecordFile accepted) -> accepted;
            case Reading.Rejected(Reading.Fault fault, int offset, String where) ->
                throw new UnwritableRecord("not a record file: %s at byte %d (%s)".formatted(fault, offset, where));
        };
        RecordSealing sealing = new RecordSealing(read.content());
        for (FileSignature signature : read.signatures()) {
            List<X509Certificate> chain = signature.certificates().stream()
                    .map(KnownCertificate::certificate)
                    .toList();
            SignerIdentity signer =
                    SignerIdentity.of(chain.getFirst(), chain.subList(1, chain.size()), signature.algorithm());
            Issued issued = signature.role() == Block.Role.SEAL && read.issue().isPresent()
                    ? sealing.issued(read.issue().get())
                    : null;
            try {
                PendingSignature pending = sealing.pending(signature.key(), signer, signature.signedAt(), issued);
                sealing.accept(sealing.signed(pending, signature.value()), issued);
                signature.evidence().ifPresent(evidence -> sealing.beside(signature.key(), evidence));
            } catch (IllegalStateException e) {
                throw new UnwritableRecord("the file is not one that can be taken up again: " + e.getMessage());
            }
        }
        if (!Arrays.equals(sealing.toBytes(), file)) {
            throw new UnwritableRecord("the file's digests are not those of its parts; it has been changed");
        }
        return sealing;
    }

    /// The content that is being signed.
    public RecordContent content() {
        return content;
    }

    /// What the institution added; empty until the record is sealed.
    public Optional<Issue> issue() {
        return Optional.ofNullable(issued).map(Issued::issue);
    }

    /// SHA-256 of the canonical bytes of the data, as Base64: the digest that the issue and the PDF state.
    public String dataDigest() {
        return new String(data.whole(), StandardCharsets.US_ASCII);
    }

    /// The signatures so far, in the order in which they stand in the file.
    public List<RecordSignature> signatures() {
        return slots.stream()
                .map(slot -> signed.get(slot.key()))
                .filter(Objects::nonNull)
                .map(SignedSlot::described)
                .toList();
    }

    /// The keys that can be signed now: block ids of subjects, then `HOMEROOM`, `HEAD`, `SEAL`, each when
    /// all before it
    /// have signed. Empty when the record is sealed.
    public List<String> open() {
        Block.Role next = next();
        return slots.stream()
                .filter(slot -> slot.role() == next && !signed.containsKey(slot.key()))
                .map(Slot::key)
                .toList();
    }

    /// Whether every signature is there, the seal included.
    public boolean sealed() {
        return signed.size() == slots.size();
    }

    /// The file as it stands: sealed, or with the signatures so far.
    public byte[] toBytes() {
        int length = data.bytes().length + Xml.ROOT_END.length;
        byte[] issue = issued == null ? new byte[0] : issued.bytes();
        for (SignedSlot part : signed.values()) {
            length += part.length();
        }
        Bytes out = new Bytes(length + issue.length).add(data.bytes()).add(issue);
        for (Slot slot : slots) {
            SignedSlot part = signed.get(slot.key());
            if (part != null) {
                part.writeTo(out);
            }
        }
        out.add(Xml.ROOT_END);
        if (out.size() > Limits.FILE_BYTES) {
            throw new UnwritableRecord("the record is longer than " + Limits.FILE_BYTES + " bytes");
        }
        return out.size() == out.array().length ? out.array() : out.toArray();
    }

    /// The same record with changed content. The signatures that cover a changed part are dropped, exactly
    /// those: a changed subject loses its teacher's, the homeroom teacher's and the head's; the others
    /// stay.
    ///
    /// @throws IllegalStateException when the record is sealed: a sealed version never changes
    /// @throws UnwritableRecord when the new content is another record or breaks a rule of the format
    public RecordSealing changed(RecordContent to) {
        if (sealed()) {
            throw new IllegalStateException("record " + Names.of(content) + " is sealed; issue a corrected version");
        }
        if (!Names.of(to).equals(Names.of(content))) {
            throw new UnwritableRecord("record " + Names.of(to) + " is not " + Names.of(content));
        }
        RecordSealing next = new RecordSealing(to);
        for (Slot slot : next.slots) {
            SignedSlot kept = signed.get(slot.key());
            if (kept != null && kept.slot().equals(slot) && next.coversTheSameAs(this, slot)) {
                next.signed.put(slot.key(), kept);
            }
        }
        return next;
    }

    /// Takes over a signature that was made on another copy of this record, if it covers here exactly what
    /// it covers there. So a key that takes its time signs a copy, while the record itself is free to go
    /// on.
    ///
    /// @param key the id of a subject's block, `HOMEROOM` or `HEAD`
    /// @return whether it was taken over; if not, what it covers has changed, or the record is signed
    ///     there already
    public boolean takeOver(String key, RecordSealing copy) {
        SignedSlot given = copy.signed.get(key);
        if (given == null
                || given.slot().role() == Block.Role.SEAL
                || !open().contains(key)
                || !Names.of(copy.content).equals(Names.of(content))
                || !coversTheSameAs(copy, given.slot())) {
            return false;
        }
        signed.put(key, given);
        return true;
    }

    private boolean coversTheSameAs(RecordSealing other, Slot slot) {
        List<Reference> mine = references(slot, null);
        List<Reference> theirs = other.references(slot, null);
        if (mine.size() != theirs.size()) {
            return false;
        }
        for (int i = 0; i < mine.size(); i++) {
            byte[] digest = mine.get(i).digest();
            if (digest.length == 0
                    || !mine.get(i).target().equals(theirs.get(i).target())
                    || !Arrays.equals(digest, theirs.get(i).digest())) {
                return false;
            }
        }
        return true;
    }

    /// Writes a signature up to its value.
    ///
    /// @param with what the seal also covers; null for the other signatures
    PendingSignature pending(String key, SignerIdentity signer, Instant signingTime, @Nullable Issued with) {
        Slot slot = slots.stream()
                .filter(s -> s.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "record " + Names.of(content) + " has nothing to sign as '" + key + "'"));
        Instant at = PendingSignature.wholeSeconds(signingTime);
        if (slot.role() != next() || signed.containsKey(key)) {
            throw new IllegalStateException(
                    "record %s is not to be signed as '%s' now; open are %s".formatted(Names.of(content), key, open()));
        }
        for (SignedSlot earlier : signed.values()) {
            if (earlier.slot().role() != slot.role() && earlier.at().isAfter(at)) {
                throw new IllegalStateException("record %s cannot be signed as '%s' at %s: '%s' was signed later, at %s"
                        .formatted(Names.of(content), key, at, earlier.slot().key(), earlier.at()));
            }
        }
        return PendingSignature.write(slot, signer, at, references(slot, with), sha);
    }

    Issued issued(Issue with) {
        Bytes out = new Bytes(512).add(Xml.ISSUE_OF).plain(Names.of(content));
        out.add(Xml.LOOKUP_CODE).text(WrittenData.limited(with.lookupCode(), "lookupCode"), "lookupCode");
        out.add(Xml.CONFIRMATION_CODE)
                .text(WrittenData.limited(with.confirmationCode(), "confirmationCode"), "confirmationCode");
        out.add(Xml.EFFECTIVE_AT).plain(Issue.FORMAT.format(with.effectiveAt()));
        byte[] bytes =
                out.add(Xml.DATA_DIGEST).add(data.whole()).add(Xml.ISSUE_END).toArray();
        byte[] digest = sha.ofElement(Xml.ISSUE_APEX, Xml.ISSUE, bytes, 0, bytes.length);
        return new Issued(with, bytes, WrittenData.base64(digest));
    }

    /// A finished signature, not yet the record's.
    SignedSlot signed(PendingSignature pending, byte[] value) {
        return pending.with(value, sha);
    }

    void accept(SignedSlot finished, @Nullable Issued with) {
        String key = finished.slot().key();
        if (signed.containsKey(key)) {
            throw new IllegalStateException("record %s is already signed as '%s'".formatted(Names.of(content), key));
        }
        signed.put(key, finished);
        issued = with;
    }

    private void beside(String key, Evidence evidence) {
        signed.computeIfPresent(key, (_, slot) -> slot.with(evidence));
    }

    /// The chains of certificates of everyone who has signed so far.
    List<List<X509Certificate>> chains() {
        return signed.values().stream().map(slot -> slot.signer().whole()).toList();
    }

    private Block.@Nullable Role next() {
        for (Slot slot : slots) {
            if (!signed.containsKey(slot.key())) {
                return slot.role();
            }
        }
        return null;
    }

    List<Reference> references(Slot slot, @Nullable Issued with) {
        List<Reference> references = new ArrayList<>(slots.size() + 2);
        switch (slot.role()) {
            case SUBJECT -> blocks(references, block -> block.id().equals(slot.key()));
            case HOMEROOM -> blocks(references, block -> block.by() == Block.Role.HOMEROOM);
            case HEAD -> references.add(new Reference("data", data.whole()));
            case SEAL -> {
                references.add(new Reference("data", data.whole()));
                if (with != null) {
                    references.add(new Reference("issue", with.digest()));
                }
            }
        }
        if (slot.role() == Block.Role.SUBJECT) {
            return references;
        }
        for (Slot earlier : slots) {
            if (earlier.role().compareTo(slot.role()) < 0) {
                SignedSlot part = signed.get(earlier.key());
                byte[] digest = part == null ? new byte[0] : part.valueDigest();
                references.add(new Reference("val." + earlier.key(), digest));
            }
        }
        return references;
    }

    private void blocks(List<Reference> references, Predicate<Block> covered) {
        for (int i = 0; i < content.blocks().size(); i++) {
            Block block = content.blocks().get(i);
            if (covered.test(block)) {
                references.add(new Reference(block.id(), data.blocks().get(i)));
            }
        }
    }
}
