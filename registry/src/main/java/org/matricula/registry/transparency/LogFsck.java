package org.matricula.registry.transparency;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.matricula.verifier.merkle.CompactRange;
import org.matricula.verifier.merkle.Hash;
import org.matricula.verifier.merkle.NoteSigner;
import org.matricula.verifier.merkle.SignedNote;
import org.matricula.verifier.merkle.TreeHasher;
import org.matricula.verifier.merkle.Unreadable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Checks the whole log from its leaves, and goes on after a fault. It shares no tree and no memory
/// with the running log, and works on one that refuses to open.
public final class LogFsck {
    private final LogStore store;
    private final LogFiles files;
    private final String origin;
    private final List<String> faults = new ArrayList<>();

    /// Roots that were signed, and where they stand.
    private final List<Claim> claims = new ArrayList<>();

    /// How many leaves the checkpoint for everybody covers; 0 when there is none that can be read.
    private long given;

    private LogFsck(LogStore store, LogFiles files, String origin) {
        this.store = store;
        this.files = files;
        this.origin = origin;
    }

    private record Claim(long size, Hash root, String where) {}

    /// What was found.
    ///
    /// @param leaves how many leaves the database has
    /// @param checkpoints how many checkpoints it has
    /// @param faults each in one sentence; none when the log is sound
    public record Report(long leaves, int checkpoints, List<String> faults) {
        public Report {
            faults = List.copyOf(faults);
        }

        /// Whether every leaf is under every signed root, every signature holds, and the lock file fits.
        public boolean sound() {
            return faults.isEmpty();
        }
    }

    /// Checks the log in the database and in the data folder; changes nothing. For parameters see
    /// [TransparencyLog#open].
    public static Report run(JdbcClient sql, PlatformTransactionManager transactions, Path data, String origin) {
        SignedNote.requireName(origin);
        TransactionTemplate snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        LogFsck fsck = new LogFsck(new LogStore(sql), new LogFiles(data, Disk.REAL), origin);
        // The file first: a running log writes it after the database, so that it is never ahead of what is read next.
        Optional<NoteSigner> signer = fsck.signer();
        Optional<SignedNote> locked = fsck.locked();
        Optional<byte[]> published = fsck.files.published(PublicFolder.CHECKPOINT);
        return snapshot.execute(_ -> fsck.check(signer, locked, published));
    }

    private Report check(Optional<NoteSigner> signer, Optional<SignedNote> locked, Optional<byte[]> published) {
        List<LogStore.Row> rows = store.checkpoints();
        long leaves = store.leaves();
        signer.ifPresentOrElse(
                key -> {
                    rows.forEach(row -> attempt(() -> SignedState.trusted(row, key.verifier())));
                    locked.ifPresent(note -> attempt(() -> lockFile(
                            SignedState.trusted(
                                    note, key.verifier(), files.lockFile().toString()),
                            rows)));
                },
                () -> fault(
                        !rows.isEmpty() || locked.isPresent(),
                        files.keyFile() + " is missing: no signature was checked"));
        fault(locked.isEmpty() && !rows.isEmpty(), files.lockFile() + " is missing");
        rows.forEach(row ->
                claims.add(new Claim(row.size(), row.root(), "the checkpoint of %d leaves".formatted(row.size()))));
        signer.ifPresent(key -> published.ifPresent(bytes -> attempt(() -> forEverybody(key, bytes, rows))));
        WitnessFsck witnesses = new WitnessFsck(store, faults::add);
        witnesses.cosignatures(rows);
        witnesses.cosigned();
        attempt(() -> hash(leaves));
        return new Report(leaves, rows.size(), faults);
    }

    private void lockFile(SignedState locked, List<LogStore.Row> rows) {
        long newest = rows.isEmpty() ? 0 : rows.getLast().size();
        fault(
                locked.size() > newest,
                "%s has %d leaves, the newest checkpoint in the database only %d"
                        .formatted(files.lockFile(), locked.size(), newest));
        claims.add(new Claim(locked.size(), locked.root(), files.lockFile().toString()));
    }

    private void forEverybody(NoteSigner key, byte[] bytes, List<LogStore.Row> rows) {
        String where = files.open().resolve(PublicFolder.CHECKPOINT).toString();
        SignedState state;
        try {
            state = SignedState.trusted(SignedNote.read(bytes), key.verifier(), where);
        } catch (Unreadable e) {
            throw new LogInDoubt(e, "%s is not a checkpoint: %s", where, e.getMessage());
        }
        long newest = rows.isEmpty() ? 0 : rows.getLast().size();
        fault(
                state.size() > newest,
                "%s has %d leaves, the newest checkpoint in the database only %d"
                        .formatted(where, state.size(), newest));
        claims.add(new Claim(state.size(), state.root(), where));
        given = state.size();
    }

    private void hash(long leaves) {
        PublicFsck tiles = new PublicFsck(files, given, faults::add);
        Deque<Claim> open = new ArrayDeque<>(
                claims.stream().sorted(Comparator.comparingLong(Claim::size)).toList());
        TreeHasher hasher = new TreeHasher();
        CompactRange range = new CompactRange();
        settle(open, range);
        try {
            store.entries(0, leaves, entry -> {
                Hash leaf = hasher.leaf(entry.bytes());
                range.append(leaf);
                tiles.leaf(entry, leaf);
                settle(open, range);
            });
        } finally {
            open.forEach(claim -> faults.add("%s cannot be computed: the leaves end, or have a gap, at %d"
                    .formatted(claim.where(), range.size())));
        }
    }

    private void settle(Deque<Claim> open, CompactRange range) {
        while (!open.isEmpty() && open.getFirst().size() == range.size()) {
            Claim claim = open.removeFirst();
            fault(
                    !range.root().equals(claim.root()),
                    "%s has root %s, but the leaves give %s".formatted(claim.where(), claim.root(), range.root()));
        }
    }

    private Optional<NoteSigner> signer() {
        try {
            return files.signer(origin);
        } catch (LogInDoubt e) {
            faults.add(e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<SignedNote> locked() {
        try {
            return files.locked();
        } catch (LogInDoubt e) {
            faults.add(e.getMessage());
            return Optional.empty();
        }
    }

    private void attempt(Runnable check) {
        try {
            check.run();
        } catch (LogInDoubt e) {
            faults.add(e.getMessage());
        }
    }

    private void fault(boolean found, String words) {
        if (found) {
            faults.add(words);
        }
    }
}
