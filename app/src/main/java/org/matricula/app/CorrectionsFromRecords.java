package org.matricula.app;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.matricula.registry.records.CorrectionNotes;
import org.matricula.registry.records.store.CorrectionStore.Sent;
import org.matricula.registry.verification.spi.Corrections;

/// Hands what strangers send on the public page to the records, and back how far it is.
final class CorrectionsFromRecords implements Corrections {
    private final CorrectionNotes notes;

    CorrectionsFromRecords(CorrectionNotes notes) {
        this.notes = notes;
    }

    @Override
    public Optional<String> keep(String lookupCode, Note note) {
        return notes.keep(
                lookupCode,
                record -> new Sent(
                        note.once(),
                        record,
                        note.part(),
                        note.field(),
                        note.label(),
                        note.value(),
                        note.says(),
                        note.contact(),
                        note.evidence().map(Evidence::bytes),
                        note.evidence().map(Evidence::name).orElse(""),
                        note.evidence().map(Evidence::type).orElse("")));
    }

    @Override
    public Optional<Followed> followed(String receipt) {
        return notes.followed(receipt)
                .map(it -> new Followed(
                        it.number(),
                        it.label(),
                        it.value(),
                        it.says(),
                        it.steps().stream()
                                .map(step -> new Step(step.kind(), step.at(), step.reason()))
                                .toList()));
    }

    @Override
    public Optional<OffsetDateTime> underCorrection(String lookupCode) {
        return notes.underCorrection(lookupCode);
    }
}
