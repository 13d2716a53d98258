package org.matricula.verifier.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CompactRangeTest {
    @Test
    void the_roots_published_for_rfc_6962_come_out() {
        CompactRange range = new CompactRange();
        assertThat(range.root()).isEqualTo(PublishedTree.root(0));
        for (Hash leaf : PublishedTree.leaves()) {
            range.append(leaf);
            assertThat(range.root()).isEqualTo(PublishedTree.root((int) range.size()));
        }
    }

    @Property(tries = 60)
    void growing_leaf_by_leaf_gives_the_root_of_the_definition(@ForAll @IntRange(max = 600) int size) {
        SmallTree tree = SmallTree.of(size);
        CompactRange range = new CompactRange();
        for (int i = 0; i < size; i++) {
            range.append(tree.leaf(i));
        }
        assertThat(range.root()).isEqualTo(tree.root(size));
        assertThat(range.peaks()).hasSize(Integer.bitCount(size));
    }

    @Property(tries = 60)
    void a_range_opened_over_a_tree_goes_on_as_if_it_had_grown(
            @ForAll @IntRange(max = 300) int before, @ForAll @IntRange(max = 300) int more) {
        SmallTree tree = SmallTree.of(before + more);
        CompactRange range = CompactRange.over(before, tree, (_, _, _) -> {});
        assertThat(range.root()).isEqualTo(tree.root(before));
        for (int i = before; i < before + more; i++) {
            range.append(tree.leaf(i));
        }
        assertThat(range.root()).isEqualTo(tree.root(before + more));
    }

    @Test
    void every_inner_node_is_told_once_when_it_is_full_and_only_then() {
        SmallTree tree = SmallTree.of(64);
        List<String> told = new ArrayList<>();
        CompactRange[] range = new CompactRange[1];
        range[0] = new CompactRange((level, index, hash) -> {
            told.add(level + "/" + index);
            assertThat(hash).isEqualTo(tree.at(level, index));
            assertThat(index + 1 << level).isEqualTo(range[0].size() + 1);
        });
        for (int i = 0; i < 64; i++) {
            range[0].append(tree.leaf(i));
        }
        assertThat(told).hasSize(63).doesNotHaveDuplicates();
    }
}
