package org.matricula.registry.transparency;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.matricula.verifier.merkle.Checkpoint;
import org.matricula.verifier.merkle.CheckpointGrowth;
import org.matricula.verifier.merkle.ConsistencyProof;
import org.matricula.verifier.merkle.Hash;
import org.matricula.verifier.merkle.SignedNote;
import org.matricula.verifier.merkle.TreeHasher;
import org.matricula.verifier.merkle.Unreadable;
import org.matricula.verifier.merkle.VerifierKey;
import org.matricula.verifier.merkle.WitnessKey;
import org.matricula.verifier.merkle.WitnessSigner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// This register as a witness of others' logs (C2SP tlog-witness): it cosigns a checkpoint only when that
/// grew out of the one it cosigned before, and has written it down before anybody gets the cosignature.
///
/// For many threads and many nodes on one database with the same key.
public final class Witness {
    private final LogStore store;
    private final TransactionTemplate transaction;
    private final WitnessSigner signer;
    private final Map<String, VerifierKey> logs;

    private Witness(
            LogStore store, TransactionTemplate transaction, WitnessSigner signer, Map<String, VerifierKey> logs) {
        this.store = store;
        this.transaction = transaction;
        this.signer = signer;
        this.logs = logs;
    }

    /// Opens the witness.
    ///
    /// @param data the data folder, with the key in `keys/witness.key`; it is made on first use
    /// @param name of the witness, unique in the world and the same for ever
    /// @param logs the keys of the logs that it witnesses; a log's origin is the name of its key
    /// @return empty when it witnesses none
    /// @throws LogInDoubt when it has cosigned before and its key is lost, or what it wrote down contradicts itself
    public static Optional<Witness> open(
            JdbcClient sql, PlatformTransactionManager transactions, Path data, String name, List<VerifierKey> logs) {
        if (logs.isEmpty()) {
            return Optional.empty();
        }
        Map<String, VerifierKey> byOrigin = new TreeMap<>();
        for (VerifierKey log : logs) {
            if (byOrigin.put(log.name(), log) != null) {
                throw new IllegalArgumentException("the log '" + log.name() + "' is to be witnessed with two keys");
            }
        }
        LogFiles files = new LogFiles(data, Disk.REAL);
        LogStore store = new LogStore(sql);
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        return Optional.of(transaction.execute(_ -> {
            WitnessSigner signer = files.witness(name).orElseGet(() -> {
                if (store.hasWitnessed()) {
                    throw new LogInDoubt(
                            "%s is missing, but this register has cosigned checkpoints; restore the key from the backup",
                            files.witnessKeyFile());
                }
                return files.newWitness(name);
            });
            Witness witness = new Witness(store, transaction, signer, byOrigin);
            byOrigin.keySet().forEach(origin -> store.witnessed(origin).ifPresent(witness::sound));
            return witness;
        }));
    }

    private void sound(LogStore.Row row) {
        String where = "the checkpoint of %d leaves that this witness cosigned".formatted(row.size());
        SignedNote note;
        Checkpoint state;
        try {
            note = SignedNote.read(row.note().getBytes(StandardCharsets.UTF_8));
            state = Checkpoint.read(note.text());
        } catch (Unreadable e) {
            throw new LogInDoubt(e, "%s is none any more; restore the newest backup", where);
        }
        if (state.size() != row.size()
                || !state.root().equals(row.root())
                || signer.key().cosigned(note).isEmpty()) {
            throw new LogInDoubt(
                    "%s has root %s in its row, and %d leaves with root %s in its note, which %s should have cosigned; "
                            + "restore the newest backup and the key that belongs to it",
                    where, row.root(), state.size(), state.root(), signer.key());
        }
    }

    /// What readers need to check its cosignatures.
    public WitnessKey key() {
        return signer.key();
    }

    /// The logs that it witnesses.
    public List<VerifierKey> logs() {
        return List.copyOf(logs.values());
    }

    /// The answer to a request, as the protocol has it.
    public sealed interface Answer {
        /// 200: the cosignature's line.
        record Cosigned(SignedNote.Signature line) implements Answer {}

        /// 400: the request is not of the form, or its old size is larger than the new one.
        record Malformed(String why) implements Answer {}

        /// 403: no good signature of the log's key.
        record NotSigned() implements Answer {}

        /// 404: this witness does not know the log.
        record UnknownLog() implements Answer {}

        /// 409: the old size is not the one cosigned last, which is told.
        record OtherSize(long size) implements Answer {}

        /// 422: the tree did not grow out of the one cosigned last, as far as the proof shows.
        record NotProved() implements Answer {}
    }

    /// Cosigns a checkpoint if it grew out of the one before.
    ///
    /// @param request as it was sent: old size, proof, signed note
    public Answer add(byte[] request, Instant at) {
        CheckpointGrowth growth;
        try {
            growth = CheckpointGrowth.read(request);
        } catch (Unreadable e) {
            return falseEmptyTree(request) ? new Answer.NotProved() : new Answer.Malformed(e.getMessage());
        }
        Checkpoint state = growth.state();
        VerifierKey log = logs.get(state.origin());
        if (log == null) {
            return new Answer.UnknownLog();
        }
        if (!growth.checkpoint().signedBy(log)) {
            return new Answer.NotSigned();
        }
        if (growth.old() > state.size()) {
            return new Answer.Malformed("the old size is larger than the checkpoint's");
        }
        return transaction.execute(_ -> cosign(growth, state, log, at));
    }

    /// A checkpoint of no leaves with another root than the empty tree's is not read at all; the protocol wants it to
    /// be told apart from a malformed one.
    private static boolean falseEmptyTree(byte[] request) {
        String[] parts = new String(request, StandardCharsets.UTF_8).split("\n\n", 2);
        String[] lines = parts.length == 2 ? parts[1].split("\n", 4) : new String[0];
        return parts[0].equals("old 0")
                && lines.length == 4
                && lines[1].equals("0")
                && lines[2].matches("[A-Za-z0-9+/]{43}=");
    }

    private Answer cosign(CheckpointGrowth growth, Checkpoint state, VerifierKey log, Instant at) {
        store.lockWitnessing();
        Optional<LogStore.Row> before = store.witnessed(state.origin());
        long size = before.map(LogStore.Row::size).orElse(0L);
        if (growth.old() != size) {
            return new Answer.OtherSize(size);
        }
        Hash root = before.map(LogStore.Row::root).orElse(TreeHasher.EMPTY);
        if (!ConsistencyProof.proves(size, root, state.size(), state.root(), growth.path())) {
            return new Answer.NotProved();
        }
        SignedNote.Signature line = signer.cosign(growth.checkpoint(), at);
        if (before.isEmpty() || state.size() > size) {
            // Only the log's own line is kept: others' lines are nobody's statement to us.
            SignedNote kept = new SignedNote(
                    growth.checkpoint().text(),
                    growth.checkpoint().signatures().stream()
                            .filter(each -> each.name().equals(log.name()) && each.keyId() == log.id())
                            .limit(1)
                            .toList());
            String note = new String(kept.with(List.of(line)).toBytes(), StandardCharsets.UTF_8);
            store.addWitnessed(state.origin(), new LogStore.Row(state.size(), state.root(), note), at);
        }
        return new Answer.Cosigned(line); // given out after the commit only
    }

    /// The newest checkpoint of a log with this witness's cosignature.
    ///
    /// @param originHash SHA-256 of the log's origin, in lower-case hexadecimal
    /// @return empty when it has cosigned none, or does not know the log
    public Optional<SignedNote> checkpoint(String originHash) {
        return logs.keySet().stream()
                .filter(origin -> Hash.sha256(origin.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .equals(originHash))
                .findFirst()
                .flatMap(this::newest);
    }

    /// The newest checkpoint of a log that this witness has cosigned.
    public Optional<SignedNote> newest(String origin) {
        return logs.containsKey(origin)
                ? store.witnessed(origin).map(row -> SignedNote.read(row.note().getBytes(StandardCharsets.UTF_8)))
                : Optional.empty();
    }
}
