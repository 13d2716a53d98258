package org.matricula.registry.transparency;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.matricula.verifier.merkle.Checkpoint;
import org.matricula.verifier.merkle.SignedNote;
import org.matricula.verifier.merkle.Unreadable;
import org.matricula.verifier.merkle.WitnessKey;

/// Checks what witnesses said of this log, and what this register said of others'.
final class WitnessFsck {
    private final LogStore store;
    private final Consumer<String> faults;

    WitnessFsck(LogStore store, Consumer<String> faults) {
        this.store = store;
        this.faults = faults;
    }

    /// Every line of a witness is one on a checkpoint of ours, by the key in its row.
    void cosignatures(List<LogStore.Row> checkpoints) {
        Map<Long, LogStore.Row> bySize =
                checkpoints.stream().collect(Collectors.toMap(LogStore.Row::size, Function.identity()));
        for (LogStore.Line line : store.lines()) {
            LogStore.Row row = bySize.get(line.size());
            if (row == null) {
                faults.accept("%s cosigned %d leaves, but there is no such checkpoint in the database"
                        .formatted(line.witness(), line.size()));
            } else if (!good(row, line)) {
                faults.accept("the line of %s on the checkpoint of %d leaves is not its cosignature"
                        .formatted(line.witness(), line.size()));
            }
        }
    }

    private static boolean good(LogStore.Row row, LogStore.Line line) {
        try {
            SignedNote note = SignedNote.read(bytes(row.note())).with(SignedNote.readSignatures(bytes(line.line())));
            return WitnessKey.read(line.witness()).cosigned(note).isPresent();
        } catch (Unreadable _) {
            return false; // told by the caller
        }
    }

    /// Every checkpoint that this register cosigned is what its row says.
    void cosigned() {
        for (LogStore.Row row : store.allWitnessed()) {
            try {
                Checkpoint state =
                        Checkpoint.read(SignedNote.read(bytes(row.note())).text());
                if (state.size() != row.size() || !state.root().equals(row.root())) {
                    faults.accept(
                            "the cosigned checkpoint of %d leaves has root %s in its row, but %d leaves with root %s in its note"
                                    .formatted(row.size(), row.root(), state.size(), state.root()));
                }
            } catch (Unreadable e) {
                faults.accept("the cosigned checkpoint of %d leaves cannot be read: %s"
                        .formatted(row.size(), e.getMessage()));
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
