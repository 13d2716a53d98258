package org.matricula.verifier.record;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matricula.verifier.signature.Evidence;
import org.matricula.verifier.signature.SignatureLevel;
import org.matricula.verifier.signature.Signer;
import org.matricula.verifier.signature.Stamper;
import org.matricula.verifier.signature.Stamper.StampingFailed;
import org.matricula.verifier.signature.TimeStamp;

/// One act of one signer over any number of records: a teacher signs a class, a principal a school.
///
/// Collect what is to be signed, take the digests out, bring the values in. Nothing of a record changes before its
/// value arrives, so a failure in the middle leaves every record either signed or as it was.
///
/// ```java
/// SigningAct act = new SigningAct(SignerIdentity.of(signer), at);
/// records.forEach(record -> act.subject(record, "subject.MATHEMATICS"));
/// act.signWith(signer);
/// ```
public final class SigningAct {
    private final SignerIdentity signer;
    private final Instant at;
    private final List<Part> parts = new ArrayList<>();

    private record Part(RecordSealing record, PendingSignature pending, RecordSealing.@Nullable Issued issued) {}

    /// @param signer whose key signs
    /// @param at the time of signing that the signatures state: the server's clock, cut to the second
    public SigningAct(SignerIdentity signer, Instant at) {
        this.signer = signer;
        this.at = at;
    }

    /// Adds the signature of a subject's teacher over that block.
    ///
    /// @throws IllegalStateException when the record has no such block or it is signed already
    public SigningAct subject(RecordSealing record, String blockId) {
        if (!Names.isBlockId(blockId)) {
            throw new IllegalStateException("'" + blockId + "' is not the id of a block");
        }
        return add(record, blockId);
    }

    /// Adds the homeroom teacher's signature over the consolidated blocks and every subject signature.
    ///
    /// @throws IllegalStateException when a subject signature is missing, or the record wants no such signature
    public SigningAct homeroom(RecordSealing record) {
        return add(record, Names.HOMEROOM);
    }

    /// Adds the head's signature over all data and every signature before.
    ///
    /// @throws IllegalStateException when a signature before it is missing
    public SigningAct head(RecordSealing record) {
        return add(record, Names.HEAD);
    }

    /// Adds the institution's seal over the data, the issue and every signature before; it closes the record.
    ///
    /// @throws IllegalStateException when a signature before it is missing
    /// @throws UnwritableRecord when a text of the issue breaks a rule of the format
    public SigningAct seal(RecordSealing record, Issue issue) {
        return add(record, Names.SEAL, record.issued(issue));
    }

    /// How many signatures the act makes.
    public int size() {
        return parts.size();
    }

    /// What the signer signs: one SHA-256 digest for each signature, in the order of adding.
    public List<byte[]> digests() {
        return parts.stream().map(part -> part.pending().digest()).toList();
    }

    /// Brings the values in.
    ///
    /// @param values one for each digest, in the same order: `r || s` for ECDSA, PKCS #1 for RSA
    /// @throws UnwritableRecord when their number or form is wrong; no record has changed then
    public void accept(List<byte[]> values) {
        accept(values, Stamper.NONE);
    }

    /// Brings the values in and raises the signatures to a level. Nothing of any record changes before all are raised.
    ///
    /// @param values one for each digest, in the same order: `r || s` for ECDSA, PKCS #1 for RSA
    /// @param stamper who stamps, and to which level
    /// @throws UnwritableRecord when their number or form is wrong; no record has changed then
    /// @throws Stamper.StampingFailed when the level cannot be reached; no record has changed then
    public void accept(List<byte[]> values, Stamper stamper) {
        if (values.size() != parts.size()) {
            throw new UnwritableRecord("%d values came in for %d digests".formatted(values.size(), parts.size()));
        }
        List<SignedSlot> finished = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            Part part = parts.get(i);
            SignedSlot signed = part.record().signed(part.pending(), values.get(i));
            finished.add(stamper.level() == SignatureLevel.B ? signed : raised(signed, part.record(), stamper));
        }
        for (int i = 0; i < values.size(); i++) {
            parts.get(i).record().accept(finished.get(i), parts.get(i).issued());
        }
        parts.clear();
    }

    private SignedSlot raised(SignedSlot signed, RecordSealing record, Stamper stamper) {
        byte[] imprint = Base64.getDecoder().decode(signed.valueDigest());
        byte[] token = stamper.token(imprint);
        if (TimeStamp.read(token)
                .filter(stamp -> Arrays.equals(stamp.sha256(), imprint))
                .isEmpty()) {
            throw new StampingFailed("the time-stamp authority stamped something else");
        }
        if (stamper.level() == SignatureLevel.T) {
            return signed.with(new Evidence(token, List.of(), List.of()));
        }
        // Also of those whose signatures this one covers: they are at level B, and its time stamp serves them too.
        List<List<X509Certificate>> chains = new ArrayList<>(record.chains());
        chains.add(signer.whole());
        Evidence.Revocations known = stamper.revocations(chains);
        return signed.with(new Evidence(token, known.crls(), known.ocsps()));
    }

    /// Both steps at once, for a key that is at hand.
    ///
    /// @throws Signer.SigningFailed when the key refuses or cannot be reached; no record has changed then
    public void signWith(Signer key) {
        signWith(key, Stamper.NONE);
    }

    /// Both steps at once, and the signatures raised to a level.
    ///
    /// @throws Signer.SigningFailed when the key refuses or cannot be reached; no record has changed then
    /// @throws Stamper.StampingFailed when the level cannot be reached; no record has changed then
    public void signWith(Signer key, Stamper stamper) {
        if (!key.certificate().equals(signer.certificate())) {
            throw new IllegalArgumentException("the key is not the one whose certificate the signatures name");
        }
        accept(key.sign(digests()), stamper);
    }

    private SigningAct add(RecordSealing record, String key) {
        return add(record, key, null);
    }

    private SigningAct add(RecordSealing record, String key, RecordSealing.@Nullable Issued issued) {
        parts.add(new Part(record, record.pending(key, signer, at, issued), issued));
        return this;
    }
}
