package org.matricula.registry.transparency;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.matricula.verifier.merkle.CompactRange;
import org.matricula.verifier.merkle.Hash;
import org.matricula.verifier.merkle.SignedNote;
import org.matricula.verifier.merkle.TileAddress;
import org.matricula.verifier.merkle.TileTree;
import org.matricula.verifier.merkle.TreeHasher;
import org.matricula.verifier.merkle.Unreadable;
import org.matricula.verifier.merkle.VerifierKey;

/// The log as files that any web server can give to anybody (C2SP tlog-tiles): `checkpoint`, and under it
/// tiles of hashes and of entries. They hold nothing that the database has not, and are made from it; the
/// checkpoint comes last, after every tile that it needs is on the disk and was read back to its root.
///
/// Not for two threads at once, except [#tile] and [#checkpoint].
final class PublicFolder {
    static final String CHECKPOINT = "checkpoint";

    private final LogStore store;
    private final LogFiles files;
    private final Tiles tiles;
    private final VerifierKey key;
    private final TreeHasher hasher = new TreeHasher();

    /// How often something was published: who keeps a copy sees from it that the copy is old.
    private final AtomicLong published = new AtomicLong();

    PublicFolder(LogStore store, LogFiles files, Tiles tiles, VerifierKey key) {
        this.store = store;
        this.files = files;
        this.tiles = tiles;
        this.key = key;
    }

    long times() {
        return published.get();
    }

    /// The checkpoint as it is given out; empty before the first.
    Optional<byte[]> checkpoint() {
        return files.published(CHECKPOINT);
    }

    /// A tile of hashes or entries that the published checkpoint, or one before it, needs. Where the last tile of an
    /// older tree is full by now, its beginning is cut out of the full one.
    Optional<byte[]> tile(TileAddress tile) {
        Optional<byte[]> exact = files.published(tile.path());
        if (exact.isPresent() || tile.full()) {
            return exact;
        }
        return files.published(tile.whole().path()).map(bytes -> begin(bytes, tile));
    }

    /// Publishes the newest checkpoint with what witnesses have said of it, and the tiles that it needs anew.
    ///
    /// @throws LogInDoubt when the folder holds a newer checkpoint, or one of another history
    void publish(SignedState newest) {
        publish(newest, false);
    }

    /// The same at the start, when every tile is looked for: what somebody removed is made again.
    void publishAll(SignedState newest) {
        publish(newest, true);
    }

    private void publish(SignedState newest, boolean every) {
        Optional<SignedNote> before = published();
        long from = 0;
        if (before.isPresent()) {
            SignedState state = SignedState.trusted(
                    before.get(), key, files.open().resolve(CHECKPOINT).toString());
            agree(state, newest);
            from = state.size();
        }
        write(from, newest, every);
        byte[] note = note(newest);
        published.incrementAndGet();
        if (!before.map(SignedNote::toBytes)
                .filter(old -> Arrays.equals(old, note))
                .isPresent()) {
            files.publish(CHECKPOINT, note);
        }
    }

    /// Whether the folder holds this checkpoint with all that witnesses have said of it.
    boolean holds(SignedState newest) {
        return checkpoint().filter(bytes -> Arrays.equals(bytes, note(newest))).isPresent();
    }

    private byte[] note(SignedState newest) {
        return newest.with(store.cosignatures(newest.size())).toBytes();
    }

    private Optional<SignedNote> published() {
        return files.published(CHECKPOINT).map(bytes -> {
            try {
                return SignedNote.read(bytes);
            } catch (Unreadable e) {
                throw new LogInDoubt(
                        e,
                        "%s is not a checkpoint; find out who changed it, then delete the folder: it is made again",
                        files.open().resolve(CHECKPOINT));
            }
        });
    }

    private void agree(SignedState state, SignedState newest) {
        if (state.size() > newest.size()) {
            throw new LogInDoubt("""
                    %s has %d leaves, but the newest checkpoint in the database only %d; it was given out: \
                    restore the newest backup, and do not restart before './matricula fsck'""", files.open().resolve(CHECKPOINT), state.size(), newest.size());
        }
        Hash begin = tiles.root(state.size());
        if (!begin.equals(state.root())) {
            throw new LogInDoubt("""
                    the first %d leaves in the database have root %s, but %s was given out with %s; this is another \
                    history: restore the database that belongs to the file, \
                    and do not restart before './matricula fsck'""", state.size(), begin, files.open().resolve(CHECKPOINT), state.root());
        }
    }

    /// Whether a tile of hashes, and the bundle of entries that belongs to it, are there in their length.
    private boolean there(TileAddress tile) {
        TileAddress hashes = new TileAddress(Math.max(0, tile.level()), tile.index(), tile.width());
        return files.publishedLength(tile.path()) == length(tile)
                && files.publishedLength(hashes.path()) == length(hashes);
    }

    private void write(long from, SignedState newest, boolean every) {
        tiles.grow(newest.size());
        Set<TileAddress> all = new LinkedHashSet<>(TileAddress.between(from, newest.size()));
        for (TileAddress tile : every ? TileAddress.between(0, newest.size()) : List.<TileAddress>of()) {
            if (!all.contains(tile) && !there(tile)) {
                all.add(tile); // somebody removed it
            }
        }
        if (all.isEmpty()) {
            return;
        }
        for (TileAddress tile : all) {
            if (tile.level() == TileAddress.ENTRIES) {
                leaves(tile);
            } else if (tile.level() > 0) {
                files.publish(tile.path(), bytes(tiles.inMemory(tile)));
            }
        }
        Hash root = new TileTree(newest.size(), this::read).root(newest.size());
        if (!root.equals(newest.root())) {
            throw new LogInDoubt("""
                    the tiles in %s have root %s, but %s was signed for %d leaves; nothing was given out: \
                    run './matricula fsck'""", files.open(), root, newest.root(), newest.size());
        }
        all.stream()
                .filter(TileAddress::full)
                .forEach(tile -> files.withdraw(new TileAddress(tile.level(), tile.index(), 1).folder()));
    }

    /// Writes the entries and the hashes of up to 256 leaves, which are read once for both.
    private void leaves(TileAddress tile) {
        List<Hash> hashes = new ArrayList<>();
        ByteArrayOutputStream entries = new ByteArrayOutputStream();
        long first = tile.index() * TileAddress.FULL;
        store.entries(first, first + tile.width(), entry -> {
            entries.write(0);
            entries.write(Hash.LENGTH); // the length of the entry, in two bytes
            entries.writeBytes(entry.bytes());
            hashes.add(hasher.leaf(entry.bytes()));
        });
        if (tile.full() && !root(hashes).equals(tiles.fullTile(tile.index()))) {
            throw new LogInDoubt(
                    "a leaf from %d to %d was changed in the database; stop, and run './matricula fsck'",
                    first, first + TileAddress.FULL - 1);
        }
        files.publish(tile.path(), entries.toByteArray());
        files.publish(new TileAddress(0, tile.index(), tile.width()).path(), bytes(hashes));
    }

    private static Hash root(List<Hash> hashes) {
        CompactRange range = new CompactRange();
        hashes.forEach(range::append);
        return range.root();
    }

    private byte[] read(TileAddress tile) throws IOException {
        return files.published(tile.path()).orElseThrow(() -> new IOException(tile.path() + " is missing"));
    }

    private static byte[] begin(byte[] full, TileAddress tile) {
        return Arrays.copyOf(full, length(tile));
    }

    /// Every entry of this log has the same length.
    private static int length(TileAddress tile) {
        return tile.width() * (tile.level() == TileAddress.ENTRIES ? Short.BYTES + Hash.LENGTH : Hash.LENGTH);
    }

    private static byte[] bytes(List<Hash> hashes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        hashes.forEach(hash -> bytes.writeBytes(hash.bytes()));
        return bytes.toByteArray();
    }
}
