package org.matricula.verifier.merkle;

import java.util.ArrayList;
import java.util.List;

/// That a tree is the beginning of a later one, so that nothing was removed or changed in between (RFC
/// 9162 sections 2.1.4.1 and 2.1.4.2).
public final class ConsistencyProof {
    private ConsistencyProof() {}

    /// PROOF(first, D\[second\]); empty when the sizes are the same, or the first is 0.
    ///
    /// @throws IndexOutOfBoundsException when the first tree is larger than the second
    public static List<Hash> make(long first, long second, TreeNodes nodes) {
        if (first < 0 || first > second) {
            throw new IndexOutOfBoundsException("%d leaves are not the beginning of %d".formatted(first, second));
        }
        List<Hash> path = new ArrayList<>();
        if (first == 0 || first == second) {
            return path;
        }
        long start = 0;
        long end = second;
        while (first != end) {
            long middle = start + TreeHasher.split(end - start);
            if (first <= middle) {
                path.addFirst(nodes.over(middle, end));
                end = middle;
            } else {
                path.addFirst(nodes.over(start, middle));
                start = middle;
            }
        }
        if (start != 0) { // else this subtree is the whole first tree, whose root the verifier has
            path.addFirst(nodes.over(start, end));
        }
        return path;
    }

    /// Whether the path shows that the first tree is the beginning of the second: RFC 9162 section
    /// 2.1.4.2, step by step. Sizes and roots are those of two signed checkpoints.
    ///
    /// The section supposes 0 < first < second. Trees of one size are the same tree or none; every tree
    /// begins with the empty one. In both cases there is nothing to prove, and the path must be empty.
    public static boolean proves(long first, Hash firstRoot, long second, Hash secondRoot, List<Hash> path) {
        if (first < 0 || first > second) {
            return false;
        }
        if (first == second) {
            return path.isEmpty() && firstRoot.equals(secondRoot) && (first != 0 || firstRoot.equals(TreeHasher.EMPTY));
        }
        if (first == 0) {
            return path.isEmpty() && firstRoot.equals(TreeHasher.EMPTY);
        }
        TreeHasher hasher = new TreeHasher();
        if (path.isEmpty()) { // step 1
            return false;
        }
        List<Hash> all = new ArrayList<>(path);
        if (Long.bitCount(first) == 1) { // step 2
            all.addFirst(firstRoot);
        }
        long fn = first - 1; // step 3
        long sn = second - 1;
        while ((fn & 1) == 1) { // step 4
            fn >>>= 1;
            sn >>>= 1;
        }
        Hash fr = all.getFirst(); // step 5
        Hash sr = all.getFirst();
        for (Hash c : all.subList(1, all.size())) { // step 6
            if (sn == 0) { // step 6.a
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) { // step 6.b
                fr = hasher.node(c, fr); // step 6.b.i
                sr = hasher.node(c, sr); // step 6.b.ii
                while ((fn & 1) == 0 && fn != 0) { // step 6.b.iii
                    fn >>>= 1;
                    sn >>>= 1;
                }
            } else {
                sr = hasher.node(sr, c);
            }
            fn >>>= 1; // step 6.c
            sn >>>= 1;
        }
        return fr.equals(firstRoot) && sr.equals(secondRoot) && sn == 0; // step 7
    }
}
