package org.matricula.law.json;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /// More than the applicants of a whole country need. Every value costs far more memory than its text: the 64 MB
    /// that the largest question takes could hold thirty million zeros, and those would take several gigabytes.
    private static final int MOST_VALUES = 6_000_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(200)
                    .build())
            .build();

    /// More repeated keys than this help nobody to mend the text.
    private static final int MOST_REPEATED = 500;

    /// A pointer can be as long as the text, so their number alone does not bound what is noted.
    private static final int LONGEST_NOTES = 1 << 16;

    private final Set<String> repeated = new LinkedHashSet<>();
    private int noted;
    private int values;

    /// Where the reader is: the names and indexes from the root down. A pointer is made of it only when one is needed,
    /// for to make one for each value would cost the square of the text.
    private final Deque<Object> at = new ArrayDeque<>();

    private JsonText() {}

    /// What was read.
    ///
    /// @param value the value
    /// @param repeatedKeys a pointer for each key that an object has more than once; of very many only the first
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
            Json value = reader.value(parser, first);
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

    private Json value(JsonParser parser, JsonToken token) throws Malformed {
        values++;
        if (values > MOST_VALUES) {
            throw malformed("there are more than %d values".formatted(MOST_VALUES), parser);
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
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

    private Json object(JsonParser parser) throws Malformed {
        Map<String, Json> fields = new LinkedHashMap<>();
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_OBJECT; t = parser.nextToken()) {
            String name = parser.currentName();
            at.addLast(name);
            Json value = value(parser, parser.nextToken());
            if (fields.putIfAbsent(name, value) != null) {
                note();
            }
            at.removeLast();
        }
        return new Json.Obj(fields);
    }

    private Json array(JsonParser parser) throws Malformed {
        List<Json> items = new ArrayList<>();
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
            at.addLast(items.size());
            items.add(value(parser, t));
            at.removeLast();
        }
        return new Json.Arr(items);
    }

    private void note() {
        if (repeated.size() < MOST_REPEATED && noted < LONGEST_NOTES) {
            String pointer = pointer();
            noted += pointer.length();
            repeated.add(pointer);
        }
    }

    private String pointer() {
        StringBuilder pointer = new StringBuilder();
        at.forEach(step -> pointer.append(Pointer.member("", String.valueOf(step))));
        return pointer.toString();
    }

    private static Malformed malformed(String problem, JsonParser parser) {
        var at = parser.currentTokenLocation();
        return new Malformed(problem, at.getLineNr(), at.getColumnNr());
    }

    /// The parser's own words without what it appends about its source and its settings, which tells the asker nothing.
    private static String firstLine(String message) {
        return message.lines()
                .findFirst()
                .orElse("")
                .replaceFirst(" \\(start marker at .*", "")
                .replaceFirst(": enable `JsonReadFeature.*", "");
    }
}
