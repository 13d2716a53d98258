package org.matricula.verifier.merkle;

import java.nio.ByteBuffer;
import java.security.interfaces.EdECPrivateKey;
import java.time.Instant;

/// The private key of a witness. It signs nothing else, and whoever holds it has first seen that the tree
/// grew out of the one cosigned before.
public final class WitnessSigner {
    private final NoteSigner signer;
    private final WitnessKey key;

    private WitnessSigner(NoteSigner signer, WitnessKey key) {
        this.signer = signer;
        this.key = key;
    }

    /// @param name of the witness
    /// @param key of the kind Ed25519, in memory; not that of a log
    /// @throws Unreadable when the name is not fit, or the key is of another kind
    public static WitnessSigner of(String name, EdECPrivateKey key) {
        NoteSigner signer = NoteSigner.of(name, key);
        return new WitnessSigner(signer, WitnessKey.of(name, signer.verifier().point()));
    }

    /// What others need to check the cosignatures.
    public WitnessKey key() {
        return key;
    }

    /// The cosignature of a checkpoint.
    ///
    /// @param at the time of cosigning, told in whole seconds
    public SignedNote.Signature cosign(SignedNote checkpoint, Instant at) {
        long seconds = at.getEpochSecond();
        if (seconds <= 0) {
            throw new IllegalArgumentException("a cosignature has a time after 1970: " + at);
        }
        byte[] signature = signer.value(WitnessKey.message(checkpoint.text(), seconds));
        byte[] value = ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(seconds)
                .put(signature)
                .array();
        return new SignedNote.Signature(key.name(), key.id(), value);
    }
}
