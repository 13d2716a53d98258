package org.matricula.verifier.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class InclusionProofTest {
    @Test
    void the_path_published_for_the_sixth_of_eight_leaves_comes_out() {
        assertThat(InclusionProof.make(5, 8, new SmallTree(PublishedTree.leaves())))
                .extracting(Hash::toString)
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    }

    @Test
    void each_leaf_of_each_tree_up_to_64_is_proved_and_no_other_leaf_index_size_or_root_is() {
        SmallTree tree = SmallTree.of(66);
        List<String> wrong = new ArrayList<>();
        for (int size = 1; size <= 64; size++) {
            for (int index = 0; index < size; index++) {
                List<Hash> path = InclusionProof.make(index, size, tree);
                Hash leaf = tree.leaf(index);
                Hash root = tree.root(size);
                for (int other : others(size)) {
                    // AssertJ for each of these would take longer than all the hashes.
                    if (InclusionProof.proves(other, leaf, size, root, path) != (other == index)
                            || InclusionProof.proves(index, leaf, size, tree.root(other), path) != (other == size)
                            || InclusionProof.proves(index, leaf, other, tree.root(other), path) != (other == size)
                            || InclusionProof.proves(index, tree.leaf(other), size, root, path) != (other == index)) {
                        wrong.add("leaf %d of %d against %d".formatted(index, size, other));
                    }
                }
                assertThat(InclusionProof.proves(index, leaf, size, root, path)).isTrue();
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Property(tries = 80)
    void a_path_with_a_hash_too_many_too_few_or_flipped_proves_nothing(
            @ForAll @IntRange(min = 2, max = 2_000) int size,
            @ForAll @IntRange(max = 1_999) int wanted,
            @ForAll @IntRange(max = 255) int bit) {
        int index = wanted % size;
        SmallTree tree = SmallTree.of(size);
        Hash root = tree.root(size);
        List<Hash> path = InclusionProof.make(index, size, tree);
        assertThat(path).hasSizeLessThanOrEqualTo(11);
        assertThat(InclusionProof.proves(index, tree.leaf(index), size, root, path))
                .isTrue();
        for (int i = 0; i < path.size(); i++) {
            List<Hash> shorter = new ArrayList<>(path);
            shorter.remove(i);
            assertThat(InclusionProof.proves(index, tree.leaf(index), size, root, shorter))
                    .isFalse();
            List<Hash> longer = new ArrayList<>(path);
            longer.add(i, root);
            assertThat(InclusionProof.proves(index, tree.leaf(index), size, root, longer))
                    .isFalse();
            List<Hash> flipped = new ArrayList<>(path);
            flipped.set(i, flipped(path.get(i), bit));
            assertThat(InclusionProof.proves(index, tree.leaf(index), size, root, flipped))
                    .isFalse();
        }
        assertThat(InclusionProof.proves(index, tree.leaf(index), size, flipped(root, bit), path))
                .isFalse();
        assertThat(InclusionProof.proves(index, flipped(tree.leaf(index), bit), size, root, path))
                .isFalse();
    }

    @Property(tries = 200)
    void any_numbers_get_an_answer(@ForAll long index, @ForAll long size, @ForAll @IntRange(max = 70) int length) {
        Hash hash = TreeHasher.EMPTY;
        List<Hash> path = Collections.nCopies(length, hash);
        assertThat(InclusionProof.proves(index, hash, size, hash, path)).isFalse();
    }

    @Property(tries = 50)
    void a_proof_in_a_tree_of_a_million_has_at_most_20_hashes(@ForAll @LongRange(max = 999_999) long index) {
        assertThat(InclusionProof.make(index, 1_000_000, (_, _) -> TreeHasher.EMPTY))
                .hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void there_is_no_proof_for_a_leaf_that_is_not_there() {
        SmallTree tree = SmallTree.of(3);
        assertThatThrownBy(() -> InclusionProof.make(3, 3, tree))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("a tree of 3 leaves has no leaf 3");
        assertThatThrownBy(() -> InclusionProof.make(-1, 3, tree)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    /// For small trees everything else; for larger ones what is nearest, first and last.
    static List<Integer> others(int size) {
        return size <= 20
                ? IntStream.rangeClosed(0, 65).boxed().toList()
                : List.of(0, 1, size / 2, size - 1, size, size + 1, 65);
    }

    static Hash flipped(Hash hash, int bit) {
        byte[] bytes = hash.bytes();
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        return Hash.of(bytes);
    }
}
