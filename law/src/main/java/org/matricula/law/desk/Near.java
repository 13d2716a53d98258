package org.matricula.law.desk;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds the names that a mistyped name was probably meant to be.
final class Near {
    private static final int LONGEST = 100;

    private Near() {}

    /// The nearest name, when it is near enough to be meant.
    static Optional<String> nearest(String name, Collection<String> known) {
        return nearest(name, known, 1).stream().findFirst();
    }

    /// The nearest names, best first, at most `most`.
    static List<String> nearest(String name, Collection<String> known, int most) {
        if (name.length() > LONGEST) {
            return List.of();
        }
        String asked = name.toLowerCase(Locale.ROOT);
        record Scored(String name, int distance) {}
        return known.stream()
                .map(k -> new Scored(k, distance(asked, k.toLowerCase(Locale.ROOT))))
                .filter(s -> s.distance() <= Math.max(2, s.name().length() / 3))
                .sorted(Comparator.comparingInt(Scored::distance).thenComparing(Scored::name))
                .limit(most)
                .map(Scored::name)
                .toList();
    }

    /// The number of letters to insert, remove or replace (Levenshtein).
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
