package org.matricula.app;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.records.store.CorrectionStore;
import org.matricula.registry.records.store.CorrectionStore.Sent;

/// Notes that a value is wrong, as people outside have sent them.
final class SentNotes {
    private SentNotes() {}

    /// A new note on a closed book.
    static UUID note(HoaSenSchool school, UUID book) {
        CorrectionStore store = school.get(CorrectionStore.class);
        Sent sent = new Sent(
                UUID.randomUUID(),
                book,
                "PUPIL",
                "name",
                "Thông tin học sinh: Họ và tên",
                "Bùi Thị Ngọc Anh",
                "Trong giấy khai sinh là Ngọc Ánh, có dấu sắc.",
                "0912 345 678",
                Optional.of("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)),
                "",
                "application/pdf");
        String receipt = store.keep(sent, Instant.parse("2026-06-02T01:00:00Z"));
        return store.byReceipt(receipt).orElseThrow().id();
    }
}
