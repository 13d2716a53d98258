package org.matricula.registry.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/// The words of a group of pages, in all four languages, from `texts/<name>.<language>.properties`.
///
/// A key that a language lacks is a fault of ours and stops the start, not the reader.
public final class Texts {
    private final String name;
    private final Map<Language, Properties> words = new EnumMap<>(Language.class);

    private Texts(String name) {
        this.name = name;
    }

    /// Loads a bundle.
    ///
    /// @throws IllegalStateException when a language is missing or lacks a key
    public static Texts load(String name) {
        Texts texts = new Texts(name);
        for (Language language : Language.values()) {
            texts.words.put(language, texts.read(language));
        }
        Set<String> keys = texts.words.get(Language.EN).stringPropertyNames();
        texts.words.forEach((language, properties) -> {
            if (!properties.stringPropertyNames().equals(keys)) {
                throw new IllegalStateException("texts/%s.%s.properties has other keys than English: %s"
                        .formatted(name, language.code(), difference(keys, properties.stringPropertyNames())));
            }
        });
        return texts;
    }

    private Properties read(Language language) {
        String resource = "/texts/%s.%s.properties".formatted(name, language.code());
        try (InputStream in = Texts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + resource);
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> difference(Set<String> one, Set<String> other) {
        Set<String> all = new java.util.TreeSet<>(one);
        all.addAll(other);
        all.removeIf(key -> one.contains(key) && other.contains(key));
        return all;
    }

    /// Whether there are words of a key.
    public boolean has(String key) {
        return words.get(Language.EN).getProperty(key) != null;
    }

    /// The words of a key; `{0}` and so on stand for the arguments.
    public String get(Language language, String key, Object... arguments) {
        String pattern = words.get(language).getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("texts/%s has no key '%s'".formatted(name, key));
        }
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, language.locale()).format(arguments);
    }
}
