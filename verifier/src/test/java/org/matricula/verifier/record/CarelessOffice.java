package org.matricula.verifier.record;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        RecordSealing.Issued issued = issue == null ? null : record.issued(issue);
        PendingSignature pending = PendingSignature.write(
                slot, SignerIdentity.of(signer), at, record.references(slot, issued), new Sha256());
        record.accept(
                record.signed(pending, signer.sign(List.of(pending.digest())).getFirst()), issued);
    }
}
