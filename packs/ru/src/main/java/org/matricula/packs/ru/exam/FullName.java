package org.matricula.packs.ru.exam;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Compares full names as a careful examiner hears them: blanks, letter case, the kind of hyphen and the letter ё
/// make no difference, another letter does.
final class FullName {
    private static final Pattern INITIAL = Pattern.compile("\\b\\p{L}\\.", Pattern.UNICODE_CHARACTER_CLASS);

    private FullName() {}

    static boolean same(String one, String other) {
        return normal(one).equals(normal(other));
    }

    /// Whether a part of the name is given by its first letter only.
    static boolean abbreviated(String name) {
        return INITIAL.matcher(name).find();
    }

    private static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .replaceAll(" ?[-\\u2010-\\u2015\\u2212] ?", "-")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace('ё', 'е');
    }
}
