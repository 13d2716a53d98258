package org.matricula.registry.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.matricula.registry.transparency.LogOffice.AT;
import static org.matricula.registry.transparency.LogOffice.ORIGIN;
import static org.matricula.registry.transparency.LogOffice.act;
import static org.matricula.registry.transparency.LogOffice.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.registry.testing.Database;
import org.matricula.registry.transparency.Trouble.Death;
import org.matricula.registry.transparency.Trouble.Mode;
import org.matricula.verifier.merkle.Checkpoint;
import org.matricula.verifier.merkle.CompactRange;
import org.matricula.verifier.merkle.Hash;
import org.matricula.verifier.merkle.LogProof.Shows;
import org.matricula.verifier.merkle.SignedNote;
import org.matricula.verifier.merkle.TreeHasher;
import org.matricula.verifier.merkle.WitnessSigner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The process dies at every single step on disk and database, before it, after it and in the middle;
/// then the office starts again. Nothing is lost or doubled, and whatever had left the house is still
/// true.
@Tag("slow")
class LogCrashTest {
    private static final Database DATABASE = Database.fresh();
    private static final WitnessSigner WITNESS = someWitness();

    /// One connection each, since a hundred short lives would spend their time in connecting.
    private static SingleConnectionDataSource connection;

    private static SingleConnectionDataSource owning;
    private static JdbcClient owner;

    @TempDir
    private Path folder;

    @BeforeAll
    static void facts_beside_the_log() throws Exception {
        connection = new SingleConnectionDataSource(DATABASE.server().getConnection(), true);
        owning = new SingleConnectionDataSource(DATABASE.owner().getConnection(), true);
        owner = JdbcClient.create(owning);
        owner.sql("create table fact (number int primary key)").update();
        owner.sql("grant select, insert on fact to matricula_app").update();
    }

    @AfterAll
    static void close() {
        connection.destroy();
        owning.destroy();
        DATABASE.close();
    }

    @TestFactory
    Stream<DynamicTest> a_death_at_any_step_loses_nothing_and_signs_no_second_history() {
        Trouble counting = Trouble.none();
        new Day(folder.resolve("counted"), counting).live();
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < counting.steps().size(); i++) {
            for (Mode mode : Mode.values()) {
                String step = counting.steps().get(i);
                if (mode != Mode.TORN || step.startsWith("write")) {
                    int deadly = i;
                    tests.add(DynamicTest.dynamicTest(
                            "%d %s: %s".formatted(i, step, mode), () -> dieAndStartAgain(deadly, mode)));
                }
            }
        }
        assertThat(counting.steps())
                .contains(
                        "statement",
                        "commit",
                        "write .checkpoint.new",
                        "move to checkpoint",
                        "force log",
                        "write .2.new",
                        "force 000.p");
        return tests.stream();
    }

    private void dieAndStartAgain(int deadly, Mode mode) throws IOException {
        Path data = folder.resolve(deadly + "-" + mode);
        Day day = new Day(data, new Trouble(deadly, mode));
        assertThat(catchThrowable(day::live)).isInstanceOf(Death.class);

        LogOffice office = new LogOffice(data, connection, owner);
        TransparencyLog log =
                TransparencyLog.open(office.sql(), office.transactions(), new LogFiles(data, Trouble.QUICK), ORIGIN);
        List<Integer> facts = office.sql()
                .sql("select number from fact order by number")
                .query(Integer.class)
                .list();
        assertThat(office.leaves()).as("each fact has its leaf").isEqualTo(facts.size());
        log.integrate(AT);
        for (int fact : facts) {
            assertThat(check(log.proof(fact, act(fact)).orElseThrow(), act(fact), log.key()))
                    .isEqualTo(Shows.INCLUDED);
        }
        office.append(log, facts.size(), facts.size() + 1);
        SignedNote newest = log.integrate(AT);

        assertThat(day.left).allSatisfy(note -> {
            assertThat(note.signedBy(log.key())).isTrue();
            Checkpoint state = Checkpoint.read(note.text());
            assertThat(state.root()).as("what has left is still true").isEqualTo(root(office, state.size()));
        });
        assertThat(Files.readAllBytes(data.resolve("log/checkpoint"))).isEqualTo(newest.toBytes());
        PublicFiles given = new PublicFiles(office);
        assertThat(given.checkpoint()).as("what everybody gets").isEqualTo(newest);
        assertThat(given.root(facts.size() + 1)).isEqualTo(root(office, facts.size() + 1));
        assertThat(office.fsck().faults()).isEmpty();
    }

    private static WitnessSigner someWitness() {
        try {
            return new LogFiles(Files.createTempDirectory("witness"), Disk.REAL).newWitness("witness.example/w1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Hash root(LogOffice office, long size) {
        CompactRange range = new CompactRange();
        office.sql()
                .sql("select entry from transparency.leaf where index < ? order by index")
                .param(size)
                .query((row, _) -> row.getBytes("entry"))
                .list()
                .forEach(entry -> range.append(new TreeHasher().leaf(entry)));
        return range.root();
    }

    /// A day of the office: two acts, a checkpoint, a proof, two more, and again.
    private static final class Day {
        private final Path data;
        private final Trouble trouble;
        private final JdbcClient sql;
        private final JdbcTransactionManager transactions;

        /// Checkpoints that somebody outside has seen.
        private final List<SignedNote> left = new ArrayList<>();

        private Day(Path data, Trouble trouble) {
            for (String table :
                    List.of("transparency.leaf", "transparency.checkpoint", "transparency.cosignature", "fact")) {
                owner.sql("delete from " + table).update(); // a few rows: truncating takes ten times as long
            }
            this.data = data;
            this.trouble = trouble;
            var source = trouble.around(connection);
            this.sql = JdbcClient.create(source);
            this.transactions = new JdbcTransactionManager(source);
        }

        private void live() {
            TransparencyLog log = TransparencyLog.open(sql, transactions, new LogFiles(data, trouble.disk()), ORIGIN);
            for (int first = 0; first < 4; first += 2) {
                int number = first;
                new TransactionTemplate(transactions).executeWithoutResult(_ -> {
                    sql.sql("insert into fact (number) values (?), (?)")
                            .params(number, number + 1)
                            .update();
                    log.append(List.of(act(number), act(number + 1)), AT);
                });
                left.add(log.integrate(AT));
                left.add(log.proof(first, act(first)).orElseThrow().checkpoint());
                left.add(log.forEverybody().checkpoint());
                SignedNote newest = log.forEverybody().checkpoint();
                SignedNote cosigned = newest.with(List.of(WITNESS.cosign(newest, AT)));
                log.forEverybody().keep(cosigned, WITNESS.key(), AT);
                left.add(log.forEverybody().checkpoint());
            }
        }
    }
}
