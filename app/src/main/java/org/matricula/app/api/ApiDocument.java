package org.matricula.app.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.matricula.app.api.ApiMappings.Operation;
import org.matricula.app.api.ApiMappings.Parameter;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The interface as one OpenAPI 3.1 document: what the mappings say, and over it what `api/*.json` tells of an
/// operation by its method and path (`"GET /api/v1/decisions"`): words, bodies, answers, examples.
///
/// An example stands in the member `x-examples`: parameters, body and the status that comes back. The tests run them
/// all.
@Component
final class ApiDocument {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /// What is asked without an account, as the door before the pages has it; a test asks at the door.
    private static final List<String> OPEN = List.of("/api/v1/decisions", "/api/v1/verify", "/api/v1/log");
    private static final String PROBLEM = "#/components/schemas/Problem";

    private final ApiMappings mappings;
    private final Map<String, ObjectNode> told;
    private final ObjectNode problems;

    ApiDocument(ApiMappings mappings) {
        this.mappings = mappings;
        this.told = told();
        this.problems = read(new PathMatchingResourcePatternResolver().getResource("classpath:api/problems.json"));
    }

    private static Map<String, ObjectNode> told() {
        Map<String, ObjectNode> all = new java.util.TreeMap<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath:api/operations/*.json")) {
                read(file).properties().forEach(each -> all.put(each.getKey(), (ObjectNode) each.getValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static ObjectNode read(Resource file) {
        try (InputStream in = file.getInputStream()) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Operations that are described but do not exist; a test wants none.
    List<String> stale() {
        List<String> keys = mappings.all().stream().map(Operation::key).toList();
        return told.keySet().stream().filter(key -> !keys.contains(key)).toList();
    }

    /// The document.
    ObjectNode whole() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("openapi", "3.1.1");
        document.putObject("info")
                .put("title", "Matricula")
                .put("version", "1")
                .put(
                        "description",
                        "The HTTP interface of an academic registry. Whatever a page does, a program can do here, with the same rights:"
                                + " a token acts as its person, without a second factor. Problems come as application/problem+json (RFC 9457).")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", "/");
        ObjectNode paths = document.putObject("paths");
        for (Operation operation : mappings.all()) {
            ObjectNode path = paths.withObjectProperty(operation.path());
            String method = operation.method().toLowerCase(Locale.ROOT);
            // One operation with two kinds of bodies is two methods of its controller: the words name both kinds.
            if (!path.has(method) || operation.files().isEmpty()) {
                path.set(method, describe(operation));
            }
        }
        components(document.putObject("components"));
        return document;
    }

    /// The kinds of problems, by the last part of their `type`.
    ObjectNode problems() {
        return problems.deepCopy();
    }

    private ObjectNode describe(Operation operation) {
        Optional<ObjectNode> words = Optional.ofNullable(told.get(operation.key()));
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("operationId", operation.id() + "." + operation.method().toLowerCase(Locale.ROOT));
        node.put("summary", operation.name());
        node.putArray("tags").add(operation.tag());
        parameters(node, operation, words);
        body(node, operation);
        boolean open = OPEN.stream().anyMatch(operation.path()::startsWith);
        answers(node.putObject("responses"), operation, open);
        if (!open) {
            node.putArray("security").addObject().putArray("token");
        } else {
            node.putArray("security");
        }
        words.ifPresent(over -> over.properties().forEach(each -> {
            switch (each.getKey()) {
                case "parameters" -> {}
                case "responses" -> merge(node.withObjectProperty("responses"), each.getValue());
                default -> node.set(each.getKey(), each.getValue().deepCopy());
            }
        }));
        return node;
    }

    private static void merge(ObjectNode into, JsonNode from) {
        from.properties()
                .forEach(each -> into.set(each.getKey(), each.getValue().deepCopy()));
    }

    private static void parameters(ObjectNode node, Operation operation, Optional<ObjectNode> words) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Parameter parameter : operation.parameters()) {
            ObjectNode each = list.addObject();
            each.put("name", parameter.name());
            each.put("in", parameter.in());
            each.put("required", parameter.required());
            each.set("schema", parameter.schema().deepCopy());
            if (!parameter.byDefault().isEmpty()) {
                each.withObjectProperty("schema").put("default", parameter.byDefault());
            }
        }
        words.map(over -> over.get("parameters"))
                .ifPresent(more -> more.forEach(other -> {
                    for (int i = 0; i < list.size(); i++) {
                        if (list.get(i).get("name").equals(other.get("name"))) {
                            merge((ObjectNode) list.get(i), other);
                            return;
                        }
                    }
                    list.add(other.deepCopy());
                }));
        if (!list.isEmpty()) {
            node.set("parameters", list);
        }
    }

    private static void body(ObjectNode node, Operation operation) {
        operation
                .body()
                .ifPresent(type -> content(node.putObject("requestBody"), "application/json")
                        .set("schema", ApiSchemas.of(type)));
        if (!operation.files().isEmpty()) {
            ObjectNode schema = content(node.putObject("requestBody"), "multipart/form-data")
                    .putObject("schema")
                    .put("type", "object");
            operation
                    .files()
                    .forEach(file -> schema.withObjectProperty("properties")
                            .putObject(file)
                            .put("type", "string")
                            .put("format", "binary"));
        }
    }

    private static void answers(ObjectNode responses, Operation operation, boolean open) {
        responses.putObject("200").put("description", "Done.");
        if (!open) {
            refusal(responses, "401", "No token, or one that is over.");
            refusal(responses, "403", "The token's person may not do this.");
        }
        if (operation.path().contains("{")) {
            refusal(responses, "404", "There is no such thing.");
        }
        refusal(responses, "default", "Anything else that stands in the way.");
    }

    private static void refusal(ObjectNode responses, String status, String words) {
        content(responses.putObject(status).put("description", words), "application/problem+json")
                .putObject("schema")
                .put("$ref", PROBLEM);
    }

    private static ObjectNode content(ObjectNode of, String type) {
        return of.putObject("content").putObject(type);
    }

    private static void components(ObjectNode components) {
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "Made by each person at /account/programs.");
        problem(components.putObject("schemas").putObject("Problem").put("type", "object"));
    }

    /// The one shape of problems, as the module `page` writes it.
    private static void problem(ObjectNode schema) {
        schema.putArray("required").add("type").add("title").add("status").add("detail");
        ObjectNode properties = schema.putObject("properties");
        text(properties, "type", "urn:matricula:problem:NAME; the names are listed at /api.");
        text(properties, "title", "What kind of problem, in the language of Content-Language.");
        properties.putObject("status").put("type", "integer");
        text(properties, "detail", "What stands in the way and what to do, in the language of Content-Language.");
        text(properties, "request", "The number of the request, also in X-Request-Id.");
        ObjectNode each = properties
                .putObject("problems")
                .put("type", "array")
                .put("description", "Each reason by itself, where there can be several.")
                .putObject("items")
                .put("type", "object");
        each.putArray("required").add("problem");
        ObjectNode members = each.putObject("properties");
        text(members, "type", "The refusal, named as in the type of the whole.");
        text(members, "path", "Where in the facts, as a JSON pointer; empty for the whole.");
        text(members, "problem", "The reason in words.");
        members.putObject("clauses")
                .put("type", "array")
                .put("description", "The clauses of the regulation that stand behind it.")
                .putObject("items")
                .put("type", "string");
    }

    private static void text(ObjectNode properties, String name, String words) {
        properties.putObject(name).put("type", "string").put("description", words);
    }
}
