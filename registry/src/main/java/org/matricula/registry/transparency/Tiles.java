package org.matricula.registry.transparency;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.matricula.verifier.merkle.CompactRange;
import org.matricula.verifier.merkle.Hash;
import org.matricula.verifier.merkle.TileAddress;
import org.matricula.verifier.merkle.TreeHasher;
import org.matricula.verifier.merkle.TreeNodes;

/// The tree over the leaves in the database, in tiles 256 leaves wide: memory holds one hash for each
/// full tile, and one for each full tile of tiles; what is inside a tile is hashed again from its
/// leaves. A million leaves are 3,922 hashes, and a proof reads two tiles at most. Not for two threads
/// at once.
final class Tiles {
    private static final int HEIGHT = 8;
    private static final long WIDTH = 1 << HEIGHT;

    private final LogStore store;
    private final TreeHasher hasher = new TreeHasher();

    /// The hashes of the levels 8, 16, 24 ... of the tree.
    private final List<List<Hash>> full = new ArrayList<>();

    private final CompactRange edge = new CompactRange(this::keep);

    Tiles(LogStore store) {
        this.store = store;
    }

    /// Reads the leaves up to a size that the database has; what was read before is not read again.
    void grow(long size) {
        if (size > edge.size()) {
            store.entries(edge.size(), size, entry -> edge.append(hasher.leaf(entry.bytes())));
        }
    }

    /// The root of the first leaves.
    Hash root(long size) {
        grow(size);
        return size == edge.size() ? edge.root() : nodes(size).over(0, size);
    }

    /// The hashes of the tree of the first leaves, for proofs; for use in one transaction.
    TreeNodes nodes(long size) {
        grow(size);
        return new Nodes(size);
    }

    /// The root of the leaves of a full tile.
    Hash fullTile(long index) {
        return full.getFirst().get(Math.toIntExact(index));
    }

    /// The hashes of a full or last tile above the leaves' own, which memory has.
    List<Hash> inMemory(TileAddress tile) {
        List<Hash> level = full.get(tile.level() - 1);
        int first = Math.toIntExact(tile.index() * WIDTH);
        return level.subList(first, first + tile.width());
    }

    private void keep(int level, long index, Hash hash) {
        if (level % HEIGHT == 0) {
            if (index == 0) {
                full.add(new ArrayList<>());
            }
            full.get(level / HEIGHT - 1).add(hash);
        }
    }

    private final class Nodes implements TreeNodes {
        private final long size;
        private final Map<Long, List<Hash>> read = new HashMap<>();

        private Nodes(long size) {
            this.size = size;
        }

        @Override
        public Hash at(int level, long index) {
            if (level == 0) {
                return read.computeIfAbsent(index / WIDTH, this::leaves).get((int) (index % WIDTH));
            }
            return level % HEIGHT == 0
                    ? full.get(level / HEIGHT - 1).get((int) index)
                    : hasher.node(at(level - 1, 2 * index), at(level - 1, 2 * index + 1));
        }

        private List<Hash> leaves(long tile) {
            List<Hash> leaves = new ArrayList<>();
            store.entries(
                    tile * WIDTH, Math.min((tile + 1) * WIDTH, size), entry -> leaves.add(hasher.leaf(entry.bytes())));
            return leaves;
        }
    }
}
