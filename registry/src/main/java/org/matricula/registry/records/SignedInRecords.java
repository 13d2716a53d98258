package org.matricula.registry.records;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.matricula.registry.gradebook.spi.SignedResults;
import org.matricula.registry.records.store.BoardStore;
import org.springframework.stereotype.Component;

/// Tells the gradebook how many signatures stand on the records in the making.
@Component
final class SignedInRecords implements SignedResults {
    private final BoardStore store;

    SignedInRecords(BoardStore store) {
        this.store = store;
    }

    @Override
    public Map<UUID, Map<String, Integer>> signed(Collection<UUID> classes) {
        Map<UUID, Map<String, Integer>> signed = new HashMap<>();
        store.signed(classes)
                .forEach((room, counts) -> counts.forEach((key, count) ->
                        signed.computeIfAbsent(room, _ -> new HashMap<>()).merge(subject(key), count, Integer::sum)));
        return signed;
    }

    /// A subject's signature is kept under the id of its block, which ends with the subject's code.
    private static String subject(String key) {
        return key.equals(WorkingRecord.HOMEROOM) ? "" : key.substring(key.lastIndexOf('.') + 1);
    }
}
