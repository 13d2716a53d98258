package org.matricula.registry.records;

import java.util.UUID;
import java.util.function.BiPredicate;
import org.matricula.registry.records.store.FsckStore.Told;

/// Checks how far a record is: its state, the rows of each step, and the gradebook tell one story.
final class FsckOfSteps {
    private final FsckFaults faults;
    private final BiPredicate<UUID, UUID> resultsClosed;
    private int unfinished;

    FsckOfSteps(FsckFaults faults, BiPredicate<UUID, UUID> resultsClosed) {
        this.faults = faults;
        this.resultsClosed = resultsClosed;
    }

    /// How many records are being closed.
    int unfinished() {
        return unfinished;
    }

    void check(Told told) {
        steps(told);
        results(told);
    }

    /// The state says what rows there are, and the other way round.
    private void steps(Told told) {
        boolean closed = told.state().closed();
        if (closed && told.sealed().isEmpty()) {
            faults.of(
                    "closed-without-xml",
                    told,
                    "is %s, but its sealed XML is missing",
                    "ở trạng thái %s nhưng thiếu tệp XML đã đóng dấu",
                    told.state());
        }
        if (closed && told.issued().isEmpty()) {
            faults.of(
                    "closed-without-pdf",
                    told,
                    "is %s, but its PDF is missing",
                    "ở trạng thái %s nhưng thiếu tệp PDF",
                    told.state());
        }
        if (!closed && told.issued().isPresent()) {
            faults.of(
                    "issued-not-closed",
                    told,
                    "was issued, but its state is %s",
                    "đã phát hành nhưng ở trạng thái %s",
                    told.state());
        }
        if ((closed || told.sealed().isPresent()) && !told.intended()) {
            faults.of(
                    "closed-without-intent",
                    told,
                    "was sealed without an intent to close it",
                    "đã đóng dấu mà không có lệnh chốt");
        }
        if ((told.state() == RecordState.RECALLED) != told.recalled().isPresent()) {
            faults.of(
                    "recall-disagrees",
                    told,
                    "is %s, but the list of recalls says otherwise",
                    "ở trạng thái %s nhưng danh sách thu hồi nói khác",
                    told.state());
        }
        if (!closed && told.intended()) {
            unfinished++;
            if (told.state() != RecordState.APPROVED) {
                faults.of(
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
            faults.of(
                    "results-open",
                    told,
                    "is closed or being closed, but its results in the gradebook are open",
                    "đã hoặc đang chốt nhưng kết quả trong sổ điểm vẫn mở");
        }
        if (!told.intended() && closed && told.version() == 1) {
            faults.of(
                    "results-closed",
                    told,
                    "is not closed, but its results in the gradebook are",
                    "chưa chốt nhưng kết quả trong sổ điểm đã khóa");
        }
    }
}
