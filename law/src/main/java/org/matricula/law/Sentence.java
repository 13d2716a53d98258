package org.matricula.law;

import java.util.Locale;

/// One sentence in English and in the language of the regulation (Vietnamese, Kazakh or Russian).
///
/// @param en the English sentence
/// @param local the same sentence in the language of the regulation
public record Sentence(String en, String local) {
    public Sentence {
        if (en.isBlank() || local.isBlank()) {
            throw new IllegalArgumentException("a sentence needs both languages: '%s' / '%s'".formatted(en, local));
        }
    }

    /// A sentence from two patterns of [String#formatted] that take the same arguments.
    public static Sentence of(String en, String local, Object... arguments) {
        return new Sentence(String.format(Locale.ROOT, en, arguments), String.format(Locale.ROOT, local, arguments));
    }

    /// The sentence in the language asked for: English for `en`, else the language of the regulation.
    public String in(String language) {
        return "en".equals(language) ? en : local;
    }
}
