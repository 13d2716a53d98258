package org.matricula.registry.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.matricula.registry.transparency.LogOffice.AT;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.registry.testing.Database;
import org.matricula.registry.transparency.Witness.Answer;
import org.matricula.verifier.merkle.Checkpoint;
import org.matricula.verifier.merkle.CheckpointGrowth;
import org.matricula.verifier.merkle.CompactRange;
import org.matricula.verifier.merkle.ConsistencyProof;
import org.matricula.verifier.merkle.Hash;
import org.matricula.verifier.merkle.NoteSigner;
import org.matricula.verifier.merkle.SignedNote;
import org.matricula.verifier.merkle.TreeHasher;
import org.matricula.verifier.merkle.TreeNodes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// What a witness answers, by the protocol of C2SP tlog-witness, and what it remembers.
class WitnessTest {
    private static final Database DATABASE = Database.fresh();
    private static final String NAME = "witness.example/w1";

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private LogOffice office;
    private NoteSigner log;
    private Witness witness;

    @BeforeEach
    void a_witness_of_one_log(@TempDir Path data, @TempDir Path other) {
        office = LogOffice.empty(data, DATABASE);
        log = new LogFiles(other, Disk.REAL).newSigner("log.example/records");
        witness = open();
    }

    private Witness open() {
        return Witness.open(office.sql(), office.transactions(), office.data(), NAME, List.of(log.verifier()))
                .orElseThrow();
    }

    /// A tree of made-up leaves.
    private record Story(String word) implements TreeNodes {
        @Override
        public Hash at(int level, long index) {
            CompactRange range = new CompactRange();
            for (long i = index << level; i < index + 1 << level; i++) {
                range.append(new TreeHasher().leaf((word + i).getBytes(StandardCharsets.UTF_8)));
            }
            return range.root();
        }
    }

    private static final Story TRUE = new Story("act ");
    private static final Story FORGED = new Story("another act ");

    private SignedNote note(Story story, long size) {
        return log.sign(new Checkpoint(log.verifier().name(), size, story.over(0, size)).text());
    }

    private CheckpointGrowth growth(Story story, long old, long size) {
        return new CheckpointGrowth(old, ConsistencyProof.make(old, size, story), note(story, size));
    }

    private Answer ask(CheckpointGrowth growth) {
        return witness.add(growth.toBytes(), AT);
    }

    private Answer ask(long old, long size) {
        return ask(growth(TRUE, old, size));
    }

    @Nested
    class A_checkpoint_that {
        @Test
        void is_the_first_of_its_log_is_cosigned_and_written_down() {
            assertThat(ask(0, 5)).isInstanceOfSatisfying(Answer.Cosigned.class, cosigned -> {
                SignedNote note = note(TRUE, 5).with(List.of(cosigned.line()));
                assertThat(witness.key().cosigned(note)).contains(AT);
                assertThat(witness.newest(log.verifier().name())).contains(note);
            });
            assertThat(open().newest(log.verifier().name())).isPresent();
        }

        @Test
        void grew_out_of_the_one_before_is_cosigned() {
            ask(0, 5);
            assertThat(ask(5, 9)).isInstanceOf(Answer.Cosigned.class);
            assertThat(ask(9, 9)).as("the same again").isInstanceOf(Answer.Cosigned.class);
            assertThat(open().newest(log.verifier().name()).orElseThrow().text())
                    .contains("\n9\n");
        }

        @Test
        void is_of_an_empty_log_is_cosigned_and_so_is_what_follows() {
            assertThat(ask(0, 0)).isInstanceOf(Answer.Cosigned.class);
            assertThat(ask(0, 3)).isInstanceOf(Answer.Cosigned.class);
        }

        @Test
        void names_another_size_than_the_last_is_told_the_last() {
            assertThat(ask(3, 5)).isEqualTo(new Answer.OtherSize(0));
            ask(0, 5);
            assertThat(ask(0, 9)).isEqualTo(new Answer.OtherSize(5));
            assertThat(ask(4, 9)).isEqualTo(new Answer.OtherSize(5));
        }

        @Test
        void is_rolled_back_is_refused() {
            ask(0, 9);
            assertThat(ask(5, 5)).isEqualTo(new Answer.OtherSize(9));
            assertThat(witness.add(new CheckpointGrowth(9, List.of(), note(TRUE, 5)).toBytes(), AT))
                    .isInstanceOf(Answer.Malformed.class);
        }

        @Test
        void is_of_another_history_is_refused_whatever_its_proof() {
            ask(0, 5);
            assertThat(ask(growth(FORGED, 5, 9))).isInstanceOf(Answer.NotProved.class);
            assertThat(ask(growth(FORGED, 5, 5))).isInstanceOf(Answer.NotProved.class);
            assertThat(ask(new CheckpointGrowth(5, List.of(), note(TRUE, 9)))).isInstanceOf(Answer.NotProved.class);
            assertThat(ask(new CheckpointGrowth(5, growth(TRUE, 4, 9).path(), note(TRUE, 9))))
                    .isInstanceOf(Answer.NotProved.class);
            assertThat(ask(5, 9)).as("the true one still is").isInstanceOf(Answer.Cosigned.class);
        }

        @Test
        void comes_first_with_a_proof_from_nothing_is_refused() {
            assertThat(ask(new CheckpointGrowth(0, List.of(TreeHasher.EMPTY), note(TRUE, 5))))
                    .isInstanceOf(Answer.NotProved.class);
        }

        @Test
        void is_of_an_unknown_log_is_not_known(@TempDir Path other) {
            NoteSigner stranger = new LogFiles(other, Disk.REAL).newSigner("stranger.example/log");
            SignedNote note = stranger.sign(new Checkpoint("stranger.example/log", 5, TRUE.over(0, 5)).text());
            assertThat(ask(new CheckpointGrowth(0, List.of(), note))).isInstanceOf(Answer.UnknownLog.class);
        }

        @Test
        void is_not_signed_by_its_log_is_refused(@TempDir Path other) {
            NoteSigner thief =
                    new LogFiles(other, Disk.REAL).newSigner(log.verifier().name());
            String text = note(TRUE, 5).text();
            assertThat(ask(new CheckpointGrowth(0, List.of(), thief.sign(text))))
                    .isInstanceOf(Answer.NotSigned.class);
            SignedNote both = note(TRUE, 5).with(note(TRUE, 4).signatures());
            assertThat(ask(new CheckpointGrowth(0, List.of(), both)))
                    .as("a false signature beside the good one")
                    .isInstanceOf(Answer.NotSigned.class);
        }

        @Test
        void says_that_an_empty_log_has_another_root_is_not_proved() {
            String text = note(TRUE, 0).text().replaceFirst("\n[^\n]+\n$", "\n" + "A".repeat(43) + "=\n");
            byte[] request = ("old 0\n\n" + new String(log.sign(text).toBytes(), StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8);
            assertThat(witness.add(request, AT)).isInstanceOf(Answer.NotProved.class);
        }

        @Test
        void is_no_request_at_all_is_told_so() {
            for (byte[] bytes : List.of(new byte[0], new byte[] {1, 2, 3}, new byte[200_000])) {
                assertThat(witness.add(bytes, AT)).isInstanceOf(Answer.Malformed.class);
            }
        }
    }

    @Test
    void of_two_histories_sent_at_once_one_is_cosigned() throws Exception {
        List<Callable<Answer>> asks = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            Story story = i % 2 == 0 ? TRUE : FORGED;
            asks.add(() -> ask(growth(story, 0, 7)));
        }
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            long cosigned = 0;
            for (Future<Answer> each : people.invokeAll(asks)) {
                cosigned += each.get() instanceof Answer.Cosigned ? 1 : 0;
            }
            assertThat(cosigned).isOne();
        }
    }

    /// Every step on the database fails once before it is done, and once after; then the witness starts again.
    @Test
    void a_fall_at_any_step_never_lets_it_cosign_a_second_history() {
        Trouble counting = Trouble.none();
        day(counting);
        for (int deadly = 0; deadly < counting.steps().size(); deadly++) {
            for (Trouble.Mode mode : List.of(Trouble.Mode.FAILED, Trouble.Mode.FAILED_BUT_PERSISTED)) {
                LogOffice.empty(office.data(), DATABASE);
                Trouble trouble = new Trouble(deadly, mode);
                assertThatThrownBy(() -> day(trouble)).isInstanceOf(Trouble.Death.class);
                witness = open();
                Answer first = ask(growth(FORGED, 0, 5));
                long known = first instanceof Answer.OtherSize(long size) ? size : 0;
                if (first instanceof Answer.Cosigned) {
                    int done = mode == Trouble.Mode.FAILED ? deadly : deadly + 1;
                    assertThat(counting.steps().subList(0, done).stream().filter("commit"::equals))
                            .as("only the opening was committed: nothing had been given out")
                            .hasSizeLessThan(2);
                } else {
                    assertThat(known).isIn(5L, 9L);
                    assertThat(ask(growth(FORGED, known, 12))).isInstanceOf(Answer.NotProved.class);
                    assertThat(ask(known, 12)).isInstanceOf(Answer.Cosigned.class);
                }
            }
        }
        assertThat(counting.steps()).contains("statement", "commit");
    }

    private void day(Trouble trouble) {
        var source = trouble.around(office.app());
        Witness falling = Witness.open(
                        JdbcClient.create(source),
                        new JdbcTransactionManager(source),
                        office.data(),
                        NAME,
                        List.of(log.verifier()))
                .orElseThrow();
        falling.add(growth(TRUE, 0, 5).toBytes(), AT);
        falling.add(growth(TRUE, 5, 9).toBytes(), AT);
    }

    @Test
    void what_was_cosigned_is_part_of_the_full_check() {
        ask(0, 5);
        assertThat(office.fsck().faults()).isEmpty();
        office.owner()
                .sql("update transparency.witnessed set root = sha256('another')")
                .update();
        assertThat(office.fsck().faults())
                .anySatisfy(fault -> assertThat(fault).contains("the cosigned checkpoint of 5 leaves has root"));
        office.owner()
                .sql("insert into transparency.cosignature values (3, 'a', 'b', now())")
                .update();
        assertThat(office.fsck().faults())
                .anySatisfy(
                        fault -> assertThat(fault).contains("a cosigned 3 leaves, but there is no such checkpoint"));
    }

    @Test
    void the_newest_checkpoint_is_found_by_the_digest_of_the_origin() {
        assertThat(witness.checkpoint("0".repeat(64))).isEmpty();
        ask(0, 5);
        String digest = Hash.sha256(log.verifier().name().getBytes(StandardCharsets.UTF_8))
                .toString();
        SignedNote newest = witness.checkpoint(digest).orElseThrow();
        assertThat(newest.signedBy(log.verifier())).isTrue();
        assertThat(witness.key().cosigned(newest)).contains(AT);
    }

    @Nested
    class A_witness {
        @Test
        void of_no_log_is_none_and_makes_no_key(@TempDir Path other) {
            assertThat(Witness.open(office.sql(), office.transactions(), other, NAME, List.of()))
                    .isEmpty();
            assertThat(other.resolve("keys")).doesNotExist();
        }

        @Test
        void whose_key_was_lost_does_not_start_with_a_new_one() throws IOException {
            ask(0, 5);
            Files.delete(office.file("keys/witness.key"));
            assertThatThrownBy(WitnessTest.this::open)
                    .isInstanceOf(LogInDoubt.class)
                    .hasMessageContaining("keys/witness.key is missing");
        }

        @Test
        void whose_memory_was_changed_does_not_start() {
            ask(0, 5);
            office.owner()
                    .sql("update transparency.witnessed set root = sha256('another')")
                    .update();
            assertThatThrownBy(WitnessTest.this::open)
                    .isInstanceOf(LogInDoubt.class)
                    .hasMessageContaining("restore the newest backup");
        }

        @Test
        void cannot_forget_what_it_cosigned() {
            ask(0, 5);
            for (String statement : List.of(
                    "delete from transparency.witnessed",
                    "update transparency.witnessed set size = 3",
                    "delete from transparency.cosignature")) {
                assertThatThrownBy(() -> office.sql().sql(statement).update())
                        .rootCause()
                        .hasMessageContaining("permission denied");
            }
        }
    }
}
