package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The people of a school, kept by a program of the school.
@Tag("node")
@ExtendWith(RunningNode.Shared.class)
class PeopleByProgramTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void a_person_is_given_an_account_and_later_another_name(RunningNode node) throws IOException {
        Visit principal = new SignedInPeople(node).plain(new HoaSenSchool(node, "22199912").principal());
        principal.get("/account");
        HttpResponse<String> opened =
                principal.json("POST", "/api/v1/people", "{\"login\": \"doan.thuy\", \"name\": \"Đoàn Thị Thuỷ\"}");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        String person =
                "/api/v1/people/" + JSON.readTree(opened.body()).get("id").asString();

        HttpResponse<String> renamed =
                principal.json("POST", person + "/name", "{\"name\": \"  Đoàn  Thị Thủy Tiên \"}");
        assertThat(renamed.statusCode()).as(renamed.body()).isEqualTo(200);
        JsonNode now = JSON.readTree(principal.get(person).body());
        assertThat(now.get("name").asString()).isEqualTo("Đoàn Thị Thủy Tiên");
        assertThat(now.get("login").asString()).isEqualTo("doan.thuy");

        HttpResponse<String> empty = principal.json("POST", person + "/name", "{\"name\": \" \"}");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("urn:matricula:problem:name-missing");
    }

    @Test
    void what_a_program_sends_is_taken_as_it_stands_or_not_at_all(RunningNode node) throws IOException {
        HoaSenSchool school = new HoaSenSchool(node, "22199918");
        Visit principal = new SignedInPeople(node).plain(school.principal());
        principal.get("/account");
        String person = "/api/v1/people/"
                + JSON.readTree(principal
                                .json("POST", "/api/v1/people", "{\"login\": \"le.kien\", \"name\": \"Lê Kiên\"}")
                                .body())
                        .get("id")
                        .asString();
        for (String body : List.of(
                "{\"role\": \"OFFICE\", \"to\": 20270101}",
                "{\"role\": \"OFFICE\", \"to\": \"+20270-01-01\"}",
                "{\"role\": [\"OFFICE\"]}")) {
            HttpResponse<String> given = principal.json("POST", person + "/mandates", body);
            assertThat(given.statusCode()).as(body).isEqualTo(400);
            assertThat(given.body()).contains("urn:matricula:problem:not-readable");
        }
        assertThat(principal
                        .json("POST", person + "/reset", "{\"secondFactor\": \"yes\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(JSON.readTree(principal.get(person).body()).get("mandates")).isEmpty();
    }

    @Test
    void a_school_that_is_named_and_not_ones_own_is_not_silently_another_one(RunningNode node) throws IOException {
        Visit principal = new SignedInPeople(node).plain(new HoaSenSchool(node, "22199919").principal());
        principal.get("/account");
        String elsewhere = "?at=01a20512-0000-7000-8000-000000000000";
        HttpResponse<String> opened =
                principal.json("POST", "/api/v1/people" + elsewhere, "{\"login\": \"le.lac\", \"name\": \"Lê Lạc\"}");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(403);
        assertThat(principal.get("/api/v1/people" + elsewhere).statusCode()).isEqualTo(403);
        assertThat(principal.get("/api/v1/people").body()).doesNotContain("le.lac");
    }
}
