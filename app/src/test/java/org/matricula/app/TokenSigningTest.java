package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.records.ClassRecords;
import org.matricula.registry.records.WorkingRecord;
import org.matricula.registry.records.flows.SignSubject;
import org.matricula.registry.signing.PersonalKeys;
import org.matricula.registry.signing.Pkcs12Signer;
import org.matricula.registry.signing.flows.RevokeOwnKey;
import org.matricula.verifier.signature.Signer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A person signs with a key that stays on the own computer: digests out, values in, over HTTP.
@Tag("node")
@ExtendWith(RunningNode.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenSigningTest {
    private static final JsonMapper JSON = new JsonMapper();

    private HoaSenSchool school;
    private SignedInPeople people;

    @BeforeAll
    void a_school(RunningNode node) throws IOException {
        school = new HoaSenSchool(node, "22199932");
        people = new SignedInPeople(node);
    }

    private Visit teacher(ClassRoom room) {
        Visit visit = people.strong(school.teacherOf("MATHEMATICS"));
        visit.get("/classes/" + room.id() + "/sign/MATHEMATICS");
        return visit;
    }

    private Signer key() {
        return school.key(school.teacherOf("MATHEMATICS"));
    }

    private List<WorkingRecord> records(ClassRoom room) {
        return school.in(now -> school.get(ClassRecords.class).look(room, now));
    }

    private long signed(ClassRoom room) {
        return records(room).stream()
                .filter(record -> record.signed().contains("subject.MATHEMATICS"))
                .count();
    }

    private static String asking(String kind, String subject, Signer key) {
        ObjectNode body = JSON.createObjectNode();
        body.put("kind", kind).put("subject", subject);
        ArrayNode certificates = body.putArray("certificates");
        List<X509Certificate> chain = new ArrayList<>(List.of(key.certificate()));
        chain.addAll(key.chain());
        chain.forEach(each -> certificates.add(der(each)));
        return body.toString();
    }

    private static String der(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> asked(Visit visit, ClassRoom room, Signer key) {
        return visit.json(
                "POST", "/api/v1/classes/" + room.id() + "/signatures/prepared", asking("subject", "MATHEMATICS", key));
    }

    private static JsonNode prepared(Visit visit, ClassRoom room, Signer key) {
        HttpResponse<String> answer = asked(visit, room, key);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }

    private static HttpResponse<String> given(Visit visit, JsonNode prepared, Signer key, int from, int to) {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode values = body.putArray("values");
        for (int i = from; i < to; i++) {
            String digest = prepared.path("digests").path(i).asString();
            byte[] value = key.sign(List.of(Base64.getDecoder().decode(digest))).getFirst();
            values.addObject()
                    .put("digest", digest)
                    .put("value", Base64.getEncoder().encodeToString(value));
        }
        return visit.json("POST", address(prepared), body.toString());
    }

    private static String address(JsonNode prepared) {
        return "/api/v1/signatures/" + prepared.path("id").asString();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String name) {
        assertThat(answer.body()).contains("urn:matricula:problem:" + name);
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Nested
    class A_token {
        @Test
        void is_told_in_words_what_it_signs_and_until_when() {
            ClassRoom room = school.enter("4A", 5);
            HttpResponse<String> answer = asked(teacher(room), room, key());
            JsonNode prepared = JSON.readTree(answer.body());
            assertThat(Visit.to(answer)).isEqualTo(address(prepared));
            assertThat(prepared.path("words").asString())
                    .startsWith("5 results of ")
                    .endsWith(", class 4A");
            assertThat(prepared.path("algorithm").asString()).isEqualTo("ECDSA_SHA256");
            assertThat(prepared.path("digests").size()).isEqualTo(5);
            assertThat(Instant.parse(prepared.path("until").asString())).isAfter(Instant.now());
            assertThat(signed(room)).isZero();
        }

        @Test
        void gives_some_values_then_the_others_and_what_came_before_does_no_harm() {
            ClassRoom room = school.enter("4B", 5);
            Visit visit = teacher(room);
            JsonNode prepared = prepared(visit, room, key());
            assertThat(given(visit, prepared, key(), 0, 2).body()).isEqualTo("{\"signed\":2,\"leftOut\":0}");
            assertThat(signed(room)).isEqualTo(2);
            assertThat(given(visit, prepared, key(), 1, 5).body()).isEqualTo("{\"signed\":4,\"leftOut\":0}");
            assertThat(signed(room)).isEqualTo(5);
        }

        @Test
        void leaves_out_what_changed_meanwhile_and_signs_the_others() {
            ClassRoom room = school.enter("4C", 3);
            Visit visit = teacher(room);
            JsonNode prepared = prepared(visit, room, key());
            school.change(records(room).getFirst().pupil(), "MATHEMATICS.comment", "Tính nhanh.");
            assertThat(given(visit, prepared, key(), 0, 3).body()).isEqualTo("{\"signed\":2,\"leftOut\":1}");
            assertThat(prepared(visit, room, key()).path("records").asInt()).isEqualTo(1);
        }

        @Test
        void of_somebody_else_signs_nothing() {
            ClassRoom room = school.enter("4D", 2);
            Visit visit = teacher(room);
            JsonNode prepared = prepared(visit, room, key());
            assertProblem(given(visit, prepared, school.key(school.principal()), 0, 2), 422, "value-of-another-key");
            assertThat(signed(room)).isZero();
        }

        @Test
        void that_gives_what_nobody_asked_for_is_told_so() {
            ClassRoom room = school.enter("4E", 1);
            Visit visit = teacher(room);
            String address = address(prepared(visit, room, key()));
            for (String body : List.of(
                    "",
                    "{}",
                    "{\"values\":[{\"digest\":\"AAAA\",\"value\":\"AAAA\"}]}",
                    "{\"values\":[{\"digest\":\"?\"}]}")) {
                assertProblem(visit.json("POST", address, body), 422, "bad-values");
            }
        }

        @Test
        void of_the_homeroom_teacher_and_of_the_head_signs_the_class_after_the_others() {
            ClassRoom room = school.enter("4F", 2);
            school.subjectsSign(room);
            for (Map.Entry<String, Actor> each :
                    List.of(Map.entry("consolidation", school.homeroom()), Map.entry("approval", school.principal()))) {
                Visit visit = people.strong(each.getValue());
                visit.get("/account/key");
                Signer key = school.key(each.getValue());
                HttpResponse<String> answer = visit.json(
                        "POST",
                        "/api/v1/classes/" + room.id() + "/signatures/prepared",
                        asking(each.getKey(), "", key));
                assertThat(given(visit, JSON.readTree(answer.body()), key, 0, 2).body())
                        .isEqualTo("{\"signed\":2,\"leftOut\":0}");
            }
            assertThat(records(room)).allMatch(record -> record.signed().contains("HEAD"));
        }

        @Test
        void of_the_homeroom_teacher_signs_nothing_that_a_teacher_signed_anew() {
            ClassRoom room = school.enter("4G", 1);
            school.subjectsSign(room);
            Visit visit = people.strong(school.homeroom());
            visit.get("/account/key");
            Signer key = school.key(school.homeroom());
            JsonNode prepared = JSON.readTree(visit.json(
                            "POST",
                            "/api/v1/classes/" + room.id() + "/signatures/prepared",
                            asking("consolidation", "", key))
                    .body());
            school.change(records(room).getFirst().pupil(), "MATHEMATICS.comment", "Tính nhanh.");
            school.done(school.get(SignSubject.class).run(school.teacherOf("MATHEMATICS"), room, "MATHEMATICS", key()));
            assertThat(given(visit, prepared, key, 0, 1).body()).isEqualTo("{\"signed\":0,\"leftOut\":1}");
        }
    }

    @Nested
    class What_was_prepared {
        @Test
        void is_given_up_and_takes_no_value_any_more() {
            ClassRoom room = school.enter("4H", 1);
            Visit visit = teacher(room);
            JsonNode prepared = prepared(visit, room, key());
            assertThat(visit.json("DELETE", address(prepared), "").statusCode()).isEqualTo(204);
            assertProblem(given(visit, prepared, key(), 0, 1), 404, "nothing-prepared");
            assertProblem(visit.json("DELETE", address(prepared), ""), 404, "nothing-prepared");
        }

        @Test
        void runs_out() throws SQLException {
            ClassRoom room = school.enter("4J", 1);
            Visit visit = teacher(room);
            JsonNode prepared = prepared(visit, room, key());
            try (Connection connection = school.get(DataSource.class).getConnection();
                    Statement owner = connection.createStatement()) {
                owner.execute("reset role");
                owner.execute("update records.prepared set until = now() where class_id = '" + room.id() + "'");
                owner.execute("set role matricula_app");
            }
            assertProblem(given(visit, prepared, key(), 0, 1), 404, "nothing-prepared");
        }

        @Test
        void is_nobody_else_s() {
            ClassRoom room = school.enter("4K", 1);
            JsonNode prepared = prepared(teacher(room), room, key());
            Visit other = people.strong(school.principal());
            other.get("/account/key");
            assertProblem(given(other, prepared, key(), 0, 1), 404, "nothing-prepared");
            assertProblem(other.json("DELETE", address(prepared), ""), 404, "nothing-prepared");
        }

        @Test
        void for_a_key_that_is_unlocked_here_takes_no_value_from_outside() {
            ClassRoom room = school.enter("4L", 1);
            FakeToken token = new FakeToken(key()).waiting(1);
            var begun = school.get(SignSubject.class).run(school.teacherOf("MATHEMATICS"), room, "MATHEMATICS", token);
            token.untilItWaits();
            UUID id = school.get(JdbcClient.class)
                    .sql("select id from records.prepared where class_id = :class")
                    .param("class", room.id())
                    .query(UUID.class)
                    .single();
            assertProblem(teacher(room).json("POST", "/api/v1/signatures/" + id, "{}"), 404, "nothing-prepared");
            token.goOn();
            school.done(begun);
        }
    }

    @Nested
    class Who {
        @Test
        void has_shown_no_second_factor_is_told_so() {
            ClassRoom room = school.enter("4M", 1);
            Actor teacher = school.person(
                    "Trần Văn Một", Role.SUBJECT_TEACHER, Optional.of(room.id()), Optional.of("MATHEMATICS"));
            Visit visit = people.plain(teacher);
            visit.get("/account/key");
            assertProblem(asked(visit, room, school.key(teacher)), 403, "second-factor-needed");
        }

        @Test
        void is_not_assigned_or_not_named_is_told_so() {
            ClassRoom room = school.enter("4N", 1);
            Visit principal = people.strong(school.principal());
            principal.get("/account/key");
            assertProblem(asked(principal, room, school.key(school.principal())), 403, "not-yours");
            Visit homeroom = people.strong(school.homeroom());
            homeroom.get("/account/key");
            ClassRoom other = school.enter("4P", 1);
            assertProblem(
                    homeroom.json(
                            "POST",
                            "/api/v1/classes/" + other.id() + "/signatures/prepared",
                            asking("dance", "", key())),
                    422,
                    "no-such-signature");
        }
    }

    @Nested
    class A_certificate {
        @Test
        void of_another_name_is_refused() {
            ClassRoom room = school.enter("4Q", 1);
            assertProblem(asked(teacher(room), room, school.key(school.principal())), 422, "key-of-another");
        }

        @Test
        void of_an_authority_that_nobody_trusts_is_refused(@TempDir Path folder) throws IOException {
            ClassRoom room = school.enter("4R", 1);
            byte[] file = KeyDeeds.keyFile(folder.resolve("a.p12"));
            Signer key = Pkcs12Signer.open(file, KeyDeeds.FILE_PASSWORD.toCharArray(), "the file");
            Visit visit = people.strong(school.person(
                    KeyDeeds.HOLDER, Role.SUBJECT_TEACHER, Optional.of(room.id()), Optional.of("MATHEMATICS")));
            visit.get("/account/key");
            assertProblem(asked(visit, room, key), 422, "authority-not-trusted");
        }

        @Test
        void that_was_revoked_is_refused() {
            ClassRoom room = school.enter("4S", 1);
            Actor teacher = school.person(
                    "Lê Thị Thu Hồi", Role.SUBJECT_TEACHER, Optional.of(room.id()), Optional.of("MATHEMATICS"));
            Signer key = school.key(teacher);
            Visit visit = people.strong(teacher);
            visit.get("/account/key");
            UUID id = school.get(PersonalKeys.class)
                    .newest(teacher.id())
                    .orElseThrow()
                    .id();
            school.get(RevokeOwnKey.class).run(teacher, id, "Lộ mã PIN");
            assertProblem(asked(visit, room, key), 422, "key-taken-out-of-use");
        }

        @Test
        void that_is_none_is_refused() {
            ClassRoom room = school.enter("4T", 1);
            Visit visit = teacher(room);
            String address = "/api/v1/classes/" + room.id() + "/signatures/prepared";
            String one = "\"" + der(key().certificate()) + "\"";
            String six = "[" + String.join(",", Collections.nCopies(6, one)) + "]";
            for (String certificates : List.of("[]", "[\"AAAA\"]", "[\"?\"]", "\"x\"", six)) {
                assertProblem(
                        visit.json(
                                "POST",
                                address,
                                "{\"kind\":\"subject\",\"subject\":\"MATHEMATICS\",\"certificates\":" + certificates
                                        + "}"),
                        422,
                        "bad-certificates");
            }
        }
    }
}
