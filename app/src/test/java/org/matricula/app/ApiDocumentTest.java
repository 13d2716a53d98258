package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The description of the HTTP interface, held against the node that it describes.
@Tag("node")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiDocumentTest {
    /// The class of the examples; here it is the class of the test's school.
    private static final String A_CLASS = "01990000-0000-7000-8000-00000000004a";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private RunningNode node;
    private String root = "";
    private String token = "";
    private String classId = "";
    private JsonNode document = JSON.nullNode();

    @BeforeAll
    void a_school(@TempDir Path data) throws Exception {
        node = RunningNode.start(data);
        root = node.root();
        HoaSenSchool school = new HoaSenSchool(node);
        classId = school.enter("4A", 2).id().toString();
        token = token(school.teacherOf("MATHEMATICS").id());
        document = JSON.readTree(send("GET", "/api/openapi.json", "", "", false).body());
    }

    @AfterAll
    void stop() {
        node.close();
    }

    private String token(UUID account) throws Exception {
        String secret = "mat_examples";
        node.get(JdbcClient.class)
                .sql("insert into accounts.token (account, name, hash, at, until) values (?, 'examples', ?, ?, ?)")
                .params(
                        account,
                        MessageDigest.getInstance("SHA-256")
                                .digest(secret.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        Instant.now().atOffset(ZoneOffset.UTC),
                        Instant.now().plusSeconds(3600).atOffset(ZoneOffset.UTC))
                .update();
        return secret;
    }

    private HttpResponse<String> send(String method, String address, String type, String body, boolean withToken)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + address))
                .timeout(Duration.ofSeconds(30))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (withToken) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private record Told(String method, String path, JsonNode operation) {
        boolean open() {
            return operation.get("security").isEmpty();
        }

        /// Its address with something in place of each parameter.
        String address() {
            return path.replaceAll("\\{[^}]+}", "01990000-0000-7000-8000-0000000000ff");
        }
    }

    private List<Told> operations() {
        List<Told> all = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> all.add(
                                new Told(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        return all;
    }

    @Test
    void every_operation_that_the_node_answers_is_described_and_nothing_else() {
        Set<String> answered = new TreeSet<>();
        node.get("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(info -> info.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> info.getPatternValues().stream()
                                .filter(path -> path.startsWith("/api/v1/") && !path.contains("*"))
                                .forEach(path -> answered.add(method + " " + path.replaceFirst("/$", "")))));
        assertThat(operations())
                .extracting(told -> told.method() + " " + told.path())
                .containsExactlyInAnyOrderElementsOf(answered);
        assertThat(answered).hasSizeGreaterThan(10);
    }

    @Test
    void each_has_its_own_name_a_summary_and_a_problem_as_answer() {
        assertThat(operations())
                .extracting(told -> told.operation().get("operationId").asString())
                .doesNotHaveDuplicates();
        assertThat(operations()).allSatisfy(told -> {
            assertThat(told.operation().get("summary").asString())
                    .as(told.path())
                    .isNotBlank();
            assertThat(told.operation().at("/responses/default/content").has("application/problem+json"))
                    .isTrue();
        });
    }

    @Test
    void what_is_told_of_an_operation_is_told_of_one_that_exists() throws IOException {
        Set<String> known = new TreeSet<>();
        operations().forEach(told -> known.add(told.method() + " " + told.path()));
        for (String file : List.of("decisions", "verify", "classes", "records", "corrections")) {
            try (var in = ApiDocumentTest.class.getResourceAsStream("/api/operations/" + file + ".json")) {
                assertThat(known).containsAll(JSON.readTree(in).propertyNames());
            }
        }
    }

    @Test
    void the_door_is_open_where_the_document_says_so_and_nowhere_else() throws Exception {
        for (Told told : operations()) {
            HttpResponse<String> answer = send(
                    told.method(),
                    told.address(),
                    "application/json",
                    told.method().equals("GET") ? "" : "{}",
                    false);
            if (told.open()) {
                assertThat(answer.statusCode()).as(told.path()).isNotIn(401, 403);
            } else {
                // Without a token a browser might be asking: then it is the form's own token that is missed first.
                assertThat(answer.statusCode()).as(told.path()).isIn(401, 403);
                assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                        .startsWith("application/problem+json");
            }
        }
    }

    @Test
    void every_example_gets_the_answer_that_is_promised() throws Exception {
        int run = 0;
        for (Told told : operations()) {
            for (JsonNode example : told.operation().path("x-examples")) {
                String what = told.method() + " " + told.path() + ": "
                        + example.get("name").asString();
                HttpResponse<String> answer = run(told, example);
                assertThat(answer.statusCode())
                        .as(what + "\n" + answer.body())
                        .isEqualTo(example.get("status").asInt());
                fits(told, answer, what);
                run++;
            }
        }
        assertThat(run).isGreaterThan(10);
    }

    private HttpResponse<String> run(Told told, JsonNode example) throws Exception {
        String address = told.path();
        StringBuilder query = new StringBuilder();
        for (var parameter : example.path("parameters").properties()) {
            String value = parameter.getValue().asString().replace(A_CLASS, classId);
            String place = "{" + parameter.getKey() + "}";
            if (address.contains(place)) {
                address = address.replace(place, value);
            } else {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(parameter.getKey())
                        .append('=')
                        .append(value);
            }
        }
        JsonNode body = example.path("body");
        String sent = body.isMissingNode() ? "" : body.isString() ? body.asString() : body.toString();
        return send(
                told.method(),
                address + query,
                example.path("contentType").asString("application/json"),
                sent,
                !told.open());
    }

    private void fits(Told told, HttpResponse<String> answer, String what) {
        JsonNode responses = told.operation().get("responses");
        String status = String.valueOf(answer.statusCode());
        JsonNode response = responses.path(responses.has(status) ? status : "default");
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        assertThat(response.path("content").has(type))
                .as(what + " answers " + type)
                .isTrue();
        if (type.endsWith("json") && !type.endsWith("ndjson")) {
            List<String> problems = new ArrayList<>();
            valid(
                    JSON.readTree(answer.body()),
                    response.path("content").get(type).get("schema"),
                    "",
                    problems);
            assertThat(problems).as(what + "\n" + answer.body()).isEmpty();
        }
        if (type.endsWith("problem+json")) {
            assertThat(JSON.readTree(answer.body()).path("request").asString(""))
                    .as(what)
                    .isEqualTo(answer.headers().firstValue("X-Request-Id").orElse("none"));
        }
    }

    /// As much of JSON Schema as the document uses.
    private void valid(JsonNode value, JsonNode schema, String where, List<String> problems) {
        if (schema.has("$ref")) {
            valid(value, document.at(schema.get("$ref").asString().substring(1)), where, problems);
            return;
        }
        JsonNode type = schema.path("type");
        boolean fits = type.isMissingNode()
                || (type.isArray()
                        ? type.valueStream().anyMatch(one -> is(value, one.asString()))
                        : is(value, type.asString()));
        if (!fits) {
            problems.add("%s is %s and not %s".formatted(where, value.getNodeType(), type));
        }
        if (schema.has("enum") && schema.get("enum").valueStream().noneMatch(value::equals)) {
            problems.add("%s is %s".formatted(where, value));
        }
        schema.path("required").forEach(name -> {
            if (!value.has(name.asString())) {
                problems.add("%s has no %s".formatted(where, name));
            }
        });
        schema.path("properties").properties().forEach(property -> {
            if (value.has(property.getKey())) {
                valid(value.get(property.getKey()), property.getValue(), where + "/" + property.getKey(), problems);
            }
        });
        if (schema.has("items")) {
            value.forEach(item -> valid(item, schema.get("items"), where + "/*", problems));
        }
    }

    private static boolean is(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> false;
        };
    }

    @Test
    void people_read_it_in_four_languages_without_any_script() throws Exception {
        for (String language : List.of("en", "vi", "kk", "ru")) {
            String page = send("GET", "/api?lang=" + language, "", "", false).body();
            assertThat(page)
                    .contains("<html lang=\"" + language + "\">")
                    .doesNotContain("<script", "http://cdn", "https://cdn");
            operations().forEach(told -> assertThat(page).contains(told.method() + " " + told.path()));
        }
    }
}
