package org.matricula.registry.lawbook;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.matricula.registry.lawbook.view.Told;
import org.matricula.registry.page.Language;

/// What the names and codes of facts and answers are called in the reader's language.
///
/// They are read from every `texts/lawbook-words.<language>.properties` on the class path, so that a pack can bring its
/// own. The most particular key wins: `vn.bridging.exam-route.form`, then `form`; for a code
/// `vn.report-book.year-result.level.T`, then `level.T`, then `T`. A word that nobody has given is read from the name
/// itself, in English: a new decision has a form at once, and words later.
final class Words {
    static final String RESOURCE = "texts/lawbook-words.%s.properties";

    private final Map<Language, Properties> words = new EnumMap<>(Language.class);

    private Words() {}

    /// Reads all words.
    static Words load() {
        Words all = new Words();
        for (Language language : Language.values()) {
            all.words.put(language, read(RESOURCE.formatted(language.code())));
        }
        return all;
    }

    private static Properties read(String resource) {
        Properties properties = new Properties();
        try {
            for (URL url : Collections.list(Words.class.getClassLoader().getResources(resource))) {
                try (InputStreamReader in = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
                    properties.load(in);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
        return properties;
    }

    /// What a fact or a field of the answer is called.
    ///
    /// @param decision the id of the decision
    /// @param path the name of the field with those around it, for example `subjects.level`
    /// @param says what the schema says of it, in English; blank when nothing
    Told label(Language language, String decision, String path, String says) {
        List<String> keys = keys(decision, path, "");
        return find(language, keys)
                .map(Told::own)
                .or(() -> says.isBlank() ? Optional.empty() : Optional.of(english(language, capital(says))))
                .or(() -> find(Language.EN, keys).map(text -> english(language, text)))
                .orElseGet(() -> english(language, plain(last(path))));
    }

    /// What a code means.
    ///
    /// @param path the name of the field that holds it, with those around it
    Told code(Language language, String decision, String path, String code) {
        List<String> keys = new ArrayList<>(keys(decision, path, "." + code));
        keys.add(code);
        return find(language, keys)
                .map(Told::own)
                .or(() -> find(Language.EN, keys).map(text -> english(language, text)))
                .orElseGet(() -> english(language, plain(code)));
    }

    /// How to answer, where somebody has written it.
    Optional<String> hint(Language language, String decision, String path) {
        return find(language, keys(decision, path, ".hint"));
    }

    private static List<String> keys(String decision, String path, String code) {
        return Stream.of(decision + "." + path, decision + "." + last(path), path, last(path))
                .map(key -> key + code)
                .distinct()
                .toList();
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /// The words of exactly this key, in the language; empty when nobody has given them.
    Optional<String> exactly(Language language, String key) {
        return find(language, List.of(key));
    }

    private Optional<String> find(Language language, List<String> keys) {
        Properties properties = words.get(language);
        return keys.stream()
                .map(properties::getProperty)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Told english(Language language, String text) {
        return new Told(text, language == Language.EN ? null : Language.EN.code());
    }

    /// `dossierFiledOn` becomes "Dossier filed on", `OWN_EXAM` becomes "Own exam".
    private static String plain(String name) {
        return capital(
                name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase(Locale.ROOT));
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
