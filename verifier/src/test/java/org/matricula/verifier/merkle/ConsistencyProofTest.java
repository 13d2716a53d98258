package org.matricula.verifier.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.matricula.verifier.merkle.InclusionProofTest.flipped;
import static org.matricula.verifier.merkle.InclusionProofTest.others;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ConsistencyProofTest {
    @Test
    void the_path_published_for_six_and_eight_leaves_comes_out() {
        assertThat(ConsistencyProof.make(6, 8, new SmallTree(PublishedTree.leaves())))
                .extracting(Hash::toString)
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    }

    @Test
    void each_tree_up_to_64_is_proved_to_begin_each_larger_one_and_no_other_size_or_root_is() {
        SmallTree tree = SmallTree.of(66);
        List<String> wrong = new ArrayList<>();
        for (int second = 0; second <= 64; second++) {
            for (int first = 0; first <= second; first++) {
                List<Hash> path = ConsistencyProof.make(first, second, tree);
                Hash begin = tree.root(first);
                Hash end = tree.root(second);
                assertThat(ConsistencyProof.proves(first, begin, second, end, path))
                        .isTrue();
                for (int other : others(second)) {
                    // Everything begins with the empty tree: that says nothing of the second.
                    boolean secondMatters = first > 0;
                    // The empty path proves that any tree begins itself, and that the empty tree begins any.
                    boolean sizesMatter = !path.isEmpty();
                    if (ConsistencyProof.proves(first, tree.root(other), second, end, path) != (other == first)
                            || secondMatters
                                    && ConsistencyProof.proves(first, begin, second, tree.root(other), path)
                                            != (other == second)
                            || sizesMatter
                                    && ConsistencyProof.proves(other, tree.root(other), second, end, path)
                                            != (other == first)
                            || sizesMatter
                                    && ConsistencyProof.proves(first, begin, other, tree.root(other), path)
                                            != (other == second)) {
                        wrong.add("%d begins %d against %d".formatted(first, second, other));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_rewritten_history_does_not_begin_with_the_one_that_was_signed() {
        SmallTree tree = SmallTree.of(40);
        SmallTree forged = SmallTree.of(40, "forged ");
        for (int first = 1; first < 40; first++) {
            List<Hash> path = ConsistencyProof.make(first, 40, forged);
            assertThat(ConsistencyProof.proves(first, forged.root(first), 40, forged.root(40), path))
                    .isTrue();
            assertThat(ConsistencyProof.proves(first, tree.root(first), 40, forged.root(40), path))
                    .isFalse();
        }
    }

    @Property(tries = 60)
    void a_path_with_a_hash_too_many_too_few_or_flipped_proves_nothing(
            @ForAll @IntRange(min = 2, max = 1_500) int second,
            @ForAll @IntRange(max = 1_499) int wanted,
            @ForAll @IntRange(max = 255) int bit) {
        int first = 1 + wanted % (second - 1);
        SmallTree tree = SmallTree.of(second);
        Hash firstRoot = tree.root(first);
        Hash secondRoot = tree.root(second);
        List<Hash> path = ConsistencyProof.make(first, second, tree);
        assertThat(ConsistencyProof.proves(first, firstRoot, second, secondRoot, path))
                .isTrue();
        for (int i = 0; i < path.size(); i++) {
            List<Hash> shorter = new ArrayList<>(path);
            shorter.remove(i);
            assertThat(ConsistencyProof.proves(first, firstRoot, second, secondRoot, shorter))
                    .isFalse();
            List<Hash> flipped = new ArrayList<>(path);
            flipped.set(i, flipped(path.get(i), bit));
            assertThat(ConsistencyProof.proves(first, firstRoot, second, secondRoot, flipped))
                    .isFalse();
            List<Hash> longer = new ArrayList<>(path);
            longer.add(i, secondRoot);
            assertThat(ConsistencyProof.proves(first, firstRoot, second, secondRoot, longer))
                    .isFalse();
        }
        assertThat(ConsistencyProof.proves(first, flipped(firstRoot, bit), second, secondRoot, path))
                .isFalse();
        assertThat(ConsistencyProof.proves(first, firstRoot, second, flipped(secondRoot, bit), path))
                .isFalse();
    }

    @Property(tries = 200)
    void any_numbers_get_an_answer(@ForAll long first, @ForAll long second, @ForAll @IntRange(max = 70) int length) {
        Hash hash = PublishedTree.root(1);
        boolean same = first == second && first > 0 && length == 0;
        assertThat(ConsistencyProof.proves(first, hash, second, hash, Collections.nCopies(length, hash)))
                .isEqualTo(same);
    }

    @Test
    void a_larger_tree_does_not_begin_a_smaller_one() {
        SmallTree tree = SmallTree.of(4);
        assertThatThrownBy(() -> ConsistencyProof.make(4, 3, tree))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("4 leaves are not the beginning of 3");
    }
}
