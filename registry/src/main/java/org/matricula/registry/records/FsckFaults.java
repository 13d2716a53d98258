package org.matricula.registry.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matricula.law.Sentence;
import org.matricula.registry.records.RecordsFsck.Fault;
import org.matricula.registry.records.store.FsckStore.Told;

/// What a check of records finds, as it goes on.
final class FsckFaults {
    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> unchecked = new ArrayList<>();

    /// What contradicts itself.
    List<Fault> faults() {
        return faults;
    }

    /// What could not be checked.
    List<Fault> unchecked() {
        return unchecked;
    }

    /// A fault of a record, told as what follows its name.
    void of(String name, Told told, String en, String vi, Object... arguments) {
        Sentence words = Sentence.of(en, vi, arguments);
        faults.add(new Fault(
                name,
                name(told),
                Optional.of(told.institution()),
                new Sentence(
                        "the record %s %s".formatted(name(told), words.en()),
                        "học bạ %s %s".formatted(name(told), words.local())),
                Optional.empty()));
    }

    /// A fault of a record and a leaf of the log.
    void ofLeaf(String name, Told told, long leaf, String en, String vi) {
        of(name, told, en, vi, leaf);
        Fault last = faults.removeLast();
        faults.add(new Fault(last.name(), last.record(), last.institution(), last.words(), Optional.of(leaf)));
    }

    /// Number and version.
    static String name(Told told) {
        return told.number() + "/" + told.version();
    }
}
