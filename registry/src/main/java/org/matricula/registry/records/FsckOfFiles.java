package org.matricula.registry.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.matricula.law.Sentence;
import org.matricula.registry.records.RecordsFsck.Fault;
import org.matricula.registry.records.store.FsckStore.Issued;
import org.matricula.registry.records.store.FsckStore.Sealed;
import org.matricula.registry.records.store.FsckStore.Told;
import org.matricula.registry.transparency.LogEntries;
import org.matricula.verifier.Check;
import org.matricula.verifier.State;
import org.matricula.verifier.Verdict;
import org.matricula.verifier.Verifier;
import org.matricula.verifier.merkle.Hash;
import org.matricula.verifier.merkle.LeafCommitment;
import org.matricula.verifier.merkle.LoggedAct;
import org.matricula.verifier.merkle.Salt;
import org.matricula.verifier.merkle.Unreadable;
import org.matricula.verifier.record.RecordSealing;

/// Checks what is sealed: both files from their bytes, their digests, the row they are filed under, and the leaves of
/// the log.
final class FsckOfFiles {
    private final FsckFaults faults;
    private final LogEntries log;
    private final Verifier verifier;
    private final Instant at;
    private final Set<Long> claimed = new HashSet<>();
    private int files;

    FsckOfFiles(FsckFaults faults, LogEntries log, Verifier verifier, Instant at) {
        this.faults = faults;
        this.log = log;
        this.verifier = verifier;
        this.at = at;
    }

    /// How many files were verified.
    int files() {
        return files;
    }

    void check(Told told, Sealed sealed, Map<Long, Hash> entries) {
        if (told.state().closed() && told.file().isPresent()) {
            faults.of(
                    "working-file-left",
                    told,
                    "is %s and still has a working file",
                    "ở trạng thái %s mà vẫn còn tệp làm việc",
                    told.state());
        }
        if (!Arrays.equals(Hash.sha256(sealed.xml()).bytes(), sealed.sha256())) {
            faults.of(
                    "xml-digest",
                    told,
                    "has XML that is not the one whose digest was kept",
                    "có tệp XML không khớp mã băm đã lưu");
        }
        Optional<Verdict> xml = genuine("xml", told, sealed.xml());
        xml.ifPresent(verdict -> rowAgrees(told, sealed, verdict));
        told.issued().ifPresent(issued -> pdf(told, issued, xml));
        leaf("issue-leaf", told, LoggedAct.issuing(sealed.version()), sealed, sealed.leaf(), sealed.salt(), entries);
        told.recalled()
                .ifPresent(recalled ->
                        leaf("recall-leaf", told, LoggedAct.RECALL, sealed, recalled.leaf(), recalled.salt(), entries));
    }

    private void pdf(Told told, Issued issued, Optional<Verdict> xml) {
        if (!Arrays.equals(Hash.sha256(issued.pdf()).bytes(), issued.sha256())) {
            faults.of(
                    "pdf-digest",
                    told,
                    "has a PDF that is not the one whose digest was kept",
                    "có tệp PDF không khớp mã băm đã lưu");
        }
        Optional<Verdict> pdf = genuine("pdf", told, issued.pdf());
        if (xml.isPresent()
                && pdf.isPresent()
                && !(xml.get().content().equals(pdf.get().content())
                        && xml.get().issue().equals(pdf.get().issue()))) {
            faults.of(
                    "formats-differ",
                    told,
                    "has a PDF that shows another record than its XML",
                    "có tệp PDF thể hiện học bạ khác với tệp XML");
        }
    }

    private Optional<Verdict> genuine(String format, Told told, byte[] file) {
        files++;
        Verdict verdict = verifier.verify(file, at);
        if (verdict.state() == State.GENUINE) {
            return Optional.of(verdict);
        }
        String failed = verdict.checks().stream()
                .filter(check -> check.result() == Check.Result.FAILED)
                .map(check -> check.id().name())
                .collect(Collectors.joining(", "));
        Fault found = new Fault(
                format + "-" + (verdict.state() == State.ALTERED ? "altered" : "not-genuine"),
                FsckFaults.name(told),
                Optional.of(told.institution()),
                Sentence.of(
                        "the record %s has %s that the verifier calls %s (%s)",
                        "học bạ %s có tệp %s mà bộ kiểm tra kết luận %s (%s)",
                        FsckFaults.name(told),
                        format.equals("xml") ? "XML" : "PDF",
                        verdict.state(),
                        failed),
                Optional.empty());
        (verdict.state() == State.COULD_NOT_CHECK ? faults.unchecked() : faults.faults()).add(found);
        return Optional.empty();
    }

    private void rowAgrees(Told told, Sealed row, Verdict verdict) {
        var content = verdict.content().orElseThrow();
        var issue = verdict.issue().orElseThrow();
        boolean same = content.id().equals(row.number())
                && content.id().equals(told.number())
                && content.version() == row.version()
                && content.version() == told.version()
                && issue.lookupCode().equals(row.lookupCode())
                && issue.confirmationCode().equals(row.confirmationCode())
                && issue.effectiveAt().toInstant().equals(row.effectiveAt())
                && RecordSealing.resume(row.xml()).dataDigest().equals(row.dataDigest());
        if (!same) {
            faults.of(
                    "row-disagrees",
                    told,
                    "is filed under a number, version, code, digest or time that its own XML does not have",
                    "được lưu với số, phiên bản, mã, mã băm hoặc thời điểm không có trong tệp XML");
        }
    }

    private void leaf(
            String name, Told told, LoggedAct act, Sealed sealed, long index, byte[] salt, Map<Long, Hash> entries) {
        if (!claimed.add(index)) {
            faults.ofLeaf(
                    name,
                    told,
                    index,
                    "shares leaf %d of the log with another record",
                    "dùng chung lá %d của nhật ký với học bạ khác");
            return;
        }
        Hash entry = entries.get(index);
        if (entry == null) {
            faults.ofLeaf(
                    name,
                    told,
                    index,
                    "names leaf %d, which the log does not have",
                    "dẫn tới lá %d không có trong nhật ký");
            return;
        }
        try {
            LeafCommitment leaf =
                    LeafCommitment.of(Salt.of(salt), act, sealed.number(), sealed.version(), sealed.xml());
            if (!leaf.entry().equals(entry)) {
                faults.ofLeaf(
                        name,
                        told,
                        index,
                        "is not what leaf %d of the log stands for",
                        "không khớp với lá %d của nhật ký");
            }
        } catch (Unreadable e) {
            faults.ofLeaf(
                    name,
                    told,
                    index,
                    "has a salt or number that makes no leaf %d",
                    "có muối hoặc số không tạo được lá %d");
        }
    }

    /// Every leaf belongs to a record.
    void unclaimedLeaves() {
        long size = log.size();
        List<Long> none = new ArrayList<>();
        for (long index = 0; index < size; index++) {
            if (!claimed.contains(index)) {
                none.add(index);
            }
        }
        for (long index : none) {
            faults.faults()
                    .add(new Fault(
                            "leaf-without-record",
                            "",
                            Optional.empty(),
                            Sentence.of(
                                    "leaf %d of the log belongs to no record",
                                    "lá %d của nhật ký không thuộc học bạ nào", index),
                            Optional.of(index)));
        }
    }
}
