package org.matricula.registry.lawbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.matricula.law.json.Json;
import org.matricula.law.json.JsonText;

/// Facts to try a decision with: `lawbook-examples.jsonl`, one `{"decision": ID, "facts": {...}}` a line, from every
/// jar on the class path. They are also a batch that can be sent as it is.
final class Examples {
    static final String RESOURCE = "lawbook-examples.jsonl";

    private final Map<String, List<String>> facts = new LinkedHashMap<>();

    private Examples() {}

    /// Reads the examples.
    ///
    /// @throws IllegalStateException when a line is not as it must be
    static Examples load() {
        Examples examples = new Examples();
        try {
            for (URL url : Collections.list(Examples.class.getClassLoader().getResources(RESOURCE))) {
                try (InputStream in = url.openStream()) {
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank())
                            .forEach(examples::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
        return examples;
    }

    private void add(String line) {
        try {
            if (JsonText.read(line).value() instanceof Json.Obj object
                    && object.fields().get("decision") instanceof Json.Text id) {
                facts.computeIfAbsent(id.value(), _ -> new ArrayList<>())
                        .add(line.substring(line.indexOf("\"facts\":") + 8, line.lastIndexOf('}'))
                                .strip());
                return;
            }
        } catch (JsonText.Malformed e) {
            throw new IllegalStateException("not an example: " + line, e);
        }
        throw new IllegalStateException("not an example: " + line);
    }

    /// The facts of the examples of a decision, as JSON.
    List<String> of(String decision) {
        return facts.getOrDefault(decision, List.of());
    }
}
