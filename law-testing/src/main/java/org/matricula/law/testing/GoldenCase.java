package org.matricula.law.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.matricula.law.yaml.YamlNode;

/// One golden case: facts, and what must be decided on them. Readable without Java.
///
/// @param place file and line, for the report
/// @param sentence what the case shows
/// @param decision the decision asked
/// @param facts the facts, as plain values
/// @param language the language asked for
/// @param answer what the answer must hold, compared deeply; empty when the case does not say
/// @param answered whether the case says something about the answer (which may be null)
/// @param edition the edition that must have been applied; empty when the case does not say
/// @param findings clause and result that must be among the findings
/// @param because clause and a part of the sentence that must be given
/// @param boundary clauses whose boundary the case shows
/// @param problems the paths of exactly those problems that must be reported
record GoldenCase(
        String place,
        String sentence,
        String decision,
        Object facts,
        String language,
        @Nullable Object answer,
        boolean answered,
        Optional<String> edition,
        Map<String, String> findings,
        Map<String, String> because,
        List<String> boundary,
        Optional<List<String>> problems) {
    private static final Set<String> KEYS = Set.of(
            "case", "decision", "facts", "lang", "answer", "edition", "findings", "because", "boundary", "problems");

    static List<GoldenCase> read(String file, String text) {
        List<GoldenCase> cases = new ArrayList<>();
        for (YamlNode item : YamlNode.parse(file, text).items()) {
            cases.add(read(file, item));
        }
        return cases;
    }

    private static GoldenCase read(String file, YamlNode item) {
        Map<String, YamlNode> f = item.fields(KEYS);
        YamlNode answer = f.get("answer");
        YamlNode problems = f.get("problems");
        if (answer == null && problems == null && !f.containsKey("findings") && !f.containsKey("edition")) {
            throw item.fault("the case expects nothing; give answer, findings, edition or problems");
        }
        Object facts = item.required(f, "facts").plain();
        if (facts == null) {
            throw item.fault("the case has no facts");
        }
        YamlNode language = f.get("lang");
        return new GoldenCase(
                file + ":" + item.line(),
                item.required(f, "case").text(),
                item.required(f, "decision").text(),
                facts,
                language == null ? "en" : language.text(),
                answer == null ? null : answer.plain(),
                answer != null,
                edition(f.get("edition")),
                texts(f.get("findings")),
                texts(f.get("because")),
                f.containsKey("boundary") ? list(item.required(f, "boundary")) : List.of(),
                problems == null ? Optional.empty() : Optional.of(list(problems)));
    }

    /// `edition: null` asks that no edition was in force.
    private static Optional<String> edition(@Nullable YamlNode node) {
        if (node == null) {
            return Optional.empty();
        }
        return Optional.of(node.isNull() ? "null" : node.text());
    }

    private static Map<String, String> texts(@Nullable YamlNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (node != null) {
            node.fields().forEach((key, value) -> texts.put(key, value.text()));
        }
        return texts;
    }

    private static List<String> list(YamlNode node) {
        return node.items().stream().map(GoldenCase::textOrEmpty).toList();
    }

    /// The path of a problem with the whole input is the empty text.
    private static String textOrEmpty(YamlNode node) {
        return String.valueOf(node.plain());
    }
}
