package org.matricula.verifier.merkle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The tree of a log at one size, read from its tiles as proofs need them (C2SP tlog-tiles). What is
/// read is not trusted: whoever makes a proof from it checks the proof against a signed root.
///
/// Not for two threads at once.
public final class TileTree implements TreeNodes {
    private static final int HEIGHT = 8;

    private final long size;
    private final Reader reader;
    private final TreeHasher hasher = new TreeHasher();
    private final Map<TileAddress, byte[]> read = new HashMap<>();

    /// Where the tiles come from.
    @FunctionalInterface
    public interface Reader {
        /// The bytes of a tile: 32 for each hash of its width.
        ///
        /// @throws IOException when it cannot be had
        byte[] read(TileAddress tile) throws IOException;
    }

    /// @param size how many leaves, as a signed checkpoint says
    public TileTree(long size, Reader reader) {
        this.size = size;
        this.reader = reader;
    }

    /// @throws Unreadable when the tree has no such node, or a tile does not have its length
    /// @throws UncheckedIOException when a tile cannot be had
    @Override
    public Hash at(int level, long index) {
        if (level % HEIGHT != 0) {
            return hasher.node(at(level - 1, 2 * index), at(level - 1, 2 * index + 1));
        }
        TileAddress tile = TileAddress.holding(level / HEIGHT, index, size);
        byte[] hashes = read.computeIfAbsent(tile, this::fetch);
        byte[] hash = new byte[Hash.LENGTH];
        int place = (int) (index % TileAddress.FULL);
        if (place >= tile.width()) {
            throw new Unreadable("the tree has no such node");
        }
        System.arraycopy(hashes, place * Hash.LENGTH, hash, 0, Hash.LENGTH);
        return Hash.owned(hash);
    }

    /// The root of the first leaves: of the whole tree, or of an earlier one.
    public Hash root(long leaves) {
        return over(0, leaves);
    }

    private byte[] fetch(TileAddress tile) {
        byte[] hashes = had(tile);
        if (hashes.length != tile.width() * Hash.LENGTH) {
            throw new Unreadable(
                    "%s has %d bytes instead of %d".formatted(tile.path(), hashes.length, tile.width() * Hash.LENGTH));
        }
        return hashes;
    }

    /// Where the last tile of a smaller tree is full by now, a log need not keep its beginning: it is cut out of the
    /// full one.
    private byte[] had(TileAddress tile) {
        try {
            return reader.read(tile);
        } catch (IOException e) {
            if (tile.full()) {
                throw new UncheckedIOException(e);
            }
            try {
                byte[] whole = reader.read(tile.whole());
                return Arrays.copyOf(whole, Math.min(whole.length, tile.width() * Hash.LENGTH));
            } catch (IOException _) {
                throw new UncheckedIOException(e); // the one that was wanted first says what is missing
            }
        }
    }
}
