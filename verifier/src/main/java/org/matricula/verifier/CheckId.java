package org.matricula.verifier;

/// Everything that a verdict rests on, in the order in which it is told. A check that was not made is not a pass.
public enum CheckId {
    /// The bytes are there, not too many, and of a kind that we can read.
    READABLE(State.COULD_NOT_CHECK),
    /// The file is a PDF of our profile: one revision, plain cross-reference table, nothing hidden.
    PDF_STRUCTURE(State.ALTERED),
    /// The PDF does nothing by itself: no scripts, no programs, no forms that send.
    PDF_ACTIVE_CONTENT(State.ALTERED),
    /// The PDF's seal covers the whole file, and nothing was added after it.
    PDF_WHOLE_FILE(State.ALTERED),
    /// The PDF's seal is one over these bytes.
    PDF_SEAL_VALUE(State.ALTERED),
    /// The PDF was sealed with the same key as the record inside.
    PDF_SEAL_CERTIFICATE(State.NOT_OURS),
    /// The record inside the PDF is the one that the PDF says it shows.
    PDF_ATTACHMENT(State.ALTERED),
    /// The record is in the exact byte form of the format.
    STRUCTURE(State.ALTERED),
    /// Every block has its signer, and the record has its head's signature and its seal.
    SIGNATURES_PRESENT(State.ALTERED),
    /// Every part is as its signers signed it.
    PARTS_UNCHANGED(State.ALTERED),
    /// Time, role and certificate of each signature are those that were signed.
    SIGNATURE_PROPERTIES(State.ALTERED),
    /// Keys are long enough for their algorithms.
    ALGORITHMS(State.NOT_OURS),
    /// Every signature value is one over its bytes by the key of its certificate.
    SIGNATURE_VALUES(State.ALTERED),
    /// The digest of the data that the institution stated on issuing is the data's.
    DATA_DIGEST(State.ALTERED),
    /// Subjects signed first, then the homeroom teacher, the head, and the seal last.
    SIGNING_ORDER(State.ALTERED),
    /// No signature states a time that is yet to come.
    SIGNED_BEFORE_NOW(State.COULD_NOT_CHECK),
    /// There is a list of trusted institutions to check against.
    TRUST_LIST(State.COULD_NOT_CHECK),
    /// Every certificate leads to a root that this register trusts.
    CERTIFICATE_CHAINS(State.NOT_OURS),
    /// Every certificate was valid when its key signed.
    VALID_AT_SIGNING(State.NOT_OURS),
    /// People signed with a person's key, and the institution sealed with a seal.
    CERTIFICATE_KINDS(State.NOT_OURS),
    /// The register knows the institution, and every key is the institution's.
    INSTITUTION(State.NOT_OURS),
    /// The names in the record are those of the people who signed.
    SIGNER_NAMES(State.NOT_OURS),
    /// No certificate was revoked.
    REVOCATION(State.COULD_NOT_CHECK),
    /// The issue of the record is in a transparency log that this register trusts, where the proof says.
    LOG_INCLUSION(State.NOT_OURS);

    private final State whenFailed;

    CheckId(State whenFailed) {
        this.whenFailed = whenFailed;
    }

    /// What a file is when this check fails.
    public State whenFailed() {
        return whenFailed;
    }

    /// Whether a record can be genuine although this does not apply to it.
    boolean mayNotApply(Kind kind) {
        return switch (this) {
            case SIGNER_NAMES, REVOCATION, LOG_INCLUSION -> true;
            case PDF_STRUCTURE,
                    PDF_ACTIVE_CONTENT,
                    PDF_WHOLE_FILE,
                    PDF_SEAL_VALUE,
                    PDF_SEAL_CERTIFICATE,
                    PDF_ATTACHMENT -> kind == Kind.RECORD_XML;
            default -> false;
        };
    }
}
