package org.matricula.law.testing;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.matricula.law.Decision;
import org.matricula.law.desk.DecisionDesk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The catalogue of decisions: what each is asked with and what it answers.
final class DecisionPage {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final DecisionDesk desk;

    DecisionPage(DecisionDesk desk) {
        this.desk = desk;
    }

    String text() {
        StringBuilder out = new StringBuilder(1 << 14);
        out.append("# Decisions\n\n").append(Markdown.GENERATED);
        out.append("Ask one with `./matricula decide ID facts.json`; `--schema` prints its facts as JSON Schema.\n\n");
        for (DecisionDesk.Listed listed : desk.list()) {
            out.append("- [`%s`](#%s) %s\n"
                    .formatted(listed.id(), anchor(listed.id()), listed.title().en()));
        }
        for (DecisionDesk.Listed listed : desk.list()) {
            desk.decision(listed.id()).ifPresent(decision -> decision(decision, out));
        }
        return out.toString();
    }

    private static String anchor(String id) {
        return id.replace(".", "");
    }

    private void decision(Decision<?, ?> decision, StringBuilder out) {
        String regulation = decision.regulation().id();
        out.append("\n## ").append(decision.id()).append("\n\n");
        out.append("%s (%s). Regulation: [%s](clauses/%s.md).\n\n"
                .formatted(decision.title().en(), decision.title().local(), regulation, regulation));
        out.append("| fact | kind | needed | meaning |\n|---|---|---|---|\n");
        JsonNode schema = MAPPER.readTree(desk.schema(decision.id()).orElseThrow());
        facts("", schema, out);
        out.append("\n| answer | kind |\n|---|---|\n");
        answer("", decision.answerType(), out);
    }

    private static void facts(String prefix, JsonNode object, StringBuilder out) {
        List<String> required = new ArrayList<>();
        object.path("required").forEach(name -> required.add(name.stringValue()));
        object.path("properties").properties().forEach(property -> {
            JsonNode shape = property.getValue();
            if (!property.getKey().equals("asOf") || required.contains("asOf")) {
                out.append("| `%s%s` | %s | %s | %s |\n"
                        .formatted(
                                prefix,
                                property.getKey(),
                                Markdown.cell(kind(shape)),
                                required.contains(property.getKey()) ? "yes" : "no",
                                Markdown.cell(shape.path("description").stringValue(""))));
                nested(prefix + property.getKey(), shape, out);
            }
        });
    }

    private static void nested(String path, JsonNode shape, StringBuilder out) {
        if (shape.has("items")) {
            nested(path + "[]", shape.get("items"), out);
        } else if (shape.has("properties")) {
            facts(path + ".", shape, out);
        }
    }

    private static String kind(JsonNode shape) {
        if (shape.has("items")) {
            return "list of " + kind(shape.get("items"));
        }
        if (shape.has("enum")) {
            List<String> names = new ArrayList<>();
            shape.get("enum").forEach(name -> names.add(name.stringValue("null")));
            names.remove("null");
            return String.join(" / ", names);
        }
        JsonNode type = shape.path("type");
        String name = type.isArray() ? type.get(0).stringValue() : type.stringValue("");
        if (shape.path("format").stringValue("").equals("date")) {
            return "date";
        }
        if (shape.has("examples")) {
            return "such as " + shape.get("examples").get(0).stringValue();
        }
        String bounds = Optional.of(bound(shape, "minimum", "from ") + bound(shape, "maximum", " to "))
                .filter(b -> !b.isEmpty())
                .map(b -> " (" + b.strip() + ")")
                .orElse("");
        return name + bounds;
    }

    private static String bound(JsonNode shape, String key, String word) {
        // The bounds of int and long are no news to a reader.
        if (!shape.has(key) || Math.abs(shape.get(key).longValue()) >= Integer.MAX_VALUE) {
            return "";
        }
        return word + shape.get(key).asString();
    }

    private static void answer(String prefix, Class<?> record, StringBuilder out) {
        for (RecordComponent component : record.getRecordComponents()) {
            out.append("| `%s%s` | %s |\n"
                    .formatted(prefix, component.getName(), Markdown.cell(told(component.getGenericType()))));
            Class<?> inner = raw(component.getGenericType());
            if (inner.isRecord() && !inner.getName().equals("org.matricula.law.Sentence")) {
                boolean list = component.getType() == List.class;
                answer(prefix + component.getName() + (list ? "[]." : "."), inner, out);
            }
        }
    }

    /// The class, or the class inside a list or an optional.
    private static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType p) {
            return raw(p.getActualTypeArguments()[p.getActualTypeArguments().length - 1]);
        }
        return type instanceof Class<?> c ? c : Object.class;
    }

    private static String told(Type type) {
        if (type instanceof ParameterizedType p) {
            String outer = ((Class<?>) p.getRawType()).getSimpleName();
            String inner = told(p.getActualTypeArguments()[p.getActualTypeArguments().length - 1]);
            return switch (outer) {
                case "Optional" -> inner + " or null";
                case "List", "Set" -> "list of " + inner;
                case "Map" -> "names to " + inner;
                default -> outer;
            };
        }
        if (!(type instanceof Class<?> c)) {
            return type.getTypeName();
        }
        if (c.isEnum()) {
            return Arrays.stream(c.getEnumConstants())
                    .map(e -> ((Enum<?>) e).name())
                    .collect(Collectors.joining(" / "));
        }
        return switch (c.getSimpleName()) {
            case "LocalDate" -> "date";
            case "LocalTime" -> "time";
            case "LocalDateTime" -> "date-time";
            case "String", "Sentence" -> "text";
            case "int", "long", "Integer", "Long", "BigInteger" -> "whole number";
            case "BigDecimal" -> "number";
            case "boolean", "Boolean" -> "true / false";
            default -> c.isRecord() ? "object" : c.getSimpleName();
        };
    }
}
