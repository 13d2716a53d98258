package org.matricula.registry.records;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.gradebook.spi.ClassInfo;
import org.matricula.registry.gradebook.spi.PupilRow;
import org.matricula.registry.records.spi.ClassRecordForm;
import org.matricula.registry.records.spi.ClassRecordForm.Composition;
import org.matricula.registry.records.spi.ClassRecordForm.Identity;
import org.matricula.registry.records.store.RecordStore;
import org.matricula.registry.records.store.RecordStore.Kept;
import org.matricula.registry.signing.InstitutionKeys;
import org.matricula.verifier.record.RecordContent;
import org.matricula.verifier.record.RecordSealing;
import org.matricula.verifier.record.RecordSignature;
import org.springframework.stereotype.Component;

/// The records of a class as they are being made: composed from what is entered, with the signatures that still stand.
@Component
public final class ClassRecords {
    private final Gradebook gradebook;
    private final RecordStore store;
    private final InstitutionKeys keys;
    private final Map<String, ClassRecordForm> forms;

    ClassRecords(Gradebook gradebook, RecordStore store, InstitutionKeys keys, List<ClassRecordForm> forms) {
        this.gradebook = gradebook;
        this.store = store;
        this.keys = keys;
        this.forms = forms.stream()
                .collect(Collectors.toUnmodifiableMap(form -> form.sheet().id(), Function.identity()));
    }

    /// The form of the records of a class.
    ///
    /// @throws IllegalStateException when no pack supplies it any more
    public ClassRecordForm form(ClassRoom room) {
        return Optional.ofNullable(forms.get(room.form()))
                .orElseThrow(
                        () -> new IllegalStateException("no pack supplies records for the class form " + room.form()));
    }

    /// The numbers and codes of this register's records.
    public BookNumbers numbers() {
        return new BookNumbers(keys.secret());
    }

    /// The records of a class as they are now, in the order of the class list, for pages: nothing is held or changed.
    public List<WorkingRecord> look(ClassRoom room, Moment now) {
        Map<UUID, Kept> kept =
                store.ofClass(room.id()).stream().collect(Collectors.toMap(Kept::pupil, Function.identity()));
        ClassInfo info = gradebook.info(room, now.date());
        List<WorkingRecord> records = new ArrayList<>();
        gradebook
                .rows(room.id(), now.date())
                .forEach((pupil, row) -> records.add(
                        upToDate(room, info, row, Before.of(pupil, Optional.ofNullable(kept.get(pupil))), now)));
        return records;
    }

    /// The records of some pupils, held until the end of the transaction, begun where there were none, and brought up
    /// to date: signatures over parts that have changed are void from now on.
    ///
    /// @param by who acts; named beside the signatures that this voids
    public List<WorkingRecord> hold(ClassRoom room, Collection<UUID> pupils, Actor by, Moment now) {
        // Rows are held before the cells are read, so that what is entered meanwhile waits or is seen.
        Map<UUID, Kept> kept = new LinkedHashMap<>();
        store.hold(room.id(), pupils).forEach(each -> kept.put(each.pupil(), each));
        ClassInfo info = gradebook.info(room, now.date());
        List<WorkingRecord> records = new ArrayList<>();
        gradebook.rows(room.id(), now.date()).forEach((pupil, row) -> {
            if (pupils.contains(pupil)) {
                Optional<Kept> begun = Optional.ofNullable(kept.get(pupil));
                if (begun.map(last -> last.state() == RecordState.RECALLED).orElse(true)) {
                    begun = begin(room, info, pupil, row, begun, now);
                }
                Before before = Before.of(pupil, begun);
                WorkingRecord record = upToDate(room, info, row, before, now);
                tellVoided(before, record, by, now);
                records.add(record);
            }
        });
        return records;
    }

    /// Keeps a record as it is after an act.
    ///
    /// @throws IllegalStateException when the table of states does not allow the step
    public void keep(WorkingRecord record, Moment now) {
        Kept before = record.kept().orElseThrow();
        RecordState next = record.state();
        if (before.state() != next && !reachable(before.state(), next)) {
            throw new IllegalStateException(
                    "record %s cannot go from %s to %s".formatted(before.number(), before.state(), next));
        }
        byte[] file = record.sealing()
                .filter(sealing -> !sealing.signatures().isEmpty())
                .map(RecordSealing::toBytes)
                .orElse(null);
        String number = record.sealing().map(sealing -> sealing.content().id()).orElse(before.number());
        store.keep(before.id(), number, next, file, now);
    }

    /// Whether a state is reached by steps of the table: one act may complete several at once, as when the last mark
    /// of a record is entered whose subjects are signed already.
    private static boolean reachable(RecordState from, RecordState to) {
        return from.mayBecome(to)
                || RecordState.NEXT.get(from).stream()
                        .filter(step -> step.compareTo(from) > 0)
                        .anyMatch(step -> reachable(step, to));
    }

    /// Begins a pupil's record, or, after a recall, its next version: the number stays the same for all versions.
    private Optional<Kept> begin(
            ClassRoom room, ClassInfo info, UUID pupil, PupilRow row, Optional<Kept> recalled, Moment now) {
        Identity identity = form(room).identity(info, row);
        int version = recalled.map(last -> last.version() + 1).orElse(1);
        return identity.person().isEmpty()
                ? recalled
                : Optional.of(store.begin(room, pupil, number(identity), version, now));
    }

    private String number(Identity identity) {
        return numbers().book(identity.institution(), identity.schoolYear(), identity.person());
    }

    /// A pupil's record as it was kept last, its working file read once.
    private record Before(UUID pupil, Optional<Kept> kept, Optional<RecordSealing> file) {
        static Before of(UUID pupil, Optional<Kept> kept) {
            return new Before(pupil, kept, kept.flatMap(Kept::file).map(RecordSealing::resume));
        }

        boolean closed() {
            return kept.map(Kept::state).map(RecordState::closed).orElse(false);
        }
    }

    private WorkingRecord upToDate(ClassRoom room, ClassInfo info, PupilRow row, Before before, Moment now) {
        Optional<Kept> kept = before.kept();
        ClassRecordForm form = form(room);
        Identity identity = form.identity(info, row);
        boolean done = before.closed();
        String number =
                done || identity.person().isEmpty() ? kept.map(Kept::number).orElse("") : number(identity);
        int version = kept.map(Kept::version).orElse(1);
        Composition composition = form.compose(info, row, number, version, now.date());
        if (done) {
            return new WorkingRecord(before.pupil(), kept, row, composition, Optional.empty());
        }
        Optional<RecordContent> content = number.isEmpty()
                ? Optional.empty()
                : composition.content().or(() -> form.draft(info, row, number, version, now.date()));
        Optional<RecordSealing> sealing = content.map(what -> before.file()
                .filter(file -> file.content().id().equals(what.id()))
                .map(file -> file.content().equals(what) ? file : file.changed(what))
                .orElseGet(() -> RecordSealing.prepare(what)));
        return new WorkingRecord(before.pupil(), kept, row, composition, sealing);
    }

    private void tellVoided(Before before, WorkingRecord record, Actor by, Moment now) {
        if (before.kept().isEmpty()) {
            return;
        }
        Kept kept = before.kept().get();
        List<String> stand = record.signed();
        List<String> voided = before.file().stream()
                .flatMap(file -> file.signatures().stream())
                .map(RecordSignature::key)
                .filter(key -> !stand.contains(key))
                .toList();
        voided.forEach(key -> store.voided(kept.id(), key, by.account(), by.name(), now));
        if (!voided.isEmpty() || kept.state() != record.state()) {
            keep(record, now);
        }
    }
}
