package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.matricula.app.ClosedClass.Paper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A stranger with a paper or a file before the public pages of a register that has closed a class: what a test of
/// them starts from.
@Tag("node")
@ExtendWith(RunningNode.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PublicVisitor {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String code;
    ClosedClass office;
    Paper paper;
    Paper recalled;
    Paper superseded;

    /// @param code of the school, which nobody else on the node has
    PublicVisitor(String code) {
        this.code = code;
    }

    @BeforeAll
    void a_class_is_closed(RunningNode node) throws IOException {
        office = ClosedClass.on(node, code, 3);
        paper = office.papers().get(0);
        recalled = office.papers().get(1);
        superseded = office.papers().get(2);
        office.recall(recalled, "Sai họ tên học sinh");
        office.supersede(superseded);
    }

    @BeforeEach
    void nobody_has_tried() {
        office.forgetAttempts();
    }

    static Map<String, String> items(Paper of) {
        Map<String, String> items = new LinkedHashMap<>();
        items.put("identifier", of.number());
        items.put("name", of.name());
        items.put("birthDate", of.bornOn());
        items.put("personalNumber", of.personalNumber());
        items.put("confirmationCode", of.confirmationCode());
        return items;
    }

    static Map<String, String> with(Map<String, String> items, String item, String value) {
        Map<String, String> changed = new LinkedHashMap<>(items);
        changed.put(item, value);
        return changed;
    }

    /// The five items with each of them wrong in turn, and one number that does not exist.
    List<Map<String, String>> wrong() {
        Map<String, String> right = items(paper);
        return List.of(
                with(right, "identifier", "HB-2025-0000-0000-0000"),
                with(right, "identifier", superseded.number()),
                with(right, "name", "Nguyễn Không Ai"),
                with(right, "birthDate", "2001-01-01"),
                with(right, "personalNumber", "000000000000"),
                with(right, "confirmationCode", "0000-0000"));
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> as) {
        try {
            return CLIENT.send(request.setHeader("Accept-Language", "en").build(), as);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(office.at(path)), BodyHandlers.ofString());
    }

    HttpResponse<String> form(Map<String, String> items) {
        String body = items.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(office.at("/verify/items"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)),
                BodyHandlers.ofString());
    }

    HttpResponse<String> api(Map<String, String> items) {
        return send(
                HttpRequest.newBuilder(office.at("/api/v1/verify/items"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(new JsonMapper().writeValueAsString(items))),
                BodyHandlers.ofString());
    }

    JsonNode file(byte[] bytes) {
        HttpResponse<String> answer = send(
                HttpRequest.newBuilder(office.at("/api/v1/verify")).POST(BodyPublishers.ofByteArray(bytes)),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    static JsonNode json(HttpResponse<String> answer) {
        return new JsonMapper().readTree(answer.body());
    }

    static String state(JsonNode verdict) {
        return verdict.get("state").stringValue();
    }
}
