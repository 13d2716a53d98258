package org.matricula.verifier.record;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.matricula.verifier.signature.Evidence;
import org.matricula.verifier.testing.TestKey;

/// Signs what the real office refuses to sign: at any time, in any order. For bad examples only.
public final class CarelessOffice {
    private CarelessOffice() {}

    /// Signs a slot at a time that is not looked at.
    ///
    /// @param key a block id, or `HOMEROOM`, `HEAD`, `SEAL`
    /// @param issue for the seal only
    public static void sign(RecordSealing record, String key, TestKey signer, Instant at, @Nullable Issue issue) {
        Slot slot = Slot.of(record.content()).stream()
                .filter(s -> s.key().equals(key))
                .findFirst()
                .orElseThrow();
        sign(record, slot, signer, at, issue, null);
    }

    /// Seals, with evidence that is not looked at.
    ///
    /// @param evidence what to put beside the seal, from SHA-256 of its value element
    public static void seal(
            RecordSealing record, TestKey signer, Instant at, Issue issue, Function<byte[], Evidence> evidence) {
        Slot slot = Slot.of(record.content()).getLast();
        sign(record, slot, signer, at, issue, evidence);
    }

    private static void sign(
            RecordSealing record,
            Slot slot,
            TestKey signer,
            Instant at,
            @Nullable Issue issue,
            @Nullable Function<byte[], Evidence> evidence) {
        RecordSealing.Issued issued = issue == null ? null : record.issued(issue);
        PendingSignature pending = PendingSignature.write(
                slot, SignerIdentity.of(signer), at, record.references(slot, issued), new Sha256());
        SignedSlot signed =
                record.signed(pending, signer.sign(List.of(pending.digest())).getFirst());
        byte[] imprint = Base64.getDecoder().decode(signed.valueDigest());
        record.accept(evidence == null ? signed : signed.with(evidence.apply(imprint)), issued);
    }
}
