package org.matricula.registry.records.flows;

import java.util.List;
import java.util.UUID;
import org.matricula.registry.signing.CertifiedKey;
import org.matricula.verifier.record.RecordSealing;
import org.matricula.verifier.record.SigningAct;

/// What a key is asked to sign: written down before the key is used. The records themselves are not held
/// meanwhile; what is signed is a copy of each.
///
/// @param key whose certificate the signatures name
/// @param parts a record each
record Prepared(UUID id, CertifiedKey key, List<Part> parts) {
    Prepared {
        parts = List.copyOf(parts);
    }

    /// One signature.
    ///
    /// @param copy the record as it was read; the signature enters it first
    /// @param act brings the value into the copy
    record Part(UUID record, UUID pupil, RecordSealing copy, SigningAct act) {
        /// What is signed: SHA-256, 32 bytes.
        byte[] digest() {
            return act.digests().getFirst();
        }
    }
}
