package org.matricula.registry.lawbook;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.matricula.law.json.Json;

/// What a reader has entered into a form, under the names of its fields: `filedOn`, `fieldDecision.sameField`,
/// `subjects.0.name`. The address of the page holds the same names, so that it can be shared and kept.
final class Entered {
    /// A form with more rows than this is better given as JSON.
    private static final int MOST_ROWS = 200;

    private static final String ROWS = ".rows";

    private final Map<String, List<String>> values;

    private Entered(Map<String, List<String>> values) {
        this.values = values;
    }

    /// What the parameters of an address or a form hold; those of the page itself are left out.
    static Entered of(Map<String, String[]> parameters) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        parameters.forEach((name, given) -> {
            if (!DecisionAddress.OWN.contains(name)) {
                values.put(name, List.of(given));
            }
        });
        return new Entered(values);
    }

    /// The same facts given as JSON. What does not fit the questions is left out: the problems of the desk name it.
    static Entered of(List<Question> questions, Json facts) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        spread(questions, facts, "", values);
        return new Entered(values);
    }

    /// The first value of a field; empty when there is none.
    String value(String name) {
        return values(name).stream().findFirst().orElse("");
    }

    /// Every value of a field.
    List<String> values(String name) {
        return values.getOrDefault(name, List.of());
    }

    /// Whether nothing is entered under the name.
    boolean blank(String name) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().equals(name) || entry.getKey().startsWith(name + "."))
                .filter(entry -> !entry.getKey().endsWith(ROWS))
                .allMatch(entry -> entry.getValue().stream().allMatch(String::isBlank));
    }

    /// The numbers of the rows to show: those that hold something, and empty ones up to the number asked for.
    ///
    /// @param least how many to show at least
    List<Integer> rows(String name, int least) {
        SortedSet<Integer> rows = new TreeSet<>(filledRows(name));
        int asked = Math.clamp(number(value(name + ROWS)), least, MOST_ROWS);
        for (int next = 0; rows.size() < asked; next++) {
            rows.add(next);
        }
        return List.copyOf(rows);
    }

    /// The numbers of the rows that hold something.
    SortedSet<Integer> filledRows(String name) {
        Pattern row = Pattern.compile(Pattern.quote(name) + "\\.([0-9]{1,6})(\\..*)?");
        return values.entrySet().stream()
                .filter(entry -> !entry.getKey().endsWith(ROWS))
                .filter(entry -> entry.getValue().stream().anyMatch(v -> !v.isBlank()))
                .map(entry -> row.matcher(entry.getKey()))
                .filter(Matcher::matches)
                .map(match -> number(match.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The same with the number of rows shown.
    Entered showing(String name, int rows) {
        Map<String, List<String>> more = new LinkedHashMap<>(values);
        more.put(name + ROWS, List.of(String.valueOf(Math.clamp(rows, 0, MOST_ROWS))));
        return new Entered(more);
    }

    /// The same without a row; the rows after it move up.
    Entered without(String name, int row) {
        Pattern pattern = Pattern.compile("(" + Pattern.quote(name) + "\\.)([0-9]{1,6})(.*)");
        Map<String, List<String>> fewer = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            Matcher match = pattern.matcher(key);
            int at = match.matches() ? number(match.group(2)) : -1;
            if (at > row) {
                fewer.put(match.group(1) + (at - 1) + match.group(3), value);
            } else if (at < 0 || at < row) {
                fewer.put(key, value);
            }
        });
        return new Entered(fewer);
    }

    /// Whether an address of this holds only what matters.
    boolean tidy() {
        return values.values().stream().allMatch(list -> list.stream().noneMatch(String::isBlank));
    }

    /// The query of an address that holds this, blanks left out; empty when nothing is entered.
    String query() {
        StringJoiner query = new StringJoiner("&");
        values.forEach((name, list) -> list.stream()
                .filter(value -> !value.isBlank())
                .forEach(value -> query.add(encoded(name) + "=" + encoded(value))));
        return query.toString();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }

    private static void spread(List<Question> questions, Json facts, String prefix, Map<String, List<String>> values) {
        if (!(facts instanceof Json.Obj object)) {
            return;
        }
        for (Question question : questions) {
            Json json = object.fields().get(question.name());
            if (json != null && !(json instanceof Json.Null)) {
                spread(question.kind(), json, prefix + question.name(), values);
            }
        }
    }

    private static void spread(Question.Kind kind, Json json, String name, Map<String, List<String>> values) {
        switch (kind) {
            case Question.Kind.Group group -> spread(group.questions(), json, name + ".", values);
            case Question.Kind.Rows rows -> {
                List<Json> items = json instanceof Json.Arr list ? list.items() : List.of();
                for (int i = 0; i < Math.min(items.size(), MOST_ROWS); i++) {
                    spread(rows.questions(), items.get(i), name + "." + i + ".", values);
                }
            }
            case Question.Kind.Choices _ -> values.put(name, items(json));
            case Question.Kind.Lines _ -> values.put(name, List.of(String.join("\n", items(json))));
            case Question.Kind.Pairs _ -> values.put(name, List.of(String.join("\n", pairs(json))));
            case Question.Kind.Words _,
                    Question.Kind.Whole _,
                    Question.Kind.Decimal _,
                    Question.Kind.Flag _,
                    Question.Kind.Choice _,
                    Question.Kind.Day _,
                    Question.Kind.Time _,
                    Question.Kind.Moment _ -> values.put(name, List.of(simple(json)));
        }
    }

    private static List<String> items(Json json) {
        return json instanceof Json.Arr list
                ? list.items().stream().map(Entered::simple).toList()
                : List.of(simple(json));
    }

    private static List<String> pairs(Json json) {
        List<String> lines = new ArrayList<>();
        if (json instanceof Json.Obj object) {
            object.fields().forEach((key, value) -> lines.add(key + " = " + simple(value)));
        }
        return lines;
    }

    private static String simple(Json json) {
        return switch (json) {
            case Json.Text text -> text.value();
            case Json.Num num -> num.value().toPlainString();
            case Json.Flag flag -> String.valueOf(flag.value());
            case Json.Null _, Json.Obj _, Json.Arr _ -> "";
        };
    }
}
