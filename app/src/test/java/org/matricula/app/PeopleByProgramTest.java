package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
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
}
