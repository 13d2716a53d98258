package org.matricula.verifier.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a part of a log lies under its address, as C2SP tlog-tiles has it: up to 256 hashes of one
/// level of the tree, or the entries under 256 leaves.
///
/// @param level 0 for the hashes of leaves, 1 for those of full tiles of level 0, and so on; [#ENTRIES]
///     for the entries
/// @param index from 0, counted from the left among the tiles of the level
/// @param width how many hashes or entries: 256 in a full tile, less in the last of a level
public record TileAddress(int level, long index, int width) {
    /// How many hashes a full tile has.
    public static final int FULL = 256;

    /// The level of the bundles of entries.
    public static final int ENTRIES = -1;

    private static final int HEIGHT = 8;
    private static final int HIGHEST = 63;
    private static final Pattern PATH = Pattern.compile(
            "tile/(entries|[0-9]|[1-5][0-9]|6[0-3])/((?:x[0-9]{3}/)*[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public TileAddress {
        if (level < ENTRIES || level > HIGHEST || index < 0 || width < 1 || width > FULL) {
            throw new Unreadable("no tile of a log has this address");
        }
    }

    /// Reads an address below the log's own, without a slash in front.
    ///
    /// @return empty when no tile has such an address, or the tile has another one
    public static Optional<TileAddress> read(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String digits = parts.group(2).replaceAll("[x/]", "");
        int width = parts.group(3) == null ? FULL : Integer.parseInt(parts.group(3));
        if (digits.length() > 18 || parts.group(3) != null && width >= FULL) {
            return Optional.empty();
        }
        int level = parts.group(1).equals("entries") ? ENTRIES : Integer.parseInt(parts.group(1));
        TileAddress address = new TileAddress(level, Long.parseLong(digits), width);
        return Optional.of(address).filter(found -> found.path().equals(path));
    }

    /// The address below the log's own: `tile/0/x001/234`, `tile/entries/005.p/12`.
    public String path() {
        return folder() + (full() ? "" : "/" + width);
    }

    /// The address of the full tile; for one that is not full, the folder that holds it.
    public String folder() {
        StringBuilder number = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            number.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return "tile/" + (level == ENTRIES ? "entries" : String.valueOf(level)) + "/" + number + (full() ? "" : ".p");
    }

    /// Whether the tile will never grow.
    public boolean full() {
        return width == FULL;
    }

    /// The same tile when it is full.
    public TileAddress whole() {
        return new TileAddress(level, index, FULL);
    }

    /// The tile that holds a hash of a level, in a tree of a size.
    ///
    /// @throws Unreadable when the tree has no such hash
    static TileAddress holding(int level, long hash, long size) {
        long hashes = size >>> HEIGHT * Math.max(0, level);
        long index = hash / FULL;
        return new TileAddress(level, index, (int) Math.min(FULL, hashes - index * FULL));
    }

    /// What a log publishes anew when it grows: the entries and the hashes of every level, from the left
    /// and from below. A tile that was there with another width comes again.
    ///
    /// @param from how many leaves were published before
    /// @param to how many are now
    public static List<TileAddress> between(long from, long to) {
        List<TileAddress> all = new ArrayList<>();
        for (int level = ENTRIES; level <= 7; level++) {
            int shift = HEIGHT * Math.max(0, level);
            long before = from >>> shift;
            long after = to >>> shift;
            for (long index = before / FULL; after > before && index * FULL < after; index++) {
                all.add(new TileAddress(level, index, (int) Math.min(FULL, after - index * FULL)));
            }
        }
        return all;
    }
}
