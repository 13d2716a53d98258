package org.matricula.verifier.merkle;

import java.util.ArrayList;
import java.util.List;

/// That a leaf is in a tree (RFC 9162 sections 2.1.3.1 and 2.1.3.2).
public final class InclusionProof {
    private InclusionProof() {}

    /// The path from the leaf's sibling up to a child of the root: PATH(index, D\[size\]).
    ///
    /// @param index of the leaf, from 0
    /// @param size of the tree
    /// @throws IndexOutOfBoundsException when the tree has no such leaf
    public static List<Hash> make(long index, long size, TreeNodes nodes) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("a tree of %d leaves has no leaf %d".formatted(size, index));
        }
        List<Hash> path = new ArrayList<>();
        for (long start = 0, end = size; end - start > 1; ) {
            long middle = start + TreeHasher.split(end - start);
            if (index < middle) {
                path.addFirst(nodes.over(middle, end));
                end = middle;
            } else {
                path.addFirst(nodes.over(start, middle));
                start = middle;
            }
        }
        return path;
    }

    /// Whether the path leads from the leaf to the root: RFC 9162 section 2.1.3.2, step by step.
    ///
    /// @param index of the leaf, as the proof states it
    /// @param leaf the hash of the leaf, computed by the verifier
    /// @param size of the tree: the signed checkpoint's, never the proof's
    /// @param root of the tree: the signed checkpoint's
    public static boolean proves(long index, Hash leaf, long size, Hash root, List<Hash> path) {
        TreeHasher hasher = new TreeHasher();
        if (index < 0 || index >= size) { // step 1
            return false;
        }
        long fn = index; // step 2
        long sn = size - 1;
        Hash r = leaf; // step 3
        for (Hash p : path) { // step 4
            if (sn == 0) { // step 4.a
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) { // step 4.b
                r = hasher.node(p, r); // step 4.b.i
                while ((fn & 1) == 0 && fn != 0) { // step 4.b.ii
                    fn >>>= 1;
                    sn >>>= 1;
                }
            } else {
                r = hasher.node(r, p);
            }
            fn >>>= 1; // step 4.c
            sn >>>= 1;
        }
        return sn == 0 && r.equals(root); // step 5
    }
}
