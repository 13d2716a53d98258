package org.matricula.verifier.merkle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A tree in memory, hashed by the definition of RFC 9162 section 2.1.1 and by nothing that is under
/// test but the three hashes, whose published values are tested by themselves.
final class SmallTree implements TreeNodes {
    private record Part(long start, long end) {}

    private final TreeHasher hasher = new TreeHasher();
    private final List<Hash> leaves;
    private final Map<Part, Hash> known = new HashMap<>();

    SmallTree(List<Hash> leaves) {
        this.leaves = List.copyOf(leaves);
    }

    static SmallTree of(int size) {
        return of(size, "entry ");
    }

    static SmallTree of(int size, String word) {
        TreeHasher hasher = new TreeHasher();
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(hasher.leaf((word + i).getBytes(StandardCharsets.UTF_8)));
        }
        return new SmallTree(leaves);
    }

    Hash leaf(long index) {
        return leaves.get((int) index);
    }

    int size() {
        return leaves.size();
    }

    /// MTH(D\[0:size\]).
    Hash root(long size) {
        return mth(0, size);
    }

    @Override
    public Hash at(int level, long index) {
        return mth(index << level, index + 1 << level);
    }

    private Hash mth(long start, long end) {
        if (end > leaves.size()) {
            throw new IndexOutOfBoundsException("no leaf " + (end - 1));
        }
        Part part = new Part(start, end);
        Hash hash = known.get(part);
        if (hash == null) {
            hash = compute(start, end);
            known.put(part, hash);
        }
        return hash;
    }

    private Hash compute(long start, long end) {
        if (start == end) {
            return TreeHasher.EMPTY;
        }
        if (end - start == 1) {
            return leaf(start);
        }
        long k = 1;
        while (2 * k < end - start) {
            k *= 2;
        }
        return hasher.node(mth(start, start + k), mth(start + k, end));
    }
}
