package org.matricula.registry.gradebook.intake;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Sign-in names: what can be one, and a good one for a name.
public final class Logins {
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{2,39}");

    private Logins() {}

    /// The text as a sign-in name: lower case, without space around.
    static String typed(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    static boolean valid(String login) {
        return LOGIN.matcher(login).matches();
    }

    /// A free sign-in name: the given name and the initials of the rest, as people in schools call themselves.
    /// `Nguyễn Thị Hoa` becomes `hoa.nt`, and `hoa.nt2` when that one is taken.
    ///
    /// @param taken whether a sign-in name is taken
    static String of(String name, Predicate<String> taken) {
        List<String> words = Arrays.stream(bare(name).split("[^a-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        String initials = words.stream()
                .limit(Math.max(0, words.size() - 1))
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
        String given = words.isEmpty() ? "user" : words.getLast();
        String base = initials.isEmpty() ? given + ".gv" : given + "." + initials;
        return Stream.iterate(1, n -> n + 1)
                .map(n -> n == 1 ? base : base + n)
                .filter(taken.negate())
                .findFirst()
                .orElseThrow();
    }

    private static String bare(String name) {
        return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd');
    }
}
