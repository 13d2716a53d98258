package org.matricula.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.matricula.registry.page.ApiOperation;
import org.matricula.registry.page.Pages;
import org.matricula.registry.page.Texts;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The interface described: a page for people, a document for programs.
@Controller
final class ApiPages {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ApiDocument document;
    private final Pages pages;
    private final Texts texts = Texts.load("api");

    ApiPages(ApiDocument document, Pages pages) {
        this.document = document;
        this.pages = pages;
    }

    @GetMapping("/api/openapi.json")
    ResponseEntity<byte[]> json() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .header("X-Content-Type-Options", "nosniff")
                .body(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(document.whole()));
    }

    @GetMapping("/api")
    ResponseEntity<byte[]> page(HttpServletRequest request) {
        Map<String, List<ApiOperation>> groups = new TreeMap<>();
        document.whole()
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    JsonNode told = method.getValue();
                    groups.computeIfAbsent(told.get("tags").get(0).asString(), _ -> new ArrayList<>())
                            .add(operation(path.getKey(), method.getKey().toUpperCase(Locale.ROOT), told));
                }));
        Map<String, String> problems = new LinkedHashMap<>();
        document.problems()
                .properties()
                .forEach(each -> problems.put(each.getKey(), each.getValue().asString()));
        return pages.show(
                HttpStatus.OK,
                "api/index.jte",
                pages.page(request, texts),
                Map.of("groups", groups, "problems", problems));
    }

    private static ApiOperation operation(String path, String method, JsonNode told) {
        List<ApiOperation.Parameter> parameters = new ArrayList<>();
        told.path("parameters")
                .forEach(each -> parameters.add(new ApiOperation.Parameter(
                        each.get("name").asString(),
                        each.get("in").asString(),
                        each.path("required").asBoolean(false),
                        type(each.path("schema")),
                        each.path("description").asString(""))));
        List<ApiOperation.Example> examples = new ArrayList<>();
        told.path("x-examples")
                .forEach(each -> examples.add(new ApiOperation.Example(
                        each.get("name").asString(),
                        ApiExample.of(method, path, each)
                                .command(!told.get("security").isEmpty()),
                        each.get("status").asString())));
        List<ApiOperation.Answer> answers = new ArrayList<>();
        told.get("responses")
                .properties()
                .forEach(each -> answers.add(new ApiOperation.Answer(
                        each.getKey(), each.getValue().path("description").asString(""))));
        return new ApiOperation(
                told.get("operationId").asString(),
                method,
                path,
                told.get("summary").asString(),
                told.path("description").asString(""),
                told.get("security").isEmpty(),
                parameters,
                examples,
                answers);
    }

    private static String type(JsonNode schema) {
        String format = schema.path("format").asString("");
        return format.isEmpty() ? schema.path("type").asString("") : format;
    }
}
