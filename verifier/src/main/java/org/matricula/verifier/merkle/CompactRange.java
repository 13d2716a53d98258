package org.matricula.verifier.merkle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A growing tree that remembers only its edge: at most 63 hashes, whatever its size. Appending costs
/// two hashes on average. Not for two threads at once.
public final class CompactRange {
    /// Told of each inner node when both its halves are full; such a node never changes again.
    @FunctionalInterface
    public interface OnNode {
        /// @param level 1 for the parents of leaves, and so on upwards
        /// @param index from 0, counted from the left among the nodes of its level
        void complete(int level, long index, Hash hash);
    }

    private final TreeHasher hasher = new TreeHasher();
    private final OnNode listener;

    /// By level, the root of the full subtree that ends the range there; stale where the bit of `size`
    /// is 0.
    private final @Nullable Hash[] peaks = new Hash[Long.SIZE - 1];

    private long size;

    public CompactRange() {
        this((_, _, _) -> {});
    }

    /// @param listener told of each inner node that is complete, in the order of hashing
    public CompactRange(OnNode listener) {
        this.listener = listener;
    }

    /// The range over the first leaves of a tree whose inner nodes are at hand.
    public static CompactRange over(long size, TreeNodes nodes, OnNode listener) {
        CompactRange range = new CompactRange(listener);
        long end = 0;
        for (int level = Long.SIZE - 2; level >= 0; level--) {
            if ((size >>> level & 1) == 1) {
                range.peaks[level] = nodes.at(level, end >>> level);
                end += 1L << level;
            }
        }
        range.size = size;
        return range;
    }

    /// Adds a leaf at the right.
    ///
    /// @param leaf the hash of the leaf, see [TreeHasher#leaf]
    public void append(Hash leaf) {
        Hash carried = leaf;
        int level = 0;
        for (; (size >>> level & 1) == 1; level++) {
            carried = hasher.node(peak(level), carried);
            listener.complete(level + 1, size >>> (level + 1), carried);
        }
        peaks[level] = carried;
        size++;
    }

    /// How many leaves there are.
    public long size() {
        return size;
    }

    /// The root over all leaves.
    public Hash root() {
        Hash root = null;
        for (int level = 0; level < peaks.length; level++) {
            if ((size >>> level & 1) == 1) {
                root = root == null ? peak(level) : hasher.node(peak(level), root);
            }
        }
        return root == null ? TreeHasher.EMPTY : root;
    }

    /// The roots of the full subtrees, from the largest at the left to the smallest at the right.
    public List<Hash> peaks() {
        List<Hash> all = new ArrayList<>();
        for (int level = peaks.length - 1; level >= 0; level--) {
            if ((size >>> level & 1) == 1) {
                all.add(peak(level));
            }
        }
        return all;
    }

    private Hash peak(int level) {
        Hash peak = peaks[level];
        if (peak == null) {
            throw new IllegalStateException("a range of " + size + " leaves lacks its peak of level " + level);
        }
        return peak;
    }
}
