package org.matricula.registry.gradebook;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Words made comparable: what people see as the same heading becomes the same text.
final class Wording {
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /// No wording is nearly as long. What comes after is left out: a cell of a million letters is compared with every
    /// heading there is.
    private static final int LONGEST = 500;

    private Wording() {}

    /// Without case, Unicode form, punctuation, line breaks, invisible characters and double spaces.
    static String plain(String text) {
        var beginning = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        var composed = Normalizer.normalize(INVISIBLE.matcher(beginning).replaceAll(""), Normalizer.Form.NFC);
        return BETWEEN.matcher(composed.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip()
                .replace('ð', 'đ'); // the Icelandic letter that looks alike in capitals
    }

    /// The plain text without diacritics: `hoàn thành` and `hoan thanh` are the same.
    static String bare(String text) {
        return MARKS.matcher(Normalizer.normalize(plain(text), Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd');
    }
}
