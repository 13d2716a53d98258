package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.records.flows.CloseRecords;
import org.matricula.registry.records.flows.SignSubject;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the keeper of a node sees of it from outside: health, metrics, and the lines of its log.
@Tag("node")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpsTest {
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private RunningNode node;
    private Path data = Path.of("");
    private String root = "";
    private HoaSenSchool school;
    private ClassRoom room;

    @BeforeAll
    void a_school_at_work(@TempDir Path folder) throws Exception {
        data = folder;
        node = RunningNode.start(folder);
        Logger all = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        lines.start();
        all.addAppender(lines);
        root = node.root();
        school = new HoaSenSchool(node);
        room = school.enter("4A", 2);
        Actor teacher = school.teacherOf("MATHEMATICS");
        Outcome<UUID> signing = school.get(SignSubject.class).run(teacher, room, "MATHEMATICS", school.key(teacher));
        school.done(signing);
        assertThat(school.get(CloseRecords.class).run(teacher, room)).isInstanceOf(Outcome.Refused.class);
    }

    @AfterAll
    void stop() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(lines);
        node.close();
    }

    @Nested
    class Health {
        @Test
        void is_told_to_machines_without_an_account() {
            assertThat(new Visit(root).get("/health/live").statusCode()).isEqualTo(200);
            HttpResponse<String> ready = new Visit(root).get("/health/ready");
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(ready.body()).contains("\"database\":{\"status\":\"UP\"", "\"log\":", "\"disk\":");
        }

        @Test
        void is_bad_while_the_file_of_the_log_is_ahead_of_the_database() throws Exception {
            Path file = data.resolve("log").resolve("checkpoint");
            List<String> before = Files.readAllLines(file);
            List<String> ahead = new ArrayList<>(before);
            ahead.set(1, "99");
            Files.write(file, ahead);
            try {
                HttpResponse<String> ready = new Visit(root).get("/health/ready");
                assertThat(ready.statusCode()).isEqualTo(503);
                assertThat(ready.body()).contains("\"status\":\"DOWN\"", "fsck");
                assertThat(new Visit(root).get("/health/live").statusCode()).isEqualTo(200);
            } finally {
                Files.write(file, before);
            }
        }
    }

    @Nested
    class Metrics {
        @Test
        void count_the_business_and_name_nobody() {
            String said = new Visit(root).get("/metrics").body();
            assertThat(said)
                    .contains(
                            "matricula_acts_total{act=\"sign-subject\",outcome=\"done\"} ",
                            "matricula_acts_total{act=\"close-records\",outcome=\"refused\"} 1.0",
                            "matricula_signatures_total{what=\"signed\"} 2.0",
                            "matricula_records{state=\"entered\"} 2.0",
                            "matricula_records{state=\"closed\"} 0.0",
                            "matricula_log_leaves 0.0",
                            "matricula_log_checkpoint_age_seconds",
                            "matricula_database_connections{state=\"active\"}",
                            "jvm_memory_used_bytes",
                            "matricula_http_requests_seconds_count");
            nobody(said);
        }

        @Test
        void are_for_this_machine_only_and_a_proxy_on_it_is_not_taken_for_it() {
            assertThat(new Visit(root).get("/metrics").statusCode()).isEqualTo(200);
            assertThat(new Visit(root)
                            .get("/metrics", "X-Forwarded-For", "203.0.113.9")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Nested
    class The_log {
        @Test
        void has_the_number_of_the_request_that_the_answer_has() {
            HttpResponse<String> answer = new Visit(root).get("/nowhere", "Accept", "application/json");
            String number = answer.headers().firstValue("X-Request-Id").orElseThrow();
            assertThat(number).matches("[0-9A-F]{8}");
            assertThat(answer.body()).containsPattern("\"request\" ?: ?\"" + number + "\"");
        }

        @Test
        void has_the_number_of_a_request_that_the_container_answers() {
            HttpResponse<String> answer = new Visit(root).get("/verify/nowhere", "Accept", "application/json");
            String number = answer.headers().firstValue("X-Request-Id").orElseThrow();
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).containsPattern("\"request\" ?: ?\"" + number + "\"");
        }

        @Test
        void of_a_whole_story_names_nobody_and_no_mark() {
            Visit visit = new Visit(root);
            visit.get("/sign-in");
            visit.post("/sign-in", Map.of("login", "nguyen.thi.hoa.4711", "password", "cau Long Bien"));
            visit.get("/verify/code?code=HOA-SEN-4711");
            visit.get("/classes?pupil=Hoa%20Sen");
            visit.get("/law/decisions/kz.iin?iin=980315300124");
            visit.json("POST", "/api/v1/decisions/kz.iin", "{\"iin\": \"980315300124\"}");
            visit.json("POST", "/api/v1/verify/items", "{\"name\": \"nguyen.thi.hoa.4711\"}");
            StringBuilder all = new StringBuilder();
            for (ILoggingEvent line : List.copyOf(lines.list)) {
                all.append(line.getFormattedMessage()).append('\n');
                if (line.getThrowableProxy() != null) {
                    all.append(ThrowableProxyUtil.asString(line.getThrowableProxy()));
                }
            }
            assertThat(all).doesNotContain("nguyen.thi.hoa.4711", "cau Long Bien", "980315300124", "HOA-SEN-4711");
            nobody(all.toString());
            assertThat(lines.list).noneMatch(line -> line.getLevel().isGreaterOrEqual(Level.ERROR));
        }
    }

    /// No name, login, personal number or comment of anybody at the school. A height of 129.5 cm is not looked for: it
    /// cannot be told from any other number, and a measured time holds it now and then.
    private void nobody(String text) {
        List<String> known = new ArrayList<>();
        JdbcClient sql = node.get(JdbcClient.class);
        for (String question : List.of(
                "select full_name from directory.pupil_data",
                "select personal_number from directory.pupil_data where personal_number is not null",
                "select login from directory.account",
                "select name from directory.account_name",
                "select distinct value from gradebook.cell where length(value) > 3 and value !~ '^[0-9.,]+$'")) {
            known.addAll(sql.sql(question).query(String.class).list());
        }
        assertThat(known).hasSizeGreaterThan(20);
        known.forEach(each -> assertThat(text).doesNotContain(each));
    }
}
