package org.matricula.verifier.record;

import java.util.List;

/// What a record says, before anyone has signed it.
///
/// @param form the form it follows, for example `vn.report-book.primary.2020`
/// @param id the functional number of the document, for example `HB-2025-7QK4M2XN`; the same for its whole family
/// @param version 1 for the original; a corrected version counts on
/// @param issuer the institution that issues it
/// @param blocks its parts in order, each with one responsible signer
public record RecordContent(String form, String id, int version, Issuer issuer, List<Block> blocks) {
    public RecordContent {
        blocks = List.copyOf(blocks);
        if (version < 1 || version > 999_999_999) {
            throw new IllegalArgumentException("a version counts from 1 and has nine digits at most: " + version);
        }
    }

    /// The institution that issues the record.
    ///
    /// @param code its code in the national register
    /// @param name its name on the day of issue
    public record Issuer(String code, String name) {}
}
