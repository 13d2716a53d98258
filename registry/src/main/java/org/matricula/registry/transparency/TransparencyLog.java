package org.matricula.registry.transparency;

import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.matricula.verifier.merkle.Hash;
import org.matricula.verifier.merkle.InclusionProof;
import org.matricula.verifier.merkle.LeafCommitment;
import org.matricula.verifier.merkle.LogProof;
import org.matricula.verifier.merkle.NoteSigner;
import org.matricula.verifier.merkle.SignedNote;
import org.matricula.verifier.merkle.TreeHasher;
import org.matricula.verifier.merkle.TreeNodes;
import org.matricula.verifier.merkle.VerifierKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The log of one register. Leaves and checkpoints are in the database; the newest checkpoint that left
/// this node is also in a file outside it, and none leaves before the file has it. So a database that
/// went back in time is noticed, and two histories are never signed.
///
/// For many threads, and for many nodes on one database, each with its own data folder and the same
/// key. Transactions are at READ COMMITTED.
public final class TransparencyLog {
    private static final Logger LOG = System.getLogger(TransparencyLog.class.getName());

    private final LogStore store;
    private final LogFiles files;
    private final NoteSigner signer;
    private final TransactionTemplate transaction;

    /// Guards the tree and the two states below. Always taken with a connection already at hand: who
    /// waited for one while holding it could wait for those who wait for it.
    private final ReentrantLock tree = new ReentrantLock();

    private final Tiles tiles;
    private final PublicFolder open;

    /// What is signed before the first leaf.
    private final SignedState none;

    /// What the file outside the database has.
    private SignedState locked;

    /// The newest checkpoint of the database as it was when last looked at, so that one signature is
    /// checked once.
    private @Nullable SignedState seen;

    private TransparencyLog(LogStore store, LogFiles files, TransactionTemplate transaction, String origin) {
        this.store = store;
        this.files = files;
        this.transaction = transaction;
        this.tiles = new Tiles(store);
        Optional<LogStore.Row> newest = store.newest();
        this.signer = files.signer(origin).orElseGet(() -> firstKey(newest, origin));
        this.none = SignedState.sign(signer, 0, TreeHasher.EMPTY);
        this.locked = files.locked()
                .map(note -> SignedState.trusted(note, key(), files.lockFile().toString()))
                .orElseGet(() -> firstLock(newest));
        SignedState last = agree(newest());
        if (last.size() > locked.size()) {
            LOG.log(
                    Level.WARNING,
                    "{0} had {1} leaves and the database {2}: a crash came between; the file has them now",
                    files.lockFile(),
                    locked.size(),
                    last.size());
        }
        lock(last);
        this.open = new PublicFolder(store, files, tiles, key());
        open.publishAll(last);
    }

    /// Opens the log and checks that database, lock file and key tell one story; all leaves are hashed
    /// for it. What a crash left between the two places is mended; everything else is a person's to
    /// judge.
    ///
    /// @param data the data folder, outside the database and its backups: `keys/log.key` and
    ///     `log/checkpoint`
    /// @param origin the log's name, unique in the world and the same for ever, for example
    ///     `school.example/records`
    /// @throws LogInDoubt when they do not agree, with both values and the remedy
    public static TransparencyLog open(
            JdbcClient sql, PlatformTransactionManager transactions, Path data, String origin) {
        return open(sql, transactions, new LogFiles(data, Disk.REAL), origin);
    }

    static TransparencyLog open(
            JdbcClient sql, PlatformTransactionManager transactions, LogFiles files, String origin) {
        SignedNote.requireName(origin);
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        return transaction.execute(_ -> new TransparencyLog(new LogStore(sql), files, transaction, origin));
    }

    /// What verifiers need to trust this log; as text it is the C2SP verifier key.
    public VerifierKey key() {
        return signer.verifier();
    }

    /// Adds acts to the log inside the caller's transaction: they are in it if and when that commits.
    /// From here on the caller is alone in appending, on all nodes, so this comes last in a
    /// transaction.
    ///
    /// @param at the time of the act
    /// @return the index of each act's leaf, without gaps, in the order given
    public List<Long> append(List<LeafCommitment> acts, Instant at) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a leaf is appended in the transaction of the act that it is about");
        }
        return acts.isEmpty()
                ? List.of()
                : store.append(acts.stream().map(LeafCommitment::entry).toList(), at);
    }

    /// Covers all committed leaves by one signed checkpoint; signs nothing when there are no new ones.
    ///
    /// @param at the time of signing
    /// @return the newest checkpoint; of no leaves when the log has none
    public SignedNote integrate(Instant at) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a checkpoint covers committed leaves: integrate after the commit");
        }
        SignedState newest = transaction.execute(_ -> {
            store.lockSigning();
            return alone(() -> {
                SignedState last = agree(newest());
                long leaves = store.leaves();
                if (leaves == last.size()) {
                    return last;
                }
                SignedState next = SignedState.sign(signer, leaves, tiles.root(leaves)); // the only use of the key
                store.add(next.row(), at);
                return next;
            });
        });
        SignedNote note = alone(() -> lock(newest)).note();
        give();
        return note;
    }

    /// The acts are done and signed: that the files for everybody cannot be written stops none of them. They are
    /// written with the next checkpoint, or when somebody asks.
    private void give() {
        try {
            read((newest, _) -> {
                open.publish(newest);
                return newest;
            });
        } catch (UncheckedIOException e) {
            LOG.log(Level.ERROR, "the log's files for everybody are behind: {0}", e.getMessage());
        }
    }

    /// The log as anybody may read it.
    public PublicLog forEverybody() {
        return new PublicLog(this, store, open);
    }

    /// The proof that an act is in the log, up to the newest checkpoint. It is checked before it is
    /// given out.
    ///
    /// @param index of the act's leaf, as [#append] gave it
    /// @return empty when no checkpoint covers the leaf yet
    /// @throws IllegalArgumentException when the leaf at the index is another act's
    public Optional<LogProof> proof(long index, LeafCommitment act) {
        return read((newest, tree) -> {
            if (index >= newest.size()) {
                return Optional.<LogProof>empty();
            }
            TreeNodes nodes = tree.nodes(newest.size());
            List<Hash> path = InclusionProof.make(index, newest.size(), nodes);
            if (!nodes.at(0, index).equals(act.leaf())) {
                throw new IllegalArgumentException(
                        "leaf %d is not the %s of %s".formatted(index, act.act(), act.number()));
            }
            if (!InclusionProof.proves(index, act.leaf(), newest.size(), newest.root(), path)) {
                throw new LogInDoubt(
                        "leaf %d is not under the root %s of %d leaves; stop, and run './matricula fsck'",
                        index, newest.root(), newest.size());
            }
            return Optional.of(new LogProof(index, act.salt(), act.act(), path, newest.note()));
        });
    }

    /// Reads the tree of the newest checkpoint, which the file outside the database has by then.
    <T> T read(BiFunction<SignedState, Tiles, T> reader) {
        return transaction.execute(_ -> alone(() -> {
            SignedState newest = newest();
            if (!newest.equals(locked)) {
                lock(agree(newest));
            }
            return reader.apply(newest, tiles);
        }));
    }

    /// The newest checkpoint that left this node, whatever the database says now.
    SignedNote left() {
        return alone(() -> locked.note());
    }

    /// The newest checkpoint of the database, trusted.
    private SignedState newest() {
        Optional<LogStore.Row> row = store.newest();
        if (row.isEmpty()) {
            return none;
        }
        SignedState last = seen;
        if (last == null || !last.row().equals(row.get())) {
            last = SignedState.trusted(row.get(), key());
            seen = last;
        }
        return last;
    }

    /// The database must have grown out of what the file has, and its leaves must be those that were
    /// signed.
    private SignedState agree(SignedState newest) {
        String file = files.lockFile().toString();
        if (newest.size() < locked.size()) {
            throw new LogInDoubt("""
                    the database is behind the lock: %d < %d leaves in %s; it was restored from an older backup: \
                    restore the newest one, \
                    and do not restart before './matricula fsck'""", newest.size(), locked.size(), file);
        }
        long leaves = store.leaves();
        if (leaves < newest.size()) {
            throw new LogInDoubt("""
                    the database has %d leaves, but signed %d; \
                    restore the newest backup, and do not restart before './matricula fsck'""", leaves, newest.size());
        }
        Hash root = tiles.root(newest.size());
        if (!root.equals(newest.root())) {
            throw new LogInDoubt("""
                    the first %d leaves in the database have root %s, but %s was signed; a leaf was changed: \
                    restore the newest backup, \
                    and do not restart before './matricula fsck'""", newest.size(), root, newest.root());
        }
        Hash begin = tiles.root(locked.size());
        if (!begin.equals(locked.root())) {
            throw new LogInDoubt("""
                    the first %d leaves in the database have root %s, but %s has %s; this is another history: \
                    restore the database that belongs to the file, \
                    and do not restart before './matricula fsck'""", locked.size(), begin, file, locked.root());
        }
        return newest;
    }

    /// No checkpoint leaves this node before the file outside the database has it.
    private SignedState lock(SignedState newest) {
        if (newest.size() > locked.size()) {
            files.lock(newest.note());
            locked = newest;
        }
        return newest;
    }

    private NoteSigner firstKey(Optional<LogStore.Row> newest, String origin) {
        if (newest.isPresent() || files.locked().isPresent()) {
            throw new LogInDoubt(
                    "%s is missing, but the log has signed checkpoints; restore the key from the backup",
                    files.keyFile());
        }
        return files.newSigner(origin);
    }

    /// A file of no leaves comes before the first checkpoint, so that a missing file is always a loss
    /// and never a crash at the beginning.
    private SignedState firstLock(Optional<LogStore.Row> newest) {
        if (newest.isPresent()) {
            throw new LogInDoubt(
                    """
                    %s is missing, but the database has a checkpoint of %d leaves with root %s; restore the file from \
                    the backup, or compare with a checkpoint that others hold \
                    and put the note of that row there""", files.lockFile(), newest.get().size(), newest.get().root());
        }
        files.lock(none.note());
        return none;
    }

    private <T> T alone(Supplier<T> act) {
        tree.lock();
        try {
            return act.get();
        } finally {
            tree.unlock();
        }
    }
}
