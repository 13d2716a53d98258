package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.page.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every part of the HTTP interface refuses in the one shape that is described at `/api`, in the reader's language.
@Tag("node")
@ExtendWith(RunningNode.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProblemShapeTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> NAMES = names();

    private String root = "";
    private String room = "";
    private Visit teacher = new Visit("");
    private Visit principal = new Visit("");

    /// The names that `/api` lists, and those of the refusals of acts.
    private static Set<String> names() {
        Set<String> names = new TreeSet<>();
        try (var in = ProblemShapeTest.class.getResourceAsStream("/api/problems.json")) {
            names.addAll(JSON.readTree(in).propertyNames());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.matricula.registry")
                        .stream()
                        .filter(type -> type.isAssignableTo(Refusal.class) && type.isRecord())
                        .forEach(type -> names.add(Problem.name(type.reflect())));
        return names;
    }

    @BeforeAll
    void a_school(RunningNode node) throws IOException {
        root = node.root();
        HoaSenSchool school = new HoaSenSchool(node, "22199908");
        room = school.enter("4A", 1).id().toString();
        SignedInPeople people = new SignedInPeople(node);
        teacher = people.plain(school.teacherOf("MUSIC"));
        principal = people.plain(school.principal());
        teacher.get("/account");
        principal.get("/account");
    }

    @ParameterizedTest(name = "{1} {2} as {0}: {5}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "stranger  | GET   | /api/v1/people                               |                  | 401 | sign-in",
                "stranger  | POST  | /api/v1/decisions/no.such                    | {}               | 404 | unknown-decision",
                "stranger  | POST  | /api/v1/decisions/vn.report-book.year-result | {}               | 400 | bad-facts",
                "stranger  | GET   | /api/v1/verify/codes/AAAA-AAAA               |                  | 404 | no-such-code",
                "stranger  | POST  | /api/v1/verify/items                         | {}               | 422 | unfit-item",
                "stranger  | POST  | /api/v1/verify/items                         | []               | 400 | not-five-items",
                "teacher   | POST  | /api/v1/intake/pupils                        | {}               | 403 | not-yours",
                "teacher   | POST  | /api/v1/intake/ID/apply                      | {}               | 404 | no-such-file",
                "teacher   | GET   | /api/v1/classes/ID/marks                     |                  | 404 | no-such-block",
                "teacher   | GET   | /api/v1/classes/ROOM/marks?block=MATHEMATICS |                  | 403 | not-yours",
                "teacher   | PATCH | /api/v1/classes/ROOM/marks                   | []               | 400 | not-readable",
                "teacher   | PATCH | /api/v1/classes/ROOM/marks                   | {\"block\":\"MUSIC\",\"changes\":[]} | 409 | entry-window-not-set",
                "teacher   | GET   | /api/v1/classes/ROOM/phrases?block=MATHEMATICS |                  | 403 | not-yours",
                "teacher   | GET   | /api/v1/classes/ROOM/records                 |                  | 403 | not-yours",
                "teacher   | POST  | /api/v1/classes/ROOM/closing                 | {}               | 403 | not-yours",
                "principal | POST  | /api/v1/classes/ROOM/closing                 | {}               | 403 | second-factor-needed",
                "teacher   | POST  | /api/v1/classes/ROOM/signatures              | {}               | 422 | no-pin",
                "teacher   | POST  | /api/v1/classes/ID/signatures                | {}               | 404 | no-such-class",
                "teacher   | POST  | /api/v1/classes/ROOM/signatures              | {\"kind\":\"approval\",\"pin\":\"1\"} | 403 | not-yours",
                "teacher   | GET   | /api/v1/work/ID                              |                  | 404 | no-such-work",
                "teacher   | GET   | /api/v1/people                               |                  | 403 | not-yours",
                "principal | GET   | /api/v1/people/ID                            |                  | 404 | not-found",
                "principal | POST  | /api/v1/people                               | []               | 400 | not-readable",
                "principal | POST  | /api/v1/people                               | {}               | 422 | login-not-fit",
                "principal | GET   | /api/v1/records/ID                           |                  | 404 | not-found",
                "principal | GET   | /api/v1/no/such/address                      |                  | 404 | not-found",
                "principal | DELETE| /api/v1/people                               | {}               | 405 | method-not-allowed",
            })
    void it_refuses_in_one_shape(String who, String method, String path, String body, int status, String name) {
        Visit visit = switch (who) {
            case "teacher" -> teacher;
            case "principal" -> principal;
            default -> new Visit(root);
        };
        String address = path.replace("ID", UUID.randomUUID().toString()).replace("ROOM", room);
        String asked = address + (address.contains("?") ? "&" : "?") + "lang=vi";
        HttpResponse<String> answer = method.equals("GET")
                ? visit.get(asked, "Accept", "application/json")
                : visit.json(method, asked, body == null ? "" : body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("no-store"))
                .contains("no-store");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.propertyNames())
                .containsAll(Set.of("type", "title", "status", "detail", "request"))
                .isSubsetOf(Set.of("type", "title", "status", "detail", "problems", "request"));
        assertThat(problem.get("type").asString()).isEqualTo("urn:matricula:problem:" + name);
        assertThat(NAMES).contains(name);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank();
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("request").asString())
                .isEqualTo(answer.headers().firstValue("X-Request-Id").orElse("no number"));
        // Some words about decisions are there in English alone, and the answer says so.
        assertThat(answer.headers().firstValue("Content-Language").orElse("none"))
                .isIn(path.contains("/decisions") ? Set.of("en", "vi") : Set.of("vi"));
        problem.path("problems").forEach(each -> {
            assertThat(each.path("problem").asString("")).isNotBlank();
            assertThat(each.propertyNames()).isSubsetOf(Set.of("type", "path", "problem", "clauses"));
        });
    }

    @Test
    void a_refusal_says_the_same_in_the_language_of_the_reader() {
        String address = "/api/v1/people?lang=";
        assertThat(teacher.get(address + "ru").body()).contains("Это не выполнено");
        assertThat(teacher.get(address + "kk").body()).contains("Бұл орындалмады");
        assertThat(teacher.get(address + "en").body()).contains("This could not be done");
    }
}
