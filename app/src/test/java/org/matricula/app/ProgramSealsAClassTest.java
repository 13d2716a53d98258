package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.gradebook.ClassRoom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A class goes from entered results to issued records through the HTTP interface alone, each person with a second
/// factor, with the very bodies that `/api` shows as examples; then one record is recalled.
@Tag("node")
@ExtendWith(RunningNode.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProgramSealsAClassTest {
    private static final JsonMapper JSON = new JsonMapper();

    private RunningNode node;
    private HoaSenSchool school;
    private SignedInPeople people;
    private JsonNode document = JSON.nullNode();

    @BeforeAll
    void a_school(RunningNode shared) throws IOException {
        node = shared;
        school = new HoaSenSchool(node, "22199909");
        people = new SignedInPeople(node);
        document = JSON.readTree(new Visit(node.root()).get("/api/openapi.json").body());
    }

    /// The body of an example.
    private String example(String path, String name) {
        return document.get("paths")
                .get(path)
                .get("post")
                .get("x-examples")
                .valueStream()
                .filter(each -> each.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .get("body")
                .toString();
    }

    private Visit as(Actor actor) {
        Visit visit = people.strong(actor);
        visit.get("/account"); // a page with the token of its forms
        return visit;
    }

    private JsonNode watched(Visit visit, HttpResponse<String> begun) {
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        String address = Visit.to(begun);
        node.ended(UUID.fromString(address.substring(address.lastIndexOf('/') + 1)));
        return JSON.readTree(visit.get(address.replaceFirst("^/work/", "/api/v1/work/"), "Accept", "application/json")
                .body());
    }

    private void signs(Actor actor, ClassRoom room, String body) {
        Visit visit = as(actor);
        JsonNode work = watched(visit, visit.json("POST", "/api/v1/classes/" + room.id() + "/signatures", body));
        assertThat(work.get("state").asString()).isEqualTo("DONE");
        assertThat(work.get("done").asInt()).isEqualTo(2);
    }

    private JsonNode records(Visit visit, ClassRoom room) {
        return JSON.readTree(
                visit.get("/api/v1/classes/" + room.id() + "/records").body());
    }

    @Test
    void it_is_signed_approved_closed_and_one_record_recalled() {
        ClassRoom room = school.enter("4A", 2);
        Function<String, String> signature = name -> example("/api/v1/classes/{id}/signatures", name);
        String subject = signature.apply("a subject");
        for (String code : school.subjects()) {
            signs(school.teacherOf(code), room, subject.replace("MATHEMATICS", code));
        }
        signs(school.homeroom(), room, signature.apply("the consolidation"));
        signs(school.principal(), room, signature.apply("the approval"));

        Visit principal = as(school.principal());
        JsonNode closing = watched(principal, principal.json("POST", "/api/v1/classes/" + room.id() + "/closing", ""));
        assertThat(closing.get("state").asString()).isEqualTo("DONE");
        assertThat(records(principal, room).get("records")).hasSize(2).allSatisfy(record -> {
            assertThat(record.get("state").asString()).isEqualTo("CLOSED");
            assertThat(record.get("lookupCode").asString()).isNotBlank();
        });

        String record = records(principal, room).get("records").get(0).get("id").asString();
        HttpResponse<String> recalled = principal.json(
                "POST",
                "/api/v1/records/" + record + "/recall",
                example("/api/v1/records/{id}/recall", "as the authority directed"));
        assertThat(recalled.statusCode()).as(recalled.body()).isEqualTo(200);
        String next = JSON.readTree(recalled.body()).get("next").asString();
        assertThat(JSON.readTree(principal
                                .get("/api/v1/records/" + next, "Accept", "application/json")
                                .body())
                        .get("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(JSON.readTree(principal
                                .get("/api/v1/records/" + record, "Accept", "application/json")
                                .body())
                        .at("/recalled/directive")
                        .asString())
                .isEqualTo("123/SGDĐT-GDTH");
    }
}
