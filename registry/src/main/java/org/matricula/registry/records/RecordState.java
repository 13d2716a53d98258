package org.matricula.registry.records;

import static java.util.Map.entry;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// How far a record is. [#NEXT] is the one table of what may follow what; the picture in `docs/generated` is drawn from
/// it.
public enum RecordState {
    /// Something is still missing; parts that are complete may be signed already.
    DRAFT,
    /// Everything is entered.
    ENTERED,
    /// Every subject teacher has signed.
    SUBJECT_SIGNED,
    /// The homeroom teacher has signed.
    HOMEROOM_SIGNED,
    /// The head has approved and signed.
    APPROVED,
    /// Sealed by the institution, in force, issued as XML and PDF. Nothing in it changes any more.
    CLOSED,
    /// Withdrawn as the authority directed; the file stays and says so.
    RECALLED;

    /// What may follow. Before closing, a change of what is entered leads back as far as it voids signatures.
    public static final Map<RecordState, Set<RecordState>> NEXT = Map.ofEntries(
            entry(DRAFT, EnumSet.of(ENTERED, SUBJECT_SIGNED)),
            entry(ENTERED, EnumSet.of(SUBJECT_SIGNED, DRAFT)),
            entry(SUBJECT_SIGNED, EnumSet.of(HOMEROOM_SIGNED, ENTERED, DRAFT)),
            entry(HOMEROOM_SIGNED, EnumSet.of(APPROVED, SUBJECT_SIGNED, ENTERED, DRAFT)),
            entry(APPROVED, EnumSet.of(CLOSED, HOMEROOM_SIGNED, SUBJECT_SIGNED, ENTERED, DRAFT)),
            entry(CLOSED, EnumSet.of(RECALLED)),
            entry(RECALLED, EnumSet.noneOf(RecordState.class)));

    /// Whether nothing of a record in this state changes any more.
    public boolean closed() {
        return this == CLOSED || this == RECALLED;
    }

    /// Whether a state may follow this one; staying is no step.
    public boolean mayBecome(RecordState next) {
        return NEXT.get(this).contains(next);
    }
}
