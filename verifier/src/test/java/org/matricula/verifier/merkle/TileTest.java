package org.matricula.verifier.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The numbers are those of the specification of C2SP tlog-tiles.
class TileTest {
    @Nested
    class An_address {
        @ParameterizedTest
        @CsvSource({
            "0, 1234067, 256, tile/0/x001/x234/067",
            "0, 0, 256, tile/0/000",
            "1, 5, 17, tile/1/005.p/17",
            "63, 999, 255, tile/63/999.p/255",
            "-1, 273, 112, tile/entries/273.p/112",
            "-1, 1000, 256, tile/entries/x001/000",
        })
        void is_written_as_the_specification_has_it_and_read_again(int level, long index, int width, String path) {
            TileAddress tile = new TileAddress(level, index, width);
            assertThat(tile.path()).isEqualTo(path);
            assertThat(TileAddress.read(path)).contains(tile);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "tile/0/0",
                    "tile/0/0000",
                    "tile/00/000",
                    "tile/64/000",
                    "tile/0/x000/001",
                    "tile/0/x01/001",
                    "tile/0/001/002",
                    "tile/0/x001",
                    "tile/0/000.p/0",
                    "tile/0/000.p/256",
                    "tile/0/000.p/012",
                    "tile/0/000.p/",
                    "tile/0/000.p/999",
                    "tile/-1/000",
                    "tile/entries/../0/000",
                    "/tile/0/000",
                    "tile/0/000/",
                    "tile/8/0/000",
                    "tile/0/x999/x999/x999/x999/x999/x999/999",
                    "tile/0/００１",
                    "",
                })
        void of_any_other_form_is_none(String path) {
            assertThat(TileAddress.read(path)).isEmpty();
        }
    }

    @Nested
    class A_log_that_grows {
        @Test
        void to_70_000_publishes_the_tiles_that_the_specification_counts() {
            List<TileAddress> all = TileAddress.between(0, 70_000);
            assertThat(all.stream().filter(tile -> tile.level() == 0 && tile.full()))
                    .hasSize(273);
            assertThat(all.stream().filter(tile -> tile.level() == 1 && tile.full()))
                    .hasSize(1);
            assertThat(all.stream().filter(tile -> !tile.full()).map(TileAddress::path))
                    .containsExactly("tile/entries/273.p/112", "tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1");
        }

        @Test
        void to_256_publishes_a_full_tile_and_one_hash_above_it() {
            assertThat(TileAddress.between(255, 256).stream().map(TileAddress::path))
                    .containsExactly("tile/entries/000", "tile/0/000", "tile/1/000.p/1");
            assertThat(TileAddress.between(256, 257).stream().map(TileAddress::path))
                    .containsExactly("tile/entries/001.p/1", "tile/0/001.p/1");
            assertThat(TileAddress.between(256, 256)).isEmpty();
        }

        @Test
        void in_any_steps_has_published_every_tile_of_its_last_size() {
            Set<TileAddress> published = new HashSet<>();
            long size = 0;
            for (long step : new long[] {1, 254, 1, 1, 511, 0, 70_000, 65_536}) {
                published.addAll(TileAddress.between(size, size + step));
                size += step;
            }
            assertThat(published).containsAll(TileAddress.between(0, size));
        }
    }

    @Nested
    class A_tree_of_tiles {
        private final int size = 700;
        private final SmallTree tree = SmallTree.of(size);
        private final Map<String, byte[]> files = new HashMap<>();

        A_tree_of_tiles() {
            for (TileAddress tile : TileAddress.between(0, size)) {
                if (tile.level() >= 0) {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    for (int i = 0; i < tile.width(); i++) {
                        bytes.writeBytes(tree.at(8 * tile.level(), tile.index() * 256 + i)
                                .bytes());
                    }
                    files.put(tile.path(), bytes.toByteArray());
                }
            }
        }

        private byte[] read(TileAddress tile) throws IOException {
            byte[] bytes = files.get(tile.path());
            if (bytes == null) {
                throw new IOException("no " + tile.path());
            }
            return bytes;
        }

        @Test
        void gives_the_roots_and_proofs_of_every_size_from_no_other_files_than_its_own() {
            for (int first : new int[] {1, 2, 255, 256, 257, 511, 512, 513, 699, 700}) {
                TileTree tiles = new TileTree(size, this::read);
                assertThat(tiles.root(first)).isEqualTo(tree.root(first));
                assertThat(ConsistencyProof.make(first, size, tiles))
                        .isEqualTo(ConsistencyProof.make(first, size, tree));
                assertThat(InclusionProof.make(first - 1, size, tiles))
                        .isEqualTo(InclusionProof.make(first - 1, size, tree));
            }
            assertThat(new TileTree(size, this::read).root(0)).isEqualTo(TreeHasher.EMPTY);
        }

        @Test
        void has_no_node_beyond_its_size() {
            TileTree tiles = new TileTree(size, this::read);
            assertThatThrownBy(() -> tiles.at(0, size)).isInstanceOf(Unreadable.class);
            assertThatThrownBy(() -> tiles.at(0, 10_000)).isInstanceOf(Unreadable.class);
            assertThatThrownBy(() -> tiles.at(16, 0)).isInstanceOf(Unreadable.class);
        }

        @Test
        void with_a_tile_cut_or_missing_says_which() {
            files.put("tile/0/001", new byte[8_191]);
            assertThatThrownBy(() -> new TileTree(size, this::read).at(0, 300))
                    .isInstanceOf(Unreadable.class)
                    .hasMessage("tile/0/001 has 8191 bytes instead of 8192");
            files.remove("tile/0/001");
            assertThatThrownBy(() -> new TileTree(size, this::read).at(0, 300))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("no tile/0/001");
        }
    }
}
