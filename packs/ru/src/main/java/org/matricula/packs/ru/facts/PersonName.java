package org.matricula.packs.ru.facts;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Compares names as a careful clerk reads them and a careful examiner hears them: blanks, letter case, the kind of
/// hyphen and the letter ё make no difference, another letter does.
public final class PersonName {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern HYPHEN = Pattern.compile(" ?[-\\u2010-\\u2015\\u2212] ?");
    private static final Pattern INITIAL = Pattern.compile("\\b\\p{L}\\.", Pattern.UNICODE_CHARACTER_CLASS);

    private PersonName() {}

    /// Whether two names, or two parts of names, are the same.
    public static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    /// Whether a part of the name is given by its first letter only.
    public static boolean abbreviated(String name) {
        return INITIAL.matcher(name).find();
    }

    private static String plain(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        String spaced = BLANKS.matcher(composed).replaceAll(" ");
        return HYPHEN.matcher(spaced)
                .replaceAll("-")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace('ё', 'е');
    }
}
