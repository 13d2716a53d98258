package org.matricula.registry.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.matricula.registry.transparency.LogOffice.AT;
import static org.matricula.registry.transparency.LogOffice.act;
import static org.matricula.registry.transparency.LogOffice.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matricula.registry.testing.Database;
import org.matricula.verifier.merkle.Checkpoint;
import org.matricula.verifier.merkle.LogProof;
import org.matricula.verifier.merkle.LogProof.Shows;
import org.matricula.verifier.merkle.SignedNote;
import org.matricula.verifier.merkle.VerifierKey;
import org.springframework.transaction.support.TransactionTemplate;

class TransparencyLogTest {
    private static final Database DATABASE = Database.fresh();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private LogOffice office;

    @BeforeEach
    void an_office_without_acts(@TempDir Path data) {
        office = LogOffice.empty(data, DATABASE);
    }

    @Nested
    class An_act_in_the_log {
        @Test
        void is_proved_once_a_checkpoint_covers_it() {
            TransparencyLog log = office.open();
            List<Long> indexes = office.append(log, 0, 3);
            assertThat(indexes).containsExactly(0L, 1L, 2L);
            assertThat(log.proof(1, act(1))).isEmpty();

            SignedNote note = log.integrate(AT);
            assertThat(note.signedBy(log.key())).isTrue();
            LogProof proof = log.proof(1, act(1)).orElseThrow();
            assertThat(check(LogProof.read(proof.toJson()), act(1), log.key())).isEqualTo(Shows.INCLUDED);
            assertThat(check(proof, act(2), log.key())).isEqualTo(Shows.NOT_INCLUDED);
        }

        @Test
        void is_not_proved_for_another_act() {
            TransparencyLog log = office.openWith(3);
            assertThatThrownBy(() -> log.proof(1, act(2)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("leaf 1 is not the ISSUE of VN-79-2");
        }

        @Test
        void is_proved_from_any_place_of_a_log_of_many_tiles() {
            int[] places = {0, 1, 255, 256, 511, 999, 32_767, 65_535, 65_536, 65_791, 65_792, 65_998};
            TransparencyLog log = office.open();
            for (int place : places) {
                office.fill(place);
                office.append(log, place, place + 1);
                if (place % 2 == 1) {
                    log.integrate(AT); // so that the tree in memory grows in pieces, at the edges of tiles too
                }
            }
            office.fill(66_000);
            log.integrate(AT);
            TransparencyLog reopened = office.open();
            for (int place : places) {
                LogProof proof = log.proof(place, act(place)).orElseThrow();
                assertThat(proof.path()).hasSizeLessThanOrEqualTo(17);
                assertThat(check(proof, act(place), log.key())).isEqualTo(Shows.INCLUDED);
                assertThat(reopened.proof(place, act(place))).contains(proof);
            }
            assertThat(office.fsck().faults()).isEmpty();
        }
    }

    @Nested
    class A_checkpoint {
        @Test
        void covers_a_whole_batch_and_grows_out_of_the_one_before() {
            TransparencyLog log = office.openWith(5);
            office.append(log, 5, 6);
            office.append(log, 6, 9);
            assertThat(Checkpoint.read(log.integrate(AT).text()).size()).isEqualTo(9);
            assertThat(office.sql()
                            .sql("select size from transparency.checkpoint order by size")
                            .query(Long.class)
                            .list())
                    .containsExactly(5L, 9L);
        }

        @Test
        void is_not_signed_again_when_nothing_was_added() {
            TransparencyLog log = office.openWith(5);
            SignedNote note = log.integrate(AT);
            assertThat(log.integrate(AT.plusSeconds(60))).isEqualTo(note);
            assertThat(Checkpoint.read(note.text()).size()).isEqualTo(5);
        }

        @Test
        void of_no_leaves_is_that_of_an_empty_log() {
            assertThat(Checkpoint.read(office.open().integrate(AT).text()).size())
                    .isZero();
        }

        @Test
        void is_in_the_file_outside_the_database() {
            TransparencyLog log = office.openWith(5);
            assertThat(office.read("log/checkpoint").getBytes(StandardCharsets.UTF_8))
                    .isEqualTo(log.integrate(AT).toBytes());
        }

        @Test
        void stays_in_the_house_until_the_file_has_it() {
            office.openWith(2);
            boolean[] full = {true};
            Disk disk = new Disk() {
                @Override
                public void write(Path file, byte[] content, String mode) throws IOException {
                    if (full[0]) {
                        throw new IOException("no space left");
                    }
                    Disk.REAL.write(file, content, mode);
                }
            };
            TransparencyLog log = TransparencyLog.open(
                    office.sql(), office.transactions(), new LogFiles(office.data(), disk), LogOffice.ORIGIN);
            office.append(log, 2, 3);
            assertThatThrownBy(() -> log.integrate(AT)).hasMessageContaining("log/checkpoint cannot be written");
            assertThatThrownBy(() -> log.proof(0, act(0))).hasMessageContaining("no space left");
            full[0] = false;
            assertThat(log.proof(0, act(0)).orElseThrow().state().size()).isEqualTo(3);
            assertThat(office.read("log/checkpoint")).contains("\n3\n");
        }

        @Test
        void does_not_cover_an_act_whose_transaction_is_open() {
            TransparencyLog log = office.openWith(2);
            new TransactionTemplate(office.transactions()).executeWithoutResult(_ -> {
                log.append(List.of(act(2)), AT);
                SignedNote meanwhile =
                        CompletableFuture.supplyAsync(() -> log.integrate(AT)).join();
                assertThat(Checkpoint.read(meanwhile.text()).size()).isEqualTo(2);
                assertThat(log.proof(2, act(2))).isEmpty();
                assertThatThrownBy(() -> log.integrate(AT)).hasMessageContaining("integrate after the commit");
            });
            assertThat(Checkpoint.read(log.integrate(AT).text()).size()).isEqualTo(3);
        }

        @Test
        void of_another_node_on_the_same_database_is_taken_over(@TempDir Path other) throws IOException {
            TransparencyLog one = office.openWith(3);
            for (String name : List.of("keys/log.key", "log/checkpoint")) {
                Files.createDirectories(other.resolve(name).getParent());
                Files.copy(office.file(name), other.resolve(name));
            }
            LogOffice branch = new LogOffice(other, DATABASE.server(), office.owner());
            TransparencyLog two = branch.open();
            branch.append(two, 3, 7);
            SignedNote note = two.integrate(AT);
            assertThat(one.proof(6, act(6)).orElseThrow().checkpoint()).isEqualTo(note);
            assertThat(office.read("log/checkpoint")).isEqualTo(branch.read("log/checkpoint"));
        }
    }

    @Nested
    class An_append {
        @Test
        void happens_in_the_transaction_of_its_act_or_not_at_all() {
            TransparencyLog log = office.open();
            assertThatThrownBy(() -> log.append(List.of(act(0)), AT)).isInstanceOf(IllegalStateException.class);
            new TransactionTemplate(office.transactions()).executeWithoutResult(transaction -> {
                assertThat(log.append(List.of(act(0)), AT)).containsExactly(0L);
                transaction.setRollbackOnly();
            });
            assertThat(office.append(log, 1, 2)).containsExactly(0L);
            assertThat(office.leaves()).isEqualTo(1);
        }

        @Test
        void waits_for_the_other_that_began_before_it() throws Exception {
            TransparencyLog log = office.open();
            CompletableFuture<List<Long>> second = new CompletableFuture<>();
            new TransactionTemplate(office.transactions()).executeWithoutResult(_ -> {
                assertThat(log.append(List.of(act(0), act(1)), AT)).containsExactly(0L, 1L);
                Thread.ofVirtual().start(() -> {
                    try {
                        second.complete(office.append(log, 2, 4));
                    } catch (RuntimeException e) {
                        second.completeExceptionally(e);
                    }
                });
                untilSomebodyWaits();
                assertThat(second).isNotDone();
            });
            assertThat(second.get(30, TimeUnit.SECONDS)).containsExactly(2L, 3L);
        }

        @Test
        void by_many_at_once_leaves_no_gap_and_no_double_while_checkpoints_are_signed() throws Exception {
            TransparencyLog log = office.open();
            List<Future<List<Long>>> all = new ArrayList<>();
            try (ExecutorService people = Executors.newFixedThreadPool(4)) {
                for (int i = 0; i < 20; i++) {
                    int from = 2 * i;
                    all.add(people.submit(() -> {
                        List<Long> indexes = office.append(log, from, from + 2);
                        log.integrate(AT);
                        for (int n = 0; n < 2; n++) {
                            LogProof proof =
                                    log.proof(indexes.get(n), act(from + n)).orElseThrow();
                            assertThat(check(proof, act(from + n), log.key())).isEqualTo(Shows.INCLUDED);
                        }
                        return indexes;
                    }));
                }
            }
            List<Long> indexes = new ArrayList<>();
            for (Future<List<Long>> each : all) {
                indexes.addAll(each.get());
            }
            assertThat(indexes)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.range(0, 40).boxed().toList());
            assertThat(office.fsck().faults()).isEmpty();
        }

        private void untilSomebodyWaits() {
            for (int i = 0; i < 3_000; i++) {
                long waiting = office.owner().sql("""
                                select count(*) from pg_locks, pg_sleep(0.01)
                                 where locktype = 'advisory' and not granted""").query(Long.class).single();
                if (waiting > 0) {
                    return;
                }
            }
            throw new AssertionError("the second appender does not wait for the first");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update transparency.leaf set at = now()",
                "delete from transparency.leaf",
                "truncate transparency.leaf",
                "update transparency.checkpoint set note = ''",
                "delete from transparency.checkpoint",
                "truncate transparency.checkpoint",
                "drop table transparency.leaf",
            })
    void what_is_in_the_log_cannot_be_changed_by_the_application(String statement) {
        office.openWith(2);
        assertThatThrownBy(() -> office.sql().sql(statement).update())
                .rootCause()
                .message()
                .containsAnyOf("permission denied", "must be owner");
        assertThat(office.fsck().faults()).isEmpty();
    }

    @Test
    void the_key_is_made_once_and_its_owner_alone_may_read_it() throws IOException {
        VerifierKey key = office.open().key();
        assertThat(key.name()).isEqualTo(LogOffice.ORIGIN);
        assertThat(office.open().key()).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(office.file("keys/log.key"))))
                .isEqualTo("rw-------");
        assertThat(office.read("keys/log.key")).startsWith("-----BEGIN PRIVATE KEY-----\n");
    }

    @Test
    void a_name_that_no_log_may_have_is_refused_at_once() {
        assertThatThrownBy(() -> TransparencyLog.open(office.sql(), office.transactions(), office.data(), "two words"))
                .hasMessageContaining("the name of a key or a log");
        assertThat(office.file("keys")).doesNotExist();
    }
}
