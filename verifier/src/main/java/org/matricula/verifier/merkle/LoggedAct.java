package org.matricula.verifier.merkle;

/// What was done to a document. The names are part of the format: a name is never changed, new ones are
/// added.
public enum LoggedAct {
    /// The first version was issued.
    ISSUE,
    /// A corrected version was issued.
    CORRECT,
    /// A version was recalled.
    RECALL,
    /// A duplicate was issued.
    DUPLICATE,
    /// A document was cancelled.
    CANCEL,
    /// A document was declared void from the beginning.
    ANNUL,
    /// An application was received.
    RECEIVE,
    /// A decision was taken.
    DECIDE;

    /// What the issue of a version is: the first is an issue, every later one corrects the one before.
    ///
    /// @param version from 1
    public static LoggedAct issuing(int version) {
        return version == 1 ? ISSUE : CORRECT;
    }
}
