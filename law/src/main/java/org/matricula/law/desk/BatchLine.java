package org.matricula.law.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.matricula.law.Facts.Problem;
import org.matricula.law.json.Json;
import org.matricula.law.json.JsonText;
import org.matricula.law.json.Pointer;

/// One line of a batch. Every line gets an answer, whatever stands in it.
final class BatchLine {
    /// Room on a line for everything that is not the facts.
    static final int AROUND_FACTS = 1024;

    private static final Set<String> KNOWN = Set.of("decision", "facts", "lang");

    private final String line;
    private final String language;
    private final List<Problem> problems = new ArrayList<>();

    BatchLine(String line, String language) {
        this.line = line;
        this.language = language;
    }

    String answer(DecisionDesk desk) {
        if (line.length() > desk.largestFacts() + (long) AROUND_FACTS) {
            problem("", Say.TOO_LONG, desk.largestFacts());
            return ResultJson.error(problems, language);
        }
        JsonText.Read read;
        try {
            read = JsonText.read(line);
        } catch (JsonText.Malformed e) {
            problem("", Say.NOT_JSON, e.line(), e.column(), String.valueOf(e.getMessage()));
            return ResultJson.error(problems, language);
        }
        if (!(read.value() instanceof Json.Obj object)) {
            problem("", Say.NOT_OBJECT, FactsBinder.told(read.value()));
            return ResultJson.error(problems, language);
        }
        return answer(desk, object, read.repeatedKeys());
    }

    private String answer(DecisionDesk desk, Json.Obj object, List<String> repeatedKeys) {
        List<String> inFacts = new ArrayList<>();
        for (String path : repeatedKeys) {
            if (path.startsWith("/facts/")) {
                inFacts.add(path.substring("/facts".length()));
            } else {
                problem(path, Say.TWICE);
            }
        }
        object.fields().keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .forEach(name -> problem(Pointer.member("", name), Say.UNKNOWN, ""));
        String asked = language(object);
        Json decision = object.fields().get("decision");
        String id = decision instanceof Json.Text text ? text.value() : null;
        Json facts = object.fields().get("facts");
        if (decision == null) {
            problem("/decision", Say.MISSING);
        } else if (id == null) {
            problem("/decision", Say.NOT_TEXT, FactsBinder.told(decision));
        }
        if (facts == null) {
            problem("/facts", Say.MISSING);
        }
        if (id == null || facts == null || !problems.isEmpty()) {
            return ResultJson.error(problems, asked);
        }
        return ResultJson.line(desk.decide(id, facts, inFacts, line.length(), asked), asked);
    }

    private String language(Json.Obj object) {
        Json lang = object.fields().get("lang");
        if (lang == null || lang instanceof Json.Null) {
            return language;
        }
        if (lang instanceof Json.Text text && DecisionDesk.speaks(text.value())) {
            return text.value();
        }
        problem("/lang", Say.NO_LANGUAGE, lang instanceof Json.Text text ? text.value() : FactsBinder.told(lang));
        return language;
    }

    private void problem(String path, Say what, Object... arguments) {
        problems.add(new Problem(path, what.in(language, arguments)));
    }
}
