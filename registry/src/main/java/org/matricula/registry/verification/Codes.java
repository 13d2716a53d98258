package org.matricula.registry.verification;

import java.text.Normalizer;
import java.util.Locale;

/// Codes and numbers as people type them.
final class Codes {
    /// More than any code has: the rest of a longer text is not looked at.
    private static final int MOST = 200;

    private Codes() {}

    /// What counts of a code: letters and digits, in upper case, and letters that codes never use as the digits that
    /// they look like.
    static String plain(String typed) {
        String known =
                Normalizer.normalize(bounded(typed), Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return known.replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    /// What counts of a code, grouped as codes are printed.
    static String grouped(String typed) {
        return plain(typed).replaceAll("(.{4})(?!$)", "$1-");
    }

    /// What counts of a number that has no letters of its own: everything but spaces, hyphens and dots.
    static String digits(String typed) {
        return Normalizer.normalize(bounded(typed), Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}\\p{Pd}.]", "");
    }

    /// What counts of a name: its letters with their marks, however composed, spaced and cased.
    static String name(String typed) {
        return Normalizer.normalize(bounded(typed), Normalizer.Form.NFC)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /// A number with its middle hidden: enough to compare with the paper in hand, too little to look anything up.
    static String masked(String number) {
        String[] groups = number.split("-", -1);
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < groups.length; i++) {
            boolean edge = i < 2 || i == groups.length - 1;
            shown.append(i == 0 ? "" : "-").append(edge && groups.length > 3 ? groups[i] : "•".repeat(4));
        }
        return shown.toString();
    }

    private static String bounded(String typed) {
        return typed.length() > MOST ? typed.substring(0, MOST) : typed;
    }
}
