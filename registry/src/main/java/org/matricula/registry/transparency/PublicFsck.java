package org.matricula.registry.transparency;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.matricula.verifier.merkle.CompactRange;
import org.matricula.verifier.merkle.Hash;
import org.matricula.verifier.merkle.TileAddress;

/// Compares the files for everybody with the leaves, one leaf after the other; what is not needed any more is
/// forgotten.
final class PublicFsck {
    private static final int HEIGHT = 8;

    private final LogFiles files;
    private final long size;
    private final Consumer<String> faults;
    private final ByteArrayOutputStream entries = new ByteArrayOutputStream();

    /// By level, the hashes of the tile that is being filled.
    private final List<ByteArrayOutputStream> hashes = new ArrayList<>();

    private final CompactRange range = new CompactRange(this::node);

    /// @param size how many leaves the published checkpoint has
    PublicFsck(LogFiles files, long size, Consumer<String> faults) {
        this.files = files;
        this.size = size;
        this.faults = faults;
    }

    void leaf(Hash entry, Hash leaf) {
        if (range.size() >= size) {
            return;
        }
        entries.write(0);
        entries.write(Hash.LENGTH);
        entries.writeBytes(entry.bytes());
        long index = range.size();
        range.append(leaf);
        add(0, index, leaf);
        if (range.size() % TileAddress.FULL == 0 || range.size() == size) {
            compare(TileAddress.ENTRIES, index / TileAddress.FULL, width(range.size()), entries);
        }
        if (range.size() == size) {
            end();
        }
    }

    private void node(int level, long index, Hash hash) {
        if (level % HEIGHT == 0) {
            add(level / HEIGHT, index, hash);
        }
    }

    private void add(int level, long index, Hash hash) {
        while (hashes.size() <= level) {
            hashes.add(new ByteArrayOutputStream());
        }
        hashes.get(level).writeBytes(hash.bytes());
        if ((index + 1) % TileAddress.FULL == 0) {
            compare(level, index / TileAddress.FULL, TileAddress.FULL, hashes.get(level));
        }
    }

    /// The last tiles, which are not full.
    private void end() {
        for (int level = 0; level < hashes.size(); level++) {
            long count = size >>> HEIGHT * level;
            if (count % TileAddress.FULL != 0) {
                compare(level, count / TileAddress.FULL, width(count), hashes.get(level));
            }
        }
    }

    private static int width(long count) {
        return (int) (count % TileAddress.FULL == 0 ? TileAddress.FULL : count % TileAddress.FULL);
    }

    private void compare(int level, long index, int width, ByteArrayOutputStream expected) {
        TileAddress tile = new TileAddress(level, index, width);
        byte[] bytes = expected.toByteArray();
        expected.reset();
        files.published(tile.path())
                .ifPresentOrElse(
                        found -> {
                            if (!Arrays.equals(found, bytes)) {
                                faults.accept(
                                        "%s is not what the leaves give; find out who changed it, delete it, and start"
                                                        .formatted(files.open().resolve(tile.path()))
                                                + " again: it is made anew");
                            }
                        },
                        () -> faults.accept(
                                files.open().resolve(tile.path()) + " is missing; the next start makes it again"));
    }
}
