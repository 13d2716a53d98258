package org.matricula.law.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Reads one JSON text completely: nothing may follow it, and repeated keys are listed.
public final class JsonText {
    /// No facts are nested deeper than a few levels; this bounds the stack.
    private static final int DEEPEST = 64;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(200)
                    .build())
            .build();

    private final List<String> repeated = new ArrayList<>();

    private JsonText() {}

    /// What was read.
    ///
    /// @param value the value
    /// @param repeatedKeys a pointer for each key that an object has twice
    public record Read(Json value, List<String> repeatedKeys) {}

    /// The text is not JSON.
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;
        private final int line;
        private final int column;

        private Malformed(String message, int line, int column) {
            super(message);
            this.line = line;
            this.column = column;
        }

        /// Where the text stops being JSON, counted from 1; 0 when unknown.
        public int line() {
            return line;
        }

        /// See [#line].
        public int column() {
            return column;
        }
    }

    /// Reads a text.
    ///
    /// @throws Malformed when it is empty, is not JSON, is nested too deeply or goes on after the first value
    public static Read read(String text) throws Malformed {
        JsonText reader = new JsonText();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new Malformed("there is no JSON value", 1, 1);
            }
            Json value = reader.value(parser, first, "");
            if (parser.nextToken() != null) {
                throw malformed("something follows the JSON value", parser);
            }
            return new Read(value, List.copyOf(reader.repeated));
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw at == null
                    ? new Malformed(firstLine(e.getOriginalMessage()), 0, 0)
                    : new Malformed(firstLine(e.getOriginalMessage()), at.getLineNr(), at.getColumnNr());
        }
    }

    private Json value(JsonParser parser, JsonToken token, String path) throws Malformed {
        return switch (token) {
            case START_OBJECT -> object(parser, path);
            case START_ARRAY -> array(parser, path);
            case VALUE_STRING -> new Json.Text(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(number(parser));
            case VALUE_TRUE -> new Json.Flag(true);
            case VALUE_FALSE -> new Json.Flag(false);
            case VALUE_NULL -> new Json.Null();
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw malformed("unexpected " + token, parser);
        };
    }

    private static BigDecimal number(JsonParser parser) throws Malformed {
        try {
            return new BigDecimal(parser.getString());
        } catch (NumberFormatException e) {
            throw malformed("the number has an exponent out of all proportion", parser);
        }
    }

    private Json object(JsonParser parser, String path) throws Malformed {
        Map<String, Json> fields = new LinkedHashMap<>();
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_OBJECT; t = parser.nextToken()) {
            String name = parser.currentName();
            String at = Pointer.member(path, name);
            Json value = value(parser, parser.nextToken(), at);
            if (fields.putIfAbsent(name, value) != null) {
                repeated.add(at);
            }
        }
        return new Json.Obj(fields);
    }

    private Json array(JsonParser parser, String path) throws Malformed {
        List<Json> items = new ArrayList<>();
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
            items.add(value(parser, t, Pointer.item(path, items.size())));
        }
        return new Json.Arr(items);
    }

    private static Malformed malformed(String problem, JsonParser parser) {
        var at = parser.currentTokenLocation();
        return new Malformed(problem, at.getLineNr(), at.getColumnNr());
    }

    /// The parser's own words without what it appends about its source, which tells the asker nothing.
    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").replaceFirst(" \\(start marker at .*", "");
    }
}
