package org.matricula.registry.records;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.matricula.law.Sentence;
import org.matricula.registry.records.store.FsckStore;
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
import org.matricula.verifier.record.Block;
import org.matricula.verifier.record.RecordSealing;
import org.matricula.verifier.record.RecordSignature;
import org.matricula.verifier.record.UnwritableRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Checks every record from its bytes, and goes on after a fault: files, digests, leaves, states and signatures must
/// tell one story. Changes nothing.
public final class RecordsFsck {
    private final FsckStore store;
    private final LogEntries log;
    private final Verifier verifier;
    private final Instant at;
    private final BiPredicate<UUID, UUID> resultsClosed;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> unchecked = new ArrayList<>();
    private final Set<Long> claimed = new HashSet<>();
    private int records;
    private int files;
    private int unfinished;

    private RecordsFsck(
            FsckStore store, LogEntries log, Verifier verifier, Instant at, BiPredicate<UUID, UUID> resultsClosed) {
        this.store = store;
        this.log = log;
        this.verifier = verifier;
        this.at = at;
        this.resultsClosed = resultsClosed;
    }

    /// Something that is not as it must be.
    ///
    /// @param name what kind, for programs, for example `pdf-altered`; never used for another kind again
    /// @param record number and version; empty when it is about no record
    /// @param words what is wrong, in English and Vietnamese
    public record Fault(String name, String record, Sentence words) {}

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
    }

    /// Checks all records; call it inside one transaction that sees one state of the database.
    ///
    /// @param verifier trusts whom the register trusts
    /// @param at the moment for which files are judged
    /// @param resultsClosed whether the gradebook holds the results of a pupil (second) in a class (first) closed
    public static Report run(JdbcClient sql, Verifier verifier, Instant at, BiPredicate<UUID, UUID> resultsClosed) {
        RecordsFsck fsck = new RecordsFsck(new FsckStore(sql), new LogEntries(sql), verifier, at, resultsClosed);
        fsck.store.all(fsck::check);
        fsck.unclaimedLeaves();
        return new Report(fsck.records, fsck.files, fsck.unfinished, fsck.faults, fsck.unchecked);
    }

    private void check(List<Told> some) {
        Map<Long, Hash> entries = log.at(some.stream()
                .flatMap(told -> Stream.concat(
                        told.sealed().map(Sealed::leaf).stream(),
                        told.recalled().map(FsckStore.Recalled::leaf).stream()))
                .toList());
        for (Told told : some) {
            records++;
            steps(told);
            results(told);
            if (told.sealed().isPresent()) {
                sealed(told, told.sealed().get(), entries);
            } else {
                working(told);
            }
        }
    }

    /// The state says what rows there are, and the other way round.
    private void steps(Told told) {
        boolean closed = closed(told);
        if (closed && told.sealed().isEmpty()) {
            fault(
                    "closed-without-xml",
                    told,
                    "is %s, but its sealed XML is missing",
                    "ở trạng thái %s nhưng thiếu tệp XML đã đóng dấu",
                    told.state());
        }
        if (closed && told.issued().isEmpty()) {
            fault(
                    "closed-without-pdf",
                    told,
                    "is %s, but its PDF is missing",
                    "ở trạng thái %s nhưng thiếu tệp PDF",
                    told.state());
        }
        if (!closed && told.issued().isPresent()) {
            fault(
                    "issued-not-closed",
                    told,
                    "was issued, but its state is %s",
                    "đã phát hành nhưng ở trạng thái %s",
                    told.state());
        }
        if ((closed || told.sealed().isPresent()) && !told.intended()) {
            fault(
                    "closed-without-intent",
                    told,
                    "was sealed without an intent to close it",
                    "đã đóng dấu mà không có lệnh chốt");
        }
        if ((told.state() == RecordState.RECALLED) != told.recalled().isPresent()) {
            fault(
                    "recall-disagrees",
                    told,
                    "is %s, but the list of recalls says otherwise",
                    "ở trạng thái %s nhưng danh sách thu hồi nói khác",
                    told.state());
        }
        if (!closed && told.intended()) {
            unfinished++;
            if (told.state() != RecordState.APPROVED) {
                fault(
                        "closing-unapproved",
                        told,
                        "is being closed, but its state is %s",
                        "đang được chốt nhưng ở trạng thái %s",
                        told.state());
            }
        }
    }

    /// The gradebook is closed from the intent on, until a recall opens it again.
    private void results(Told told) {
        boolean closed = resultsClosed.test(told.classId(), told.pupil());
        if (told.state() == RecordState.RECALLED) {
            return;
        }
        if (told.intended() && !closed) {
            fault(
                    "results-open",
                    told,
                    "is closed or being closed, but its results in the gradebook are open",
                    "đã hoặc đang chốt nhưng kết quả trong sổ điểm vẫn mở");
        }
        if (!told.intended() && closed && told.version() == 1) {
            fault(
                    "results-closed",
                    told,
                    "is not closed, but its results in the gradebook are",
                    "chưa chốt nhưng kết quả trong sổ điểm đã khóa");
        }
    }

    private void sealed(Told told, Sealed sealed, Map<Long, Hash> entries) {
        if (closed(told) && told.file().isPresent()) {
            fault(
                    "working-file-left",
                    told,
                    "is %s and still has a working file",
                    "ở trạng thái %s mà vẫn còn tệp làm việc",
                    told.state());
        }
        if (!Arrays.equals(sha256(sealed.xml()), sealed.sha256())) {
            fault(
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
        if (!Arrays.equals(sha256(issued.pdf()), issued.sha256())) {
            fault(
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
            fault(
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
                name(told),
                Sentence.of(
                        "the record %s has %s that the verifier calls %s (%s)",
                        "học bạ %s có tệp %s mà bộ kiểm tra kết luận %s (%s)",
                        name(told),
                        format.equals("xml") ? "XML" : "PDF",
                        verdict.state(),
                        failed));
        (verdict.state() == State.COULD_NOT_CHECK ? unchecked : faults).add(found);
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
            fault(
                    "row-disagrees",
                    told,
                    "is filed under a number, version, code, digest or time that its own XML does not have",
                    "được lưu với số, phiên bản, mã, mã băm hoặc thời điểm không có trong tệp XML");
        }
    }

    private void leaf(
            String name, Told told, LoggedAct act, Sealed sealed, long index, byte[] salt, Map<Long, Hash> entries) {
        if (!claimed.add(index)) {
            fault(
                    name,
                    told,
                    "shares leaf %d of the log with another record",
                    "dùng chung lá %d của nhật ký với học bạ khác",
                    index);
            return;
        }
        Hash entry = entries.get(index);
        if (entry == null) {
            fault(
                    name,
                    told,
                    "names leaf %d, which the log does not have",
                    "dẫn tới lá %d không có trong nhật ký",
                    index);
            return;
        }
        try {
            LeafCommitment leaf =
                    LeafCommitment.of(Salt.of(salt), act, sealed.number(), sealed.version(), sealed.xml());
            if (!leaf.entry().equals(entry)) {
                fault(
                        name,
                        told,
                        "is not what leaf %d of the log stands for",
                        "không khớp với lá %d của nhật ký",
                        index);
            }
        } catch (Unreadable e) {
            fault(
                    name,
                    told,
                    "has a salt or number that makes no leaf %d",
                    "có muối hoặc số không tạo được lá %d",
                    index);
        }
    }

    private void unclaimedLeaves() {
        long size = log.size();
        List<Long> none = new ArrayList<>();
        for (long index = 0; index < size; index++) {
            if (!claimed.contains(index)) {
                none.add(index);
            }
        }
        for (long index : none) {
            faults.add(new Fault(
                    "leaf-without-record",
                    "",
                    Sentence.of(
                            "leaf %d of the log belongs to no record",
                            "lá %d của nhật ký không thuộc học bạ nào", index)));
        }
    }

    /// A record that is still being made: its file can be taken up, and carries the signatures that its state needs.
    private void working(Told told) {
        if (told.file().isEmpty()) {
            if (!told.signed().isEmpty() || told.state().compareTo(RecordState.ENTERED) > 0) {
                fault(
                        "working-file-missing",
                        told,
                        "is %s, but has no working file",
                        "ở trạng thái %s nhưng không có tệp làm việc",
                        told.state());
            }
            return;
        }
        RecordSealing file;
        try {
            file = RecordSealing.resume(told.file().get());
        } catch (UnwritableRecord e) {
            fault(
                    "working-file-damaged",
                    told,
                    "has a working file that cannot be taken up again",
                    "có tệp làm việc không đọc tiếp được");
            return;
        }
        Set<String> signed =
                file.signatures().stream().map(RecordSignature::key).collect(Collectors.toSet());
        if (!signed.equals(told.signed())) {
            fault(
                    "signatures-disagree",
                    told,
                    "lists other signatures than its working file has",
                    "liệt kê chữ ký khác với tệp làm việc");
        }
        if (!file.content().id().equals(told.number()) || file.content().version() != told.version()) {
            fault(
                    "working-file-of-another",
                    told,
                    "has the working file of another record",
                    "có tệp làm việc của học bạ khác");
        }
        boolean subjects = file.content().blocks().stream()
                .filter(block -> block.by() == Block.Role.SUBJECT)
                .allMatch(block -> signed.contains(block.id()));
        boolean agrees = switch (told.state()) {
            case DRAFT -> !signed.contains(WorkingRecord.HOMEROOM);
            case ENTERED -> !subjects;
            case SUBJECT_SIGNED -> subjects && !signed.contains(WorkingRecord.HOMEROOM);
            case HOMEROOM_SIGNED -> signed.contains(WorkingRecord.HOMEROOM) && !signed.contains(WorkingRecord.HEAD);
            case APPROVED -> signed.contains(WorkingRecord.HEAD);
            case CLOSED, RECALLED -> true; // said already: its sealed XML is missing
        };
        if (!agrees) {
            fault(
                    "state-disagrees",
                    told,
                    "is %s, but its signatures say otherwise",
                    "ở trạng thái %s nhưng chữ ký nói khác",
                    told.state());
        }
    }

    private static boolean closed(Told told) {
        return told.state() == RecordState.CLOSED || told.state() == RecordState.RECALLED;
    }

    private static String name(Told told) {
        return told.number() + "/" + told.version();
    }

    private void fault(String name, Told told, String en, String vi, Object... arguments) {
        Sentence words = Sentence.of(en, vi, arguments);
        faults.add(new Fault(
                name,
                name(told),
                new Sentence(
                        "the record %s %s".formatted(name(told), words.en()),
                        "học bạ %s %s".formatted(name(told), words.local()))));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
