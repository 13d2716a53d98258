package org.matricula.registry.verification;

import java.util.List;
import org.matricula.verifier.merkle.VerifierKey;
import org.matricula.verifier.signature.TrustList;

/// What a register says of itself to those who trust it already: the seals of its institutions, and the keys with which
/// its portal signs verdicts.
public record OwnTrust(List<TrustList.Institution> institutions, List<VerifierKey> portals) {
    /// Of a portal without a register of its own.
    public static final OwnTrust NONE = new OwnTrust(List.of(), List.of());

    public OwnTrust {
        institutions = List.copyOf(institutions);
        portals = List.copyOf(portals);
    }
}
