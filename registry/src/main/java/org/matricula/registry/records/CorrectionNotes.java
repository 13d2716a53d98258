package org.matricula.registry.records;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.records.store.CorrectionStore;
import org.matricula.registry.records.store.CorrectionStore.Note;
import org.matricula.registry.records.store.CorrectionStore.Sent;
import org.matricula.registry.records.store.IssuedStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What people outside say is wrong in an issued record, and how far the school is with it; for the public page, which
/// has asked before who they are: somebody who holds the record.
@Component
public class CorrectionNotes {
    private final CorrectionStore store;
    private final IssuedStore issued;
    private final FamilyTree families;
    private final InstantSource clock;

    CorrectionNotes(CorrectionStore store, IssuedStore issued, FamilyTree families, InstantSource clock) {
        this.store = store;
        this.issued = issued;
        this.families = families;
        this.clock = clock;
    }

    /// What happened since a note came.
    ///
    /// @param kind `RECEIVED`, a step of the school, or a step of the family
    public record Step(String kind, OffsetDateTime at, String reason) {}

    /// A note as whoever sent it may follow it.
    public record Followed(String number, String label, String value, String says, List<Step> steps) {
        public Followed {
            steps = List.copyOf(steps);
        }
    }

    /// Keeps a note on a version.
    ///
    /// @param about finds the rest of the note, given the version's record
    /// @return the receipt; empty when there is no such version
    @Transactional
    public Optional<String> keep(String lookupCode, java.util.function.Function<UUID, Sent> about) {
        return issued.byLookupCode(lookupCode).map(row -> store.keep(about.apply(row.record()), clock.instant()));
    }

    /// How far a note is; empty when no note has this receipt.
    public Optional<Followed> followed(String receipt) {
        return store.byReceipt(receipt).map(note -> {
            ZoneId zone = issued.byNumber(note.number(), note.version())
                    .map(row -> families.zone(row.xml()))
                    .orElseThrow();
            return new Followed(note.number(), note.label(), note.value(), note.says(), steps(note, zone));
        });
    }

    private List<Step> steps(Note note, ZoneId zone) {
        record At(String kind, Instant at, String reason) {}
        List<At> all = new ArrayList<>();
        all.add(new At("RECEIVED", note.at(), ""));
        note.steps().forEach(step -> all.add(new At(step.kind().name(), step.at(), step.reason())));
        families.of(note.number()).stream()
                .filter(member -> member.version() >= note.version())
                .forEach(member -> member.steps().stream()
                        .filter(step -> step.kind().ends() || member.version() > note.version())
                        .forEach(step -> all.add(new At(
                                step.kind().name(), step.at(), step.kind().ends() ? step.ground() : ""))));
        return all.stream()
                .sorted(Comparator.comparing(At::at))
                .map(each -> new Step(each.kind(), each.at().atZone(zone).toOffsetDateTime(), each.reason()))
                .toList();
    }

    /// Since when the school examines a version; empty when it does not.
    public Optional<OffsetDateTime> underCorrection(String lookupCode) {
        return store.underCorrection(lookupCode)
                .flatMap(since -> issued.byLookupCode(lookupCode)
                        .map(row -> since.atZone(families.zone(row.xml())).toOffsetDateTime()));
    }
}
