package org.matricula.packs.ru.diploma;

import java.text.Normalizer;
import java.util.Locale;

/// Compares surnames as a careful clerk does: blanks, letter case, the kind of hyphen and the letter ё make no
/// difference, a letter does.
final class Surname {
    private Surname() {}

    static boolean same(String one, String other) {
        return normal(one).equals(normal(other));
    }

    private static String normal(String surname) {
        return Normalizer.normalize(surname, Normalizer.Form.NFC)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .replaceAll(" ?[-\\u2010-\\u2015\\u2212] ?", "-")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace('ё', 'е');
    }
}
