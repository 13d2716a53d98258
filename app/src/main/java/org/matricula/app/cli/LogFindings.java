package org.matricula.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.matricula.registry.page.Language;
import org.matricula.registry.page.Texts;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What was found about a log: what is good, what is evidence against it, and what could not be checked.
final class LogFindings {
    private static final List<String> RESULTS = List.of("GOOD", "EVIDENCE", "COULD_NOT_CHECK");

    private final Texts texts = Texts.load("log-command");
    private final List<Finding> good = new ArrayList<>();
    private final List<Finding> bad = new ArrayList<>();
    private final List<Finding> unchecked = new ArrayList<>();
    private final ObjectNode body = JsonNodeFactory.instance.objectNode();

    /// A sentence of the word list with what it is about; numbers are written as the reader's language does.
    private record Finding(String key, List<Object> arguments) {
        static Finding of(String key, Object... arguments) {
            return new Finding(
                    key,
                    Arrays.stream(arguments)
                            .<Object>map(each -> each instanceof Long number ? number : each.toString())
                            .toList());
        }
    }

    void good(String key, Object... arguments) {
        good.add(Finding.of(key, arguments));
    }

    void bad(String key, Object... arguments) {
        bad.add(Finding.of(key, arguments));
    }

    void unchecked(String key, Object... arguments) {
        unchecked.add(Finding.of(key, arguments));
    }

    /// What programs are told beside the sentences.
    ObjectNode body() {
        return body;
    }

    /// 0 good, 1 evidence against the log, 2 not everything could be checked.
    int status() {
        return !bad.isEmpty() ? 1 : !unchecked.isEmpty() ? 2 : 0;
    }

    /// Says all of it.
    ///
    /// @return the status
    int tell(PrintWriter out, Language language, boolean json) {
        if (json) {
            body.put("result", RESULTS.get(status()));
            sentences(body.putArray("good"), good, language);
            sentences(body.putArray("bad"), bad, language);
            sentences(body.putArray("unchecked"), unchecked, language);
            out.println(body.toPrettyString());
        } else {
            good.forEach(each -> out.println("      " + words(each, language)));
            unchecked.forEach(each -> out.println("  ?   " + words(each, language)));
            bad.forEach(each -> out.println("  !   " + words(each, language)));
        }
        return status();
    }

    private void sentences(ArrayNode array, List<Finding> findings, Language language) {
        findings.forEach(each -> array.add(words(each, language)));
    }

    private String words(Finding finding, Language language) {
        return texts.get(language, finding.key(), finding.arguments().toArray());
    }
}
