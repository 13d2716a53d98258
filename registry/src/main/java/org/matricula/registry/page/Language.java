package org.matricula.registry.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The languages of every page.
public enum Language {
    EN("English"),
    VI("Tiếng Việt"),
    KK("Қазақша"),
    RU("Русский");

    private final String ownName;

    Language(String ownName) {
        this.ownName = ownName;
    }

    /// The BCP 47 code, for example `vi`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What speakers of the language call it.
    public String ownName() {
        return ownName;
    }

    /// The locale for dates and numbers.
    public Locale locale() {
        return Locale.of(code());
    }

    /// The language of the code; empty for any other.
    public static Optional<Language> of(String code) {
        return Arrays.stream(values()).filter(l -> l.code().equals(code)).findFirst();
    }

    /// The first of ours that an `Accept-Language` header asks for, else English.
    public static Language accepted(String header) {
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(header);
            for (Locale.LanguageRange range : ranges) {
                Optional<Language> found = of(range.getRange().split("-", 2)[0]);
                if (found.isPresent()) {
                    return found.get();
                }
            }
        } catch (IllegalArgumentException _) {
            return EN; // a header nobody can read asks for nothing
        }
        return EN;
    }
}
