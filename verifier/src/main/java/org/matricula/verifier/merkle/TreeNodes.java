package org.matricula.verifier.merkle;

/// Where proofs find the hashes of a tree: those of its full subtrees only, since these never change.
@FunctionalInterface
public interface TreeNodes {
    /// The hash over the leaves from `index << level` to before `(index + 1) << level`; all of them are
    /// there.
    ///
    /// @param level 0 for leaves
    /// @param index from 0, counted from the left among the nodes of the level
    Hash at(int level, long index);

    /// The hash over the leaves from `start` to before `end`: MTH(D\[start:end\]) of RFC 9162 section
    /// 2.1.1.
    ///
    /// @param start 0, or a multiple of the smallest power of two that is not below `end - start`
    default Hash over(long start, long end) {
        return new TreeHasher().over(this, start, end);
    }
}
