package org.matricula.verifier.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The three hashes of RFC 9162 section 2.1.1, with SHA-256. Not for two threads at once.
public final class TreeHasher {
    /// The root of a tree without leaves: SHA-256 of nothing.
    public static final Hash EMPTY = new TreeHasher().sha256(new byte[0]);

    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;

    private final MessageDigest digest;

    /// One buffer for all inner nodes: the digest then reads one array instead of three.
    private final byte[] node = new byte[1 + 2 * Hash.LENGTH];

    public TreeHasher() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
        node[0] = NODE;
    }

    /// The hash of a leaf: SHA-256(0x00 || entry).
    public Hash leaf(byte[] entry) {
        digest.update(LEAF);
        return Hash.owned(digest.digest(entry));
    }

    /// The hash of an inner node: SHA-256(0x01 || left || right).
    public Hash node(Hash left, Hash right) {
        left.copyTo(node, 1);
        right.copyTo(node, 1 + Hash.LENGTH);
        return Hash.owned(digest.digest(node));
    }

    /// MTH(D\[start:end\]), with as few new hashes as the full subtrees allow.
    Hash over(TreeNodes nodes, long start, long end) {
        long n = end - start;
        if (n == 0) {
            return EMPTY;
        }
        if (Long.bitCount(n) == 1) {
            int level = Long.numberOfTrailingZeros(n);
            return nodes.at(level, start >>> level);
        }
        long middle = start + split(n);
        return node(over(nodes, start, middle), over(nodes, middle, end));
    }

    /// The largest power of two smaller than `n`, where the RFC divides a tree of `n > 1` leaves.
    static long split(long n) {
        return Long.highestOneBit(n - 1);
    }

    /// SHA-256 of a document: what a leaf commits to.
    public Hash sha256(byte[] bytes) {
        return Hash.owned(digest.digest(bytes));
    }
}
