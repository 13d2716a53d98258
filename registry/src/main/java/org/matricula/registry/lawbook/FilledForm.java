package org.matricula.registry.lawbook;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.matricula.law.json.Pointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The facts that a filled form stands for, as the JSON that the desk takes.
///
/// A blank field is no fact. What cannot be read as its kind goes on as a text, so that the desk says what is wrong
/// with it, and the form has no opinion of its own.
///
/// @param facts the facts
/// @param fields for each path into the facts the name of the form's field
record FilledForm(ObjectNode facts, Map<String, String> fields) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Longer digits are no number that anyone means, and the desk refuses them as text.
    private static final String WHOLE = "[+-]?[0-9]{1,40}";

    private static final String DECIMAL = "[+-]?[0-9]{1,30}([.,][0-9]{1,30})?";

    /// Reads the form.
    static FilledForm of(List<Question> questions, Entered entered) {
        FilledForm form = new FilledForm(NODES.objectNode(), new HashMap<>());
        form.object(questions, entered, "", "", form.facts);
        return form;
    }

    /// The facts as JSON on several lines.
    String json() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(facts);
    }

    /// The field in which the fact at the path was entered, or the nearest one around it; null when there is none.
    @Nullable
    String field(String path) {
        for (String at = path; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            String field = fields.get(at);
            if (field != null) {
                return field;
            }
        }
        return null;
    }

    private void object(List<Question> questions, Entered entered, String prefix, String path, ObjectNode object) {
        for (Question question : questions) {
            String name = prefix + question.name();
            String at = Pointer.member(path, question.name());
            fields.put(at, name);
            JsonNode value = value(question, entered, name, at);
            if (value != null) {
                object.set(question.name(), value);
            }
        }
    }

    private @Nullable JsonNode value(Question question, Entered entered, String name, String path) {
        boolean blank = entered.blank(name);
        return switch (question.kind()) {
            case Question.Kind.Rows rows -> blank && !question.required() ? null : rows(rows, entered, name, path);
            case Question.Kind.Choices _ -> blank && !question.required() ? null : texts(entered.values(name));
            case Question.Kind.Lines lines -> blank && !question.required() ? null : lines(lines, entered.value(name));
            case Question.Kind.Pairs _ -> blank && !question.required() ? null : pairs(entered.value(name));
            case Question.Kind.Group group -> {
                ObjectNode object = NODES.objectNode();
                object(group.questions(), entered, name + ".", path, object);
                yield blank && !question.required() ? null : object;
            }
            case Question.Kind.Words _,
                    Question.Kind.Whole _,
                    Question.Kind.Decimal _,
                    Question.Kind.Flag _,
                    Question.Kind.Choice _,
                    Question.Kind.Day _,
                    Question.Kind.Time _,
                    Question.Kind.Moment _ -> blank ? null : simple(question.kind(), entered.value(name));
        };
    }

    private ArrayNode rows(Question.Kind.Rows rows, Entered entered, String name, String path) {
        ArrayNode list = NODES.arrayNode();
        for (int row : entered.filledRows(name)) {
            String at = Pointer.item(path, list.size());
            fields.put(at, name + "." + row);
            ObjectNode object = list.addObject();
            object(rows.questions(), entered, name + "." + row + ".", at, object);
        }
        return list;
    }

    private static ArrayNode texts(List<String> values) {
        ArrayNode list = NODES.arrayNode();
        values.stream().filter(value -> !value.isBlank()).forEach(list::add);
        return list;
    }

    private static ArrayNode lines(Question.Kind.Lines lines, String value) {
        ArrayNode list = NODES.arrayNode();
        value.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> list.add(simple(lines.item(), line)));
        return list;
    }

    private static ObjectNode pairs(String value) {
        ObjectNode object = NODES.objectNode();
        value.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            int sign = line.indexOf('=');
            String key = sign < 0 ? line : line.substring(0, sign).strip();
            if (sign < 0) {
                object.putNull(key); // the desk says that a value is needed
            } else {
                object.put(key, line.substring(sign + 1).strip());
            }
        });
        return object;
    }

    private static JsonNode simple(Question.Kind kind, String value) {
        String text = value.strip();
        return switch (kind) {
            case Question.Kind.Whole _ ->
                text.matches(WHOLE) ? NODES.numberNode(new BigInteger(text)) : NODES.stringNode(text);
            case Question.Kind.Decimal _ ->
                text.matches(DECIMAL)
                        ? NODES.numberNode(new BigDecimal(text.replace(',', '.')))
                        : NODES.stringNode(text);
            case Question.Kind.Flag _ ->
                switch (text) {
                    case "true" -> NODES.booleanNode(true);
                    case "false" -> NODES.booleanNode(false);
                    default -> NODES.stringNode(text);
                };
            case Question.Kind.Words _ -> NODES.stringNode(value);
            case Question.Kind.Choice _, Question.Kind.Day _, Question.Kind.Time _, Question.Kind.Moment _ ->
                NODES.stringNode(text);
            case Question.Kind.Choices _,
                    Question.Kind.Lines _,
                    Question.Kind.Pairs _,
                    Question.Kind.Group _,
                    Question.Kind.Rows _ -> throw new IllegalArgumentException("not a simple fact: " + kind);
        };
    }
}
