package org.matricula.verifier;

/// What a verdict says of a file. Never merged, never softened.
public enum State {
    /// Issued by the institution that it names; every check passed.
    GENUINE,
    /// Genuine, but replaced by a newer version. Needs a register to ask; a file alone never shows it.
    SUPERSEDED,
    /// Recalled, annulled, expired or revoked. Needs a register to ask; a file alone never shows it.
    CANCELLED,
    /// A part no longer matches its signature, or the file is not as it was issued.
    ALTERED,
    /// Well formed, but not issued by an institution that this register knows.
    NOT_OURS,
    /// Something could not be read or reached.
    COULD_NOT_CHECK
}
