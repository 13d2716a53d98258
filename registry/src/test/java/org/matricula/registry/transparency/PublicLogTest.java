package org.matricula.registry.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.matricula.registry.transparency.LogOffice.AT;
import static org.matricula.registry.transparency.LogOffice.act;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.registry.testing.Database;
import org.matricula.verifier.merkle.Checkpoint;
import org.matricula.verifier.merkle.Comparison;
import org.matricula.verifier.merkle.ConsistencyProof;
import org.matricula.verifier.merkle.Hash;
import org.matricula.verifier.merkle.InclusionProof;
import org.matricula.verifier.merkle.TileAddress;
import org.matricula.verifier.merkle.TreeHasher;
import org.springframework.util.FileSystemUtils;

class PublicLogTest {
    private static final Database DATABASE = Database.fresh();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private LogOffice office;
    private PublicFiles files;

    @BeforeEach
    void an_office_without_acts(@TempDir Path data) {
        office = LogOffice.empty(data, DATABASE);
        files = new PublicFiles(office);
    }

    private TransparencyLog filled(int size) {
        office.fill(size);
        TransparencyLog log = office.open();
        log.integrate(AT);
        return log;
    }

    private static byte[] tile(PublicLog log, String path) {
        return log.tile(TileAddress.read(path).orElseThrow()).orElseThrow();
    }

    @Nested
    class The_folder_for_everybody {
        @Test
        void holds_the_checkpoint_of_an_empty_log_from_the_first_start() {
            PublicLog log = office.open().forEverybody();
            assertThat(files.names()).containsExactly("checkpoint");
            assertThat(Checkpoint.read(files.checkpoint().text()).size()).isZero();
            assertThat(log.bytes()).isEqualTo(files.bytes("checkpoint"));
        }

        @Test
        void has_for_each_batch_its_tiles_first_and_then_its_checkpoint() {
            TransparencyLog log = office.openWith(3, 5);
            assertThat(files.names())
                    .containsExactly(
                            "checkpoint",
                            "tile/0/000.p/3",
                            "tile/0/000.p/5",
                            "tile/entries/000.p/3",
                            "tile/entries/000.p/5");
            assertThat(files.checkpoint()).isEqualTo(log.integrate(AT));
            byte[] hash = new TreeHasher().leaf(act(4).entry().bytes()).bytes();
            assertThat(Arrays.copyOfRange(files.bytes("tile/0/000.p/5"), 128, 160))
                    .isEqualTo(hash);
            byte[] entries = files.bytes("tile/entries/000.p/5");
            assertThat(entries).hasSize(5 * 34).startsWith(0, 32);
            assertThat(Arrays.copyOfRange(entries, 2, 34))
                    .isEqualTo(act(0).entry().bytes());
        }

        @Test
        void gives_the_root_of_a_log_of_many_tiles_and_drops_the_parts_of_full_ones() {
            office.openWith(2);
            TransparencyLog log = filled(66_000);
            Checkpoint newest = Checkpoint.read(files.checkpoint().text());
            assertThat(newest.size()).isEqualTo(66_000);
            assertThat(files.root(66_000)).isEqualTo(newest.root());
            assertThat(files.names())
                    .contains("tile/2/000.p/1", "tile/1/001.p/1", "tile/0/257.p/208", "tile/entries/257.p/208")
                    .contains("tile/1/000", "tile/0/000", "tile/0/256")
                    .doesNotContain("tile/0/000.p/2", "tile/entries/000.p/2");
            assertThat(tile(log.forEverybody(), "tile/0/000.p/2"))
                    .as("a reader of an older checkpoint still gets its tile")
                    .isEqualTo(Arrays.copyOf(files.bytes("tile/0/000"), 64));
        }

        @Test
        void that_somebody_removed_is_made_again_at_the_next_start() throws IOException {
            filled(300);
            byte[] before = files.bytes("tile/0/000");
            FileSystemUtils.deleteRecursively(files.folder().resolve("tile/0"));
            Files.delete(files.folder().resolve("tile/entries/001.p/44"));
            office.open();
            assertThat(files.bytes("tile/0/000")).isEqualTo(before);
            assertThat(files.names()).contains("tile/entries/001.p/44", "tile/0/001.p/44");
            FileSystemUtils.deleteRecursively(files.folder());
            office.open();
            assertThat(files.root(300))
                    .isEqualTo(Checkpoint.read(files.checkpoint().text()).root());
        }

        @Test
        void of_another_node_is_brought_up_to_date_when_somebody_asks(@TempDir Path other) throws IOException {
            TransparencyLog one = office.openWith(3);
            for (String name : List.of("keys/log.key", "log/checkpoint")) {
                Files.createDirectories(other.resolve(name).getParent());
                Files.copy(office.file(name), other.resolve(name));
            }
            LogOffice branch = new LogOffice(other, DATABASE.server(), office.owner());
            TransparencyLog two = branch.open();
            branch.append(two, 3, 7);
            two.integrate(AT);
            assertThat(one.forEverybody().bytes()).isEqualTo(two.forEverybody().bytes());
            assertThat(files.names()).contains("tile/0/000.p/7");
        }

        @Test
        void that_cannot_be_written_stops_no_act() {
            office.openWith(2);
            boolean[] full = {false};
            Disk disk = new Disk() {
                @Override
                public void write(Path file, byte[] content, String mode) throws IOException {
                    if (full[0] && file.toString().contains("public")) {
                        throw new IOException("no space left");
                    }
                    Disk.REAL.write(file, content, mode);
                }
            };
            TransparencyLog log = TransparencyLog.open(
                    office.sql(), office.transactions(), new LogFiles(office.data(), disk), LogOffice.ORIGIN);
            office.append(log, 2, 3);
            full[0] = true;
            assertThat(Checkpoint.read(log.integrate(AT).text()).size()).isEqualTo(3);
            assertThat(log.proof(2, act(2))).isPresent();
            assertThat(Checkpoint.read(files.checkpoint().text()).size()).isEqualTo(2);
            full[0] = false;
            assertThat(Checkpoint.read(log.forEverybody().checkpoint().text()).size())
                    .isEqualTo(3);
        }

        @Test
        void holds_nothing_of_a_leaf_that_no_checkpoint_covers() {
            TransparencyLog log = office.openWith(3);
            office.append(log, 3, 4);
            assertThat(log.forEverybody().tile(new TileAddress(0, 0, 4))).isEmpty();
            assertThat(log.forEverybody().tile(new TileAddress(0, 0, 256))).isEmpty();
        }
    }

    @Nested
    class The_folder_is_in_doubt_when {
        @Test
        void it_has_given_out_more_than_the_database_and_the_lock_file_know() throws IOException {
            TransparencyLog log = office.openWith(3);
            String three = office.read("log/checkpoint");
            office.append(log, 3, 5);
            log.integrate(AT);
            office.owner().sql("delete from transparency.leaf where index >= 3").update();
            office.owner()
                    .sql("delete from transparency.checkpoint where size > 3")
                    .update();
            office.write("log/checkpoint", three); // both were restored from one old backup, the folder was not
            assertThatThrownBy(office::open)
                    .isInstanceOf(LogInDoubt.class)
                    .hasMessageContaining(
                            "log/public/checkpoint has 5 leaves, but the newest checkpoint in the database only 3")
                    .hasMessageContaining("restore the newest backup");
            assertThat(office.fsck().faults())
                    .anySatisfy(fault -> assertThat(fault).contains("log/public/checkpoint"));
        }

        @Test
        void its_checkpoint_is_none_or_not_the_log_s() {
            office.openWith(3);
            String good = office.read("log/public/checkpoint");
            office.write("log/public/checkpoint", "lost");
            assertThatThrownBy(office::open).isInstanceOf(LogInDoubt.class).hasMessageContaining("delete the folder");
            office.write("log/public/checkpoint", good.replace("\n3\n", "\n2\n"));
            assertThatThrownBy(office::open).isInstanceOf(LogInDoubt.class).hasMessageContaining("not signed");
        }

        @Test
        void a_tile_was_changed_which_the_full_check_finds() {
            filled(300);
            byte[] tile = files.bytes("tile/0/000");
            tile[77] ^= 1;
            try {
                Files.write(files.folder().resolve("tile/0/000"), tile);
                Files.delete(files.folder().resolve("tile/1/000.p/1"));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            assertThat(office.fsck().faults())
                    .anySatisfy(fault -> assertThat(fault).contains("tile/0/000 is not what the leaves give"))
                    .anySatisfy(fault -> assertThat(fault).contains("tile/1/000.p/1 is missing"));
        }
    }

    @Nested
    class A_proof_for_anybody {
        @Test
        void leads_from_any_older_size_to_a_newer_one() {
            PublicLog log = filled(700).forEverybody();
            for (int from : new int[] {0, 1, 255, 256, 300, 699, 700}) {
                for (int to : new int[] {300, 512, 700}) {
                    if (from <= to) {
                        PublicLog.Consistency proof = log.consistency(from, to).orElseThrow();
                        assertThat(ConsistencyProof.proves(from, proof.fromRoot(), to, proof.toRoot(), proof.path()))
                                .isTrue();
                    }
                }
            }
            assertThat(log.consistency(2, 1)).isEmpty();
            assertThat(log.consistency(0, 701)).isEmpty();
            assertThat(log.consistency(-1, 5)).isEmpty();
        }

        @Test
        void shows_any_leaf_in_any_size() {
            PublicLog log = filled(700).forEverybody();
            Hash root = files.root(700);
            for (long index : new long[] {0, 255, 256, 511, 699}) {
                PublicLog.Inclusion proof = log.inclusion(index, 700).orElseThrow();
                assertThat(proof.root()).isEqualTo(root);
                assertThat(InclusionProof.proves(index, proof.leaf(), 700, root, proof.path()))
                        .isTrue();
            }
            assertThat(log.inclusion(5, 5)).isEmpty();
            assertThat(log.inclusion(5, 701)).isEmpty();
        }

        @Test
        void compares_what_somebody_holds_with_the_newest() {
            TransparencyLog log = office.openWith(3);
            Checkpoint three = Checkpoint.read(log.integrate(AT).text());
            office.append(log, 3, 9);
            log.integrate(AT);
            Comparison.Known known = log.forEverybody().known();
            assertThat(Comparison.of(three, known).shows()).isEqualTo(Comparison.Shows.CONSISTENT);
            Checkpoint forged = new Checkpoint(three.origin(), 3, Hash.sha256(new byte[1]));
            assertThat(Comparison.of(forged, known).shows()).isEqualTo(Comparison.Shows.SPLIT);
            Checkpoint ahead = new Checkpoint(three.origin(), 12, Hash.sha256(new byte[1]));
            assertThat(Comparison.of(ahead, known).shows()).isEqualTo(Comparison.Shows.ROLLED_BACK);
        }
    }
}
