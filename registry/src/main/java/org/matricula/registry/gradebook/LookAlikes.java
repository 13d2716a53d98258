package org.matricula.registry.gradebook;

/// Letters of other alphabets that are drawn like Latin ones, as happens when a Cyrillic keyboard was on.
final class LookAlikes {
    private static final String CYRILLIC = "асеіјорѕхутнкмвдАСЕІЈОРЅХУТНКМВ";
    private static final String LATIN = "aceijopsxythkmbdACEIJOPSXYTHKMB";

    private LookAlikes() {}

    /// The text with such letters replaced by the Latin ones.
    static String latin(String text) {
        var replaced = new StringBuilder(text);
        for (int i = 0; i < replaced.length(); i++) {
            int at = CYRILLIC.indexOf(replaced.charAt(i));
            if (at >= 0) {
                replaced.setCharAt(i, LATIN.charAt(at));
            }
        }
        return replaced.toString();
    }
}
