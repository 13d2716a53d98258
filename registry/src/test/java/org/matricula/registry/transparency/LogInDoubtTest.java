package org.matricula.registry.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.matricula.registry.transparency.LogOffice.AT;
import static org.matricula.registry.transparency.LogOffice.ORIGIN;
import static org.matricula.registry.transparency.LogOffice.act;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.registry.testing.Database;
import org.springframework.transaction.support.TransactionTemplate;

/// Whatever does not tell one story keeps the log from opening, with both values and the remedy; `fsck`
/// sees it too.
class LogInDoubtTest {
    private static final Database DATABASE = Database.fresh();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private LogOffice office;
    private TransparencyLog running;

    @BeforeEach
    void a_log_of_five_leaves_signed_at_three_and_at_five(@TempDir Path data) {
        office = LogOffice.empty(data, DATABASE);
        running = office.openWith(3, 5);
        assertThat(office.open().key()).isEqualTo(running.key());
    }

    @Nested
    class The_database {
        @Test
        void was_restored_from_an_older_backup() {
            owner("delete from transparency.leaf where index >= 3");
            owner("delete from transparency.checkpoint where size > 3");
            doubted("the database is behind the lock: 3 < 5 leaves", "restored from an older backup");
            found("has 5 leaves, the newest checkpoint in the database only 3");
        }

        @Test
        void was_restored_from_an_older_backup_and_went_on() {
            owner("delete from transparency.leaf where index >= 3");
            owner("delete from transparency.checkpoint where size > 3");
            forge(3, 6);
            doubted("the first 5 leaves in the database have root", "this is another history");
            found("log/checkpoint has root");
        }

        @Test
        void was_emptied() {
            owner("truncate transparency.leaf, transparency.checkpoint");
            doubted("the database is behind the lock: 0 < 5 leaves");
            found("log/checkpoint cannot be computed: the leaves end, or have a gap, at 0");
        }

        @Test
        void lost_its_last_leaves_but_not_the_checkpoint() {
            owner("delete from transparency.leaf where index = 4");
            doubted("the database has 4 leaves, but signed 5", "restore the newest backup");
            found("the checkpoint of 5 leaves cannot be computed: the leaves end, or have a gap, at 4");
        }

        @Test
        void lost_a_leaf_in_the_middle() {
            owner("delete from transparency.leaf where index = 1");
            doubted("leaf 1 of 5 is missing", "restore the newest backup");
            found("leaf 1 of 5 is missing");
        }

        @Test
        void has_a_leaf_that_was_changed() {
            owner("update transparency.leaf set entry = sha256('another') where index = 1");
            doubted("the first 5 leaves in the database have root", "a leaf was changed");
            found("the checkpoint of 3 leaves has root", "the checkpoint of 5 leaves has root");
        }

        @Test
        void has_two_leaves_in_each_others_place() {
            owner("""
                    update transparency.leaf as one set entry = other.entry
                      from transparency.leaf as other where one.index + other.index = 1""");
            doubted("the first 5 leaves in the database have root");
        }

        @Test
        void has_another_history_of_the_same_length_signed_with_the_same_key() {
            owner("truncate transparency.leaf, transparency.checkpoint");
            forge(0, 5);
            doubted("the first 5 leaves in the database have root", "this is another history");
        }

        @Test
        void has_a_checkpoint_whose_columns_are_not_what_was_signed() {
            owner("update transparency.checkpoint set root = sha256('another') where size = 5");
            doubted("the checkpoint of 5 leaves in the database has root", "but its signed note says");
            found("but its signed note says", "but the leaves give");
        }

        @Test
        void has_a_checkpoint_with_a_false_signature() {
            owner("""
                    update transparency.checkpoint set note = replace(note, E'\\n5\\n', E'\\n6\\n'), size = 6
                     where size = 5""");
            doubted("the checkpoint of 6 leaves in the database is not signed by the log's key", ORIGIN + "+");
            found("is not signed by the log's key");
        }

        @Test
        void has_a_checkpoint_that_is_none() {
            owner("update transparency.checkpoint set note = 'lost' where size = 5");
            doubted("the checkpoint of 5 leaves in the database is not a signed note");
        }

        @Test
        void has_an_older_checkpoint_that_is_false_which_only_the_full_check_reads() {
            owner("update transparency.checkpoint set note = 'lost' where size = 3");
            assertThat(office.open()).isNotNull();
            found("the checkpoint of 3 leaves in the database is not a signed note");
        }
    }

    @Nested
    class The_lock_file {
        @Test
        void is_missing() throws IOException {
            Files.delete(office.file("log/checkpoint"));
            doubted("log/checkpoint is missing, but the database has a checkpoint of 5 leaves with root", "restore");
            found("log/checkpoint is missing");
        }

        @Test
        void is_no_checkpoint() {
            office.write("log/checkpoint", "lost");
            doubted("log/checkpoint is not a checkpoint", "restore it from the backup");
            found("log/checkpoint is not a checkpoint");
        }

        @Test
        void is_signed_by_another_log(@TempDir Path other) {
            String key = office.read("keys/log.key");
            String five = office.read("log/checkpoint");
            LogOffice stranger = LogOffice.empty(other, DATABASE);
            stranger.openWith(5);
            office.write("keys/log.key", stranger.read("keys/log.key"));
            office.write("log/checkpoint", five);
            doubted("log/checkpoint is not signed by the log's key", "restore the key");
            office.write("keys/log.key", key);
        }
    }

    @Nested
    class The_key {
        @Test
        void is_missing_and_no_new_one_is_made() throws IOException {
            Files.delete(office.file("keys/log.key"));
            doubted("keys/log.key is missing, but the log has signed checkpoints", "restore the key");
            found("keys/log.key is missing: no signature was checked");
            assertThat(office.file("keys/log.key")).doesNotExist();
        }

        @Test
        void is_unreadable() {
            office.write("keys/log.key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
            doubted("keys/log.key cannot be read as a key", "restore it from the backup");
            office.write("keys/log.key", "lost");
            doubted("keys/log.key is not a private key in PEM", "restore it from the backup");
            found("keys/log.key is not a private key in PEM");
        }

        @Test
        void is_another(@TempDir Path other) {
            new LogFiles(other, Disk.REAL).newSigner(ORIGIN);
            office.write("keys/log.key", new LogOffice(other, office.app(), office.owner()).read("keys/log.key"));
            doubted("log/checkpoint is not signed by the log's key", "restore the key");
            found("is not signed by the log's key");
        }

        @Test
        void has_another_name_in_the_configuration() {
            assertThatThrownBy(() -> TransparencyLog.open(
                            office.sql(), office.transactions(), office.data(), "renamed.example/records"))
                    .isInstanceOf(LogInDoubt.class)
                    .hasMessageContaining("is of the log 'school.example/records'")
                    .hasMessageContaining("configured as 'renamed.example/records'");
        }
    }

    @Nested
    class While_the_log_is_running {
        @Test
        void a_database_that_goes_back_stops_proofs_and_signing() {
            owner("delete from transparency.leaf where index >= 3");
            owner("delete from transparency.checkpoint where size > 3");
            assertThatThrownBy(() -> running.proof(0, act(0))).isInstanceOf(LogInDoubt.class);
            assertThatThrownBy(() -> running.integrate(AT)).isInstanceOf(LogInDoubt.class);
        }

        @Test
        void a_leaf_that_is_changed_is_not_proved() {
            owner(
                    "update transparency.leaf set entry = (select entry from transparency.leaf where index = 0) where index = 1");
            assertThatThrownBy(() -> running.proof(1, act(0)))
                    .isInstanceOf(LogInDoubt.class)
                    .hasMessageContaining("leaf 1 is not under the root");
        }
    }

    @Nested
    class An_older_lock_file {
        @Test
        void of_the_same_history_is_brought_up_to_date() {
            String five = office.read("log/checkpoint");
            office.append(running, 5, 8);
            running.integrate(AT);
            String eight = office.read("log/checkpoint");
            office.write("log/checkpoint", five);
            assertThat(office.fsck().faults()).isEmpty();
            office.open();
            assertThat(office.read("log/checkpoint")).isEqualTo(eight);
        }

        @Test
        void of_another_history_is_not() {
            String five = office.read("log/checkpoint");
            owner("truncate transparency.leaf, transparency.checkpoint");
            forge(0, 8);
            office.write("log/checkpoint", five);
            doubted("the first 5 leaves in the database have root", "this is another history");
            assertThat(office.read("log/checkpoint")).isEqualTo(five);
        }
    }

    /// Signs other acts with the log's key, as if the lock file had never been.
    private void forge(int from, int to) {
        LogStore store = new LogStore(office.sql());
        LogFiles files = new LogFiles(office.data(), Disk.REAL);
        new TransactionTemplate(office.transactions()).executeWithoutResult(_ -> {
            for (int i = from; i < to; i++) {
                store.append(List.of(act("another act", i).entry()), AT);
            }
            SignedState state = SignedState.sign(files.signer(ORIGIN).orElseThrow(), to, new Tiles(store).root(to));
            store.add(state.row(), AT);
        });
    }

    private void owner(String statement) {
        assertThat(office.owner().sql(statement).update()).isNotNegative();
    }

    private void doubted(String... words) {
        String before = locked();
        assertThatThrownBy(() -> office.open())
                .isInstanceOf(LogInDoubt.class)
                .message()
                .contains(words);
        assertThat(locked()).as("the lock file stays evidence").isEqualTo(before);
    }

    private String locked() {
        return Files.exists(office.file("log/checkpoint")) ? office.read("log/checkpoint") : "";
    }

    private void found(String... words) {
        LogFsck.Report report = office.fsck();
        assertThat(report.sound()).isFalse();
        assertThat(String.join("\n", report.faults())).contains(words);
    }
}
