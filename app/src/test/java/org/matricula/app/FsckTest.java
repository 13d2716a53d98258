package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.app.database.OfflineDatabase;
import org.matricula.app.ops.Fsck;
import org.matricula.registry.records.RecordsFsck;
import org.matricula.registry.verification.TrustFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A register with a closed class, one that is half signed, and somebody who changes the database behind its back.
@Tag("node")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FsckTest {
    private Path data = Path.of("");
    private Path backup = Path.of("");
    private Said whileRunning = new Said(-1, "");
    private OfflineDatabase database;
    private JdbcClient sql;
    private JdbcTransactionManager transactions;

    /// What the command said, and its exit status.
    record Said(int status, String words) {}

    @BeforeAll
    void a_register(@TempDir Path folder, @TempDir Path kept) throws IOException {
        data = folder;
        backup = kept;
        try (RunningNode node = RunningNode.start(data)) {
            HoaSenSchool school = new HoaSenSchool(node);
            school.close(school.enter("4A", 3));
            school.subjectsSign(school.enter("4B", 2));
            whileRunning = fsck();
        }
        copied(data, backup);
        database = OfflineDatabase.open(data, Map.of());
        sql = JdbcClient.create(database.owner());
        transactions = new JdbcTransactionManager(database.owner());
    }

    @AfterAll
    void stop() {
        database.close();
    }

    /// As the guide to operations has it: all but the program of the database, with the rights that PostgreSQL wants.
    /// The
    /// program lies in the folder of the first node of this JVM only.
    private static void copied(Path from, Path to) throws IOException {
        Program copy = Program.run("cp", "-a", from + "/.", to.toString());
        assertThat(copy.status()).as(copy.said()).isZero();
        Program gone = Program.run("rm", "-rf", to.resolve("postgresql-program").toString());
        assertThat(gone.status()).as(gone.said()).isZero();
    }

    private Said fsck(String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "fsck";
        arguments[1] = "--data";
        arguments[2] = data.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return command(arguments);
    }

    private static Said command(String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8);
        int status = Matricula.run(to, to, arguments);
        return new Said(status, said.toString(StandardCharsets.UTF_8));
    }

    private Fsck.Report checked() {
        Fsck fsck = new Fsck(
                sql,
                transactions,
                data,
                origin(),
                new TrustFile(data.resolve("demo-keys").resolve("trust.json"), java.util.Optional.empty()).verifier());
        return fsck.run(Instant.now().plusSeconds(5));
    }

    private String origin() {
        try {
            return java.nio.file.Files.readString(data.resolve("log").resolve("origin"))
                    .strip();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// What is found after a statement of the owner, who can switch the triggers off; it is taken back afterwards.
    private Fsck.Report after(String statement) {
        return new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            sql.sql("set local session_replication_role = replica").update();
            assertThat(sql.sql(statement).update()).isPositive();
            return checked();
        });
    }

    private static List<String> names(Fsck.Report report) {
        return report.records().faults().stream()
                .map(RecordsFsck.Fault::name)
                .distinct()
                .toList();
    }

    @Test
    void a_register_that_nobody_touched_is_sound() {
        Fsck.Report report = checked();
        assertThat(report.records().faults()).isEmpty();
        assertThat(report.log().faults()).isEmpty();
        assertThat(report.sound()).isTrue();
        assertThat(report.records().records()).isEqualTo(5);
        assertThat(report.records().files()).isEqualTo(6);
    }

    @Test
    void a_backup_of_the_stopped_node_s_folder_is_sound_where_it_is_put_back() {
        Said said = command("fsck", "--data", backup.toString(), "--json");
        assertThat(said.words()).contains("\"result\" : \"SOUND\"", "\"files\" : 6");
        assertThat(said.status()).isZero();
        Said vietnamese = command("fsck", "--data", backup.toString(), "--lang", "vi");
        assertThat(vietnamese.words()).contains("Toàn vẹn");
    }

    @Test
    void while_the_server_runs_nothing_is_checked_and_the_command_says_to_stop_it() {
        assertThat(whileRunning.status()).isEqualTo(2);
        assertThat(whileRunning.words())
                .contains("another Matricula is running", "stop that one")
                .doesNotContain("\tat ");
    }

    @Test
    void a_server_does_not_start_beside_another_and_says_so_in_words() {
        Said said = command("run", "--port", "0", "--data", data.toString());
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.words())
                .contains("Matricula does not start", "stop that one first")
                .doesNotContain("\tat ");
        assertThat(command("run", "--port", "70000").words()).contains("There is no port 70000");
    }

    @Test
    void a_folder_without_a_database_is_named(@TempDir Path empty) {
        Path before = data;
        data = empty;
        Said said = fsck();
        data = before;
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.words()).contains("there is no database in");
    }

    @Nested
    class A_change_behind_the_register_s_back_is_named {
        @Test
        void when_a_byte_of_a_sealed_xml_is_another() {
            Fsck.Report report =
                    after("update records.sealed set xml = set_byte(xml, 900, get_byte(xml, 900) # 1) where leaf = 0");
            assertThat(names(report)).contains("xml-digest", "issue-leaf").anyMatch(name -> name.startsWith("xml-"));
            assertThat(report.faulty()).isTrue();
        }

        @Test
        void when_a_pdf_is_another_record_s() {
            Fsck.Report report = after("""
                    update records.issued set pdf = (select i.pdf from records.issued i
                        join records.sealed s on s.record = i.record where s.leaf = 1)
                     where record = (select record from records.sealed where leaf = 0)""");
            assertThat(names(report)).containsExactlyInAnyOrder("pdf-digest", "formats-differ");
        }

        @Test
        void when_a_leaf_of_the_log_is_another() {
            Fsck.Report report = after("update transparency.leaf set entry = sha256(entry) where index = 1");
            assertThat(names(report)).containsExactly("issue-leaf");
            assertThat(report.log().sound()).isFalse();
        }

        @Test
        void when_a_closed_record_lost_its_pdf() {
            assertThat(names(after("delete from records.issued where record ="
                            + " (select record from records.sealed where leaf = 2)")))
                    .containsExactly("closed-without-pdf");
        }

        @Test
        void when_a_closed_record_lost_everything_but_its_state() {
            assertThat(names(after("""
                            with gone as (delete from records.issued where record =
                                (select record from records.sealed where leaf = 2))
                            delete from records.sealed where leaf = 2""")))
                    .containsExactlyInAnyOrder(
                            "closed-without-xml", "closed-without-pdf", "working-file-missing", "leaf-without-record");
        }

        @Test
        void when_results_of_a_closed_record_are_open_again() {
            assertThat(names(after("delete from gradebook.closed"))).containsExactly("results-open");
        }

        @Test
        void when_a_state_was_set_by_hand() {
            assertThat(names(after("update records.record set state = 'APPROVED' where state = 'SUBJECT_SIGNED'")))
                    .containsExactly("state-disagrees");
        }

        @Test
        void when_a_signature_was_struck_from_the_list() {
            assertThat(names(after("delete from records.signature where key = 'subject.MATHEMATICS' and record in"
                            + " (select id from records.record where state = 'SUBJECT_SIGNED')")))
                    .containsExactly("signatures-disagree");
        }

        @Test
        void when_a_working_file_is_damaged() {
            assertThat(names(after("update records.record set file = set_byte(file, 700, get_byte(file, 700) # 1)"
                            + " where state = 'SUBJECT_SIGNED'")))
                    .containsExactly("working-file-damaged");
        }

        @Test
        void when_a_record_is_filed_under_another_code() {
            assertThat(names(after("update records.sealed set lookup_code = 'X' || lookup_code where leaf = 0")))
                    .containsExactly("row-disagrees");
        }
    }
}
