package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matricula.registry.records.store.ClosingStore;
import org.matricula.registry.transparency.LogFsck;
import org.matricula.registry.transparency.TransparencyLog;
import org.matricula.registry.verification.TrustFile;
import org.matricula.verifier.State;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// The node is killed before and after every commit of closing a class; a new node on the same data finishes. Nothing
/// is lost, nothing is issued twice, and the log agrees.
@Tag("node")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClosingSurvivesAFallTest {
    private static final int PUPILS = 4;

    private Path approved = Path.of("");

    @BeforeAll
    void a_class_is_approved(@TempDir Path folder) throws IOException {
        approved = folder.resolve("approved");
        try (RunningNode node = RunningNode.start(approved)) {
            HoaSenSchool school = new HoaSenSchool(node);
            school.approve(school.enter("4A", PUPILS));
        }
    }

    /// 1 the intent, 2 sealed XML with its leaves, 3 the checkpoint, 4 both formats: whatever the commits inside the
    /// log's own work add is covered as well, since every commit up to the end is a row.
    @ParameterizedTest(name = "killed {1} commit {0}")
    @CsvSource({
        "1, BEFORE",
        "1, AFTER",
        "2, BEFORE",
        "2, AFTER",
        "3, BEFORE",
        "3, AFTER",
        "4, BEFORE",
        "4, AFTER",
        "5, BEFORE",
        "5, AFTER"
    })
    void a_node_that_is_killed_while_closing_is_finished_by_the_next(int commit, String side, @TempDir Path folder)
            throws IOException, InterruptedException {
        Path data = copied(folder.resolve("data"));
        int status = fall(data, commit, side);
        assertThat(status).as("there is such a commit").isIn(FallingNode.KILLED, 0);
        try (ConfigurableApplicationContext server = Server.start("127.0.0.1", 0, data)) {
            JdbcClient sql = server.getBean(JdbcClient.class);
            long intents = count(sql, "records.closing");
            if (commit == 1 && side.equals("BEFORE")) {
                assertThat(intents).isZero();
                assertThat(count(sql, "records.sealed")).isZero();
                assertThat(count(sql, "gradebook.closed")).isZero();
                return;
            }
            assertThat(intents).isEqualTo(1);
            assertThat(count(sql, "records.issued")).isEqualTo(PUPILS);
            assertThat(count(sql, "records.sealed")).isEqualTo(PUPILS);
            assertThat(count(sql, "transparency.leaf")).isEqualTo(PUPILS);
            assertThat(sql.sql("select distinct state from records.record")
                            .query(String.class)
                            .list())
                    .containsExactly("CLOSED");
            assertThat(sql.sql("select state from records.work where kind = 'CLOSE'")
                            .query(String.class)
                            .list())
                    .containsExactly("DONE");
            assertGenuine(server, sql);
            assertThat(server.getBean(TransparencyLog.class).key()).isNotNull();
            assertThat(LogFsck.run(
                                    sql,
                                    server.getBean(PlatformTransactionManager.class),
                                    data,
                                    Files.readString(data.resolve("log").resolve("origin"))
                                            .strip())
                            .sound())
                    .isTrue();
        }
    }

    private static void assertGenuine(ConfigurableApplicationContext server, JdbcClient sql) {
        ClosingStore store = server.getBean(ClosingStore.class);
        for (UUID record :
                sql.sql("select record from records.issued").query(UUID.class).list()) {
            for (byte[] file :
                    List.of(store.xml(record).orElseThrow(), store.pdf(record).orElseThrow())) {
                assertThat(server.getBean(TrustFile.class)
                                .verifier()
                                .verify(file, Instant.now().plusSeconds(5))
                                .state())
                        .isEqualTo(State.GENUINE);
            }
        }
    }

    @Test
    void a_second_node_on_the_same_folder_does_not_start(@TempDir Path folder) throws IOException {
        Path data = copied(folder.resolve("data"));
        try (ConfigurableApplicationContext _ = Server.start("127.0.0.1", 0, data)) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Server.start("127.0.0.1", 0, data)))
                    .hasStackTraceContaining("another Matricula is running");
        }
    }

    private static long count(JdbcClient sql, String table) {
        return sql.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static int fall(Path data, int commit, String side) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FallingNode.class.getName()));
        command.addAll(FallingNode.arguments(data, commit, side));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SPRING_PROFILES_ACTIVE", "falling");
        builder.redirectOutput(data.resolveSibling("child.log").toFile());
        return builder.start().waitFor();
    }

    private Path copied(Path to) throws IOException {
        try (Stream<Path> files = Files.walk(approved)) {
            files.forEach(file -> {
                try {
                    Files.copy(
                            file, to.resolve(approved.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return to;
    }
}
