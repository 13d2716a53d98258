package org.matricula.registry.records;

import java.util.Set;
import java.util.stream.Collectors;
import org.matricula.registry.records.store.FsckStore.Told;
import org.matricula.verifier.record.Block;
import org.matricula.verifier.record.RecordSealing;
import org.matricula.verifier.record.RecordSignature;
import org.matricula.verifier.record.UnwritableRecord;

/// Checks a record that is still being made.
final class FsckOfWork {
    private final FsckFaults faults;

    FsckOfWork(FsckFaults faults) {
        this.faults = faults;
    }

    /// Its file can be taken up, and carries the signatures that its state needs.
    void check(Told told) {
        if (told.file().isEmpty()) {
            if (!told.signed().isEmpty() || told.state().compareTo(RecordState.ENTERED) > 0) {
                faults.of(
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
            faults.of(
                    "working-file-damaged",
                    told,
                    "has a working file that cannot be taken up again",
                    "có tệp làm việc không đọc tiếp được");
            return;
        }
        Set<String> signed =
                file.signatures().stream().map(RecordSignature::key).collect(Collectors.toSet());
        if (!signed.equals(told.signed())) {
            faults.of(
                    "signatures-disagree",
                    told,
                    "lists other signatures than its working file has",
                    "liệt kê chữ ký khác với tệp làm việc");
        }
        if (!file.content().id().equals(told.number()) || file.content().version() != told.version()) {
            faults.of(
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
            faults.of(
                    "state-disagrees",
                    told,
                    "is %s, but its signatures say otherwise",
                    "ở trạng thái %s nhưng chữ ký nói khác",
                    told.state());
        }
    }
}
