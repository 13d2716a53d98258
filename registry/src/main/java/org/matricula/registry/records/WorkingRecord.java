package org.matricula.registry.records;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.gradebook.spi.PupilRow;
import org.matricula.registry.records.spi.ClassRecordForm.Composition;
import org.matricula.registry.records.store.RecordStore.Kept;
import org.matricula.verifier.record.Block;
import org.matricula.verifier.record.RecordSealing;
import org.matricula.verifier.record.RecordSignature;

/// A pupil's record while it is being made: what the class says now, what the law says of it, and who has signed.
///
/// @param pupil whose it is
/// @param kept what the database keeps; empty while there is no personal number to make the record's number from
/// @param row what is entered
/// @param composition the record composed from it, or why there is none yet
/// @param sealing the record with the signatures that still stand; empty when no part is complete, and once it is
///     closed
public record WorkingRecord(
        UUID pupil, Optional<Kept> kept, PupilRow row, Composition composition, Optional<RecordSealing> sealing) {
    /// The key of the homeroom teacher's signature.
    public static final String HOMEROOM = "HOMEROOM";
    /// The key of the head's signature.
    public static final String HEAD = "HEAD";

    /// How far it is.
    public RecordState state() {
        RecordState last = kept.map(Kept::state).orElse(RecordState.DRAFT);
        if (last.closed()) {
            return last;
        }
        if (composition.content().isEmpty() || sealing.isEmpty()) {
            return RecordState.DRAFT;
        }
        List<String> signed = signed();
        if (signed.contains(HEAD)) {
            return RecordState.APPROVED;
        }
        if (signed.contains(HOMEROOM)) {
            return RecordState.HOMEROOM_SIGNED;
        }
        boolean subjects = composition.content().get().blocks().stream()
                .filter(block -> block.by() == Block.Role.SUBJECT)
                .allMatch(block -> signed.contains(block.id()));
        return subjects ? RecordState.SUBJECT_SIGNED : RecordState.ENTERED;
    }

    /// The keys of the signatures that stand.
    public List<String> signed() {
        return sealing.stream()
                .flatMap(record -> record.signatures().stream())
                .map(RecordSignature::key)
                .toList();
    }

    /// Whether this key can be signed now: everything before it is there, and it is not signed yet. The homeroom
    /// teacher and the head sign complete records only.
    public boolean ready(String key) {
        if (sealing.isEmpty() || !sealing.get().open().contains(key)) {
            // A subject can be signed before others are entered, so it is open as soon as its block is there.
            return false;
        }
        return key.equals(HOMEROOM) || key.equals(HEAD) ? composition.content().isPresent() : true;
    }

    /// Whether nothing of it changes any more.
    public boolean closed() {
        return state().closed();
    }
}
