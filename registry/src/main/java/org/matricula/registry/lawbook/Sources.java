package org.matricula.registry.lawbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.matricula.law.yaml.YamlNode;
import org.matricula.registry.lawbook.view.Told;
import org.matricula.registry.page.Page;

/// The names of instruments in the reader's language.
///
/// A corpus and a calendar name their sources once, in English; what that is called in the other languages is read from
/// every `lawbook-sources.yaml` on the class path, so that a pack brings its own. A name that nobody has given is shown
/// in English, and says so.
final class Sources {
    static final String RESOURCE = "lawbook-sources.yaml";

    private static final Set<String> LANGUAGES = Set.of("en", "vi", "kk", "ru");

    private final Map<String, Map<String, String>> names = new HashMap<>();

    private Sources() {}

    /// Reads all names.
    static Sources load() {
        Sources sources = new Sources();
        try {
            for (URL url : Collections.list(Sources.class.getClassLoader().getResources(RESOURCE))) {
                try (InputStream in = url.openStream()) {
                    sources.read(url.toString(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
        return sources;
    }

    private void read(String file, String text) {
        for (YamlNode item : YamlNode.parse(file, text).items()) {
            Map<String, YamlNode> f = item.fields(LANGUAGES);
            Map<String, String> told = f.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            Map.Entry::getKey, entry -> entry.getValue().text()));
            names.put(item.required(f, "en").text(), told);
        }
    }

    /// The name of an instrument for the reader.
    ///
    /// @param english as the corpus or the calendar has it
    Told of(Page page, String english) {
        String language = page.language().code();
        String told = names.getOrDefault(english, Map.of()).get(language);
        return told != null ? Told.own(told) : new Told(english, language.equals("en") ? null : "en");
    }
}
