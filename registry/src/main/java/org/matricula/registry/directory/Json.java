package org.matricula.registry.directory;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Named texts in a JSON column.
final class Json {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() {};

    private Json() {}

    static String write(Map<String, String> texts) {
        return MAPPER.writeValueAsString(texts);
    }

    static Map<String, String> read(String json) {
        return MAPPER.readValue(json, TEXTS);
    }
}
