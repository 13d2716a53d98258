package org.matricula.registry.lawbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.matricula.law.json.Json;
import org.matricula.law.json.JsonText;

/// One fact of a decision as the form asks for it; derived from the JSON Schema, so that the form can never ask for
/// anything that the desk does not take.
///
/// @param name the name of the fact in its object
/// @param kind what it may look like
/// @param required whether the facts cannot be without it
/// @param says what it means, in English; blank when nobody said
record Question(String name, Kind kind, boolean required, String says) {
    /// What the schema adds to a moment; a reader of the form cannot enter an offset.
    private static final Pattern FOR_PROGRAMS =
            Pattern.compile("(^|[.] )Local time of \\S+ unless it carries an offset$");

    /// What a fact may look like.
    sealed interface Kind {
        /// A line of text.
        record Words() implements Kind {}

        /// A whole number.
        record Whole() implements Kind {}

        /// A decimal number.
        record Decimal() implements Kind {}

        /// True or false.
        record Flag() implements Kind {}

        /// One of the codes.
        record Choice(List<String> codes) implements Kind {}

        /// A date.
        record Day() implements Kind {}

        /// A time of day.
        record Time() implements Kind {}

        /// A date with a time of day.
        record Moment() implements Kind {}

        /// Any of the codes.
        record Choices(List<String> codes) implements Kind {}

        /// A list of simple facts, one a line.
        record Lines(Kind item) implements Kind {}

        /// Names with a text each, one a line.
        record Pairs() implements Kind {}

        /// An object.
        record Group(List<Question> questions) implements Kind {
            public Group {
                questions = List.copyOf(questions);
            }
        }

        /// A list of objects.
        record Rows(List<Question> questions) implements Kind {
            public Rows {
                questions = List.copyOf(questions);
            }
        }
    }

    /// The questions of a decision, in the order of its facts.
    ///
    /// @throws IllegalStateException when the schema is none of ours; a fault, found at the first look at the form
    static List<Question> of(String schema) {
        try {
            return questions(object(JsonText.read(schema).value()));
        } catch (JsonText.Malformed e) {
            throw new IllegalStateException("the schema of a decision is not JSON", e);
        }
    }

    private static List<Question> questions(Map<String, Json> schema) {
        List<String> required = texts(schema.get("required"));
        List<Question> questions = new ArrayList<>();
        object(schema.get("properties"))
                .forEach((name, property) -> questions.add(question(name, object(property), required.contains(name))));
        return List.copyOf(questions);
    }

    private static Question question(String name, Map<String, Json> property, boolean required) {
        Kind kind = kind(property);
        String says = text(property.get("description"));
        return new Question(
                name,
                kind,
                required,
                kind instanceof Kind.Moment ? FOR_PROGRAMS.matcher(says).replaceFirst("") : says);
    }

    private static Kind kind(Map<String, Json> property) {
        return switch (type(property.get("type"))) {
            case "string" -> string(property);
            case "integer" -> new Kind.Whole();
            case "number" -> new Kind.Decimal();
            case "boolean" -> new Kind.Flag();
            case "array" -> list(kind(object(property.get("items"))));
            case "object" ->
                property.containsKey("properties") ? new Kind.Group(questions(property)) : new Kind.Pairs();
            case String other -> throw new IllegalStateException("a schema with the type " + other);
        };
    }

    private static Kind list(Kind item) {
        return switch (item) {
            case Kind.Choice choice -> new Kind.Choices(choice.codes());
            case Kind.Group group -> new Kind.Rows(group.questions());
            case Kind.Words _, Kind.Whole _, Kind.Decimal _, Kind.Flag _, Kind.Day _, Kind.Time _, Kind.Moment _ ->
                new Kind.Lines(item);
            case Kind.Choices _, Kind.Lines _, Kind.Pairs _, Kind.Rows _ ->
                throw new IllegalStateException("a form cannot ask for a list of lists");
        };
    }

    /// A text with a pattern is a moment when its example has a date in it, else a time of day.
    private static Kind string(Map<String, Json> property) {
        if (property.containsKey("enum")) {
            return new Kind.Choice(texts(property.get("enum")));
        }
        if (text(property.get("format")).equals("date")) {
            return new Kind.Day();
        }
        List<String> examples = texts(property.get("examples"));
        if (examples.isEmpty()) {
            return new Kind.Words();
        }
        return examples.getFirst().contains("T") ? new Kind.Moment() : new Kind.Time();
    }

    private static String type(@Nullable Json type) {
        return type instanceof Json.Arr several ? text(several.items().getFirst()) : text(type);
    }

    private static Map<String, Json> object(@Nullable Json json) {
        return json instanceof Json.Obj object ? object.fields() : Map.of();
    }

    private static String text(@Nullable Json json) {
        return json instanceof Json.Text text ? text.value() : "";
    }

    private static List<String> texts(@Nullable Json json) {
        return json instanceof Json.Arr list
                ? list.items().stream()
                        .filter(Json.Text.class::isInstance)
                        .map(item -> ((Json.Text) item).value())
                        .toList()
                : List.of();
    }
}
