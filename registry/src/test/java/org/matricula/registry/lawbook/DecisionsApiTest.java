package org.matricula.registry.lawbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matricula.law.desk.DecisionDesk;
import org.matricula.law.desk.ResultJson;

/// A program stands at the counter.
class DecisionsApiTest {
    private static final String SWIMMER = """
            {"name": "Lan", "bornOn": "2000-01-01", "askedOn": "2024-05-02", "swims": true, "seats": 2}""";

    private static Office office;

    @BeforeAll
    static void open() {
        office = Office.open();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static void isProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body().replace(" : ", ":"))
                .contains(
                        "\"urn:matricula:problem:" + type + "\"", "\"status\":" + status, "\"detail\"", "\"problems\"")
                .doesNotContain("Exception", "\tat ", "org.matricula");
    }

    @Nested
    class Somebody_who_looks_around {
        @Test
        void finds_every_decision_in_the_list() {
            HttpResponse<String> list = office.get("/api/v1/decisions");
            assertThat(list.statusCode()).isEqualTo(200);
            assertThat(list.headers().firstValue("Content-Type")).hasValue("application/json");
            assertThat(list.body())
                    .contains("\"shed.loan\"", "\"shed.everything\"", "\"calendar.day\"", "May a boat be taken?");
        }

        @Test
        void reads_the_list_in_the_language_of_the_regulation() {
            assertThat(office.get("/api/v1/decisions?lang=vi").body()).contains("Có được mượn thuyền không?");
            assertThat(office.send(office.to("/api/v1/decisions").header("Accept-Language", "vi-VN,vi;q=0.9"))
                            .body())
                    .contains("Có được mượn thuyền không?");
        }

        @Test
        void gets_the_schema_that_the_desk_has() {
            HttpResponse<String> schema = office.get("/api/v1/decisions/shed.loan/schema");
            assertThat(schema.headers().firstValue("Content-Type")).hasValue("application/schema+json");
            assertThat(schema.body())
                    .isEqualTo(new DecisionDesk(List.of(new Shed()))
                            .schema("shed.loan")
                            .orElseThrow());
        }

        @Test
        void is_told_the_near_name_when_the_name_is_wrong() {
            isProblem(office.get("/api/v1/decisions/shed.lone/schema"), 404, "unknown-decision");
            HttpResponse<String> answer = office.ask("shed.lone", SWIMMER);
            isProblem(answer, 404, "unknown-decision");
            assertThat(answer.body()).contains("shed.loan");
        }

        @Test
        void is_told_what_can_be_done_at_an_address() {
            HttpResponse<String> answer =
                    office.send(office.to("/api/v1/decisions/shed.loan").DELETE());
            isProblem(answer, 405, "method-not-allowed");
            assertThat(answer.headers().firstValue("Allow")).hasValue("POST, OPTIONS");
            isProblem(office.get("/api/v1/decisions/shed.loan"), 405, "method-not-allowed");
            isProblem(office.get("/api/v1/decisions/shed.loan/schema/more"), 404, "not-found");
        }
    }

    @Nested
    class Facts_that_are_in_order {
        @Test
        void get_exactly_what_the_desk_says() {
            DecisionDesk desk = new DecisionDesk(List.of(new Shed()));
            HttpResponse<String> answer = office.ask("shed.loan", SWIMMER);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
            assertThat(answer.headers().firstValue("Content-Language")).hasValue("en");
            assertThat(answer.body()).isEqualTo(ResultJson.pretty(desk.decide("shed.loan", SWIMMER, "en"), "en"));
        }

        @Test
        void are_answered_in_the_language_asked_for() {
            HttpResponse<String> answer = office.ask("shed.loan?lang=vi", SWIMMER);
            assertThat(answer.body()).contains("Lan biết bơi");
            assertThat(answer.headers().firstValue("Content-Language")).hasValue("vi");
            assertThat(office.ask("shed.loan?lang=kk", SWIMMER).headers().firstValue("Content-Language"))
                    .as("the regulation does not speak Kazakh")
                    .hasValue("vi");
        }

        @Test
        void have_no_answer_when_no_edition_was_in_force() {
            HttpResponse<String> answer = office.ask("shed.loan", SWIMMER.replace("2024-05-02", "2019-12-31"));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"answer\" : null", "SHED:0");
        }

        @ParameterizedTest
        @ValueSource(strings = {"application/json", "application/json; charset=UTF-8", "application/vnd.shed+json"})
        void are_taken_under_every_name_of_json(String type) {
            assertThat(office.post("/api/v1/decisions/shed.loan", type, SWIMMER).statusCode())
                    .isEqualTo(200);
        }
    }

    @Nested
    class Facts_that_cannot_be_taken {
        @Test
        void are_answered_with_every_problem_and_its_place() {
            HttpResponse<String> answer = office.ask("shed.loan", "{\"name\": \"\", \"seats\": 9, \"swim\": true}");
            isProblem(answer, 400, "bad-facts");
            assertThat(answer.body())
                    .contains("\"/name\"", "\"/bornOn\"", "\"/askedOn\"", "\"/swims\"", "\"/seats\"", "\"/swim\"");
        }

        @Test
        void are_answered_in_the_language_asked_for() {
            assertThat(office.ask("shed.loan?lang=ru", "{}").body()).contains("этот факт не указан");
        }

        @Test
        void are_named_at_the_later_of_two_dates_that_cannot_be() {
            HttpResponse<String> answer = office.ask("shed.loan", SWIMMER.replace("2000-01-01", "2030-01-01"));
            isProblem(answer, 400, "bad-facts");
            assertThat(answer.body()).contains("\"/askedOn\"", "asked before born");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "   ", "{", "[]", "null", "{} {}", "{\"a\":", "not json", "\u0000", "[[[[[[[["})
        void are_a_problem_even_when_they_are_no_json(String body) {
            isProblem(office.ask("shed.loan", body), 400, "bad-facts");
        }

        @Test
        void are_a_problem_when_they_are_not_utf_8() {
            isProblem(
                    office.send(office.to("/api/v1/decisions/shed.loan")
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofByteArray(new byte[] {'"', (byte) 0xC3, '"'}))),
                    400,
                    "bad-facts");
        }

        @Test
        void are_not_read_to_the_end_when_they_are_too_large() {
            isProblem(office.ask("shed.loan", " ".repeat((1 << 20) + 1)), 413, "too-large");
        }

        @ParameterizedTest
        @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "nonsense", "application/x-ndjson"})
        void are_refused_under_another_media_type(String type) {
            isProblem(office.post("/api/v1/decisions/shed.loan", type, SWIMMER), 415, "media-type");
        }

        @Test
        void are_refused_without_a_media_type_and_when_compressed() {
            isProblem(
                    office.send(office.to("/api/v1/decisions/shed.loan").POST(BodyPublishers.ofString(SWIMMER))),
                    415,
                    "media-type");
            isProblem(
                    office.send(office.to("/api/v1/decisions/shed.loan")
                            .header("Content-Type", "application/json")
                            .header("Content-Encoding", "gzip")
                            .POST(BodyPublishers.ofString(SWIMMER))),
                    415,
                    "media-type");
        }

        @ParameterizedTest
        @CsvSource({"xx, unknown-language", "EN, unknown-language", "%zz, bad-query"})
        void are_refused_in_a_language_nobody_speaks_here(String lang, String type) throws Exception {
            // Written by hand: the client of the Java library would not send '%zz'.
            assertThat(office.raw("POST /api/v1/decisions/shed.loan?lang=" + lang
                            + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
                            + "Connection: close\r\n\r\n{}"))
                    .startsWith("HTTP/1.1 400")
                    .contains("urn:matricula:problem:" + type);
        }

        @Test
        void are_not_blamed_for_a_fault_of_ours() {
            HttpResponse<String> answer = office.ask("shed.broken", "{\"text\": \"\"}");
            isProblem(answer, 500, "fault");
            assertThat(answer.body()).doesNotContain("secret");
        }
    }

    @Nested
    class A_large_question {
        private static final String FACTS = "{\"text\": \"" + "x".repeat(3 << 19) + "\"}";
        private static final String HEAD = "POST /api/v1/decisions/shed.everything HTTP/1.1\r\nHost: x\r\n"
                + "Content-Type: application/json\r\nConnection: close\r\nContent-Length: ";

        @Test
        void is_read_to_its_end() {
            try (Office quiet = Office.open()) {
                isProblem(quiet.ask("shed.everything", FACTS), 400, "bad-facts");
                isProblem(quiet.ask("shed.everything", " ".repeat((4 << 20) + 1)), 413, "too-large");
            }
        }

        @Test
        void comes_later_while_two_others_are_read_and_small_ones_are_answered() throws Exception {
            String begun = HEAD + (FACTS.length() + 1) + "\r\n\r\n" + FACTS;
            List<Socket> others = new ArrayList<>();
            try {
                HttpResponse<String> next = office.ask("shed.everything", FACTS);
                while (next.statusCode() != 503 && others.size() < 50) {
                    others.add(office.begin(begun)); // one that comes while our own is decided is sent away itself
                    next = office.ask("shed.everything", FACTS);
                }
                isProblem(next, 503, "busy");
                assertThat(next.headers().firstValue("Retry-After")).isPresent();
                assertThat(office.ask("shed.loan", SWIMMER).statusCode()).isEqualTo(200);
            } finally {
                for (Socket other : others) {
                    other.close();
                }
            }
        }
    }

    @Nested
    class A_batch {
        @Test
        void has_no_room_on_a_line_for_a_large_question() {
            assertThat(batch("{\"decision\": \"shed.everything\", \"facts\": {\"text\": \"" + "x".repeat(3 << 19)
                                    + "\"}}\n" + "{\"decision\": \"shed.loan\", \"facts\": " + SWIMMER + "}")
                            .body()
                            .lines())
                    .satisfiesExactly(
                            line -> assertThat(line).contains("larger than 1048576 bytes"),
                            line -> assertThat(line).contains("Lan can swim"));
        }

        private HttpResponse<String> batch(String lines) {
            return office.post("/api/v1/decisions", "application/x-ndjson", lines);
        }

        @Test
        void gets_one_line_for_each_line_in_order() {
            HttpResponse<String> answer = batch("""
                    {"decision": "shed.loan", "facts": %s}

                    this is no question
                    {"decision": "shed.loan", "facts": {}, "lang": "vi"}
                    {"decision": "shed.lone", "facts": {}}
                    {"decision": "shed.loan", "facts": %s, "lang": "vi"}""".formatted(SWIMMER, SWIMMER));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/x-ndjson");
            List<String> lines = answer.body().lines().toList();
            assertThat(lines).hasSize(5);
            assertThat(lines.get(0)).contains("\"allowed\":true", "Lan can swim");
            assertThat(lines.get(1)).startsWith("{\"error\":{\"problems\":[");
            assertThat(lines.get(2)).contains("\"/name\"", "thiếu dữ kiện này");
            assertThat(lines.get(3)).contains("shed.loan");
            assertThat(lines.get(4)).contains("Lan biết bơi");
        }

        @Test
        void may_be_empty() {
            HttpResponse<String> answer = batch("");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEmpty();
        }

        @Test
        void may_be_longer_than_the_memory_should_hold_at_once() {
            String line = "{\"decision\": \"shed.loan\", \"facts\": " + SWIMMER + "}\n";
            assertThat(batch(line.repeat(20_000)).body().lines().count()).isEqualTo(20_000);
        }

        @Test
        void must_say_that_it_is_one() {
            isProblem(office.post("/api/v1/decisions", "application/json", "{}"), 415, "media-type");
            isProblem(office.post("/api/v1/decisions?lang=xx", "application/x-ndjson", ""), 400, "unknown-language");
        }
    }
}
