package org.matricula.registry.records;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.matricula.law.Sentence;
import org.matricula.registry.records.store.FsckStore;
import org.matricula.registry.records.store.FsckStore.Sealed;
import org.matricula.registry.records.store.FsckStore.Told;
import org.matricula.registry.transparency.LogEntries;
import org.matricula.verifier.Verifier;
import org.matricula.verifier.merkle.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Checks every record from its bytes, and goes on after a fault: files, digests, leaves, states and signatures must
/// tell one story. Changes nothing.
public final class RecordsFsck {
    private final FsckStore store;
    private final LogEntries log;
    private final FsckFaults faults = new FsckFaults();
    private final FsckOfSteps steps;
    private final FsckOfFiles sealed;
    private final FsckOfWork working;
    private int records;

    private RecordsFsck(
            FsckStore store, LogEntries log, Verifier verifier, Instant at, BiPredicate<UUID, UUID> resultsClosed) {
        this.store = store;
        this.log = log;
        this.steps = new FsckOfSteps(faults, resultsClosed);
        this.sealed = new FsckOfFiles(faults, log, verifier, at);
        this.working = new FsckOfWork(faults);
    }

    /// Something that is not as it must be.
    ///
    /// @param name what kind, for programs, for example `pdf-altered`; never used for another kind again
    /// @param record number and version; empty when it is about no record
    /// @param institution whose record it is; empty when it is about the register as a whole
    /// @param words what is wrong, in English and Vietnamese
    /// @param leaf the leaf of the log that it is about; empty when it is about none
    public record Fault(String name, String record, Optional<UUID> institution, Sentence words, Optional<Long> leaf) {}

    /// What was found.
    ///
    /// @param records how many records there are
    /// @param files how many sealed files were verified
    /// @param unfinished how many records are being closed: the next start carries them to their end
    /// @param faults what contradicts itself
    /// @param unchecked what could not be checked
    public record Report(int records, int files, int unfinished, List<Fault> faults, List<Fault> unchecked) {
        public Report {
            faults = List.copyOf(faults);
            unchecked = List.copyOf(unchecked);
        }

        /// The same for people of some institutions: of others they learn nothing, of the register as a whole they do.
        public Report of(Set<UUID> institutions) {
            return new Report(records, files, unfinished, of(institutions, faults), of(institutions, unchecked));
        }

        private static List<Fault> of(Set<UUID> institutions, List<Fault> all) {
            return all.stream()
                    .filter(fault ->
                            fault.institution().map(institutions::contains).orElse(true))
                    .toList();
        }
    }

    /// Checks all records; call it inside one transaction that sees one state of the database.
    ///
    /// @param verifier trusts whom the register trusts
    /// @param at the moment for which files are judged
    /// @param resultsClosed whether the gradebook holds the results of a pupil (second) in a class (first) closed
    public static Report run(JdbcClient sql, Verifier verifier, Instant at, BiPredicate<UUID, UUID> resultsClosed) {
        RecordsFsck fsck = new RecordsFsck(new FsckStore(sql), new LogEntries(sql), verifier, at, resultsClosed);
        fsck.store.all(fsck::check);
        fsck.sealed.unclaimedLeaves();
        return new Report(
                fsck.records,
                fsck.sealed.files(),
                fsck.steps.unfinished(),
                fsck.faults.faults(),
                fsck.faults.unchecked());
    }

    private void check(List<Told> some) {
        Map<Long, Hash> entries = log.at(some.stream()
                .flatMap(told -> Stream.concat(
                        told.sealed().map(Sealed::leaf).stream(),
                        told.recalled().map(FsckStore.Recalled::leaf).stream()))
                .toList());
        for (Told told : some) {
            records++;
            steps.check(told);
            if (told.sealed().isPresent()) {
                sealed.check(told, told.sealed().get(), entries);
            } else {
                working.check(told);
            }
        }
    }
}
